from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class TimelineConfig(AppConfig):
    """The record of meetings."""

    name = "timeline"
    verbose_name = _("Record of meetings")

    def ready(self):
        from .admin.editors import make_groups
        from .admin.folding import teach_sqlite

        connection_created.connect(teach_sqlite, dispatch_uid="timeline.teach_sqlite")
        post_migrate.connect(make_groups, sender=self, dispatch_uid="timeline.make_group")
