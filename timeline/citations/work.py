"""What is cited, in the words that every style arranges in its own way."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Name:
    """A person or body; ``family`` is empty where the name cannot be taken apart, and then ``literal`` is all."""

    literal: str
    family: str = ""
    given: str = ""


@dataclass(frozen=True)
class Work:
    """Something to cite. Of what is not known, texts are "" and dates ``None``.

    ``kind`` is meeting, statement, list, or for what others published news, official, analysis.
    ``publisher`` is who answers for it, ``container`` the site that it is a page of; for our own they are the same.
    ``title_supplied`` says that the title is a description of ours, in brackets, for a work whose own we do not know.
    ``event`` is the title of the meeting that it is about, ``occurred`` when that was held, in EDTF, ``part`` the
    number of a statement there; ``issued`` is when the page last changed or the source came out.
    """

    kind: str
    key: str
    title: str
    language: str
    publisher: str
    url: str
    accessed: date
    container: str = ""
    title_language: str = ""
    title_supplied: bool = False
    issued: date | None = None
    version: str = ""
    occurred: str = ""
    event: str = ""
    part: str = ""
    place: str = ""
    abstract: str = ""
    keywords: tuple = ()
    contributor: Name | None = None
    archived_url: str = ""
    note: str = ""

    @property
    def titled_in(self):
        """The language of the title: its own, where an editor gave one to a work in another."""
        return self.title_language or self.language

    @property
    def is_ours(self):
        """Whether it is a page of this site and not what others published."""
        return bool(self.version)
