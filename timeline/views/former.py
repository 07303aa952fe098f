"""What a reader gets who follows an old link: the new address, or why the record is no more."""

from http import HTTPStatus

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from ..api.former import Withdrawn
from ..changes.states import MODELS, NOUNS
from ..former import former
from ..refusals import told


def former_page(request, model, key, *further):
    """The answer to a key of a ``model`` that was public once; ``None`` if it never was.

    ``further`` is what the address names after the key.
    """
    gone = former(NOUNS[model].value, key)
    if gone is None:
        return None
    if gone.renamed:
        query = request.META.get("QUERY_STRING", "")
        address = reverse(request.resolver_match.view_name, args=[gone.successor, *further])
        return HttpResponsePermanentRedirect(address + (f"?{query}" if query else ""))
    return told(request, Withdrawn(gone), lambda: _gone_page(request, gone))


def _gone_page(request, gone):
    successor = MODELS[gone.noun].objects.public().filter(key=gone.successor).first() if gone.successor else None
    return render(request, "410.html", {"gone": gone, "successor": successor}, status=HTTPStatus.GONE)
