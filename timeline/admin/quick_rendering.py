"""The form of sixty statements drawn in a fraction of the time: the same HTML as Django's templates, made without them.

Django draws each of a thousand fields by three or four templates. Here the plain widgets are written directly
(``QuickRenderer``), and the markup around them is drawn once by Django's own templates and filled for each row
(``RowMould``), so that rows keep the look of the admin. Rows with errors, or not to be changed, are left to Django.
"""

from copy import deepcopy

from django import forms
from django.forms.renderers import DjangoTemplates
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

INDEX = "__prefix__"  # where the number of the row goes, in Django's words


class QuickRenderer(DjangoTemplates):
    """Django's renderer of forms, with the commonest widgets written directly."""

    def render(self, template_name, context, request=None):
        if template_name in DRAWN:
            return DRAWN[template_name](context["widget"])
        if template_name == CHOOSER and _only_adds(context):
            return _chooser(context)
        return super().render(template_name, context, request)


def _attributes(attrs):
    parts = []
    for name, value in attrs.items():
        if value is True:
            parts.append(f" {name}")
        elif value is not False:
            parts.append(f' {name}="{escape(str(value))}"')
    return "".join(parts)


def _line(widget):
    value = widget["value"]
    shown = "" if value is None else f' value="{escape(str(value))}"'
    head = f'<input type="{widget["type"]}" name="{escape(widget["name"])}"{shown}'
    return mark_safe(f"{head}{_attributes(widget['attrs'])}>")  # noqa: S308 -- each part is escaped


def _area(widget):
    head = f'<textarea name="{escape(widget["name"])}"{_attributes(widget["attrs"])}>'
    return mark_safe(f"{head}\n{escape(widget['value'] or '')}</textarea>")  # noqa: S308 -- each part is escaped


def _choice(widget):
    groups = (_group(name, options) for name, options, _index in widget["optgroups"])
    head = f'<select name="{escape(widget["name"])}"{_attributes(widget["attrs"])}>'
    return mark_safe(f"{head}{''.join(groups)}</select>")  # noqa: S308 -- each part is escaped


def _group(name, options):
    drawn = "".join(
        f'<option value="{escape(str(option["value"]))}"{_attributes(option["attrs"])}>'
        f"{conditional_escape(option['label'])}</option>"
        for option in options
    )
    return f'<optgroup label="{escape(name)}">{drawn}</optgroup>' if name else drawn


def _only_adds(context):
    """Whether a chooser of records has no more than the link that adds one."""
    others = ("can_change_related", "can_delete_related", "can_view_related", "is_hidden", "model_has_limit_choices_to")
    return context["can_add_related"] and not any(context[other] for other in others)


def _chooser(context):
    words = _("Add another %(model)s") % {"model": context["model"]}
    return format_html(
        '<div class="related-widget-wrapper" data-model-ref="{}">{}'
        '<a class="related-widget-wrapper-link add-related" id="add_id_{}" data-popup="yes" href="{}?{}" title="{}">'
        '<img src="{}" alt="" width="24" height="24"></a></div>',
        *(context["model_name"], context["rendered_widget"], context["name"], context["add_related_url"]),
        *(context["url_params"], words, static("admin/img/icon-addlink.svg")),
    )


CHOOSER = "admin/widgets/related_widget_wrapper.html"
DRAWN = {
    "django/forms/widgets/text.html": _line,
    "django/forms/widgets/number.html": _line,
    "django/forms/widgets/hidden.html": _line,
    "django/forms/widgets/textarea.html": _area,
    "django/forms/widgets/select.html": _choice,
}


QUICK = QuickRenderer()


class Gap(forms.Widget):
    """Stands for a field in the mould of a row."""

    def render(self, name, value, attrs=None, renderer=None):
        return mark_safe(f"\0{name.rpartition('-')[2]}\0")  # noqa: S308 -- the name of a field


class RowMould:
    """The fieldsets of a row as Django draws them, with gaps for fields and for the number of the row.

    ``row``: an ``InlineAdminForm`` of the formset's empty form, which is used up.
    """

    def __init__(self, row):
        for field in row.form.fields.values():
            field.widget = Gap()
        self.pieces = as_django_draws(row, INDEX).split("\0")  # markup and names of fields by turns

    def filled(self, form, index):
        """The HTML of the row that is ``form``, with the number ``index``."""
        parts = (
            form[piece].as_widget() if at % 2 else piece.replace(INDEX, index) for at, piece in enumerate(self.pieces)
        )
        return mark_safe("".join(parts))  # noqa: S308 -- Django's own markup and widgets


def in_words(field):
    """A copy of a form field whose label, help and choices are text in the active language."""
    field = deepcopy(field)
    field.label, field.help_text = field.label and str(field.label), str(field.help_text)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        field.choices = [(value, str(words)) for value, words in field.choices]
    return field


def as_django_draws(row, index):
    """The fieldsets of a row (an ``InlineAdminForm``), with the number ``index``, by the admin's own template."""
    names = {"heading_level": 4, "prefix": row.formset.prefix, "id_prefix": index}
    return mark_safe(  # noqa: S308 -- Django's own markup
        "".join(
            render_to_string("admin/includes/fieldset.html", names | {"fieldset": fieldset, "id_suffix": at})
            for at, fieldset in enumerate(row)
        )
    )
