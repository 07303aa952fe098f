"""What the scripts of the forms ask while somebody types: each answer is JSON, made by what checks the form later."""

from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ..models import Format, Meeting, Participant, Source
from ..reading_dates import UnreadableDate, read_when, understood, when_text
from ..twins import Occasion
from .date_fields import READERS
from .forms import free_key
from .labels import screen_of
from .meeting_date import meeting_key
from .offices_held import offices_held, side_of, to_propose
from .source_form import source_key
from .source_proposals import proposals_for
from .twin_check import reasons, twins_of


def addresses(site):
    """The addresses under which ``site`` (an ``AdminSite``) answers; logged-out askers are sent to its login."""
    questions = (
        ("date", date_read, ()),
        ("offices", offices, "timeline.view_tenure"),
        ("meeting", meeting, "timeline.view_meeting"),
        ("address", address, "timeline.view_source"),
    )
    for name, answer, wanted in questions:
        allowed = permission_required(wanted, raise_exception=True)(require_GET(answer))
        yield path(f"ask/{name}/", site.admin_view(allowed), name=f"ask-{name}")


def date_read(request):
    """What ``text`` is understood as by the reader ``reads``; else what is wrong, and the readings it may have."""
    text, reader = request.GET.get("text", ""), READERS.get(request.GET.get("reads"), read_when)
    if not text.strip():
        return JsonResponse({"understood": ""})
    try:
        reader(text)
    except UnreadableDate as fault:
        readings = [{"text": when_text(when), "words": understood(when)} for when in fault.readings]
        return JsonResponse({"fault": str(fault), "readings": readings})
    return JsonResponse({"understood": understood(read_when(text))})


def offices(request):
    """Side and offices of ``person`` at the time ``when``: what is proposed, and what there is to choose from."""
    person = Participant.objects.filter(pk=_number(request, "person")).first()
    if person is None:
        return JsonResponse({"side": "", "offices": [], "proposed": None, "told": ""})
    when = _when(request)
    held = offices_held([person], when)[person.pk] if when else []
    chosen = to_propose(held)
    return JsonResponse(
        {
            "side": side_of(person),
            "offices": [{"titles": other.titles, "words": other.words} for other in held],
            "proposed": held.index(chosen) if chosen else None,
            "told": _told(when, held, chosen),
        }
    )


def _told(when, held, chosen):
    if when is None:
        return _("No office can be proposed before the date is understood.")
    if chosen:
        return _("Proposed: %(office)s") % {"office": chosen.words}
    if held:
        return _("Choose the office:")
    return _("No tenure of this person covers the day: write the office.")


def meeting(request):
    """The key that a new meeting of that ``when`` and ``format`` gets, and recorded meetings that it may be."""
    when, kind = _when(request), Format.objects.filter(pk=_number(request, "format")).first()
    people = frozenset(int(key) for key in request.GET.getlist("person") if key.isdecimal())
    key, twins = meeting_key(when, kind), []
    if when:
        twins = twins_of(Occasion(when.start, when.end, kind and kind.pk, people), _number(request, "meeting"))
    key = key and not _number(request, "meeting") and free_key(Meeting, key)
    return JsonResponse(
        {
            "key": key or "",
            "key_told": _("Its key will be %(key)s.") % {"key": key} if key else "",
            "twins": [{"url": screen_of(twin), "title": str(twin), "words": reasons(twin, why)} for twin, why in twins],
            "twins_told": _("Recorded already, and perhaps the same:"),
        }
    )


def address(request):
    """Sources recorded at the address ``url``, and what other sources of its host propose."""
    url = request.GET.get("url", "")
    recorded = Source.objects.recorded_at(url).exclude(pk=_number(request, "source"))
    return JsonResponse(
        {
            "recorded": {
                "words": _("This address is recorded already:"),
                "choose": _("Choose this one"),
                "sources": [{"number": one.pk, "title": str(one), "url": screen_of(one)} for one in recorded],
            },
            "proposals": [_told_of(proposal) for proposal in proposals_for(url)],
            "key": source_key(url),
        }
    )


def _told_of(proposal):
    words = _("Proposed: so have %(have_it)d of %(compared)d sources with a like address.") % proposal._asdict()
    return proposal._asdict() | {"words": words if proposal.value else ""}


def _when(request):
    try:
        return read_when(request.GET.get("when", ""))
    except UnreadableDate:
        return None


def _number(request, name):
    """A primary key that was asked for; ``None`` where it is none."""
    key = request.GET.get(name, "")
    return int(key) if key.isdecimal() and len(key) < 19 else None
