"""``manage.py load_record``: the fixtures into the database."""

from django.core.management.base import BaseCommand, CommandError

from timeline import bitmaps, search
from timeline.loading import LoadError, load
from timeline.loading.plan import OUTCOMES
from timeline.loading.schema import MODELS, label


class Command(BaseCommand):
    """Load fixtures and say what came of each row."""

    requires_migrations_checks = True
    help = "Check fixtures and load them by natural key, all or nothing. What editors changed is kept and reported."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", metavar="path", help="Files or directories; all of fixtures/ if none.")
        parser.add_argument("--overwrite", action="store_true", help="Load over what editors changed or deleted, too.")
        parser.add_argument(
            "--reindex", action="store_true", help="Make what search finds and facets count anew, whatever was loaded."
        )
        parser.add_argument("--dry-run", action="store_true", help="Do everything and take it back; shows the counts.")

    def handle(self, *args, paths, overwrite, reindex, dry_run, **options):
        progress = self.stdout.write if self.stdout.isatty() else (lambda words: None)
        try:
            report = load(paths, overwrite=overwrite, dry_run=dry_run, progress=progress)
        except LoadError as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            count = len(refused.faults)
            raise CommandError(
                f"{count} {'fault' if count == 1 else 'faults'}; nothing was loaded.", returncode=1
            ) from None
        self._write(report)
        if reindex and not dry_run:
            search.index_record()
            bitmaps.index_record()
            self.stdout.write("What search finds and facets count was made anew.")
        if dry_run:
            self.stdout.write("Dry run: the database is as it was.")

    def _write(self, report):
        self.stdout.write(f"{'':28}" + "".join(f"{outcome:>11}" for outcome in OUTCOMES))
        for model in MODELS:
            if model in report.counts:
                counts = report.counts[model]
                name = str(model._meta.verbose_name_plural)
                self.stdout.write(f"{name:28}" + "".join(f"{counts[outcome]:>11}" for outcome in OUTCOMES))
        for step in report.kept:
            self.stdout.write(f"Kept, {step.why}: {label(step.entry.model, step.entry.key)}")
        if report.kept:
            self.stdout.write("--overwrite loads the fixtures over these.")
        for model, key in report.missing:
            self.stdout.write(f"In the fixtures no more, still in the record: {label(model, key)}")
