"""Names that are given away for good, as those of events and entries: the same by whatever host somebody asks."""

from urllib.parse import urlsplit

from django.conf import settings


def host(request):
    """The host in such names: ``SITE_HOST``; the one that was asked only where none is set."""
    return settings.SITE_HOST or request.get_host().rsplit(":", 1)[0]


def name_of(address):
    """The absolute ``address`` of something here as its name."""
    if not settings.SITE_HOST:
        return address
    scheme = "https" if settings.HTTPS else "http"
    return urlsplit(address)._replace(scheme=scheme, netloc=settings.SITE_HOST).geturl()
