"""What all views of the API share: read only, strict about parameters, stamped with the data version."""

from functools import cached_property

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from rest_framework.response import Response
from rest_framework.views import APIView

from ...exports.relations import Thing, of_api_record
from ...filters import Fault, PageFilter
from ...models import DataVersion
from ...punctuation import listed
from ...views.missing import near
from .. import problems
from ..addresses import Addresses
from ..asked import LANGUAGES, RecordFilter, names_of, shaped, written
from ..former import refuse_former
from ..pagination import Envelope, asked_page


class ApiView(APIView):
    """Answers GET, HEAD and OPTIONS, and refuses a query string that it does not understand."""

    http_method_names = ["get", "head", "options"]
    noun = ""
    is_list = False
    filter_class = None
    serializer_class = None

    @cached_property
    def data_version(self):
        """The version of the published record, as text."""
        return str(DataVersion.objects.current())

    @property
    def context(self):
        """What serializers need of the request."""
        return {"addresses": Addresses(self.request)}

    @classmethod
    def asked_class(cls):
        """The filter set that knows every parameter of this address; ``None`` if it takes none."""
        return cls.filter_class

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if self.asked_class() is None:
            refuse_parameters(request)

    def options(self, request, *args, **kwargs):
        """What may be asked here; the header ``Allow`` says it."""
        return HttpResponse(status=204)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code == 200:
            response["X-Data-Version"] = self.data_version
            response.setdefault("Content-Language", _languages(request))
        return response


class ListView(ApiView):
    """A list: the rows that the query string chooses, one page at a time."""

    is_list = True
    filter_class = PageFilter
    record_view = None  # answers with the full record, if that holds more than a row
    has_texts = True

    @classmethod
    def asked_class(cls):
        names = names_of(cls.serializer_class)
        full = names_of(cls.record_view.serializer_class) if cls.record_view else names
        more = tuple(name for name in full if name not in names)
        return shaped(cls.filter_class, names, more, cls.has_texts)

    def rows(self):
        """All rows that the public may see."""
        raise NotImplementedError

    def load(self, rows):
        """The rows of one page with all that the serializer shows, in a fixed number of queries."""
        return rows

    def get(self, request):
        selection = self.asked_class()(request.GET, queryset=self.rows())
        if selection.faults:
            raise problems.bad_query(selection.faults)
        page = asked_page(selection)
        envelope = Envelope(request, self.noun, selection, page, self.data_version)
        return Response(envelope.body(self.results(selection, page.rows)), headers=envelope.headers())

    def results(self, selection, rows):
        """The rows of a page as they are asked for; in full, in the same order, if a row alone does not do."""
        names = names_of(self.serializer_class)
        asked = {*(selection.cleaned.get("fields") or ()), *(selection.cleaned.get("expand") or ())}
        if asked <= set(names):
            return written(self.serializer_class, self.load(rows), selection, names, self.context)
        keys = [row.key for row in rows]
        found = {record.key: record for record in self.record_view().records().filter(key__in=keys)}
        full = self.record_view.serializer_class
        return written(full, [found[key] for key in keys], selection, names, self.context)


class RecordView(ApiView):
    """One record, by its key."""

    filter_class = RecordFilter

    @classmethod
    def asked_class(cls):
        return shaped(cls.filter_class, names_of(cls.serializer_class))

    def records(self):
        """All records that the public may see, loaded with what the serializer shows."""
        raise NotImplementedError

    def get(self, request, key):
        record = self.records().filter(key=key).first() or self.missing(key)
        return self.answer(record, key)

    def answer(self, record, key):
        """The record, and the ways to its page, to its files and to its list."""
        headers = {"Link": of_api_record(self.request, Thing(self.noun, key))}
        selection = self.asked_class()(self.request.GET, queryset=type(record).objects.none())
        if selection.faults:
            raise problems.bad_query(selection.faults)
        names = names_of(self.serializer_class)
        body = written(self.serializer_class, record, selection, names, self.context, many=False)
        return Response(body, headers=headers)

    def missing(self, key):
        """Raises the ``Problem`` that the record is no more or never was, with its successor or the nearest key."""
        refuse_former(self.noun, key)
        raise not_found(self.records(), key)


def not_found(records, key):
    """The ``Problem`` that none of ``records`` has that key; proposes the nearest ones."""
    keys = [record.key for record in near(records, key)]
    message = str(_("There is no record with this key."))
    proposal = _("Near: %(keys)s.") % {"keys": listed(keys)} if keys else ""
    fault = Fault("key", key, "unknown_key", message, keys[0] if keys else None)
    return problems.Problem("not_found", f"{message} {proposal}".rstrip(), [fault])


def _languages(request):
    """The languages of the texts of an answer."""
    asked = request.GET.get("lang")
    return asked if asked in LANGUAGES else ", ".join(LANGUAGES)


def refuse_parameters(request):
    """Raises a ``Problem`` if there is a query string where none means anything."""
    if request.GET:
        message = str(_("This address takes no parameters."))
        raise problems.bad_query(
            [Fault(name, request.GET[name], "unknown_parameter", message, None, []) for name in request.GET]
        )
