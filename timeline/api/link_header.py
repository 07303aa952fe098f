"""The header ``Link`` (RFC 8288), at a length that every proxy lets through."""

from django.urls import reverse

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
LONGEST = 4000  # bytes; many proxies take 4 kB for all headers of an answer
LEFT_OUT_FIRST = (  # what a header that would be longer does without: whole relations, until it fits
    ("alternate",),
    ("self",),
    ("describedby", "license", "up"),
    ("canonical", "cite-as"),
    ("first", "last"),
    ("prev", "next"),
)


def link_header(request, links):
    """``links``, as ``joined`` takes them, and the ways from everywhere, as one header."""
    schema = request.build_absolute_uri(reverse("api:schema"))
    return joined([*links, ("describedby", schema, "application/vnd.oai.openapi+json"), ("license", LICENSE, "")])


def joined(links):
    """``links`` as one header; of a relation that does not fit, none is left in, so that no choice is cut short.

    A link is a relation, an address (``None`` for no link), a media type or ``""``, and, if need be, a language.
    """
    links = [(link[0], _link(*link)) for link in links if link[1]]
    for relations in LEFT_OUT_FIRST:
        if len(written := ", ".join(link for _relation, link in links).encode()) <= LONGEST:
            break
        links = [link for link in links if link[0] not in relations]
    else:
        written = b""
    return written.decode()


def _link(relation, address, media_type, language=""):
    attributes = {"rel": relation, "type": media_type, "hreflang": language}
    return f"<{address}>" + "".join(f'; {name}="{value}"' for name, value in attributes.items() if value)
