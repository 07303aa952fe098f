"""Every public page, in every language, for search engines: /sitemap.xml."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.http import HttpResponse
from django.urls import reverse

from .models import Format, Issue, Meeting, Office, Participant, Place, Source

PAGES = (
    "home", "format-list", "issue-list", "participant-list", "place-list", "office-list", "source-list",
    "statement-list", "change-list", "release-list", "about", "about-licence", "about-api", "about-api-errors",
    "data-dictionary",
)  # fmt: skip
KEPT_OUT = ("/admin/", "/health/", "/*/card/", "/*search/suggest/", "/*?*page_size=")


class InEveryLanguage(Sitemap):
    """Addresses in each language, each naming the others."""

    i18n = alternates = x_default = True
    limit = 10_000


class Pages(InEveryLanguage):
    """The lists, and the pages about the record."""

    def items(self):
        return PAGES

    def location(self, item):
        return reverse(f"timeline:{item}")


class Years(InEveryLanguage):
    """The years in which meetings began."""

    def items(self):
        return Meeting.objects.published().years()

    def location(self, item):
        return reverse("timeline:meeting-year", args=[item])


class Records(InEveryLanguage):
    """The pages of a model's public records."""

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.public().order_by("key")

    def location(self, item):
        return reverse(f"timeline:{self.model._meta.model_name}-detail", args=[item.key])


class Meetings(Records):
    """The meetings, with the day on which readers last saw a change."""

    def __init__(self):
        super().__init__(Meeting)

    def items(self):
        return super().items().only("key", "content_updated_at")

    def lastmod(self, item):
        return item.content_updated_at

    def get_latest_lastmod(self):
        """The last of these days, of all of them."""
        return Meeting.objects.published().aggregate(last=Max("content_updated_at"))["last"]


SITEMAPS = {
    "pages": Pages(),
    "years": Years(),
    "meetings": Meetings(),
    **{f"{model._meta.model_name}s": Records(model) for model in (Format, Issue, Participant, Place, Office, Source)},
}


def robots(request):
    """``/robots.txt``: what crawlers need not read, and where the list of pages is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in KEPT_OUT)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
