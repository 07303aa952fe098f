"""The rows of statements in a meeting's form."""

from django import template
from django.contrib.admin.helpers import InlineAdminForm

from ..admin.quick_rendering import INDEX, RowMould, as_django_draws

register = template.Library()


@register.simple_tag
def row_fields(rows, row, index):
    """The fieldsets of ``row`` among ``rows`` (an ``InlineAdminFormSet``); ``index``: its number, or "empty"."""
    number = INDEX if index == "empty" else str(index)
    if row.form.errors or row.readonly_fields:
        return as_django_draws(row, number)
    mould = getattr(rows, "mould", None)
    if mould is None:
        formset = rows.formset
        blank = InlineAdminForm(formset, formset.empty_form, rows.fieldsets, {}, None, (), model_admin=rows.opts)
        mould = rows.mould = RowMould(blank)
    return mould.filled(row.form, number)
