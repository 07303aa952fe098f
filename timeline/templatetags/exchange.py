"""The way from a list or a form of the desk to import and export."""

from django import template
from django.urls import reverse

from ..admin.exchange import may_import
from ..admin.export_pages import LIST, RECORD, export_address
from ..exchange.tables import NAMES
from ..links import query_text

register = template.Library()


@register.simple_tag
def export_of_list(changelist):
    """The address at which what a list shows is exported; empty if it is no list of the record."""
    if changelist.model not in NAMES:
        return ""
    query = changelist.get_query_string(remove=["p"]).removeprefix("?")
    return export_address(changelist.model, **({LIST: query} if query else {}))


@register.simple_tag
def export_of_record(record):
    """The address at which a record is exported; empty if it is none of the record of meetings."""
    return export_address(type(record), **{RECORD: str(record.pk)}) if type(record) in NAMES else ""


@register.simple_tag
def import_into(changelist, user):
    """The address at which a file for this table is imported; empty if there is no such table, or no right."""
    if changelist.model not in NAMES or not may_import(user):
        return ""
    return reverse("admin:exchange-import") + query_text([("table", NAMES[changelist.model])])
