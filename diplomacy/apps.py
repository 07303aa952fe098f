"""Apps of Django that the site shapes to its own words."""

from django.contrib.admin.apps import AdminConfig


class EditorsAdminConfig(AdminConfig):
    """The admin, with the editors' own site."""

    default = False
    default_site = "timeline.desk.EditorsSite"
