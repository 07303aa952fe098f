"""Editors' screens as a browser has them: addresses, and what a form would send."""

from django.urls import reverse

NO_ROWS = {
    f"{prefix}-{name}": count
    for prefix in ("attendances", "statements", "numbers", "links_back", "links_ahead")
    for name, count in (("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0))
}


def change_address(record):
    return reverse(f"admin:timeline_{record._meta.model_name}_change", args=[record.pk])


def list_address(model):
    return reverse(f"admin:timeline_{model._meta.model_name}_changelist")


def add_address(model):
    return reverse(f"admin:timeline_{model._meta.model_name}_add")


def typed(response):
    """What the browser would send if nobody typed anything: each field of the shown form, lines ended by CRLF."""
    shown = [response.context["adminform"].form]
    for rows in response.context["inline_admin_formsets"]:
        shown += [rows.formset.management_form, *rows.formset.forms]
    data = {field.html_name: sent(field) for form in shown for field in form if sent(field) is not None}
    return data | ({"reason": "A test"} if "reason" in shown[0].fields else {})


def sent(field):
    value = field.value()
    if value is True:
        return "on"
    if value is None or value is False:
        return None
    return value.replace("\n", "\r\n") if isinstance(value, str) else value


def rows(prefix, *rows):
    """Rows of an inline, none of them saved before."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    return data | {f"{prefix}-{at}-{name}": value for at, row in enumerate(rows) for name, value in row.items()}


def faults(response):
    """The errors of a refused form, by the name of their field."""
    shown = [response.context["adminform"].form]
    shown += [form for rows in response.context["inline_admin_formsets"] for form in rows.formset.forms]
    return {form.add_prefix(name): list(errors) for form in shown for name, errors in form.errors.items()}
