"""Headers that narrow what a browser may do with our answers."""

import re
from http import HTTPStatus

from csp.constants import HEADER as CONTENT_SECURITY_POLICY
from csp.utils import build_policy
from django.conf import settings
from django.utils.cache import patch_cache_control

FRAME_OPTIONS = "X-Frame-Options"
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


class HeadersMiddleware:
    """No page asks for a camera or a place; what editors see stays out of every cache; some pages may be framed."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.embedded = re.compile(settings.EMBEDDED_PATH)
        self.policy_in_frames = build_policy(config=settings.EMBEDDED_CONTENT_SECURITY_POLICY)

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path_info.startswith("/admin/"):
            patch_cache_control(response, private=True, no_store=True)
        if self.embedded.match(request.path_info):
            # By the address, so that errors and kept answers can be framed as the page can.
            response[CONTENT_SECURITY_POLICY] = self.policy_in_frames
            del response[FRAME_OPTIONS]
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            # What a 304 says replaces what the browser keeps (RFC 9111, section 3.2); a page's own policy must stay.
            del response[CONTENT_SECURITY_POLICY], response[FRAME_OPTIONS]
        return response
