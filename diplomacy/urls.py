"""Addresses of the site: the record's pages in three languages, its API and files, the editors' admin."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path

from diplomacy import health
from timeline.oembed import OEmbed
from timeline.sitemaps import SITEMAPS, robots

urlpatterns = [
    path("health/live/", health.live, name="health-live"),
    path("health/ready/", health.ready, name="health-ready"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
    path("api/", include("timeline.api.urls")),
    path("oembed/", OEmbed.as_view(), name="oembed"),
    path("admin/", admin.site.urls),
    path("", include("timeline.changes.urls")),
    path("", include("timeline.exports.urls")),
    path("", include("timeline.releases.urls")),
    *i18n_patterns(path("", include("timeline.urls")), prefix_default_language=False),
]

handler400 = "diplomacy.errors.bad_request"
handler403 = "diplomacy.errors.forbidden"
handler404 = "diplomacy.errors.not_found"
handler500 = "diplomacy.errors.server_error"
