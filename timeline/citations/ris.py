"""RIS, as reference managers read it (tags of the specification of 2011); UTF-8, one record, lines end in CRLF."""

TYPE = {"news": "NEWS", "list": "DATA"}  # all else is a page of the web


def ris(work):
    """One record."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _fields(work) if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _fields(work):
    yield "TY", TYPE.get(work.kind, "ELEC")
    yield "ID", work.key
    yield "AU", _whole(work.publisher)
    yield "TI", work.title
    yield "T2", work.container
    if work.contributor:
        yield "A2", _inverted(work.contributor)
    if work.issued:
        yield "PY", f"{work.issued:%Y}"
        yield "DA", f"{work.issued:%Y/%m/%d}"
    yield "ET", work.version
    yield "CY", work.place
    yield "C1", work.occurred
    yield "UR", work.url
    yield "L2", work.archived_url
    yield "Y2", f"{work.accessed:%Y/%m/%d}" if work.url else ""
    yield "LA", work.language
    yield "AB", work.abstract
    yield from (("KW", keyword) for keyword in work.keywords)
    yield "N1", work.note


def _inverted(name):
    return f"{name.family}, {name.given}" if name.family else _whole(name.literal)


def _whole(body):
    """The name of a body without commas: what stands behind one is read as somebody's given name."""
    return body.replace(", ", " – ").replace(",", " – ")
