"""The answers to keys that were public once: 301 to the new key, 410 with reason and successor."""

from django.http import HttpResponsePermanentRedirect
from django.utils.translation import gettext_lazy as _

from ..filters import Fault
from ..former import former
from .addresses import Addresses
from .problems import Problem


class Moved(Problem):
    """The record has another key now; the same address with that key is where it is."""

    def __init__(self, gone):
        super().__init__("not_found", _("This record has another key now."))
        self.gone = gone

    def response(self, request):
        before, _key, behind = request.path.rpartition(self.gone.key)
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{before}{self.gone.successor}{behind}" + (f"?{query}" if query else ""))


class Withdrawn(Problem):
    """The record was taken back; says why, and what stands for it."""

    def __init__(self, gone):
        message = str(_("This record was withdrawn."))
        fault = Fault("key", gone.key, "withdrawn", message, gone.successor or None)
        super().__init__("withdrawn", f"{message} {gone.reason.text}".rstrip(), [fault])
        self.gone = gone

    def more(self, request):
        successor = self.gone.successor
        address = Addresses(request).api(self.gone.noun, successor) if successor else None
        return {"reason": self.gone.reason.text or None, "successor": address}


def refuse_former(noun, key):
    """Raises ``Moved`` or ``Withdrawn`` if the key was public once and is no more."""
    if gone := former(noun, key):
        raise (Moved if gone.renamed else Withdrawn)(gone)
