"""Who edits."""

import pytest
from django.contrib.auth.models import Group, User


@pytest.fixture
def boss(client, db):
    """A client of somebody who may do everything."""
    client.force_login(User.objects.create_superuser("boss"))
    return client


@pytest.fixture
def editor(client, db):
    """A client of a member of the group "Editors"."""
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client
