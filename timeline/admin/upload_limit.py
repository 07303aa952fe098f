"""A limit for uploads that holds while they arrive."""

from functools import wraps

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.views.decorators.csrf import csrf_exempt, csrf_protect


class _Limit(FileUploadHandler):
    """Drops what comes after as many megabytes as the settings allow, and notes that it did."""

    def __init__(self, request):
        super().__init__(request)
        self.left = settings.IMPORT_MAX_MEGABYTES * 1_000_000
        request.upload_is_too_large = False

    def receive_data_chunk(self, raw_data, start):
        self.left -= len(raw_data)
        if self.left < 0:
            self.request.upload_is_too_large = True
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size):
        """The next handler keeps the file."""


def limited(view):
    """The view, with ``request.upload_is_too_large`` said of uploads. It checks its CSRF token itself, once it may."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method == "POST":
            request.upload_handlers.insert(0, _Limit(request))
        return csrf_protect(view)(request, *args, **kwargs)

    return csrf_exempt(checked)
