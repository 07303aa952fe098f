"""Which offices people held when a meeting took place, to be proposed for their seats."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from ..arrangement.offices import covers
from ..dates import partial_words
from ..models import Office, Side, Tenure

LANGUAGES = ("en", "ru", "ja")


class Held(NamedTuple):
    """An office that somebody held, or perhaps held, on the day; ``words`` tell it with its term."""

    office: Office
    is_sure: bool
    words: str

    @property
    def titles(self):
        """Its title by language."""
        return {language: getattr(self.office, f"title_{language}") for language in LANGUAGES}


def offices_held(people, when):
    """For each of these people (records) the ``Held`` of every office that they may have held at the time ``when``.

    One is sure if the tenure covers the first and the last day; an unknown end counts as still held.
    """
    tenures = Tenure.objects.held_by(people).during(when.start, when.end).in_order_of_time()
    by_key = {person.pk: person for person in people}
    held = {pk: {} for pk in by_key}
    for tenure in tenures:
        person = by_key[tenure.participant_id]
        is_sure = covers(tenure, when.start, person) and covers(tenure, when.end, person)
        known = held[person.pk].get(tenure.office_id)
        if known is None or (is_sure and not known.is_sure):
            held[person.pk][tenure.office_id] = Held(tenure.office, is_sure, _words(tenure))
    return {pk: list(offices.values()) for pk, offices in held.items()}


def to_propose(offices):
    """The one office of these ``Held`` that can be proposed: there is no other, and it is sure. ``None`` else."""
    return offices[0] if len(offices) == 1 and offices[0].is_sure else None


def side_of(person):
    """The side that a person's country proposes; "" for observers from elsewhere."""
    return person.country if person.country in Side.values else ""


def _words(tenure):
    ends = [
        partial_words(day, precision) if day else "…"
        for day, precision in ((tenure.start, tenure.start_precision), (tenure.end, tenure.end_precision))
    ]
    words = {"office": tenure.office.title, "from": ends[0], "to": ends[1]}
    return _("%(office)s (%(from)s – %(to)s)") % words
