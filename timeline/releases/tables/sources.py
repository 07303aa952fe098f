"""What was read."""

from django.utils.translation import gettext_lazy as _

from ...models import Source
from .columns import as_in
from .table import Table

SOURCES = (
    Table(
        name="sources",
        title=_("Sources"),
        meaning=_("The pages and documents that support what the record says."),
        records=Source.objects.public,
        columns=tuple(
            as_in(
                "sources",
                *("key", "publisher", "original_publisher", "title", "title_supplied", "source_url", "archived_url"),
                *("document", "language", "published", "side", "kind", "note"),
                required=("title_supplied",),
                choices={"side": Source.Side.choices, "kind": Source.Kind.choices},
                reads={"source_url": "url"},
            )
        ),
        key=("key",),
        order=("key",),
    ),
)
