"""Releases in the words of https://schema.org: the page of all of them a ``DataCatalog``, each one a ``Dataset``."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from . import names


def catalogue(request, releases):
    """The page ``/data/`` with these releases (``Described``): each with its main files only."""
    here = request.build_absolute_uri(reverse("timeline:release-list"))
    return _ours() | {
        "@type": "DataCatalog",
        "@id": here,
        "url": here,
        "name": _("%(site)s: data") % {"site": settings.SITE_NAME},
        "dataset": [dataset(request, one, [file for file, _what in one.main_files]) for one in releases],
    }


def dataset(request, described, files):
    """A release (``Described``) with these of its files."""
    number = described.release.number
    page = request.build_absolute_uri(reverse("timeline:release-detail", args=[number]))
    return _ours() | {
        "@type": "Dataset",
        "@id": page,
        "url": page,
        "identifier": f"{names.STEM}-{number}",
        "name": _("%(site)s: the data as a whole, release %(number)s") % {"site": settings.SITE_NAME, "number": number},
        "version": number,
        "dateModified": described.as_of_iso,
        "temporalCoverage": names.YEARS,
        "spatialCoverage": [{"@type": "Country", "name": name} for name in (_("Japan"), _("Russia"))],
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "@id": request.build_absolute_uri(reverse("timeline:release-list")),
        },
        "distribution": [_download(request, number, file) for file in files],
    }


def _ours():
    return {
        "description": _(
            "The sourced record of diplomatic meetings between Russia and Japan from 2013 to 2019: who met whom, when "
            "and where, in which format and office, which issues came up, what each side said, which meeting led to "
            "which, and which source says so."
        ),
        "creator": {"@type": "Organization", "name": str(settings.SITE_NAME)},
        "license": names.LICENCE_URL,
        "isAccessibleForFree": True,
        "inLanguage": [code for code, _name in settings.LANGUAGES],
    }


def _download(request, number, file):
    return {
        "@type": "DataDownload",
        "name": file.name,
        "contentUrl": request.build_absolute_uri(reverse("releases:file", args=[number, file.name])),
        "encodingFormat": file.media_type.partition(";")[0],
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
    }
