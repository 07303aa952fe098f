"""The record that the project ships goes out and comes in again: in every format, and nothing changes."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.test import TestCase

from tests.exchange.files import checked, exported, unzipped
from timeline.editing.document import document
from timeline.exchange.documents import Documents
from timeline.exchange.selection import Selection
from timeline.exchange.upload import Kind
from timeline.loading.clean import CleanRow
from timeline.loading.picture import read_database
from timeline.loading.read import read
from timeline.loading.save import Writer
from timeline.models import Import, Meeting, Office, Participant

HOME = Path(settings.BASE_DIR, "fixtures")


def rows_of(text):
    """The rows of a fixture as they are written; where lines are folded counts for nothing."""
    rows = re.split(r"(?m)^(?=- model:)", text)[1:]
    lines = (re.sub(r"(?m)^(#.*)?\n", "", row) for row in rows)
    return sorted(re.sub(r"\n {6,}", " ", row).strip() for row in lines)


class ShippedRecordTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        rows, _faults = read([HOME])
        Writer(*read_database()).write([CleanRow(row).entry for row in rows], [])  # search and readers are not asked
        cls.boss = User.objects.create_superuser("boss")

    def assert_changes_nothing(self, name, raw):
        part_of = checked(name, raw, self.boss, publish=True)
        assert part_of.faults == []
        assert part_of.state == Import.State.READY
        assert part_of.rows_read == part_of.rows_alike > 2000
        assert not part_of.steps.exists()
        assert not part_of.states_left

    def test_csv_that_nobody_changed_changes_nothing(self):
        self.assert_changes_nothing(*exported(Selection.whole(), Kind.CSV, bom=True))

    def test_a_workbook_that_nobody_changed_changes_nothing(self):
        self.assert_changes_nothing(*exported(Selection.whole(), Kind.XLSX))

    def test_yaml_that_nobody_changed_changes_nothing_and_is_written_as_the_fixtures_are(self):
        name, raw = exported(Selection.whole(), Kind.YAML, in_files=True)
        self.assert_changes_nothing(name, raw)
        files = unzipped(raw)
        assert sorted(files) == sorted(path.relative_to(HOME).as_posix() for path in HOME.rglob("*.yaml"))
        for path, text in files.items():
            assert rows_of(text) == rows_of((HOME / path).read_text()), path

    def test_documents_made_in_memory_are_those_that_versions_keep(self):
        documents = Documents(read_database()[0])
        for model, count in ((Meeting, 12), (Participant, 5), (Office, 5)):
            for record in model.objects.order_by("-pk")[:count]:
                assert documents.of(model, (record.key,)) == document(record)
