"""The group of those who may edit the record."""

from django.apps import apps as global_apps
from django.contrib.auth.management import create_permissions

NAME = "Editors"
PARTS = ("meeting", "meetinglink", "number", "attendance", "statement", "tenure")
KEYED = ("formerkey", "participant", "organisation", "office", "source", "format", "issue", "place", "series")


def make_group(app_config, using="default", apps=global_apps, **kwargs):
    """Make the group with its permissions after a migration; permissions given to it by hand stay.

    Editors add and change everything. They delete what belongs to a meeting and meetings that no reader has seen;
    names in lists are addresses, and stay.
    """
    try:
        group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:  # only some apps are migrated so far
        return
    create_permissions(app_config, verbosity=0, using=using, apps=apps)
    allowed = [f"{deed}_{model}" for deed in ("view", "add", "change") for model in PARTS + KEYED]
    allowed += [f"delete_{model}" for model in PARTS]
    group, _made = group_model.objects.using(using).get_or_create(name=NAME)
    permissions = permission_model.objects.using(using).filter(content_type__app_label="timeline", codename__in=allowed)
    group.permissions.add(*permissions)
