"""Files into the record, on the desk: sent, checked, looked at, imported."""

from functools import wraps

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ..exchange.checking import check
from ..exchange.refusal import RefusedError
from ..exchange.rights import PUBLISH
from ..exchange.saving import save
from ..exchange.tables import TABLES
from ..exchange.told import in_words, sums
from ..exchange.upload import SUFFIXES, Upload
from ..loading.faults import Fault
from ..models import Import
from . import export_pages
from .labels import screen_of
from .progress import streamed
from .upload_limit import limited

ON_A_PAGE = 50
LATEST = 10  # imports listed below the form


def addresses(site):
    """The addresses of import and export in an ``AdminSite``."""
    pages = {
        "import/": ("exchange-import", send),
        "import/<int:number>/": ("exchange-import-shown", show),
        "import/<int:number>/save/": ("exchange-import-save", carry_out),
        "import/<int:number>/discard/": ("exchange-import-discard", discard),
        **export_pages.PAGES,
    }
    for address, (name, view) in pages.items():
        yield path(f"exchange/{address}", site.admin_view(_on(site, view)), name=name)


def may_import(user):
    """Whether somebody may add or change anything of the record."""
    names = [model._meta.model_name for model in TABLES.values()]
    return any(user.has_perm(f"timeline.{deed}_{name}") for name in names for deed in ("add", "change"))


def in_and_out(user):
    """What the index of the desk says of import and export, as it says it of apps."""
    told = [(_("Export"), "exchange-export"), *([(_("Import"), "exchange-import")] if may_import(user) else [])]
    return {
        "name": _("In and out"),
        "app_label": "exchange",
        "app_url": reverse("admin:exchange-export"),
        "has_module_perms": True,
        "models": [
            {"name": name, "object_name": address, "admin_url": reverse(f"admin:{address}"), "view_only": True}
            for name, address in told
        ],
    }


class UploadForm(forms.Form):
    """A file to import, and how."""

    file = forms.FileField(label=gettext_lazy("File"))
    table = forms.ChoiceField(
        label=gettext_lazy("Table"),
        required=False,
        help_text=gettext_lazy("For a CSV file whose name does not say it. All other files say it themselves."),
    )
    publish = forms.BooleanField(
        label=gettext_lazy("Publish at once"),
        required=False,
        help_text=gettext_lazy(
            "Changes of public meetings are seen by readers without waiting, and new meetings come in with the state "
            "that the file gives. Otherwise changes wait, and new meetings are drafts."
        ),
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        tables = [(name, capfirst(model._meta.verbose_name_plural)) for name, model in TABLES.items()]
        self.fields["table"].choices = [("", _("as the file is named")), *tables]
        self.fields["file"].widget.attrs["accept"] = ",".join(SUFFIXES)
        if not request.user.has_perm(PUBLISH):
            del self.fields["publish"]

    def clean_file(self):
        if self.request.upload_is_too_large:
            raise forms.ValidationError(_too_large())
        return self.cleaned_data["file"]

    def clean(self):
        cleaned = super().clean()
        if self.request.upload_is_too_large:
            self.errors["file"] = self.error_class([_too_large()])
        elif file := cleaned.get("file"):
            try:
                self.upload = Upload(file.file, file.name, TABLES.get(cleaned.get("table")))
            except RefusedError as refused:
                self.add_error("file", refused.words)
        return cleaned


def _too_large():
    most = {"most": settings.IMPORT_MAX_MEGABYTES}
    return _("This file is larger than %(most)d MB: import it in parts.") % most


class ReasonForm(forms.Form):
    """Why a file is imported."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text=gettext_lazy("Kept with each version. Say what the file is and where it comes from."),
    )


def _on(site, view):
    """The view as one admin site has it."""

    @wraps(view)
    def on_site(request, **kwargs):
        return view(request, site, **kwargs)

    return on_site


@limited
@require_http_methods(["GET", "HEAD", "POST"])
def send(request, site):
    """``exchange/import/``: the form for a file; POST checks it and leads to what it would change."""
    if not may_import(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return _form(site, request, UploadForm(initial={"table": request.GET.get("table")}, request=request))
    form = UploadForm(request.POST, request.FILES, request=request)
    if not form.is_valid():
        return _form(site, request, form)
    Import.objects.outlived().delete()
    part_of = Import.objects.create(
        editor=request.user, name=form.upload.name, publish=form.cleaned_data.get("publish", False)
    )
    return _streamed(site, request, part_of, check(form.upload, part_of), _("Checking %(file)s"))


def _form(site, request, form):
    latest = Import.objects.of(request.user)[:LATEST]
    context = {"title": _("Import"), "form": form, "latest": latest, "most": settings.IMPORT_MAX_MEGABYTES}
    context["most_rows"] = settings.IMPORT_MAX_ROWS
    return TemplateResponse(request, "admin/timeline/exchange_send.html", {**site.each_context(request), **context})


def show(request, site, number):
    """``exchange/import/<number>/``: what an import would change, or did, and what is wrong with it."""
    part_of = _own(request, number)
    return _shown(site, request, part_of, ReasonForm())


def _shown(site, request, part_of, form):
    steps = part_of.steps.all()
    table = TABLES.get(request.GET.get("table"))
    if table:
        steps = steps.filter(model=table._meta.label_lower)
    page = Paginator(steps, ON_A_PAGE).get_page(request.GET.get("p"))
    told = in_words(list(page.object_list))
    ways, rows = sums(part_of)
    context = {
        **site.each_context(request),
        "title": _("Import: %(file)s") % {"file": part_of.name},
        "part_of": part_of,
        "form": form,
        "faults": [Fault(*fault) for fault in part_of.faults],
        "ways": ways,
        "sums": rows,
        "table": request.GET.get("table") if table else "",
        "page": page,
        "steps": [(one, screen_of(one.record) if one.record else "") for one in told],
    }
    return TemplateResponse(request, "admin/timeline/exchange_import.html", context)


@require_POST
def carry_out(request, site, number):
    """``exchange/import/<number>/save/``: POST with ``reason`` does what the import shows."""
    part_of = _own(request, number)
    form = ReasonForm(request.POST)
    if part_of.state != Import.State.READY or not part_of.steps.exists():
        return HttpResponseRedirect(_address(part_of))
    if not form.is_valid():
        return _shown(site, request, part_of, form)
    return _streamed(site, request, part_of, save(part_of, form.cleaned_data["reason"]), _("Importing %(file)s"))


@require_POST
def discard(request, site, number):
    """``exchange/import/<number>/discard/``: POST lets go of an import that was not carried out."""
    part_of = _own(request, number)
    if part_of.state != Import.State.DONE:
        part_of.delete()
    return HttpResponseRedirect(reverse("admin:exchange-import"))


def _own(request, number):
    if not may_import(request.user):
        raise PermissionDenied
    return get_object_or_404(Import.objects.of(request.user), pk=number)


def _streamed(site, request, part_of, work, title):
    context = {
        **site.each_context(request),
        "title": title % {"file": part_of.name},
        "part_of": part_of,
        "further": _address(part_of),
    }
    return streamed(request, work, context)


def _address(part_of):
    return reverse("admin:exchange-import-shown", args=[part_of.pk])
