"""The styles in which people cite; each writes one ``Work`` as one line of HTML."""

from typing import NamedTuple

from . import apa, chicago, gost, mla, sist


class Style(NamedTuple):
    """A style: its name, the language it is written in, what makes the line."""

    name: str
    language: str
    line: object


STYLES = [
    Style("Chicago", "en", chicago.line),
    Style("APA", "en", apa.line),
    Style("MLA", "en", mla.line),
    Style("ГОСТ Р 7.0.5", "ru", gost.line),
    Style("SIST 02", "ja", sist.line),
]
