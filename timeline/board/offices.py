"""People who sat at a meeting in an office of which no tenure covers the day."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ..loading.rules.offices import participant_has_a_tenure, tenure_covers_the_meeting
from .line import in_words
from .meetings import in_order, line_at
from .reading import LANGUAGES


def not_covering(reading):
    """Seats at meetings of people without a tenure on that day, or without any."""
    other_days = [entry for entry, _words in tenure_covers_the_meeting(reading.picture)]
    never = [entry for entry, _words in participant_has_a_tenure(reading.picture)]
    return in_order(
        [*(_line(reading, entry, True) for entry in other_days), *(_line(reading, entry, False) for entry in never)]
    )


def _line(reading, entry, has_tenures):
    row = reading.seats[entry.pk]
    person = {code: row[f"participant__name_{code}"] for code in LANGUAGES}
    return line_at(
        reading,
        "attendance",
        entry.pk,
        row["meeting"],
        person=person,
        participant=row["participant"],
        capacity={code: row[f"capacity_{code}"] for code in LANGUAGES},
        has_tenures=has_tenures,
    )


def words(line):
    """Who sat in which office, and what is recorded of it."""
    told = {
        "person": in_words(line.facts["person"]),
        "capacity": in_words(line.facts["capacity"]),
        "day": line.when,
    }
    if line.facts["has_tenures"]:
        return _("%(person)s sat as “%(capacity)s”; no tenure of that office on record covers %(day)s.") % told
    return _("%(person)s sat as “%(capacity)s” (%(day)s); no tenure is on record at all.") % told


def where(line):
    """The tenures of the person."""
    return reverse("admin:timeline_participant_change", args=[line.facts["participant"]]) + "#tenures-group"
