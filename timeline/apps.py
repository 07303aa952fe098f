from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TimelineConfig(AppConfig):
    """The record of meetings."""

    name = "timeline"
    verbose_name = _("Record of meetings")
