"""What the head of a page says of it to search engines and previews of links: its title and its description."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ..countries import country_name
from ..dates import day_words
from ..filters import filters_in_words, narrowed
from ..punctuation import labelled, listed, told_apart
from .record import disputed_between, offices_held

register = template.Library()
register.simple_tag(narrowed)


@register.simple_tag
def sentences(*texts):
    """Short texts one after another, without those that are empty; the last brings its own full stop."""
    return pgettext("between two sentences", ". ").join(str(text) for text in texts if text)


@register.simple_tag
def list_in_words(chips, about):
    """What a list holds: the filters in force, then what it is ``about``."""
    return sentences(filters_in_words(chips), about)


@register.simple_tag
def person_in_words(person, meeting_count, statement_count):
    """Who somebody is: name, country, offices, and how often the record has them."""
    who = listed([person.name, country_name(person.country)])
    offices = listed(office.title for office in offices_held(person))
    counts = counted(meeting_count, statement_count)
    return sentences(labelled(who, offices) if offices else who, counts, _about())


@register.simple_tag
def place_in_words(place, meeting_count):
    """Where a place lies, and how many meetings were held there."""
    where = country_name(place.country) if place.country else disputed_between()
    return sentences(labelled(listed([place.name, where]), counted(meeting_count)), _about())


@register.simple_tag
def office_in_words(office):
    """Which post it is, and who held it."""
    holders = dict.fromkeys(str(tenure.participant.name) for tenure in office.tenures.all())
    return sentences(office.title, labelled(_("Who held it"), listed(holders)) if holders else "", _about())


@register.simple_tag
def source_in_words(source, meeting_count, statement_count):
    """Who published a source and when, what it is, and what rests on it."""
    published = day_words(source.published) if source.published else _("undated")
    return sentences(
        listed([source.publisher, published, source.get_kind_display()]), counted(meeting_count, statement_count)
    )


@register.simple_tag
def record_in_words(record, meeting_count):
    """The name of a record, and how many meetings it has."""
    return sentences(labelled(record.name, counted(meeting_count)), _about())


@register.simple_tag
def results_in_words(groups):
    """How much was found of each kind."""
    return told_apart(labelled(group["word"], group["count"]) for group in groups)


def counted(meetings, statements=0):
    """Numbers of meetings and statements: "1 meeting, 9 statements"."""
    words = [ngettext("%(n)d meeting", "%(n)d meetings", meetings) % {"n": meetings}]
    if statements:
        words.append(ngettext("%(n)d statement", "%(n)d statements", statements) % {"n": statements})
    return listed(words)


def _about():
    """What the record is about, to end a description that is short."""
    return _("Who met whom between Russia and Japan, what each side said, and which source says so.")
