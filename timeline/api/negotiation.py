"""Which of the media types that exist fits the header ``Accept`` best, its weights obeyed."""

from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation


class WeighedNegotiation(DefaultContentNegotiation):
    """As RFC 9110 has it: the weight (``q``) decides, then the order in which the view lists its renderers."""

    def select_renderer(self, request, renderers, format_suffix=None):
        """The renderer and its media type; raises ``NotAcceptable`` if none fits."""
        types = [renderer.media_type for renderer in renderers]
        chosen = preferred(request, types)
        if chosen is None:
            raise NotAcceptable(available_renderers=renderers)
        return renderers[types.index(chosen)], chosen


def preferred(request, types):
    """The one of ``types`` that fits ``Accept`` best, the first if the client does not care; ``None`` if none fits."""
    if not request.headers.get("Accept", "").strip():
        return types[0]
    return request.get_preferred_type(types) or _chosen_without_parameters(request, types)


def prefers_problem(request):
    """Whether a problem in JSON says more to the client than an error page; a page where it does not care."""
    return preferred(request, ["text/html", "application/json", "application/problem+json"]) != "text/html"


def _chosen_without_parameters(request, types):
    """What fits when ``charset`` and the like are disregarded, which many clients send and few types have."""
    for accepted in request.accepted_types:
        for media_type in types if accepted.quality else ():
            main, sub = media_type.split("/")
            if accepted.main_type in ("*", main) and accepted.sub_type in ("*", sub):
                return media_type
    return None
