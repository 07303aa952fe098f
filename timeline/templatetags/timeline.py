"""What templates need beside Django's own tags: sides, levels, dates, numbers, languages, query strings."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from ..arrangement import sides as sides_in_order
from ..axis import bracket, mark
from ..dates import date_words, day_words, edtf
from ..links import changed_query, query_text
from ..models import Meeting, Statement
from ..models.translated import Localised, in_language
from ..punctuation import listed

register = template.Library()

SIDE_CSS = {"JP": "jp", "RU": "ru", "joint": "both", "observer": "obs"}
IN_LANGUAGE = {
    "en": gettext_lazy("in English"),
    "ru": gettext_lazy("in Russian"),
    "ja": gettext_lazy("in Japanese"),
}
NUMBER_BY = {
    "both": gettext_lazy("No. %(number)s by both sides’ count"),
    "JP": gettext_lazy("No. %(number)s by Japan’s count"),
    "RU": gettext_lazy("No. %(number)s by Russia’s count"),
    "press": gettext_lazy("No. %(number)s by the press’s count"),
}


# Sides, levels, doubt


@register.inclusion_tag("components/side.html")
def side(code, one=False):
    """A side (RU, JP, joint, observer) as shape and word; ``one`` says "Observer" rather than "Observers"."""
    word = _("Observers") if code == "observer" and not one else Statement.Side(code).label
    return {"css": SIDE_CSS[code], "word": word}


@register.filter
def side_css(code):
    """The class of a side: jp, ru, both, obs."""
    return SIDE_CSS[code]


@register.simple_tag
def sides():
    """The codes of the two sides, by their names in the reader's language."""
    return sides_in_order()


@register.inclusion_tag("components/level.html")
def level(rank, status="held", vague=False):
    """The axis's mark for a level (1–5) and a status, to stand before the word; ``vague`` adds a bracket."""
    width = 24 if status == "postponed" or vague else 16
    x = 12 if vague else 8
    return {"mark": mark(rank, status, x, 8), "width": width, "bracket": bracket(1, 23, 11) if vague else ""}


@register.inclusion_tag("components/sign.html")
def sign(kind):
    """The drawn sign of doubt: differ, high, medium, low."""
    return {"kind": kind}


@register.filter
def status_word(status):
    """What became of a meeting: held, planned, postponed, cancelled."""
    return Meeting.Status(status).label


# Recorded text, dates and numbers in words

register.filter("listed", listed)


@register.simple_tag
def localised(value, name=None):
    """A recorded text in the page's language or, with its ``lang`` and a word, in another.

    ``value`` is a ``Localised``, or a record whose field ``name`` is shown.
    """
    text, language = in_language(value, name) if name else Localised(*value)
    if language in ("", get_language()):
        return text
    return format_html('<span class="tag">{}</span> <span lang="{}">{}</span>', IN_LANGUAGE[language], language, text)


@register.simple_tag
def meeting_dates(meeting):
    """When a meeting was, in words; a partial date says that the day is not known."""
    machine = edtf(meeting.start, meeting.end, meeting.precision)
    vague = {"month": _("day not known"), "year": _("month and day not known")}.get(meeting.precision, "")
    words = date_words(meeting.start, meeting.end, meeting.precision)
    shown = words if "/" in machine else format_html('<time datetime="{}">{}</time>', machine, words)
    if not vague:
        return shown
    comma = pgettext("before “day not known”", ", ")
    return format_html('{}{}<span class="doubt">{}</span>', shown, comma, vague)


@register.filter(name="day_words")
def day_in_words(day):
    """A day in words, in the page's language."""
    return day_words(day)


@register.simple_tag
def official_number(number, counter=None):
    """An official number in words: "No. 8 by Japan’s count (derived)".

    ``number`` has number, session and derived, and its own ``counter`` if none is given.
    """
    words = NUMBER_BY[counter or number.counter] % {"number": number.number}
    if number.session:
        words += pgettext_lazy("after a number", ", session %(session)s") % {"session": number.session}
    return words + pgettext_lazy("after a number", " (derived)") if number.derived else words


# Query strings


@register.simple_tag(takes_context=True)
def asked(context, name):
    """What the query string asks under ``name``, or nothing."""
    return query_of(context).get(name, "")


@register.simple_tag(takes_context=True)
def query_with(context, **changes):
    """The query string with ``changes`` made ("" takes a parameter away), from its "?", or "" if nothing is left.

    The page number goes unless it is one of the changes. Write the path before it:
    ``{{ request.path }}{% query_with … %}``.
    """
    return query_text(changed_query(query_of(context), changes))


@register.simple_tag(takes_context=True)
def query_without(context, *names):
    """The query string without these parameters and the page number, from its "?", or ""."""
    return query_text(changed_query(query_of(context), dict.fromkeys(names, "")))


def request_of(context):
    """The request for which a template is drawn, also within ``include … only``; ``None`` without one."""
    return context.get("request") or getattr(context, "request", None)


def query_of(context):
    """The query of that request; an empty mapping without one."""
    request = request_of(context)
    return request.GET if request else {}
