"""The sequence of changes, to keep a copy of the record up to date."""

from rest_framework.negotiation import BaseContentNegotiation

from ...filters import ChangeFilter
from ...models import Change
from .. import serializers
from .base import ListView


class ChangeList(ListView):
    """Changes: which records the public saw come, change or go."""

    noun = "changes"
    filter_class = ChangeFilter
    serializer_class = serializers.ChangeSerializer
    has_texts = False

    def rows(self):
        return Change.objects.all()


class AlwaysJson(BaseContentNegotiation):
    """The suffix has chosen already, whatever the header ``Accept`` says."""

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type


class ChangeFile(ChangeList):
    """``/changes.json``: the same."""

    schema = None
    content_negotiation_class = AlwaysJson
