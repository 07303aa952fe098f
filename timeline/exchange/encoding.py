"""Whether a file is UTF-8; if not, what it looks like, so that its author knows what to change."""

import codecs
import re

from django.utils.translation import gettext as _

from .refusal import RefusedError

CHUNK = 64 * 1024
SAMPLE = 200_000  # bytes that a guess looks at
_BOMS = {  # longer ones first
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_JAPANESE = {"cp932": "Shift-JIS", "euc_jp": "EUC-JP"}
_CYRILLIC = {"cp1251": "Windows-1251", "koi8_r": "KOI8-R", "cp866": "CP866"}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_KANA_KANJI = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff\u3001\u3002]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_SMALL_CYRILLIC = re.compile(r"[а-яё]")
_ACCENTED = re.compile(r"[À-ÿŒœŠšŽž‘’“”–—…€]")


def checked_text(stream, place=""):
    """The number of lines in a binary file that is UTF-8, with or without a mark at its start, and holds no NUL.

    Raises ``RefusedError`` otherwise. Reads the file in pieces.
    """
    decoder, lines, read = codecs.getincrementaldecoder("utf-8")(), 1, b""
    while piece := stream.read(CHUNK):
        read = (read + piece)[:SAMPLE] if len(read) < SAMPLE else read
        try:
            decoder.decode(piece)
        except UnicodeDecodeError:
            raise _not_utf8(read if _guessable(read) else piece, place) from None
        if b"\x00" in piece:
            raise _nul(read, lines + piece.split(b"\x00")[0].count(b"\n"), place)
        lines += piece.count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise _not_utf8(read, place) from None
    return lines


def looks_like(raw):
    """The name of the encoding that ``raw`` (bytes that are not UTF-8) seems to be in; empty if there is no telling."""
    for mark, name in _BOMS.items():
        if raw.startswith(mark):
            return name
    if raw.count(b"\x00") * 5 > len(raw):
        return "UTF-16"
    japanese = {name: _share(raw, codec, _KANA_KANJI, _KANA) for codec, name in _JAPANESE.items()}
    cyrillic = {name: _share(raw, codec, _SMALL_CYRILLIC, _SMALL_CYRILLIC) for codec, name in _CYRILLIC.items()}
    share, name = max((share, name) for name, share in (japanese | cyrillic).items())
    if share > 0.5:
        return name
    return "Windows-1252" if _share(raw, "cp1252", _ACCENTED, _ACCENTED) > 0.9 else ""


def _share(raw, codec, expected, some_of):
    """How much of what is not ASCII is what one expects of texts in that encoding."""
    text = raw.decode(codec, "replace")
    others = _NOT_ASCII.findall(text)
    return len(expected.findall(text)) / len(others) if others and some_of.search(text) else 0


def _guessable(read):
    return _NOT_ASCII.search(read.decode("latin-1")) is not None


def _not_utf8(raw, place):
    name = looks_like(raw)
    words = (
        _("This file is not UTF-8. It looks like %(name)s.") % {"name": name} if name else _("This file is not UTF-8.")
    )
    return RefusedError(f"{words} {_how_to_save()}", place)


def _nul(read, line, place):
    if looks_like(read) == "UTF-16":
        return _not_utf8(read, place)
    words = _("Line %(line)d holds a NUL character, which no text has: the file is damaged, or no text at all.")
    return RefusedError(words % {"line": line}, place)


def _how_to_save():
    return _(
        "In Excel: “Save as”, file type “CSV UTF-8 (comma delimited)”. In LibreOffice: “Save as”, tick “Edit filter "
        "settings”, character set “Unicode (UTF-8)”. In a text editor: “Save with encoding”, UTF-8."
    )
