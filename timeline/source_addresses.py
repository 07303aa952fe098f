"""Addresses of sources compared: two spellings of one page are one address, however it was come by."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# Parameters that say how a reader came to a page, not which page it is.
_TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|y|ms|dc|twc|wbra|gbra)clid|_openstat|mc_[ce]id|igshid|_ga|_gl|cmpid|ref_src|ref_url|spm|xtor|"
    r"gclsrc|at_medium|at_campaign|from_source|share_id|cxrecs_s|iref|ftag"
)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[0-9]{1,14}(?:[a-z]{2}_)?/(?P<original>.+)", re.IGNORECASE)
_HOST_PREFIX = re.compile(r"www[0-9]?\.")
_DEFAULT_PORTS = {None, 80, 443}


def plain_address(address):
    """What spellings of one address share: no scheme, "www.", default port, tracking, fragment or last slash.

    "" for what is no address of a host.
    """
    try:
        parts = urlsplit(address.strip() if "://" in address else f"//{address.strip()}")
        port = parts.port
    except ValueError:
        return ""
    host = host_of(address)
    if not host:
        return ""
    where = host if port in _DEFAULT_PORTS else f"{host}:{port}"
    path = quote(unquote(re.sub("/{2,}", "/", parts.path)).rstrip("/"))
    asked = sorted((name, value) for name, value in parse_qsl(parts.query, True) if not _is_tracking(name))
    route = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""  # "#!" names a page of its own
    return f"{where}{path}{'?' if asked else ''}{urlencode(asked)}{route}"


def plain_addresses(*addresses):
    """The plain form of each address, and of what an address in the Internet Archive is a copy of; a set."""
    given = [address for address in addresses if address]
    originals = [found["original"] for address in given if (found := _ARCHIVED.fullmatch(address.strip()))]
    return {plain for address in (*given, *originals) if (plain := plain_address(address))}


def host_of(address):
    """The host of an address in lower case and ASCII, without "www."; "" if it has none."""
    try:
        host = urlsplit(address.strip() if "://" in address else f"//{address.strip()}").hostname or ""
        host = host.rstrip(".").encode("idna").decode()
    except ValueError:
        return ""
    return _HOST_PREFIX.sub("", host, count=1) if host.count(".") > 1 else host


def _is_tracking(name):
    return _TRACKING.fullmatch(name.lower()) is not None
