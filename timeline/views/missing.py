"""What a reader gets who asks for a record that is not there: the nearest keys, or the word that it was withdrawn."""

import difflib

from django.http import Http404

MOST_HINTS = 5
LONGEST_KEY = 80
KEYS_COMPARED = 5000


class NoSuchRecord(Http404):
    """No public record has the key; ``near`` are records that may have been meant."""

    def __init__(self, key, near):
        self.near = near
        super().__init__(key)


def get_or_404_with_hints(records, key):
    """The one of ``records`` with that key; raises ``NoSuchRecord`` with the nearest ones."""
    try:
        return records.get(key=key)
    except records.model.DoesNotExist:
        raise NoSuchRecord(key, near(records, key)) from None


def near(records, key):
    """Up to five of ``records`` whose keys start with ``key`` or are spelt like it, the likeliest first."""
    key = key[:LONGEST_KEY].lower()
    bare = records.model.objects.filter(pk__in=records.order_by().values("pk"))
    keys = _starting(bare, key) or difflib.get_close_matches(key, _candidates(bare, key), n=MOST_HINTS, cutoff=0.5)
    found = bare.in_bulk(keys, field_name="key")
    return [found[one] for one in keys]


def _starting(records, key):
    return list(records.filter(key__startswith=key).order_by("key").values_list("key", flat=True)[:MOST_HINTS])


def _candidates(records, key):
    """Keys that begin alike, so that a large record is not compared as a whole; all of them if none does."""
    keys = records.order_by("key").values_list("key", flat=True)
    return keys.filter(key__startswith=key[:3])[:KEYS_COMPARED] or keys[:KEYS_COMPARED]
