"""BibTeX, in UTF-8: our pages as ``@misc``, what others published as ``@online`` or ``@article``.

Fields as in the manual of BibLaTeX (https://ctan.org/pkg/biblatex); the title is braced, so that no style changes its
capitals.
"""

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces even behind a backslash
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {letter: f"\\{letter}" for letter in "#$%&_"}
ENTRY = {"news": "article", "official": "online", "analysis": "online"}
LANGUAGE = {  # as babel, and so ``langid``, names what sources are written in
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "ja": "japanese",
    "ko": "korean", "pl": "polish", "pt": "portuguese", "ru": "russian", "tr": "turkish", "zh": "chinese",
}  # fmt: skip


def bibtex(work):
    """One entry."""
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(work) if value]
    return "\n".join([f"@{_entry(work)}{{{work.key},", *lines, "}", ""])


def escaped(text):
    """``text`` with what TeX would take for commands made harmless, on one line."""
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(text.split()))


def _entry(work):
    kind = ENTRY.get(work.kind, "misc")
    return "misc" if kind == "online" and not work.url else kind


def _fields(work):
    yield "author", f"{{{escaped(work.publisher)}}}"
    yield "title", f"{{{escaped(work.title)}}}"
    if work.kind == "news":
        yield "journal", escaped(work.container)
    elif work.is_ours:
        yield "howpublished", escaped(work.container)
    elif work.container != work.publisher:
        yield "organization", escaped(work.container)
    if work.issued:
        yield "year", f"{work.issued:%Y}"
        yield "date", work.issued.isoformat()
    yield "version", work.version
    yield "eventdate", work.occurred
    yield "venue", escaped(work.place)
    yield "url", _address(work.url)
    yield "urldate", work.accessed.isoformat() if work.url else ""
    yield "langid", LANGUAGE.get(work.language.partition("-")[0], "")
    yield "abstract", escaped(work.abstract)
    yield "keywords", escaped(", ".join(work.keywords))
    yield "note", escaped("; ".join(_notes(work)))


def _notes(work):
    if work.contributor:
        yield work.contributor.literal
    if work.note:
        yield work.note
    if work.archived_url:
        yield work.archived_url


def _address(url):
    """An address is taken as it stands; only braces would end the field."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
