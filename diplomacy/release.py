"""Which release of the site answers: pages of another one are out of date, though the record is the same."""

import hashlib
from functools import cache
from typing import NamedTuple

from django.conf import settings

PARTS = ("diplomacy", "timeline", "templates", "static", "requirements/base.txt")
IGNORED = {".pyc", ".po"}  # made from the others, or nothing that an answer is made of


class Release(NamedTuple):
    """``digest``: the same wherever the same files are; ``deployed_at``: when the newest was put here (timestamp)."""

    digest: str
    deployed_at: float


def current():
    """The ``Release`` that answers; in development, where files change in between, known by the newest of them."""
    if settings.DEBUG:
        newest = max(path.stat().st_mtime for path in _files())
        return Release(str(newest), newest)
    return _read_once()


def _read():
    digest, newest = hashlib.sha256(), 0
    for path in sorted(_files()):
        digest.update(f"{path.relative_to(settings.BASE_DIR)}\0".encode())
        digest.update(path.read_bytes())
        newest = max(newest, path.stat().st_mtime)
    return Release(digest.hexdigest()[:16], newest)


def _files():
    for part in PARTS:
        root = settings.BASE_DIR / part
        found = root.rglob("*") if root.is_dir() else [root]
        yield from (path for path in found if path.is_file() and path.suffix not in IGNORED)


_read_once = cache(_read)
