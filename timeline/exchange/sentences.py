"""The rules of the loader whose breach is an error, gathered for translation; each is its function's docstring."""

from django.utils.translation import gettext_noop

SENTENCES = (
    gettext_noop("What led to a meeting began on the same day or earlier."),
    gettext_noop("No meeting led, over however many others, to itself."),
    gettext_noop("No issue is, over however many others, part of itself."),
    gettext_noop("Every meeting names a source."),
    gettext_noop("Every meeting names an issue."),
    gettext_noop("A date known to the month or year runs from the first to the last day of that period."),
    gettext_noop("A participant sits on the side of their own country."),
    gettext_noop(
        "Whoever sat at a meeting held an office then, and that of their capacity, or the meeting says why not."
    ),
    gettext_noop("Nobody holds one office twice at a time."),
    gettext_noop("In every count, a later meeting has a higher number, or is a later session of the same round."),
    gettext_noop("A meeting with an official number was held."),
    gettext_noop("Every statement names a source."),
    gettext_noop("Every statement names an issue."),
    gettext_noop("The sources of a statement are sources of its meeting too."),
    gettext_noop("The issues of a statement are issues of its meeting too, except “other”."),
    gettext_noop("Who speaks for Russia or Japan is a person or body of that country."),
    gettext_noop("A reply answers an earlier claim of another side, at the same meeting."),
    gettext_noop("A quoted phrase has at most eight words."),
    gettext_noop("The time zone of a place is one of the IANA names."),
    gettext_noop("Our own text calls a disputed place by both sides' names."),
)
