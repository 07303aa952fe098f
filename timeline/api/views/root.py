"""The entrance of the API, its schema and its reference."""

from functools import cache

from csp.decorators import csp_update
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from rest_framework.renderers import TemplateHTMLRenderer
from rest_framework.response import Response

from ..link_header import LICENSE, link_header
from ..middleware import METHODS
from ..serializers import RootSerializer
from . import changes, records
from .base import ApiView

LISTS = [
    records.MeetingList,
    records.StatementList,
    records.ParticipantList,
    records.OrganisationList,
    records.OfficeList,
    records.FormatList,
    records.IssueList,
    records.PlaceList,
    records.SeriesList,
    records.SourceList,
    changes.ChangeList,
]
IN_JSON = [OpenApiJsonRenderer2, OpenApiJsonRenderer]
IN_YAML = [OpenApiYamlRenderer, OpenApiYamlRenderer2]


def current_version(request):
    """``/api/``: the way to the current version of the API."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": METHODS})
    return redirect("api:root", preserve_request=True)


class Root(ApiView):
    """What the API has to offer: its lists, its schema, its reference."""

    noun = "root"
    serializer_class = RootSerializer

    def get(self, request):
        body = {
            "data_version": self.data_version,
            "license": LICENSE,
            "schema_url": self._address("schema"),
            "docs_url": self._address("docs"),
            "resources": [self._resource(view) for view in LISTS],
        }
        here = self._address("root")
        return Response(body, headers={"Link": link_header(request, [("self", here, ""), ("canonical", here, "")])})

    def _resource(self, view):
        return {"name": view.noun, "url": self._address(view.noun), "description": view.__doc__}

    def _address(self, name):
        return self.request.build_absolute_uri(reverse(f"api:{name}"))


@cache
def description():
    """The API in OpenAPI 3.1; the same for every reader, so it is made once."""
    return SchemaGenerator().get_schema(public=True)


class Schema(ApiView):
    """The description of the API for programs: OpenAPI 3.1, JSON unless ``Accept`` says YAML."""

    schema = None
    renderer_classes = [*IN_JSON, *IN_YAML]

    def get(self, request):
        return Response(description())


@method_decorator(csp_update({"img-src": ["data:"]}), name="dispatch")
class Docs(ApiView):
    """The reference of the API for people, to read and to try: Swagger UI, served from here."""

    schema = None
    renderer_classes = [TemplateHTMLRenderer]

    def get(self, request):
        return Response({"schema_url": reverse("api:schema")}, template_name="timeline/api_docs.html")
