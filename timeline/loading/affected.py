"""Which meetings read differently once records have changed."""

from timeline.models import Attendance, Meeting, MeetingLink, Number, Office, Participant, Statement, Tenure

from .check import references

_SHOWN_ON = {
    Meeting: lambda entry: [entry.key],
    Number: lambda entry: [entry.meeting],
    Attendance: lambda entry: [entry.meeting],
    Statement: lambda entry: [entry.meeting],
    MeetingLink: lambda entry: [entry.earlier, entry.later],
}


def affected_meetings(picture, changed):
    """Natural keys of the meetings whose pages show one of the ``changed`` entries, in order."""
    names = {(entry.model, entry.key) for entry in changed}
    names |= {
        (Participant, term.participant)
        for term in picture.all(Tenure)
        if (Tenure, term.key) in names or (Office, term.office) in names
    }
    found = set()
    for model, meetings_of in _SHOWN_ON.items():
        for entry in picture.all(model):
            if (model, entry.key) in names or any(
                (field.related_model, key) in names for field, key in references(entry)
            ):
                found.update(meetings_of(entry))
    return sorted(found)
