"""Rows to entries: every value against its own field, with that field's own rules and messages."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .faults import Fault, did_you_mean
from .picture import Entry
from .schema import BY_LABEL, fields_by_name, key_length, label, named_by, natural_key


class BadValueError(Exception):
    """A value that its field does not take; the text is the rule."""


_TEXT = gettext_lazy("text is expected; quote words that YAML reads as something else")
_EXPECTED = {
    models.BooleanField: (bool, gettext_lazy("true or false is expected")),
    models.IntegerField: (int, gettext_lazy("a whole number is expected")),
    models.DecimalField: ((int, float, str), gettext_lazy("a number is expected")),
    models.JSONField: (list, gettext_lazy("a list of texts is expected")),
    models.DateField: ((str, date), gettext_lazy("a day such as 2017-03-20 is expected")),
    models.CharField: (str, _TEXT),
    models.TextField: (str, _TEXT),
}


class CleanRow:
    """A row whose values were checked one by one: ``entry`` if all of them are good, ``faults`` otherwise.

    ``names`` is the model and natural key of the record, as soon as these are good.
    """

    def __init__(self, row):
        self.row = row
        self.faults = []
        self.entry = None
        self.names = None
        self.name = ""
        model = self._model()
        if model:
            self._clean(model)

    def fault(self, field, rule):
        """Note that a rule is broken in this row."""
        record = f"{self.row.position}, {self.name}" if self.name else self.row.position
        self.faults.append(Fault(self.row.file, record, field, rule))

    def _model(self):
        content = self.row.content
        if not isinstance(content, dict) or not isinstance(content.get("fields"), dict):
            self.fault("", _("a row has a “model” and its “fields”."))
            return None
        for name in sorted(set(map(str, content)) - {"model", "fields"}):
            self.fault(name, _("a row has a “model” and its “fields” only; its natural key names the record."))
        model = BY_LABEL.get(str(content.get("model")).lower())
        if not model:
            known = did_you_mean(content.get("model"), BY_LABEL)
            words = _("“%(name)s” is no model of the record") % {"name": content.get("model")}
            self.fault("model", f"{words}{known or '.'}")
        return model

    def _clean(self, model):
        given = {str(name): value for name, value in self.row.content["fields"].items()}
        fields = fields_by_name(model)
        self.name = _provisional_name(model, given)
        for name in given:
            if name not in fields:
                words = _("%(record)s has no such field") % {"record": model._meta.verbose_name}
                self.fault(name, f"{words}{did_you_mean(name, fields) or '.'}")
        values = {name: self._value(field, given) for name, field in fields.items()}
        if all(values[name] is not None for name in named_by(model)):
            self.names = (model, natural_key(model, values))
            self.name = label(*self.names)
        if not self.faults:
            self.entry = Entry(model, values)

    def _value(self, field, given):
        try:
            if field.name not in given:
                return left_out(field)
            return clean_value(field, given[field.name])
        except BadValueError as error:
            self.fault(field.name, str(error))
        return None


def _provisional_name(model, given):
    """How a message names a row that may not be whole."""
    parts = [given.get(name, "?") for name in named_by(model)]
    flat = [one for part in parts for one in (part if isinstance(part, list) else [part])]
    return label(model, flat)


def left_out(field):
    """What a field holds that a row does not name; raises ``BadValueError`` if every row has to name it."""
    if field.many_to_many:
        if not field.blank:
            raise BadValueError(_("at least one is needed."))
        return ()
    if field.null or field.blank or field.has_default():
        return field.get_default()
    raise BadValueError(_("is missing."))


def clean_value(field, value):
    """The value as the record holds it; raises ``BadValueError`` with the rule it breaks."""
    if field.many_to_many:
        return _clean_list(field, value)
    if field.is_relation:
        return _clean_reference(field, value)
    if value is None and field.null:
        return None
    _refuse_wrong_type(field, value)
    try:
        cleaned = field.clean(str(value) if isinstance(value, float) else value, None)  # 35.68, not 35.67999…
    except ValidationError as error:
        raise BadValueError(" ".join(error.messages)) from None
    return _as_stored(field, cleaned)


def _refuse_wrong_type(field, value):
    for kind, (types, expected) in _EXPECTED.items():
        if isinstance(field, kind):
            wrong = not isinstance(value, types) or (isinstance(value, bool) and kind is not models.BooleanField)
            if wrong:
                raise _not_expected(expected, value)
            break
    texts = value if isinstance(value, list) else [value]
    for text in texts:
        if isinstance(value, list) and not isinstance(text, str):
            raise _not_expected(_EXPECTED[models.JSONField][1], text)
        if isinstance(text, str) and (text != text.strip() or "\x00" in text):
            raise BadValueError(_("blanks at the start or the end, or a character that no text holds."))


def _as_stored(field, value):
    if isinstance(field, models.DecimalField):
        return value.quantize(Decimal(1).scaleb(-field.decimal_places))
    return value


def _clean_reference(field, value):
    """A natural key as a tuple; whether there is such a record is asked later, when all rows are known."""
    if value is None:
        if field.null:
            return None
        raise BadValueError(_("is missing."))
    parts = key_length(field.related_model)
    example = "[key]" if parts == 1 else "[meeting, number]"
    if not isinstance(value, list) or len(value) != parts or not all(isinstance(part, str | int) for part in value):
        raise _not_expected(_("a natural key such as %(example)s is expected") % {"example": example}, value)
    return tuple(value)


def _clean_list(field, value):
    if not isinstance(value, list):
        raise BadValueError(_("a list of natural keys such as [[key], [key]] is expected."))
    references = [_clean_reference(field, one) for one in value]
    if not references and not field.blank:
        raise BadValueError(_("at least one is needed."))
    for reference in references:
        if references.count(reference) > 1:
            raise BadValueError(_("“%(key)s” is listed twice.") % {"key": reference[0]})
    return tuple(references)


def _not_expected(expected, value):
    return BadValueError(_("%(expected)s, found %(value)s.") % {"expected": expected, "value": repr(value)})
