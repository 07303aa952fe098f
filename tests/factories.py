"""Records for tests: ``make_meeting(**what_matters)`` fills the rest with dull, fixed defaults.

Related records are named by key and made when they are not there yet.
"""

from datetime import date

from timeline.models import (
    Attendance,
    Format,
    Issue,
    Meeting,
    MeetingLink,
    Number,
    Office,
    Organisation,
    Participant,
    Place,
    Series,
    Source,
    Statement,
    Tenure,
)


def in_three_languages(name, text):
    """The fields of a translated text: ``name_en``, ``name_ru``, ``name_ja``."""
    return {f"{name}_en": text, f"{name}_ru": f"{text} (ru)", f"{name}_ja": f"{text} (ja)"}


def make_format(key="summit", **fields):
    known = {"rank": 1, **in_three_languages("name", f"Format {key}")}
    known |= in_three_languages("short_name", key) | in_three_languages("description", f"About {key}")
    return _once(Format, key, known | fields)


def make_issue(key="peace-treaty", **fields):
    known = in_three_languages("name", f"Issue {key}")
    return _once(Issue, key, known | in_three_languages("description", f"About {key}") | fields)


def make_place(key="tokyo", **fields):
    known = {"country": "JP", "latitude": "35.68", "longitude": "139.69", "time_zone": "Asia/Tokyo"}
    return _once(Place, key, known | in_three_languages("name", key.title()) | fields)


def make_participant(key="sergey-lavrov", **fields):
    known = {"country": "RU", "kind": "official", **in_three_languages("name", key.replace("-", " ").title())}
    return _once(Participant, key, known | fields)


def make_organisation(key="mfa-russia", **fields):
    known = {"country": "RU", "type": "ministry", "kind": "official", **in_three_languages("name", f"Body {key}")}
    return _once(Organisation, key, known | fields)


def make_office(key="ru-minister-of-foreign-affairs", **fields):
    known = {"side": "RU", **in_three_languages("title", f"Office {key}")}
    return _once(Office, key, known | fields)


def make_tenure(office="ru-minister-of-foreign-affairs", participant="sergey-lavrov", **fields):
    return Tenure.objects.create(office=make_office(office), participant=make_participant(participant), **fields)


def make_source(key="mid-2017-03-20", **fields):
    known = {
        "publisher": "Publisher",
        "title": f"Title of {key}",
        "url": f"https://example.org/{key}",
        "language": "ru",
    }
    return _once(Source, key, known | {"side": "RU", "kind": "official-readout"} | fields)


def make_series(key="two-plus-two", **fields):
    known = {"counter": "both", "counted_by": "both sides", "scope": "Every round.", **in_three_languages("name", key)}
    return _once(Series, key, known | fields)


def make_meeting(
    key="2017-03-20-summit",
    *,
    format="summit",  # noqa: A002 -- the record's own word
    place="tokyo",
    issues=("peace-treaty",),
    sources=("mid-2017-03-20",),
    participants=(),
    start="2017-03-20",
    end=None,
    **fields,
):
    """A published meeting; ``participants`` are keys, or pairs of a key and a dict of seat fields."""
    known = {"start": date.fromisoformat(start), "end": date.fromisoformat(end or start), "confidence": "high"}
    known |= {
        "state": "published",
        "summary_en": f"What happened at {key}.",
        **in_three_languages("title", f"Talks {key}"),
    }
    known |= {"format": make_format(format), "place": make_place(place) if place else None}
    meeting = Meeting.objects.create(key=key, **known | fields)
    _list(meeting, "issues", [make_issue(issue) for issue in issues])
    _list(meeting, "sources", [make_source(source) for source in sources])
    for order, seat in enumerate(participants):
        person, seat_fields = seat if isinstance(seat, tuple) else (seat, {})
        make_attendance(meeting, person, order=order, **seat_fields)
    return meeting


def make_attendance(meeting, participant="sergey-lavrov", **fields):
    known = {"side": "RU", "capacity_en": "Minister of Foreign Affairs", "lead": True}
    return Attendance.objects.create(meeting=meeting, participant=make_participant(participant), **known | fields)


def make_statement(meeting, number=None, *, issues=("peace-treaty",), sources=("mid-2017-03-20",), **fields):
    """A statement of the Russian side by Lavrov, unless ``fields`` say otherwise."""
    number = number or meeting.statements.count() + 1
    known = {"side": "RU", "kind": "position", "text_en": f"Claim {number} of {meeting.key}."}
    if not {"speaker", "attributed_to"} & set(fields) and fields.get("side") != "joint":
        known["speaker"] = make_participant()
    statement = Statement.objects.create(meeting=meeting, number=number, **known | fields)
    _list(statement, "issues", [make_issue(issue) for issue in issues])
    _list(statement, "sources", [make_source(source) for source in sources])
    return statement


def make_number(meeting, series="two-plus-two", number=1, **fields):
    return Number.objects.create(meeting=meeting, series=make_series(series), number=number, **fields)


def make_link(earlier, later, kind="follows", **fields):
    return MeetingLink.objects.create(earlier=earlier, later=later, kind=kind, **fields)


def _once(model, key, fields):
    """The record with that key, made with ``fields`` if it is not there yet; what has an order stands last."""
    try:
        return model.objects.get(key=key)
    except model.DoesNotExist:
        last = {"order": model.objects.count() + 1} if model in (Format, Issue, Office) else {}
        return model.objects.create(key=key, **last | fields)


def _list(record, name, others):
    """Fills an ordered list of a record that was just made."""
    field = record._meta.get_field(name)
    between = field.remote_field.through
    one, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    between.objects.bulk_create(
        between(**{one: record, other: another, "sort_value": at}) for at, another in enumerate(others, start=1)
    )
