"""The public reads; only the editors' admin takes what is sent."""

from . import errors


class ReadOnlyMiddleware:
    """Answers any other method than those of reading with 405, before the protection of forms answers 403.

    An address that does not exist is still told so: methods are looked at only where there is something to read.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """405 for a method that does not read, or ``None``: go on."""
        if request.method in errors.READING or request.path_info.startswith("/admin/"):
            return None
        return errors.method_not_allowed(request)
