"""``manage.py make_release``: the published record as files, numbered by the data version."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from timeline.releases.build import NotMade, make
from timeline.releases.database import Inconsistent


class Command(BaseCommand):
    """Make a release of the record as it is published now."""

    requires_migrations_checks = True
    help = "Make a numbered release of the published record: CSV, NDJSON, SQLite, data package, codebook, checksums."

    def add_arguments(self, parser):
        parser.add_argument(
            "--into", type=Path, metavar="directory", help="Where releases lie; what RELEASES_DIR says if not given."
        )

    def handle(self, *args, into, **options):
        try:
            made = make(into or settings.RELEASES_DIR)
        except NotMade as refused:
            raise CommandError(str(refused)) from None
        except Inconsistent as broken:
            raise CommandError(
                f"The record contradicts itself, so no release was made: {broken}. check_record says more."
            ) from None
        except OSError as failed:
            raise CommandError(f"No release was made: {failed.strerror}: {failed.filename}") from None
        if made.is_new:
            self.stdout.write(f"Release {made.number} was made: {made.directory}")
        else:
            self.stdout.write(f"Release {made.number} is there already, with the same content: {made.directory}")
