"""The query strings of the search page and of its suggestions."""

from django.utils.translation import gettext_lazy as _

from ..models import Meeting
from .lists import WORDS_HELP
from .questions import OneOf, Words
from .strict import StrictFilterSet

KINDS = [
    ("meeting", _("meetings")),
    ("statement", _("statements")),
    ("participant", _("people")),
    ("issue", _("issues")),
    ("place", _("places")),
    ("source", _("sources")),
]


class SearchFilter(StrictFilterSet):
    """Words, and the kind of record if one alone is wanted; it checks what was asked and chooses no rows itself."""

    q = Words(label=_("Words"), help_text=WORDS_HELP)
    kind = OneOf(KINDS, label=_("Kind"), help_text=_("The kind of record, if one alone is wanted."))

    def __init__(self, data=None, **kwargs):
        super().__init__(data, queryset=Meeting.objects.none(), **kwargs)


class SuggestFilter(StrictFilterSet):
    """The beginning of what a reader types."""

    q = Words(label=_("Words"), help_text=_("The beginning of a name."))

    def __init__(self, data=None, **kwargs):
        super().__init__(data, queryset=Meeting.objects.none(), **kwargs)
