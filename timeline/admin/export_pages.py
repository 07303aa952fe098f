"""The record into files, on the desk: chosen on a list or a form, or the whole of it."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBadRequest, QueryDict, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from ..editing.document import PARTS
from ..exchange.export import export
from ..exchange.refusal import RefusedError
from ..exchange.selection import Selection
from ..exchange.tables import NAMES, TABLES
from ..exchange.upload import Kind
from ..links import query_text

FORMATS = [
    (Kind.XLSX, gettext_lazy("Excel workbook (.xlsx): one sheet a table")),
    (Kind.CSV, gettext_lazy("CSV: one file a table, several in a ZIP")),
    (Kind.YAML, gettext_lazy("YAML, as the fixtures of the record are")),
]
LIST, RECORD = "list", "key"  # what of a table: as its list is filtered, or one record


class ExportForm(forms.Form):
    """How to export."""

    kind = forms.ChoiceField(
        label=gettext_lazy("File format"), choices=FORMATS, initial=Kind.XLSX, widget=forms.RadioSelect
    )
    parts = forms.BooleanField(
        label=gettext_lazy("With what belongs to each"),
        required=False,
        initial=True,
        help_text=gettext_lazy(
            "Of meetings: numbers, participants, statements and links. Of people and offices: the terms of office."
        ),
    )
    bom = forms.BooleanField(
        label=gettext_lazy("CSV for Excel"),
        required=False,
        help_text=gettext_lazy("Begins with a mark by which Excel knows that the file is UTF-8."),
    )

    def __init__(self, *args, model=None, **kwargs):
        super().__init__(*args, **kwargs)
        if model not in PARTS:
            del self.fields["parts"]


class Wanted:
    """What somebody wants to export, as the address or the form says: ``records``, ``model``, ``count``, words."""

    def __init__(self, site, request):
        asked = request.POST if request.method == "POST" else request.GET
        self.hidden = {name: asked.getlist(name) for name in ("table", LIST, RECORD, "chosen") if name in asked}
        self.model = TABLES.get(asked.get("table"))
        self.models = [self.model] if self.model else viewable(request.user)
        if "table" in asked and not self.model:
            raise Http404
        if not self.models or not all(may_view(request.user, model) for model in self.models):
            raise PermissionDenied
        self.records = self._records(site, request, asked) if self.model else None

    def _records(self, site, request, asked):
        records = self.model.objects.all()
        if RECORD in asked:
            return records.filter(pk__in=_numbers(asked.getlist(RECORD)))
        if "chosen" in asked:
            return records.filter(pk__in=_numbers(asked["chosen"].split(",")))
        if asked.get(LIST):
            return _listed(site, request, self.model, asked[LIST])
        return records

    @property
    def count(self):
        """How many records there are to export."""
        return self.records.count() if self.model else sum(model.objects.count() for model in self.models)

    def selection(self, user, with_parts):
        """The ``Selection``, without tables that the user may not view."""
        if not self.model:
            return Selection.whole(self.models)
        chosen = Selection.of(self.records, with_parts)
        return Selection({model: rows for model, rows in chosen.querysets.items() if may_view(user, model)})


def export_page(request, site):
    """``exchange/export/``: how to export. ``?table=`` narrows it, ``list=`` (its list's query) or ``key=``."""
    wanted = Wanted(site, request)
    context = {
        **site.each_context(request),
        "title": _("Export"),
        "form": ExportForm(model=wanted.model),
        "wanted": wanted,
        "what": capfirst(wanted.model._meta.verbose_name_plural) if wanted.model else "",
    }
    return TemplateResponse(request, "admin/timeline/exchange_export.html", context)


@require_POST
def export_file(request, site):
    """``exchange/export/file/``: the file. By POST, so that a long choice fits."""
    wanted = Wanted(site, request)
    form = ExportForm(request.POST, model=wanted.model)
    if not form.is_valid():
        return HttpResponseBadRequest(_("Choose a file format."))
    kind, name = Kind(form.cleaned_data["kind"]), NAMES.get(wanted.model, "record")
    selection = wanted.selection(request.user, form.cleaned_data.get("parts", False))
    try:
        made = export(selection, kind, name, bom=form.cleaned_data["bom"], in_files=wanted.model is None)
    except RefusedError as refused:
        messages.error(request, refused.words)
        return export_page(request, site)
    response = StreamingHttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = content_disposition_header(True, made.name)
    return response


PAGES = {"export/": ("exchange-export", export_page), "export/file/": ("exchange-export-file", export_file)}


def may_view(user, model):
    """Whether somebody may see the records of a model on the desk."""
    return user.has_perm(f"timeline.view_{model._meta.model_name}") or user.has_perm(
        f"timeline.change_{model._meta.model_name}"
    )


def viewable(user):
    """The models of the record that somebody may see."""
    return [model for model in TABLES.values() if may_view(user, model)]


@admin.action(description=gettext_lazy("Export the chosen …"))
def export_chosen(model_admin, request, queryset):
    """Ask how to export the records that were ticked."""
    chosen = ",".join(map(str, queryset.order_by("pk").values_list("pk", flat=True)))
    request.method, request.POST = "POST", QueryDict(mutable=True)
    request.POST.update({"table": NAMES[queryset.model], "chosen": chosen})
    return export_page(request, model_admin.admin_site)


def export_address(model, **asked):
    """Where the records of a model are exported: ``list``, the query of their list, or ``key``, one of them."""
    return reverse("admin:exchange-export") + query_text([("table", NAMES[model]), *asked.items()])


def _listed(site, request, model, query):
    """The records that the list of a model shows under this query."""
    asked = QueryDict(query, mutable=True)
    asked.pop("p", None)
    listing = site.get_model_admin(model)
    request.GET = asked
    try:
        return listing.get_changelist_instance(request).get_queryset(request)
    except IncorrectLookupParameters:
        raise Http404 from None


def _numbers(texts):
    return [int(text) for text in texts if text.isdecimal() and len(text) < 19]
