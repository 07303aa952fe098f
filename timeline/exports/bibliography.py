"""Reference lists: each row as something to cite."""

from functools import partial

from ..citations.bibtex import bibtex
from ..citations.csl import csl
from ..citations.ris import ris
from ..citations.works import Site, work_of_meeting, work_of_source, work_of_statement
from ..offices import offices_for
from .text import json_array, without_controls

WORK_OF = {"meetings": work_of_meeting, "sources": work_of_source}


def works(export):
    """The rows of ``export`` as works, in chunks."""
    site = Site(export.request, export.version, export.today)
    for chunk in export.chunks():
        if export.noun.name == "statements":
            work_of = partial(work_of_statement, offices=offices_for(chunk))
        else:
            work_of = WORK_OF[export.noun.name]
        yield [work_of(site, record, export.language) for record in chunk]


def render_bibtex(export):
    """The rows as BibTeX, chunk by chunk."""
    for chunk in works(export):
        yield "\n".join(without_controls(bibtex(work)) for work in chunk) + "\n"


def render_ris(export):
    """The rows as RIS, chunk by chunk."""
    for chunk in works(export):
        yield "".join(without_controls(ris(work)) for work in chunk)


def render_csl(export):
    """The rows as one array of CSL-JSON, chunk by chunk."""
    return json_array([csl(work) for work in chunk] for chunk in works(export))
