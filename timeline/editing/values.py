"""What a field of a document holds, as people read it: records by name, choices by label, dates in words."""

from django.conf import settings
from django.db import models
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from translated_fields.fields import show_language_code

from ..countries import country_name
from ..dates import partial_words
from ..loading.schema import fields_by_name
from ..models import Meeting, Precision, Source, Tenure
from ..models.translated import script_language
from ..templatetags.record import language_name
from .naming import Name

IN_LANGUAGE = {
    "en": gettext_lazy("in English"),
    "ru": gettext_lazy("in Russian"),
    "ja": gettext_lazy("in Japanese"),
}
NAMED_AFTER_A_LANGUAGE = ("full_name_ru", "reading_ja")
KNOWN_TO = {  # how much of a date is known stands in another field
    (Meeting, "start"): "precision",
    (Meeting, "end"): "precision",
    (Tenure, "start"): "start_precision",
    (Tenure, "end"): "end_precision",
}


def field_label(model, field):
    """What a field is called; of a translated one, with its language: "Summary, in Russian"."""
    with show_language_code(False):  # the screens of editors show "Summary [ru]"
        words = str(fields_by_name(model)[field].verbose_name)
    language = field.rpartition("_")[2]
    if language not in IN_LANGUAGE or field in NAMED_AFTER_A_LANGUAGE:
        return words
    return _("%(what)s, %(in_language)s") % {"what": words, "in_language": IN_LANGUAGE[language]}


def holds_text(model, field):
    """Whether a field holds free text, in which words may be marked."""
    column = fields_by_name(model)[field]
    return isinstance(column, models.CharField | models.TextField) and not _has_own_words(column)


def holds_list(model, field):
    """Whether a field holds several values in an order."""
    column = fields_by_name(model)[field]
    return column.many_to_many or isinstance(column, models.JSONField)


def in_words(model, field, value, row, names):
    """The ``value`` of a field as a list of ``Name``s, empty for none.

    ``row``: the fields of its row, which may say how much of a date is known; ``names``: the ``Names`` of what the
    document refers to.
    """
    if value in (None, "", []):
        return []
    column = fields_by_name(model)[field]
    if column.many_to_many:
        return [names.of(column.related_model, tuple(key)) for key in value]
    if column.is_relation:
        return [names.of(column.related_model, tuple(value))]
    if isinstance(column, models.JSONField):
        return [_text(one, field) for one in value]
    if isinstance(column, models.DateField):
        known_to = row.get(KNOWN_TO.get((model, field)), Precision.DAY)
        return [Name(partial_words(parse_date(value), known_to))]
    return [_one(model, column, value)]


def _one(model, column, value):
    if isinstance(column, models.BooleanField):
        return Name(_("yes") if value else _("no"))
    if column.flatchoices:
        return Name(str(dict(column.flatchoices).get(value, value)))
    if column.name == "country":
        return Name(country_name(value))
    if (model, column.name) == (Source, "language"):
        return Name(language_name(value))
    if holds_text(model, column.name):
        return _text(value, column.name)
    return Name(str(value))


def _has_own_words(column):
    """Whether its values are codes that stand for something, or addresses."""
    return (
        bool(column.flatchoices) or column.name in ("country", "language", "key") or isinstance(column, models.URLField)
    )


def _text(value, field):
    language = field.rpartition("_")[2]
    return Name(value, language if language in dict(settings.LANGUAGES) else script_language(value))
