"""The columns of ``participants.csv``."""

from django.utils.translation import gettext_lazy as _

from ...models.choices import Kind
from .base import Column, address, count, one_of, texts

PARTICIPANTS = [
    Column(
        "key",
        _("The person’s key; never changes."),
        constraints={"required": True, "unique": True, "pattern": "[a-z0-9-]+"},
    ),
    address("url", _("The person in the API.")),
    address("html_url", _("The person’s page.")),
    *texts("name", _("The usual name.")),
    Column("full_name_ru", _("The Russian name with the patronymic.")),
    Column("reading_ja", _("The name in kana.")),
    Column("aliases", _("Other spellings in sources.")),
    Column("country", _("ISO 3166-1 alpha-2.")),
    one_of("kind", _("Observers comment; they are not officials."), Kind.choices),
    Column("wikidata", _("Wikidata number."), constraints={"pattern": "Q[0-9]+"}),
    count("meeting_count", _("At how many meetings the person sat.")),
    count("statement_count", _("How many statements of the person are recorded.")),
    address("meetings_url", _("The list of these meetings in the API.")),
    address("statements_url", _("The list of these statements in the API.")),
]
