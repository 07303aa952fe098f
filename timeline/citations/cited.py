"""Everything that "Cite this" shows of one record: a line a style, and the files for reference managers."""

import json
from typing import NamedTuple

from django.utils import timezone

from ..models import DataVersion
from .bibtex import bibtex
from .csl import csl
from .ris import ris
from .styles import STYLES
from .works import Site


class Line(NamedTuple):
    """A citation in one style; ``language`` is that of the style."""

    style: str
    language: str
    text: str


def site_of(request):
    """Where and when ``request`` cites."""
    return Site(request, DataVersion.objects.current(), timezone.localdate())


def lines(work_in):
    """A ``Line`` for each style; ``work_in`` makes the work in a language, as each style quotes titles in its own."""
    return [Line(style.name, style.language, style.line(work_in(style.language))) for style in STYLES]


def files(work):
    """The work as reference managers read it: pairs of the name of a format and the text."""
    return [
        ("BibTeX", bibtex(work)),
        ("RIS", ris(work)),
        ("CSL-JSON", json.dumps(csl(work), ensure_ascii=False, indent=2)),
    ]
