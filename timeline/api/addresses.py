"""Where records are found: absolute addresses in the API and on the pages, one ``reverse`` a kind and request."""

from django.urls import reverse

LISTS_ON_PAGES = {  # the list of the API, and the name of the page with the same list
    "meetings": "meeting-list",
    "participants": "participant-list",
    "offices": "office-list",
    "formats": "format-list",
    "issues": "issue-list",
    "places": "place-list",
    "statements": "statement-list",
    "sources": "source-list",
    "changes": "change-list",
}


class Addresses:
    """The addresses of records as the client of one request sees them.

    A record's address is that of its list, its key and a slash; so thousands of references cost no ``reverse``.
    """

    def __init__(self, request):
        self._request = request
        self._lists = {}

    def api(self, noun, key):
        """The record's address in the API; ``noun`` is the name of its list, such as ``meetings``."""
        return f"{self.listing(noun)}{key}/"

    def page(self, noun, key):
        """The record's page for people; ``None`` for a kind that has none."""
        return f"{self._list(f'timeline:{LISTS_ON_PAGES[noun]}')}{key}/" if noun in LISTS_ON_PAGES else None

    def statement(self, meeting_key, number):
        """The address of a statement in the API."""
        return f"{self.listing('statements')}{meeting_key}/{number}/"

    def statement_page(self, meeting_key, number):
        """Where the page of its meeting shows the statement."""
        return f"{self.page('meetings', meeting_key)}#s{number}"

    def listing(self, noun):
        """The address of a list in the API."""
        return self._list(f"api:{noun}")

    def _list(self, name):
        if name not in self._lists:
            self._lists[name] = self._request.build_absolute_uri(reverse(name))
        return self._lists[name]
