"""Headers that narrow what a browser may do with our answers."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.utils.cache import patch_cache_control

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)

WIDER_POLICIES = {
}


class HeadersMiddleware:
    """No page asks for a camera or a place; what editors see stays out of every cache."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path_info.startswith("/admin/"):
            patch_cache_control(response, private=True, no_store=True)
        return response


class PolicyMiddleware(CSPMiddleware):
    """The Content-Security-Policy: strict, and wider only under the addresses in WIDER_POLICIES."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        for prefix, wider in WIDER_POLICIES.items():
            if parts.update is None and request.path_info.startswith(prefix):
                parts.update = wider
        return parts
