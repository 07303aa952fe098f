"""Widgets of the editors' forms."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect, AutocompleteSelectMultiple
from django.utils.html import format_html
from django.utils.translation import gettext as _

from .quick_rendering import QUICK

BY_KEY = "-by_key"  # the line beside a chooser where no script fills it


class LineTextarea(AdminTextareaWidget):
    """A textarea whose text comes back as it was stored: browsers send CRLF, the record holds LF."""

    def value_from_datadict(self, data, files, name):
        text = super().value_from_datadict(data, files, name)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class ShowsChosen:
    """An autocomplete that shows what is chosen in the order in which it was chosen.

    Its field (``ChosenField``, ``ChosenListField``) knows the records, so that many rows need one query.
    """

    def render(self, name, value, attrs=None, renderer=None):
        """Drawn directly, since Django's wrapper of related fields passes no renderer on; without scripts, a key."""
        several = self.allow_multiple_selected
        label = _("or, without scripts, its key:") if not several else _("or, without scripts, keys with spaces:")
        line = '<noscript> <label>{} <input name="{}{}" value="{}"></label></noscript>'
        by_key = format_html(line, label, name, BY_KEY, self._unknown(value if several else [value]))
        return super().render(name, value, attrs, renderer or QUICK) + by_key

    def _unknown(self, value):
        """The keys that were typed and name no record: they stay, to be mended."""
        typed = [key for key in value or () if isinstance(key, str) and key.startswith("=")]
        known = self.choices.field.chosen(typed) if typed else ()
        return " ".join(key[1:] for key in typed if key not in known)

    def value_from_datadict(self, data, files, name):
        """What was chosen; a key that was typed comes as ``=key``."""
        value = super().value_from_datadict(data, files, name)
        keys = [f"={key}" for key in data.get(name + BY_KEY, "").split()]
        if self.allow_multiple_selected:
            return [*(value or []), *keys]
        return keys[0] if keys else value

    def optgroups(self, name, value, attrs=None):
        wanted = [str(key) for key in value if key not in (None, "")]
        chosen = self.choices.field.chosen(wanted)
        empty = [] if self.is_required or self.allow_multiple_selected else [("", "", False)]
        label = self.choices.field.label_from_instance
        options = empty + [(str(record.pk), label(record), True) for record in dict.fromkeys(chosen.values())]
        return [(None, [self.create_option(name, *option, index) for index, option in enumerate(options)], 0)]


class Chooser(ShowsChosen, AutocompleteSelect):
    """Autocomplete for one record."""


class ListChooser(ShowsChosen, AutocompleteSelectMultiple):
    """Autocomplete for several records, in their order."""

    @property
    def media(self):
        return super().media + forms.Media(js=["admin/js/jquery.init.js", "js/admin-order.js"])
