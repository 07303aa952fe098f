"""The pages of the offices: all posts by side, and who held one."""

from django.views.generic import ListView

from ..arrangement import by_side
from ..models import Office
from ..refusals import StrictPage
from .record import RecordDetail


class OfficeList(StrictPage, ListView):
    """``/offices/``: the posts of each side, with those who held them."""

    template_name = "timeline/office_list.html"

    def get_queryset(self):
        return Office.objects.public().with_tenures()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"groups": by_side(self.object_list)}


class OfficeDetail(RecordDetail):
    """``/offices/<key>/``: who held the post, in order of time."""

    template_name = "timeline/office_detail.html"
    context_object_name = "office"

    def get_queryset(self):
        return Office.objects.public().with_tenures()
