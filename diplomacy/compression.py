"""Answers travel compressed, except where a secret stands in them."""

from django.middleware.gzip import GZipMiddleware


class PublicGZipMiddleware(GZipMiddleware):
    """Compresses what the public reads, which holds no secret that its length could betray (BREACH); not the admin."""

    def process_response(self, request, response):
        if request.path_info.startswith("/admin/"):
            return response
        return super().process_response(request, response)
