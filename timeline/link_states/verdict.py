"""What an answer is taken for: an address is called dead only where that is beyond doubt."""

from urllib.parse import urlsplit

from ..models import LinkState

State = LinkState.State
GONE = {404, 410}
NO_SUCH_HOST = "no-such-host"
ERRORS = {  # why there was no HTTP answer at all
    NO_SUCH_HOST: "the name of the host is not known",
    "refused": "the host takes no connection",
    "timeout": "no answer in time",
    "tls": "no certificate that can be trusted",
    "redirects": "redirections without end",
    "other": "anything else",
}
LOWEST, HIGHEST = 100, 599  # of an HTTP status


def verdict(url, status, final_url):
    """The ``State`` of the address ``url``.

    ``status``: the last HTTP status (int), or one of ``ERRORS``. ``final_url``: where redirections ended; "" or the
    same address if there were none. A host that refuses checkers, errs, or leads every lost page to its front page
    leaves the state unsure.
    """
    if status in GONE or status == NO_SUCH_HOST:
        return State.DEAD
    if not isinstance(status, int) or not 200 <= status < 400:
        return State.UNSURE
    if status >= 300:  # it leads on, and nobody followed
        return State.MOVED
    if same_address(url, final_url or url):
        return State.ALIVE
    return State.UNSURE if _leads_to_the_front(url, final_url) else State.MOVED


def same_address(one, other):
    """Whether two addresses differ in nothing but http or https, a last slash and what stands after #."""
    return _plain(one) == _plain(other)


def _plain(url):
    parts = urlsplit(url)
    return parts.netloc.lower(), parts.path.rstrip("/"), parts.query


def _leads_to_the_front(url, final_url):
    one, other = urlsplit(url), urlsplit(final_url)
    return one.path.strip("/") != "" and not other.path.strip("/") and not other.query
