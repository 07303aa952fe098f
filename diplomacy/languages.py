"""Which language an answer is in."""

from http import HTTPStatus

from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers


class PathLanguageMiddleware(LocaleMiddleware):
    """The address alone decides a page's language; only the editors' admin asks the browser.

    Django would add ``Vary: Accept-Language`` to every page without a prefix, and split caches for nothing.
    """

    def process_request(self, request):
        if not asks_browser(request):
            super().process_request(request)
            return
        translation.activate(translation.get_language_from_request(request))
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        if asks_browser(request):
            patch_vary_headers(response, ["Accept-Language"])
        if response.status_code != HTTPStatus.NOT_MODIFIED:  # says nothing of the answer that the client has
            response.headers.setdefault("Content-Language", translation.get_language())
        return response


def asks_browser(request):
    """Whether the language comes from the browser's settings."""
    return request.path_info.startswith("/admin/")
