"""The pages of the releases: all of them with the codebook, and each with every one of its files."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from ..citations.cited import files, lines, site_of
from ..citations.work import Work
from ..linked_data import script
from ..models import DataVersion
from ..refusals import StrictPage
from . import shelf
from .codebook import chapters
from .described import described
from .linked_data import catalogue, dataset
from .names import STEM
from .serving import FOR_NOW


class ReleaseList(StrictPage, TemplateView):
    """``/data/``: the releases, the newest first; how to read and to cite them; what every column means."""

    template_name = "timeline/data.html"

    def get_context_data(self, **kwargs):
        releases = described()
        context = {"chapters": chapters(), "releases": releases, "data_version": DataVersion.objects.current()}
        if releases:
            context |= {
                "newest": releases[0],
                "lines": cited(self.request, releases[0]),
                "linked_data": script(catalogue(self.request, releases)),
            }
        return super().get_context_data(**kwargs) | context


class ReleaseDetail(StrictPage, TemplateView):
    """``/data/<number>/``: one release, with every one of its files."""

    template_name = "timeline/data_release.html"

    def get_context_data(self, number, **kwargs):
        shown = next((one for one in described() if one.release.number == number), None)
        if shown is None:
            raise Http404(_("There is no release of that number. /data/ lists those there are."))
        return super().get_context_data(**kwargs) | {
            "shown": shown,
            "data_version": DataVersion.objects.current(),
            "lines": cited(self.request, shown),
            **self.for_reference_managers(shown),
            "linked_data": script(dataset(self.request, shown, shown.release.files.values())),
        }

    def for_reference_managers(self, shown):
        """The release as a work, in the language of the page, its address, and what they import."""
        work = _work(self.request, shown, get_language())
        return {"work": work, "permanent": work.url, "files": files(work)}


def newest_release(request):
    """``/data/latest/``: leads to the page of the newest release."""
    release = shelf.newest()
    if release is None:
        raise Http404(_("No release of the data has been made yet."))
    response = redirect("timeline:release-detail", release.number, preserve_request=True)
    response["Cache-Control"] = FOR_NOW
    return response


def cited(request, shown):
    """A release (``Described``) in every style of citation."""
    return lines(lambda language: _work(request, shown, language))


def _work(request, shown, language):
    number, site = shown.release.number, site_of(request)
    with override(language):
        title = _("The data as a whole")
    with override(settings.LANGUAGE_CODE):
        page = request.build_absolute_uri(reverse("timeline:release-detail", args=[number]))
    return Work(
        kind="list",
        key=f"{STEM}-{number.replace('.', '-')}",
        title=title,
        language=language,
        url=page,
        issued=shown.as_of,
        **site.of_ours(language) | {"version": number},
    )
