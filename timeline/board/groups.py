"""The groups of the board, in the order in which they are shown."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import counts, offices, sources, translations, waiting
from .line import Line


@dataclass(frozen=True)
class Group:
    """Things of one kind to be fixed.

    ``find(reading)`` gives the ``Line``s in order, ``words(line)`` says what is wrong with one, in the active language,
    and ``where(line)`` gives the admin address of the form that mends it. ``mend`` says how. ``models`` are those that
    one must be allowed to view to be shown the group.
    """

    slug: str
    title: str
    mend: str
    models: tuple
    find: Callable
    words: Callable[[Line], str]
    where: Callable[[Line], str]


GROUPS = (
    Group(
        "no-source",
        _("No source"),
        _("Name what was read: nothing comes to readers without a source."),
        ("meeting", "statement"),
        sources.without,
        sources.without_words,
        sources.at_sources,
    ),
    Group(
        "single-source",
        _("One source only"),
        _("Look for the other side’s account or an independent report, and add it to the sources."),
        ("meeting",),
        sources.single,
        sources.single_words,
        sources.at_sources,
    ),
    Group(
        "readout-not-found",
        _("Read-out of a side not found"),
        _(
            "Where there is one, add it to the sources of the meeting: a text of that side, of the kind “official "
            "read-out”, published on the first day or later."
        ),
        ("meeting", "source"),
        sources.readouts_not_found,
        sources.readout_words,
        sources.at_sources,
    ),
    Group(
        "missing-translation",
        _("Translation missing"),
        _("Readers of that language are shown the text in another one, marked as such, until it is translated."),
        ("meeting", "statement", "attendance"),
        translations.missing,
        translations.words,
        translations.where,
    ),
    Group(
        "hole-in-a-count",
        _("Hole in an official count"),
        _(
            "Look among the meetings of these days: enter the one that is missing, or give the number to one that "
            "is there."
        ),
        ("meeting", "number", "series"),
        counts.holes,
        counts.words,
        counts.where,
    ),
    Group(
        "no-office",
        _("No office on record for the day"),
        _(
            "Add or correct the tenure of the person; or correct the office that day at the meeting. Where sources "
            "differ, say so in the meeting’s note, with the surname."
        ),
        ("attendance", "tenure", "participant"),
        offices.not_covering,
        offices.words,
        offices.where,
    ),
    Group(
        "dead-link",
        _("Link recorded dead"),
        _("Give the source an archived copy, or the address where its text is found now."),
        ("source",),
        sources.dead,
        sources.dead_words,
        sources.at_copy,
    ),
    Group(
        "waiting",
        pgettext_lazy("for review", "Waiting for long"),
        _("Publish it, or send it back with a note of what is wanted."),
        ("meeting",),
        waiting.long_in_review,
        waiting.words,
        waiting.where,
    ),
)
