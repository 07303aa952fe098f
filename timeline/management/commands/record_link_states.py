"""``manage.py record_link_states``: what a link checker found, kept beside the sources."""

from django.core.management.base import BaseCommand, CommandError

from timeline.link_states import read, record
from timeline.link_states.record import ELSEWHERE, OLDER, RECORDED, SAME
from timeline.models import LinkState

FATES = {
    RECORDED: "recorded",
    SAME: "known already",
    OLDER: "older than what is known, left out",
    ELSEWHERE: "of addresses that no source has",
}


class Command(BaseCommand):
    """Record the results in a file and say what came of them; no address is asked."""

    requires_migrations_checks = True
    help = "Check a file of results of a link checker (CSV or NDJSON) and record them, all or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", help="Named .csv, .ndjson or .jsonl; docs/editing.md says what stands in it.")
        parser.add_argument("--dry-run", action="store_true", help="Do everything and take it back; shows the counts.")

    def handle(self, *args, file, dry_run, **options):
        results, faults = read(file)
        if faults:
            for fault in faults:
                self.stderr.write(str(fault))
            count = len(faults)
            raise CommandError(f"{count} {'fault' if count == 1 else 'faults'}; nothing was recorded.", returncode=1)
        self._write(record(results, dry_run=dry_run))
        if dry_run:
            self.stdout.write("Dry run: the database is as it was.")

    def _write(self, outcome):
        for fate, words in FATES.items():
            if outcome.fates[fate]:
                self.stdout.write(f"{outcome.fates[fate]:>6} {words}")
        states = (f"{outcome.states[state]} {state}" for state in LinkState.State.values)
        self.stdout.write(f"These sources now: {', '.join(states)}.")
        for result in outcome.unknown:
            self.stdout.write(f"No source has this address (line {result.line}): {result.url}")
        for source in outcome.copied:
            self.stdout.write(f"Archived copy added: source {source.key}: {source.archived_url}")
        for source, found in outcome.differing:
            self.stdout.write(f"Another archived copy than its own, left out: source {source.key}: {found}")
