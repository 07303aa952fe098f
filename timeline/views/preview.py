"""A meeting as readers will see it, for whoever has the link: never kept, never indexed, and gone with the request."""

from http import HTTPStatus

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from ..editing.preview import BrokenError, ExpiredError, ForgedError, OutdatedError, opened, shown
from .meeting import MeetingDetail

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}
REFUSALS = {
    ForgedError: (HTTPStatus.FORBIDDEN, _("This link shows nothing. Perhaps a part of it was lost: copy it whole.")),
    ExpiredError: (HTTPStatus.GONE, _("This link has expired. Ask whoever sent it for a new one.")),
    OutdatedError: (HTTPStatus.GONE, _("What this link showed has been published or given up since.")),
    BrokenError: (HTTPStatus.GONE, _("What this link showed names something that is gone, so it cannot be shown now.")),
}


class MeetingPreview(View):
    """``/preview/<token>/``: the page of the meeting, made by the very same view, within a transaction taken back."""

    http_method_names = ("get", "head")

    def get(self, request, token):
        try:
            preview = opened(token)
            page = MeetingDetail.as_view(extra_context={"preview": preview})
            response = shown(preview, lambda key: page(request, key=key))
        except tuple(REFUSALS) as refusal:
            response = self.refused(refusal)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    def refused(self, refusal):
        """A page in plain words, with nothing of what the link showed but the way to what is public."""
        status, words = REFUSALS[type(refusal)]
        context = {"words": words, "meeting": getattr(refusal, "meeting", None)}
        return render(self.request, "timeline/preview_refused.html", context, status=status)
