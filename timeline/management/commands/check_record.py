"""``manage.py check_record``: what no database constraint can hold."""

from django.core.management.base import BaseCommand

from timeline.loading.report import Examination


class Command(BaseCommand):
    """Examine the whole record and say where a rule does not hold."""

    requires_migrations_checks = True
    help = "Examine the whole record by every rule; exit 1 if there is an error."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="Write the findings as JSON.")

    def handle(self, *args, json, **options):
        examination = Examination()
        self.stdout.write(examination.as_json() if json else examination.as_text())
        if examination.has_errors():
            raise SystemExit(1)
