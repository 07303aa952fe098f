"""A list or a record in its other formats: what pages offer in their heads and boxes, and answers in ``Link``."""

from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from ..filters import ChangeFeedFilter, MeetingFilter, ParticipantFilter, SourceFilter, StatementFilter
from ..links import changed_query, query_text
from .formats import ONE, VOCABULARY, of_list, of_record

ASKED_BY = {  # what reads the query string of a list; the other lists take none into their files
    "meetings": MeetingFilter,
    "statements": StatementFilter,
    "participants": ParticipantFilter,
    "sources": SourceFilter,
    "changes": ChangeFeedFilter,
}


class Alternate(NamedTuple):
    """One format of a list or record: its name, its path, its media type."""

    label: str
    href: str
    media_type: str


def formats_of_list(noun, query, year=None):
    """The list by suffix, with the query string of its page or of the API, without the page of rows.

    Where a format has texts in one language, that is the active one.
    """
    asked_by = ASKED_BY.get(noun)
    known = asked_by.base_filters if asked_by else ()
    pairs = changed_query(query, {"page_size": "", **({"year": year} if year else {})})
    return _written(noun, "", of_list(noun), [pair for pair in pairs if pair[0] in known])


def formats_of_record(noun, key):
    """The record by suffix; the key of a statement is that of its meeting, a slash and its number."""
    return _written(noun, f"/{key}", of_record(noun), [])


def _written(noun, key, formats, pairs):
    if noun in VOCABULARY:
        listing = reverse(f"api:{noun}").rstrip("/")
        return {suffix: Alternate(form.label, f"{listing}{key}/", form.media_type) for suffix, form in formats.items()}
    return {
        suffix: Alternate(form.label, f"/{noun}{key}.{suffix}{query_text(pairs + _language_of(form))}", form.media_type)
        for suffix, form in formats.items()
    }


def _language_of(form):
    language = get_language()
    in_one = form.language == ONE and "lang" in form.takes
    return [("lang", language)] if in_one and language != settings.LANGUAGE_CODE else []
