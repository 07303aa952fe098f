"""The query string of a record's history: which page of it, or which two versions to compare."""

from django.utils.translation import gettext_lazy as _

from ..models import Revision
from .questions import OneOf
from .strict import StrictFilterSet


class VersionFilter(StrictFilterSet):
    """Chooses among ``versions`` (a queryset), the newest first; readers count them from 1, without gaps."""

    page_size = None

    class Meta:
        model = Revision
        fields = []

    def __init__(self, data, versions):
        super().__init__(data, queryset=versions)
        self.count = versions.count()
        for name in ("from", "to"):
            self.filters[name].choices = [(str(number), str(number)) for number in range(1, max(self.count, 1) + 1)]

    @classmethod
    def get_filters(cls):
        """Adds ``from`` and ``to``, which Python cannot name in a class body."""
        filters = super().get_filters()
        filters["from"] = OneOf((), label=_("From version"), help_text=_("Unless told, the one before the other."))
        filters["to"] = OneOf((), label=_("To version"), help_text=_("Unless told, the latest."))
        return filters

    @property
    def compared(self):
        """The numbers of the two versions that are compared; ``None`` if none were asked for."""
        first, last = self.cleaned["from"], self.cleaned["to"]
        if not first and not last:
            return None
        last = int(last or max(self.count, 1))
        return int(first or max(last - 1, 1)), last

    def order(self, versions):
        """The newest first."""
        return versions.order_by("-number")
