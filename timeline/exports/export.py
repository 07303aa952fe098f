"""The rows that answer a request for a file, as every renderer reads them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from ..api.addresses import Addresses
from ..filters import narrowed
from ..links import query_text
from ..models import DataVersion
from . import chunks
from .names import host
from .nouns import Noun


class Incomplete(Exception):
    """The record changed while a file was being written; what was sent must not pass for the whole."""


@dataclass(frozen=True)
class Export:
    """Ordered ``rows`` of a kind of record on their way into a file; ``language`` is a code or ``"all"``.

    ``selection`` is the filter set that understood the query of a list; ``one`` is the record if the file is about one
    only.
    """

    request: object
    noun: Noun
    rows: object
    language: str
    version: DataVersion
    today: date
    suffix: str
    selection: object = None
    says_language: bool = False
    bom: bool = False
    one: object = None

    @property
    def query(self):
        """The query as understood, as pairs."""
        return self.selection.pairs() if self.selection else []

    @cached_property
    def numbers(self):
        """The numbers of the rows, in their order."""
        return chunks.numbers_of(self.rows)

    @property
    def count(self):
        """How many rows the whole file holds."""
        return len(self.numbers)

    @cached_property
    def addresses(self):
        """Where records are found, by absolute addresses."""
        return Addresses(self.request)

    def permanent(self, noun, key):
        """The page of a record without a language in its address: what names it for good."""
        with override(settings.LANGUAGE_CODE):
            return self._permanent.page(noun, key)

    @cached_property
    def _permanent(self):
        return Addresses(self.request)

    @cached_property
    def host(self):
        """The name of the site in permanent identifiers."""
        return host(self.request)

    @cached_property
    def page(self):
        """The page that shows the same list, in the language of the file."""
        if self.one is not None:
            return self.request.build_absolute_uri(self.one.get_absolute_url())
        path = reverse(f"timeline:{self.noun.name.removesuffix('s')}-list")
        return self.request.build_absolute_uri(path + query_text(self.query))

    @cached_property
    def address(self):
        """The address of the file itself, by suffix, with its language told."""
        pairs = self.query + ([("lang", self.language)] if self.says_language else [])
        return self.request.build_absolute_uri(f"/{self.name}.{self.suffix}{query_text(pairs)}")

    @property
    def name(self):
        """What stands before the suffix: the list, or the record in it."""
        return f"{self.noun.name}/{self.key}" if self.key else self.noun.name

    @property
    def key(self):
        """The record that the file is about, as its address names it; "" for a list."""
        if self.one is None:
            return ""
        return getattr(self.one, "key", None) or f"{self.one.meeting.key}/{self.one.number}"

    def titled(self, title):
        """``title`` with the filters in force, in the active language: subscribers tell two lists of a site apart."""
        return narrowed(title, self.selection.chips() if self.selection else ())

    def chunks(self):
        """Lists of records, in order; raises ``Incomplete`` at the end if the record changed meanwhile."""
        written = 0
        for chunk in chunks.in_chunks(self.noun.rows(), self.numbers, self.noun.load, chunks.CHUNK):
            written += len(chunk)
            yield chunk
        if written != self.count or DataVersion.objects.current().number != self.version.number:
            raise Incomplete(f"{written} of {self.count} rows of version {self.version}")

    def answers(self, chunk):
        """The records of ``chunk`` in the shape that the API gives them."""
        serializer = self.noun.listing.serializer_class(chunk, many=True, context={"addresses": self.addresses})
        return serializer.data


def in_language(parts, language):
    """``parts`` of a file, each made in ``language``; between two parts the language is as the caller has it."""
    while True:
        with override(language):
            try:
                part = next(parts)
            except StopIteration:
                return
        yield part
