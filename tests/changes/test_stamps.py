"""What follows a published change."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from tests.factories import make_meeting, make_participant
from timeline.changes import record_changed
from timeline.models import DataVersion, Meeting

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def test_the_data_version_moves_with_every_change():
    before = DataVersion.objects.current().number
    record_changed()
    record_changed()
    assert DataVersion.objects.current().number == before + 2


def test_the_moment_of_a_change_is_read_when_no_other_is_under_way(monkeypatch):
    before, read = DataVersion.objects.current().number, []

    def now():
        read.append(DataVersion.objects.get().number)
        return datetime(2100, 1, 1, tzinfo=UTC)

    monkeypatch.setattr("timeline.querysets.version.timezone", SimpleNamespace(now=now))
    record_changed([make_meeting("changed")])

    assert read == [before + 1]  # the row had moved, so it was locked
    assert Meeting.objects.get(key="changed").content_updated_at.year == 2100


def test_a_clock_that_is_behind_moves_no_stamp_back(monkeypatch):
    record_changed()
    moved_at = DataVersion.objects.current().moved_at
    monkeypatch.setattr("timeline.querysets.version.timezone", SimpleNamespace(now=lambda: LONG_AGO))
    record_changed([make_meeting("changed")])

    assert Meeting.objects.get(key="changed").content_updated_at == moved_at


def test_only_the_meetings_that_changed_are_stamped_and_indexed():
    changed, other = (
        make_meeting("changed", content_updated_at=LONG_AGO),
        make_meeting("other", content_updated_at=LONG_AGO),
    )
    record_changed([changed])
    changed.refresh_from_db()
    other.refresh_from_db()
    assert changed.content_updated_at > LONG_AGO
    assert other.content_updated_at == LONG_AGO
    assert [meeting.key for meeting in Meeting.objects.matching("talks")] == ["changed"]


def test_a_changed_name_is_found_at_once_in_what_names_it():
    make_meeting("one", participants=["sergey-lavrov"])
    lavrov = make_participant()
    lavrov.name_ru = "Сергей Викторович Лавров"
    lavrov.save()
    record_changed(others=[lavrov])
    assert [meeting.key for meeting in Meeting.objects.matching("Викторович")] == ["one"]
