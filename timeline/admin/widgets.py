"""Widgets of the editors' forms."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect, AutocompleteSelectMultiple


class LineTextarea(AdminTextareaWidget):
    """A textarea whose text comes back as it was stored: browsers send CRLF, the record holds LF."""

    def value_from_datadict(self, data, files, name):
        text = super().value_from_datadict(data, files, name)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class ShowsChosen:
    """An autocomplete that shows what is chosen in the order in which it was chosen.

    Its field (``ChosenField``, ``ChosenListField``) knows the records, so that many rows need one query.
    """

    def optgroups(self, name, value, attrs=None):
        wanted = [str(key) for key in value if key not in (None, "")]
        chosen = self.choices.field.chosen(wanted)
        empty = [] if self.is_required or self.allow_multiple_selected else [("", "", False)]
        options = empty + [(key, self.choices.field.label_from_instance(chosen[key]), True) for key in chosen]
        return [(None, [self.create_option(name, *option, index) for index, option in enumerate(options)], 0)]


class Chooser(ShowsChosen, AutocompleteSelect):
    """Autocomplete for one record."""


class ListChooser(ShowsChosen, AutocompleteSelectMultiple):
    """Autocomplete for several records, in their order."""

    @property
    def media(self):
        return super().media + forms.Media(js=["admin/js/jquery.init.js", "js/admin-order.js"])
