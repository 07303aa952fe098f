"""Who imports, and a published meeting to change."""

import pytest
from django.contrib.auth.models import Group, User

from tests.factories import make_link, make_meeting, make_number, make_statement
from timeline.models import Source


def somebody(group):
    user = User.objects.create_user(group, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


@pytest.fixture
def author(db):
    return somebody("Authors")


@pytest.fixture
def publisher(db):
    return somebody("Publishers")


@pytest.fixture
def talks(db):
    """A published meeting with everything that belongs to one."""
    meeting = make_meeting("2017-03-20-talks", participants=["sergey-lavrov"], issues=["energy"])
    earlier = make_meeting("2016-12-15-summit", start="2016-12-15", issues=["energy"])
    make_statement(meeting, issues=["energy"])
    make_number(meeting)
    make_link(earlier, meeting)
    return meeting


@pytest.fixture
def draft(db):
    return make_meeting("2018-01-10-draft", start="2018-01-10", state="draft", issues=["energy"])


@pytest.fixture
def unused_source(db):
    return Source.objects.create(
        key="mid-2018", publisher="MID", title="Title", url="https://example.org/1", language="ru", side="RU",
        kind="official-other", waits=True,
    )  # fmt: skip
