"""Fields that hold one text in each language of the site: ``title_en``, ``title_ru``, ``title_ja``."""

from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language
from translated_fields import TranslatedField, to_attribute


class Localised(NamedTuple):
    """A text, and the language it is really in (BCP 47); both empty when there is none in any language."""

    text: str
    language: str


def in_language(record, name, language=None):
    """The text of a translated field, in ``language`` (default: the active one) or the first that has one.

    English comes first among the others, since the record is complete in it.
    """
    wanted = language or get_language() or settings.LANGUAGE_CODE
    for code in [wanted, *(code for code, _ in settings.LANGUAGES if code != wanted)]:
        text = getattr(record, to_attribute(name, code))
        if text:
            return Localised(text, code)
    return Localised("", "")


def script_language(text):
    """The language that the script of a spelling suggests: Japanese, Russian, else English."""
    if any("\u3040" <= letter <= "\u9fff" for letter in text):
        return "ja"
    return "ru" if any("\u0400" <= letter <= "\u04ff" for letter in text) else "en"


def _getter(name, field):
    return lambda record: in_language(record, name).text


def translated(field, required=("en", "ru", "ja")):
    """``field`` once a language; those not in ``required`` may stay empty, and reading falls back visibly."""
    blank = {code: {"blank": True} for code, _ in settings.LANGUAGES if code not in required}
    return TranslatedField(field, blank, attrgetter=_getter)
