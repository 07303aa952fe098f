"""The description of the API (OpenAPI 3.1), made from what answers: filter sets, serializers and kinds of problem."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, inline_serializer
from rest_framework import serializers

from ..filters.moments import Moment, Since
from ..filters.questions import Choices, DateSpan, Day, Excluded, Keys, WholeNumber
from . import serializers as records
from .examples import example
from .problem_kinds import OF_STATUS
from .problems import MEDIA_TYPE
from .serializers import ProblemSerializer

HEADERS = {
    "X-Data-Version": _("The version of the published record."),
    "Link": _("Ways to neighbours and other forms (RFC 8288)."),
}
ROWS_AND_RECORDS = (  # of which ``fields`` may leave anything out
    records.ChangeSerializer,
    records.FormatSerializer,
    records.IssueSerializer,
    records.MeetingRowSerializer,
    records.OfficeSerializer,
    records.OrganisationSerializer,
    records.ParticipantRowSerializer,
    records.PlaceSerializer,
    records.SeriesSerializer,
    records.SourceRowSerializer,
    records.StatementSerializer,
)
LIST_HEADERS = {"X-Total-Count": _("How many records the query chooses."), **HEADERS}


class RecordSchema(AutoSchema):
    """Describes one view of the API."""

    @property
    def is_list(self):
        return self.view.is_list

    def get_operation_id(self):
        noun = self.view.noun
        if noun == "root":
            return "resources"
        if noun == "meeting-counts":
            return "meetings_counts"
        return f"{noun}_list" if self.is_list else f"{noun}_record"

    def get_tags(self):
        return [self.view.noun]

    def get_summary(self):
        return self.view.__doc__.split(":")[0].split(".")[0]

    def get_description(self):
        return self.view.__doc__

    def get_override_parameters(self):
        """Every parameter that works, from the filter set that reads it."""
        asked = self.view.asked_class()
        questions = asked.base_filters if asked else {}
        described = (_parameter(name, question, name in asked.needed) for name, question in questions.items())
        return [*map(_path_parameter, _path_names(self.path)), *described]

    def get_response_serializers(self):
        """The answer, and a problem for each status that this address can answer with."""
        return {
            (200, "application/json"): OpenApiResponse(self._answer(), self.get_summary(), self._answer_examples()),
            **{
                (status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer, title, _problem_examples(status))
                for status, title in self._problems().items()
            },
        }

    def _map_basic_serializer(self, serializer, direction):
        schema = super()._map_basic_serializer(serializer, direction)
        if issubclass(serializer if isinstance(serializer, type) else type(serializer), ROWS_AND_RECORDS):
            schema.pop("required", None)
        return schema

    def _answer(self):
        if not self.is_list:
            return self.view.serializer_class
        row = self.view.serializer_class
        return inline_serializer(
            f"{row.__name__.removesuffix('Serializer').removesuffix('Row')}List",
            {
                "count": serializers.IntegerField(help_text=_("How many there are in all.")),
                "next": serializers.URLField(allow_null=True, help_text=_("The next page.")),
                "previous": serializers.URLField(allow_null=True, help_text=_("The page before.")),
                "query": serializers.DictField(
                    child=serializers.ListField(child=serializers.CharField()),
                    help_text=_("The query as understood: each parameter with its values."),
                ),
                "data_version": serializers.CharField(help_text=_("Moves with every published change.")),
                "results": row(many=True),
            },
        )

    def _answer_examples(self):
        if self.view.noun != "meetings" or not self.is_list:
            return []
        return [
            OpenApiExample("calls", example("meetings"), summary=_("Telephone talks since 2016"), response_only=True)
        ]

    def _problems(self):
        """The statuses of the problems that this address can answer with, and their titles."""
        statuses = [400, 404, 405, 406, 412, 429, 500, 503]
        if self.view.noun == "root":
            statuses.remove(404)
        if _path_names(self.path):
            statuses.insert(4, 410)
        return {status: OF_STATUS[status].title for status in statuses}

    def _get_response_headers_for_code(self, status_code, direction="response"):
        if str(status_code) != "200":
            return {}
        headers = LIST_HEADERS if self.is_list else HEADERS
        return {name: {"description": str(text), "schema": {"type": "string"}} for name, text in headers.items()}


def _problem_examples(status):
    return [OpenApiExample("problem", example("unknown_parameter"), response_only=True)] if status == 400 else []


def _path_names(path):
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]


def _path_parameter(name):
    schema, text = {
        "number": ({"type": "integer", "minimum": 1}, _("The number of the statement at its meeting.")),
        "meeting": ({"type": "string"}, _("The key of the meeting.")),
    }.get(name, ({"type": "string"}, _("The key of the record.")))
    return OpenApiParameter(name, schema, OpenApiParameter.PATH, required=True, description=text)


def _parameter(name, question, needed):
    """How a parameter of a filter set is described; ``needed`` if nothing is asked without it."""
    one = _value_schema(question)
    schema = {"type": "array", "items": one} if question.repeatable else one
    text = question.extra.get("help_text", question.label)
    return OpenApiParameter(
        name, schema, OpenApiParameter.QUERY, required=needed, description=text, explode=True, style="form"
    )


def _value_schema(question):
    match question:
        case Excluded():
            return _value_schema(question.wanted)
        case Since():
            return {"type": "string", "examples": ["0", "2026-11-20", "2026-11-20T12:00:00Z"]}
        case Moment():
            moments = [{"format": "date"}, {"format": "date-time"}]
            return {"type": "string", "anyOf": moments, "examples": ["2026-11-20", "2026-11-20T12:00:00Z"]}
        case Choices() if not callable(question.choices):
            return {"type": "string", "enum": [value for value, _label in question.choices]}
        case WholeNumber():
            return {
                "type": "integer",
                "minimum": question.extra["min_value"],
                "maximum": question.extra["max_value"],
            }
        case Keys():
            return {"type": "string", "maxLength": 80}
        case Day() | DateSpan():
            return {"type": "string", "examples": ["2017-03-20", "2017-03", "2017"]}
    return {"type": "string"}
