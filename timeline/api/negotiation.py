"""Which of the media types that exist fits the header ``Accept`` best, its weights obeyed."""

from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation


class WeighedNegotiation(DefaultContentNegotiation):
    """As RFC 9110 has it: the weight (``q``) decides, then the order in which the view lists its renderers."""

    def select_renderer(self, request, renderers, format_suffix=None):
        """The renderer and its media type; raises ``NotAcceptable`` if none fits."""
        if not request.headers.get("Accept", "").strip():
            return renderers[0], renderers[0].media_type
        chosen = request.get_preferred_type([renderer.media_type for renderer in renderers])
        for renderer in renderers:
            if renderer.media_type == chosen:
                return renderer, chosen
        raise NotAcceptable(available_renderers=renderers)
