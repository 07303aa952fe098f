"""The list of changes as a file: JSON as the API has it, and a feed."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..api import problems
from ..api.middleware import open_to_all
from ..api.views.changes import ChangeFile
from ..exports.asked import LANGUAGES, default_language
from ..exports.formats import of_list
from ..exports.names import host, name_of
from ..exports.negotiation import negotiated
from ..exports.views import for_programs
from ..filters import ChangeFeedFilter, Fault
from ..links import query_text
from ..models import DataVersion
from ..punctuation import labelled, listed
from .described import described

ENTRIES = 100  # of the feed
FORMATS = of_list("changes")


def page_or_file(page):
    """The view ``page`` of the changes; JSON and the feed where the header ``Accept`` prefers them."""
    written = {"json": _in_json, "atom": _in_atom}
    return negotiated(page, FORMATS, lambda request, form: written[form.suffix](request))


@for_programs
def in_json(request):
    """``/changes.json``: as the API has it."""
    return _in_json(request)


@for_programs
def in_atom(request):
    """``/changes.atom``: a feed of the changes that the query string chooses, in the language ``lang``."""
    return _in_atom(request)


def _in_json(request):
    return open_to_all(ChangeFile.as_view()(request))


def _in_atom(request):
    data = request.GET.copy()
    language = _language(data.pop("lang", [""])) or default_language(request, FORMATS["atom"])
    selection = ChangeFeedFilter(data)
    if selection.faults:
        raise problems.bad_query(selection.faults)
    with override(language):
        feed = _feed(request, selection, language)
        for change in described(selection.qs[:ENTRIES]):
            _add(feed, request, change)
        text = feed.writeString("utf-8")
    response = HttpResponse(text, content_type="application/atom+xml; charset=utf-8")
    response["Content-Language"] = language
    return open_to_all(response)


def _language(values):
    """The one language that was asked for, or ""; raises the ``Problem`` that it is none of the site's."""
    if len(values) > 1:
        fault = Fault("lang", values[1], "repeated", _("This parameter can be given once only."))
        raise problems.bad_query([fault])
    if values[0] not in ["", *LANGUAGES]:
        fault = Fault("lang", values[0], "unknown_value", _("This value is not known."), None, LANGUAGES)
        raise problems.bad_query([fault])
    return values[0]


def _feed(request, selection, language):
    said = [("lang", language)] if language != settings.LANGUAGE_CODE else []
    here = reverse("changes:atom") + query_text(selection.pairs() + said)
    feed = _Feed(
        title=f"{settings.SITE_NAME} – {_('Changes')}",
        link=request.build_absolute_uri(reverse("timeline:change-list") + query_text(selection.pairs())),
        description="",
        language=language,
        feed_url=request.build_absolute_uri(here),
        feed_guid=name_of(request.build_absolute_uri(here)),
        author_name=str(settings.SITE_NAME),
    )
    feed.moved_at = DataVersion.objects.current().moved_at
    return feed


class _Feed(Atom1Feed):
    """A feed that changed when the record did, also if none of its changes answers the query."""

    def latest_post_date(self):
        return self.moved_at


def _add(feed, request, change):
    page = request.build_absolute_uri(change.address or f"{reverse('timeline:change-list')}?since={change.cursor - 1}")
    name = f"{change.name.text} #{change.number}" if change.number else change.name.text
    about = listed(change.fields)
    feed.add_item(
        title=_("%(record)s “%(name)s”: %(happened)s")
        % {"record": change.what, "name": name, "happened": change.happened},
        link=page,
        description=labelled(change.key, about) if about else change.key,
        unique_id=f"tag:{host(request)},2026:change:{change.cursor}",
        pubdate=change.at,
        updateddate=change.at,
        categories=[change.noun, change.kind],
    )
