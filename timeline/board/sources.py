"""Sources that are missing, alone, not found or dead."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ..dates import day_words
from ..loading.rules.meetings import meeting_has_a_source
from ..loading.rules.statements import statement_has_a_source
from ..models import Meeting
from .line import Line
from .meetings import in_order, line_at


def without(reading):
    """Meetings and statements that name no source."""
    bare = [entry for entry, _words in meeting_has_a_source(reading.picture)]
    said = [entry for entry, _words in statement_has_a_source(reading.picture)]
    return in_order(
        [
            *(line_at(reading, "meeting", entry.pk, entry.pk) for entry in bare),
            *(_statement(reading, entry) for entry in said),
        ]
    )


def _statement(reading, entry):
    row = reading.statements[entry.pk]
    return line_at(reading, "statement", entry.pk, row["meeting"], number=row["number"])


def without_words(line):
    """That it names no source."""
    if line.model == "statement":
        return _("Statement #%(number)s names no source.") % line.facts
    return _("The meeting names no source.")


def single(reading):
    """Meetings that rest on one source."""
    alone = (pk for pk, row in reading.meetings.items() if row["source_count"] == 1)
    return in_order(line_at(reading, "meeting", pk, pk) for pk in alone)


def single_words(line):
    """That it rests on one source."""
    return _("The meeting rests on one source alone.")


def readouts_not_found(reading):
    """Meetings that were held, of which an official read-out of one side or of both was not found."""
    return in_order(
        line_at(reading, "meeting", pk, pk, jp=row["readout_jp"], ru=row["readout_ru"])
        for pk, row in reading.meetings.items()
        if row["status"] == Meeting.Status.HELD and not (row["readout_jp"] and row["readout_ru"])
    )


def readout_words(line):
    """Whose read-out was not found."""
    if not (line.facts["jp"] or line.facts["ru"]):
        return _("An official read-out of either side was not found.")
    if line.facts["jp"]:
        return _("An official Russian read-out was not found.")
    return _("An official Japanese read-out was not found.")


def at_sources(line):
    """The sources of the meeting or of the statement."""
    fragment = "#id_sources" if line.model == "meeting" else ""  # a statement leads to its row
    return reverse(f"admin:timeline_{line.model}_change", args=[line.pk]) + fragment


def dead(reading):
    """Sources whose link was recorded dead and of which no archived copy is known, by key."""
    rows = sorted(reading.dead.items(), key=lambda item: item[1]["key"])
    return [
        Line(
            "source",
            pk,
            {"en": row["title"]},
            facts={"checked": row["link_state__checked_at"].date(), "answer": row["link_state__detail"]},
        )
        for pk, row in rows
    ]


def dead_words(line):
    """When it was recorded dead."""
    return _("Recorded dead on %(day)s (answer %(answer)s); no archived copy is known.") % {
        "day": day_words(line.facts["checked"]),
        "answer": line.facts["answer"],
    }


def at_copy(line):
    """The field for the archived copy."""
    return reverse("admin:timeline_source_change", args=[line.pk]) + "#id_archived_url"
