"""What the pages of single records need: names in other languages, partial dates, words for codes."""

from functools import lru_cache

from babel import Locale
from django import template
from django.conf import settings
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from ..arrangement import sides
from ..countries import country_name
from ..dates import day_words, partial_edtf, partial_words, range_words, weekday_words
from ..models import Confidence, Precision, Statement
from ..models.translated import Localised, in_language, script_language

register = template.Library()

CONFIDENCE_MEANS = {
    Confidence.HIGH: gettext_lazy("high: an official source, or two that are independent"),
    Confidence.MEDIUM: gettext_lazy("medium: one good source"),
    Confidence.LOW: gettext_lazy("low: less than one good source"),
}
MINUTES_IN_AN_HOUR = 60
OWN_SCRIPT = {"RU": "ru", "JP": "ja"}
NOTHING = Localised("", "")

register.filter("country_name", country_name)
register.filter("script_language", script_language)


@register.simple_tag
def in_other_languages(record, name):
    """A translated field in the languages of the site that are not the page's, as ``Localised``."""
    others = [code for code, _name in settings.LANGUAGES if code != get_language()]
    texts = [Localised(getattr(record, f"{name}_{code}"), code) for code in others]
    return [text for text in texts if text.text]


@register.simple_tag
def own_script(person):
    """The name as the person's own country writes it, as ``Localised``; empty where the page shows it so anyway."""
    language = OWN_SCRIPT.get(person.country, "en")
    return NOTHING if language in (get_language(), "en") else Localised(getattr(person, f"name_{language}"), language)


@register.simple_tag
def localised_quietly(localised):
    """A ``Localised`` with its ``lang``, but no word for the language: for short texts beside longer ones."""
    if localised.language == get_language():
        return localised.text
    return format_html('<span lang="{}">{}</span>', localised.language, localised.text)


@register.simple_tag
def capacity(seat):
    """The office in which somebody sat at the table, with its ``lang``."""
    return localised_quietly(in_language(seat, "capacity"))


@register.filter
def in_english(text):
    """A text that is recorded in English only, as ``Localised``."""
    return Localised(text, "en")


@register.filter
def language_name(code):
    """The name of a language (BCP 47) in the page's language; the code itself if it has none."""
    return _languages(get_language() or "en").get(code, code)


@lru_cache
def _languages(language):
    return Locale.parse(language).languages


@register.filter
def weekdays(meeting):
    """The day of the week of a meeting, or of its first and last day; empty where no day is known."""
    if meeting.precision != Precision.DAY:
        return ""
    return range_words(*dict.fromkeys(weekday_words(day) for day in (meeting.start, meeting.end)))


@register.filter
def length_words(minutes):
    """A length in hours and minutes."""
    hours, rest = divmod(minutes, MINUTES_IN_AN_HOUR)
    in_hours = ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    in_minutes = ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest}
    if hours and rest:
        return _("%(hours)s %(minutes)s") % {"hours": in_hours, "minutes": in_minutes}
    return in_hours if hours else in_minutes


@register.filter
def as_sentence(words):
    """Words with the full stop of the page's language, unless they end in one: "12 March 2014.", "12 марта 2014 г."."""
    stop = pgettext("end of a sentence", ".")
    return words if words.endswith((".", stop)) else words + stop


@register.filter
def confidence_means(confidence):
    """A degree of confidence with what it stands for."""
    return CONFIDENCE_MEANS[confidence]


@register.simple_tag
def source_title(source):
    """The title of a source in its own language; in square brackets if it is ours."""
    if source.title_supplied:
        return format_html('<span lang="{}">[{}]</span>', source.title_language, source.title)
    return format_html('<cite lang="{}">{}</cite>', source.language, source.title)


@register.inclusion_tag("components/dead_since.html")
def dead_since(source):
    """That the link of a source was recorded dead, and on which day it was tried (UTC)."""
    day = source.known_link.checked_at.date()
    return {
        "url": source.url,
        "day": day_words(day),
        "machine": day.isoformat(),
        "is_copied": bool(source.archived_url),
    }


@register.inclusion_tag("components/tenure_dates.html")
def tenure_dates(tenure):
    """From when to when an office was held, in words, partial dates as such."""
    return {
        "start": partial_words(tenure.start, tenure.start_precision) if tenure.start else "",
        "end": partial_words(tenure.end, tenure.end_precision) if tenure.end else "",
        "start_machine": partial_edtf(tenure.start, tenure.start_precision),
        "end_machine": partial_edtf(tenure.end, tenure.end_precision),
    }


@register.simple_tag
def disputed_between():
    """The two sides in the reader's order, in one phrase."""
    first, second = (Statement.Side(side).label for side in sides())
    return _("disputed between %(first)s and %(second)s") % {"first": first, "second": second}


@register.filter
def offices_held(person):
    """The offices of a person in order of time, each once."""
    return list(dict.fromkeys(tenure.office for tenure in person.tenures.all()))


@register.simple_tag
def position(place):
    """Latitude and longitude in words: 35.68° N, 139.69° E."""
    north, east = place.latitude >= 0, place.longitude >= 0
    words = {"latitude": number_format(abs(place.latitude)), "longitude": number_format(abs(place.longitude))}
    words |= {"n": pgettext("north", "N") if north else pgettext("south", "S")}
    words |= {"e": pgettext("east", "E") if east else pgettext("west", "W")}
    return _("%(latitude)s° %(n)s, %(longitude)s° %(e)s") % words
