"""What the pages of single records need: names in other languages, partial dates, words for codes."""

from django import template
from django.conf import settings
from django.utils.translation import get_language, get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from ..arrangement import sides
from ..countries import country_name
from ..dates import partial_edtf, partial_words, weekday_words
from ..models import Confidence, Precision, Statement
from ..models.translated import Localised

register = template.Library()

CONFIDENCE_MEANS = {
    Confidence.HIGH: gettext_lazy("high: an official source, or two that are independent"),
    Confidence.MEDIUM: gettext_lazy("medium: one good source"),
    Confidence.LOW: gettext_lazy("low: less than one good source"),
}
OTHER_LANGUAGES = {"zh": gettext_lazy("Chinese")}  # languages of sources that Django has no plain name for
MINUTES_IN_AN_HOUR = 60

register.filter("country_name", country_name)


@register.simple_tag
def in_other_languages(record, name):
    """A translated field in the languages of the site that are not the page's, as ``Localised``."""
    others = [code for code, _name in settings.LANGUAGES if code != get_language()]
    texts = [Localised(getattr(record, f"{name}_{code}"), code) for code in others]
    return [text for text in texts if text.text]


@register.filter
def in_english(text):
    """A text that is recorded in English only, as ``Localised``."""
    return Localised(text, "en")


@register.simple_tag
def language_of(text_language):
    """The ``lang`` attribute's value where it differs from the page's, else nothing."""
    return "" if text_language == get_language() else text_language


@register.filter
def language_name(code):
    """The name of a language (BCP 47) in the page's language; the code itself if it has none."""
    if code in OTHER_LANGUAGES:
        return str(OTHER_LANGUAGES[code])
    try:
        name = get_language_info(code)["name_translated"]
    except KeyError:
        return code
    return name[:1].lower() + name[1:] if get_language() == "ru" else name


@register.filter
def weekdays(meeting):
    """The day of the week of a meeting, or of its first and last day; empty where no day is known."""
    if meeting.precision != Precision.DAY:
        return ""
    return "–".join(dict.fromkeys(weekday_words(day) for day in (meeting.start, meeting.end)))


@register.filter
def length_words(minutes):
    """A length in hours and minutes."""
    hours, rest = divmod(minutes, MINUTES_IN_AN_HOUR)
    parts = []
    if hours:
        parts.append(ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours})
    if rest:
        parts.append(ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest})
    return " ".join(parts)


@register.filter
def confidence_means(confidence):
    """A degree of confidence with what it stands for."""
    return CONFIDENCE_MEANS[confidence]


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
