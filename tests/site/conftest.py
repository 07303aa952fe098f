"""Ways to see the site as an operator does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def in_production():
    """Runs ``manage.py`` as production would, with nothing in the environment but what is given."""

    def run(*arguments, **environment):
        machine = {"PATH": os.environ["PATH"], "DJANGO_ENV": "production", "DATABASE_URL": "sqlite://:memory:"}
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=machine | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run
