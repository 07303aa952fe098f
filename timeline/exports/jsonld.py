"""JSON-LD in the words of https://schema.org: meetings as ``Event``, statements as ``Claim``; texts in every language.

``Event`` has no property for what supports it: its read-outs and the statements made there stand under ``subjectOf``.
A partial date is reduced in ``startDate``, and whole, in EDTF, as ``temporalCoverage`` of the page about the meeting.
"""

from ..api import shapes
from ..cards import Translations
from ..dates import edtf
from ..linked_data import CONTEXT
from ..models import Meeting, Statement
from .read import former_dates_of, sources_of
from .text import dumps, json_document

WIKIDATA = "http://www.wikidata.org/entity/"  # what names a thing there, as it writes it itself
EVENT_STATUS = {"held": "EventScheduled", "planned": "EventScheduled", "postponed": "EventPostponed"}
EVENT_STATUS |= {"cancelled": "EventCancelled"}
SIDE_COUNTRIES = {"RU": ["Russia"], "JP": ["Japan"], "joint": ["Japan", "Russia"]}
LETTERS = {"day": 10, "month": 7, "year": 4}  # of an ISO date, known to that


def render(export):
    """The rows of ``export`` as one ``ItemList``, chunk by chunk; a single record as itself."""
    if export.one is not None:
        return _one(export)
    head = {"@context": CONTEXT, "@type": "ItemList", "@id": export.address, "numberOfItems": export.count}
    return json_document(head, "itemListElement", _items(export))


def _one(export):
    for chunk in export.chunks():
        for thing in _things(export, chunk):
            yield f"{dumps({'@context': CONTEXT} | thing)}\n"


def _items(export):
    position = 0
    for chunk in export.chunks():
        things = _things(export, chunk)
        yield [{"@type": "ListItem", "position": position + n, "item": thing} for n, thing in enumerate(things, 1)]
        position += len(things)


def _things(export, chunk):
    if export.noun.name == "statements":
        return [claim(export, statement) for statement in chunk]
    sources, former = sources_of(chunk), former_dates_of(chunk)
    return [event(export, meeting, sources[meeting.key], former[meeting.key]) for meeting in chunk]


def event(export, meeting, sources, former_dates):
    """A meeting (a card) as an ``Event``; with its statements, if ``export`` is about it alone.

    ``former_dates`` are those on which it was to begin before it was put off.
    """
    letters = LETTERS[meeting.precision]
    page = export.permanent("meetings", meeting.key)
    return _known(
        {
            "@type": "Event",
            "@id": page,
            "identifier": meeting.key,
            "url": page,
            "name": _texts(meeting.title),
            "description": _texts(meeting.summary),
            "startDate": meeting.start.isoformat()[:letters],
            "endDate": meeting.end.isoformat()[:letters],
            "duration": shapes.duration(meeting.duration_minutes),
            "previousStartDate": former_dates,
            "eventStatus": f"{CONTEXT}/{_event_status(meeting, former_dates)}",
            "eventAttendanceMode": f"{CONTEXT}/{_attendance_mode(meeting)}",
            "location": _place(meeting),
            "attendee": [_role(export, seat) for seat in meeting.seats],
            "about": [_term(export, issue.key, issue.name) for issue in meeting.issues],
            "superEvent": _super_event(meeting),
            "subjectOf": [_page_read(source) for source in sources] + _claims(export, meeting),
            "mainEntityOfPage": _page_about(page, meeting.edtf),
        }
    )


def _page_about(address, covered):
    """Our page about a meeting; without an ``@id``, since its address names the meeting."""
    return {"@type": "WebPage", "url": address, "temporalCoverage": covered}


def _event_status(meeting, former_dates):
    status = EVENT_STATUS[meeting.status]
    return "EventRescheduled" if former_dates and status == "EventScheduled" else status


def _attendance_mode(meeting):
    return "OnlineEventAttendanceMode" if meeting.no_place == Meeting.NoPlace.CALL else "OfflineEventAttendanceMode"


def _place(meeting):
    place = meeting.place
    if not place:
        return None
    address = {"@type": "PostalAddress", "addressLocality": place.name["en"], "addressCountry": place.country or None}
    geo = {"@type": "GeoCoordinates", "latitude": float(place.latitude), "longitude": float(place.longitude)}
    city = {"@type": "Place", "name": _texts(place.name), "address": _known(address), "geo": geo}
    return {"@type": "Place", "name": meeting.venue, "containedInPlace": city} if meeting.venue else city


def _role(export, seat):
    person = seat.participant
    who = _person(export, person.key, person.name, person.wikidata)
    return _known({"@type": "Role", "roleName": _texts(seat.capacity), "attendee": who})


def _person(export, key, name, wikidata):
    person = {"@type": "Person", "@id": export.permanent("participants", key), "name": _texts(name)}
    return person | ({"sameAs": f"{WIKIDATA}{wikidata}"} if wikidata else {})


def _term(export, key, name):
    terms = export.permanent("issues", "").rstrip("/")
    term = {"@type": "DefinedTerm", "@id": export.permanent("issues", key), "termCode": key, "name": _texts(name)}
    return term | {"inDefinedTermSet": f"{terms}/"}


def _super_event(meeting):
    occasion = _texts(meeting.occasion)
    return {"@type": "Event", "name": occasion} if occasion else None


def _page_read(source):
    return _known(
        {
            "@type": "WebPage" if source.url else "CreativeWork",
            "@id": source.url or None,
            "url": source.url or None,
            "name": {"@value": source.title, "@language": source.title_language},
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": source.published and source.published.isoformat(),
            "inLanguage": source.language,
            "archivedAt": source.archived_url or None,
        }
    )


def _claims(export, meeting):
    """The statements made at the meeting, if the file is about it alone."""
    if export.one is None:
        return []
    statements = Statement.objects.published().at_meetings([meeting.key]).in_order_of_time()
    return [claim(export, statement) for statement in statements.for_lists()]


def claim(export, statement):
    """A statement as a ``Claim``, by whoever made it, in what was read."""
    page, sources = export.permanent("meetings", statement.meeting.key), statement.sources.all()
    return _known(
        {
            "@type": "Claim",
            "@id": f"{page}#s{statement.number}",
            "identifier": f"{statement.meeting.key}#{statement.number}",
            "url": f"{page}#s{statement.number}",
            "text": _texts(_translations(statement, "text")),
            "genre": statement.kind,
            "author": _author(export, statement),
            "dateCreated": statement.said_on and statement.said_on.isoformat(),
            "about": [_term(export, issue.key, _translations(issue, "name")) for issue in statement.issues.all()],
            "appearance": [_page_read(source) for source in sources],
            "firstAppearance": _first_page(sources),
            "hasPart": _quotation(export, statement),
            "isPartOf": _page_about(page, _edtf(statement.meeting)),
        }
    )


def _first_page(sources):
    """The one that came out before all others, by its name if it has one; ``None`` where that is not certain."""
    dated = sorted((source for source in sources if source.published), key=lambda source: source.published)
    if not dated or len(dated) < len(sources) or dated[0].published in [later.published for later in dated[1:]]:
        return None
    return {"@id": dated[0].url} if dated[0].url else _page_read(dated[0])


def _quotation(export, statement):
    """The words that are quoted; ``None`` if the claim stands in ours alone."""
    if not statement.phrase:
        return None
    return {"@type": "Quotation", "text": statement.phrase, "spokenByCharacter": _author(export, statement)}


def _author(export, statement):
    if person := statement.speaker:
        return _person(export, person.key, _translations(person, "name"), person.wikidata)
    if statement.attributed_to:
        return {"@type": "Organization", "name": _texts(_translations(statement.attributed_to, "name"))}
    return [{"@type": "Organization", "name": name} for name in SIDE_COUNTRIES[statement.side]]


def _edtf(meeting):
    return edtf(meeting.start, meeting.end, meeting.precision)


def _translations(record, name):
    return Translations(shapes.translated(record, name) or {})


def _texts(translations):
    """A text in every language that it is recorded in."""
    return [{"@value": text, "@language": language} for language, text in translations.items() if text]


def _known(thing):
    """``thing`` without the properties of which nothing is known."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}
