"""The groups of those who may edit the record: Authors, Reviewers, Publishers."""

from django.apps import apps as global_apps
from django.contrib.auth.management import create_permissions

PARTS = ("meeting", "meetinglink", "number", "attendance", "statement", "tenure")
KEYED = ("participant", "organisation", "office", "source", "place")
LISTS = ("formerkey", "format", "issue", "series")


def _to(deeds, models):
    return [f"{deed}_{model}" for deed in deeds for model in models]


VIEW = _to(["view"], PARTS + KEYED + LISTS)
WRITE = _to(["add", "change"], PARTS + KEYED) + _to(["delete"], PARTS)
GROUPS = {
    "Authors": [*VIEW, *WRITE, "submit_meeting"],
    "Reviewers": [*VIEW, "review_meeting"],
    "Publishers": [
        *VIEW,
        *WRITE,
        *_to(["add", "change"], LISTS),
        *_to(["submit", "review", "publish", "withdraw"], ["meeting"]),
    ],
}


def make_groups(app_config, using="default", apps=global_apps, **kwargs):
    """Make the groups with their permissions after a migration; permissions given to them by hand stay.

    Authors write what readers do not see yet; Reviewers comment and send back; Publishers decide what readers see.
    Nobody deletes what has an address: it is withdrawn or merged.
    """
    try:
        group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:  # only some apps are migrated so far
        return
    create_permissions(app_config, verbosity=0, using=using, apps=apps)
    known = permission_model.objects.using(using).filter(content_type__app_label="timeline")
    for name, codenames in GROUPS.items():
        group, _made = group_model.objects.using(using).get_or_create(name=name)
        group.permissions.add(*known.filter(codename__in=codenames))
