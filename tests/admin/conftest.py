"""Who edits."""

import pytest
from django.contrib.auth.models import Group, User


@pytest.fixture
def boss(client, db):
    """A client of somebody who may do everything."""
    client.force_login(User.objects.create_superuser("boss"))
    return client


def member(name, group):
    """Somebody of that group, new if need be."""
    user, _made = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def editor(client, db):
    """A client of a Publisher, who may do whatever editing needs."""
    client.force_login(member("editor", "Publishers"))
    return client
