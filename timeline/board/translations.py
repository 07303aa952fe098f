"""Texts that some languages of the site do not have."""

from django.urls import reverse
from django.utils.translation import gettext as _
from translated_fields import to_attribute

from ..models import Attendance, Meeting, Statement
from ..punctuation import listed, told_apart
from ..templatetags.record import language_name
from .line import in_words
from .meetings import in_order, line_at
from .reading import LANGUAGES, TRANSLATED, lacking

MODELS = {"meeting": Meeting, "statement": Statement, "attendance": Attendance}


def missing(reading):
    """What has a text in one language and not in another: the meeting itself, then its statements, then its seats."""
    lines = [
        *_lines(reading, "meeting", reading.meetings),
        *_lines(reading, "statement", reading.statements),
        *_lines(reading, "attendance", reading.seats),
    ]
    return in_order(lines)


def _lines(reading, model, rows):
    for pk, row in rows.items():
        found = {name: _languages(MODELS[model], name, row) for name in TRANSLATED[MODELS[model]]}
        found = {name: codes for name, codes in found.items() if codes}
        if found:
            facts = {"missing": found, "number": row.get("number"), "person": _person(row)}
            yield line_at(reading, model, pk, row.get("meeting", pk), **facts)


def _languages(model, name, row):
    """The languages that lack a text which another has."""
    told = lacking(model, name)
    codes = [code for code in LANGUAGES if row[told[code]]]
    return codes if len(codes) < len(LANGUAGES) else []


def _person(row):
    return {code: row.get(f"participant__name_{code}", "") for code in LANGUAGES}


def words(line):
    """Which fields are missing in which languages."""
    model = MODELS[line.model]
    texts = [
        _("%(field)s (%(languages)s)")
        % {
            "field": model._meta.get_field(to_attribute(name, LANGUAGES[0])).verbose_name,
            "languages": listed(language_name(code) for code in codes),
        }
        for name, codes in line.facts["missing"].items()
    ]
    told = {"texts": told_apart(texts)} | line.facts
    if line.model == "statement":
        return _("Statement #%(number)s lacks: %(texts)s.") % told
    if line.model == "attendance":
        return _("%(person)s: lacks %(texts)s.") % (told | {"person": in_words(line.facts["person"])})
    return _("Lacks: %(texts)s.") % told


def where(line):
    """The first of the fields; a statement and a seat lead to their row of the meeting."""
    address = reverse(f"admin:timeline_{line.model}_change", args=[line.pk])
    name, codes = next(iter(line.facts["missing"].items()))
    return f"{address}#id_{to_attribute(name, codes[0])}" if line.model == "meeting" else address
