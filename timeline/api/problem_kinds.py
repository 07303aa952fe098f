"""The sorts of problems that an answer can tell, each with its status, its name and an advice (RFC 9457)."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Kind(NamedTuple):
    """A sort of problem: its code, its HTTP status, its name, and what a client can do about it."""

    code: str
    status: int
    title: str
    advice: str

    @property
    def anchor(self):
        """Where the page of problem types explains it."""
        return self.code.replace("_", "-")


KINDS = {
    kind.code: kind
    for kind in [
        Kind(
            "unknown_parameter",
            400,
            _("Unknown parameter"),
            _("The query string has a name that this address does not know. Take it out or spell it as proposed."),
        ),
        Kind(
            "unknown_value",
            400,
            _("Unknown value"),
            _("A parameter names a record or a word that is not there. Choose one of the allowed values."),
        ),
        Kind(
            "repeated",
            400,
            _("Parameter given twice"),
            _("A parameter that takes one value was given several times."),
        ),
        Kind(
            "invalid",
            400,
            _("Value cannot be used"),
            _("A value has the wrong type, is out of range or contradicts another; the list of errors says which."),
        ),
        Kind(
            "several_faults",
            400,
            _("Several faults in the query"),
            _("The list of errors names each fault by its own code."),
        ),
        Kind(
            "bad_request",
            400,
            _("Request cannot be read"),
            _("The request breaks a rule of HTTP or of this server; no browser or ordinary client would send it."),
        ),
        Kind("forbidden", 403, _("Not allowed"), _("The request is refused. Nothing here needs a login to be read.")),
        Kind(
            "not_found",
            404,
            _("Not found"),
            _("There is no such address or record. The nearest key is proposed if one is close."),
        ),
        Kind(
            "no_such_page",
            404,
            _("Page beyond the end"),
            _("The list has fewer pages. Start again without “page” and follow the links from there."),
        ),
        Kind(
            "method_not_allowed",
            405,
            _("Method not allowed"),
            _("The API is read only: use GET, HEAD or OPTIONS. The header “Allow” says so too."),
        ),
        Kind(
            "not_acceptable",
            406,
            _("Not available in that form"),
            _("None of the media types in the header “Accept” exists here. The list of errors names those that do."),
        ),
        Kind(
            "withdrawn",
            410,
            _("Withdrawn"),
            _("The record was public once and was withdrawn. Its key is never given to another."),
        ),
        Kind(
            "precondition_failed",
            412,
            _("Not in that state"),
            _("The answer is not the one that the header “If-Match” or “If-Unmodified-Since” wants. Ask without it."),
        ),
        Kind(
            "range_not_satisfiable",
            416,
            _("No such part"),
            _("The file ends before the part that the header “Range” asks for. “Content-Range” tells how long it is."),
        ),
        Kind(
            "too_many_requests",
            429,
            _("Too many requests"),
            _("Wait as many seconds as the header “Retry-After” says, then go on more slowly."),
        ),
        Kind(
            "server_error",
            500,
            _("Error on this side"),
            _("Something failed here, not in the request. Quote the number in “request_id” when you report it."),
        ),
        Kind(
            "not_implemented",
            501,
            _("Not offered"),
            _("The request asks for a format that its standard knows and this site does not offer."),
        ),
        Kind(
            "unavailable",
            503,
            _("Not to be reached just now"),
            _("The record cannot be read at the moment. Ask again after as many seconds as “Retry-After” says."),
        ),
    ]
}
OF_STATUS = {  # the kind that stands for a status of which no more is known
    400: KINDS["bad_request"],
    403: KINDS["forbidden"],
    404: KINDS["not_found"],
    405: KINDS["method_not_allowed"],
    406: KINDS["not_acceptable"],
    410: KINDS["withdrawn"],
    412: KINDS["precondition_failed"],
    416: KINDS["range_not_satisfiable"],
    429: KINDS["too_many_requests"],
    500: KINDS["server_error"],
    501: KINDS["not_implemented"],
    503: KINDS["unavailable"],
}
