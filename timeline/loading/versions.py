"""What a load changes in records that were there already is kept as versions of them: as they were, and as they are."""

from ..changes.states import NOUNS
from ..models import Meeting, MeetingLink, Office, Participant, Statement, Tenure

OWNERS = {  # whose version a row belongs to, by the place of its key in that of the row
    MeetingLink: {Meeting: 1},
    Tenure: {Office: 0, Participant: 1},
}


def keep_versions(records):
    """Keep each of ``records`` as it is stored, unless its last version says the same."""
    from ..editing.versions import begin  # which itself wants the schema of fixtures

    for record in records:
        record.refresh_from_db()
        begin(record)


def already_there(entries, stored):
    """The stored records that ``entries`` change, or that get or change something that belongs to them."""
    names = {name for entry in entries for name in _owners(entry) if stored.get(*name)}
    return [
        record
        for model in {model for model, _key in names}
        for record in model.objects.filter(key__in=[key for of, (key,) in names if of is model])
    ]


def _owners(entry):
    if entry.model in NOUNS and entry.model is not Statement:
        yield entry.model, entry.key
        return
    for model, place in OWNERS.get(entry.model, {Meeting: 0}).items():
        yield model, (entry.key[place],)
