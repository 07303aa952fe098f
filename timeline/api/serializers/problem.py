"""What an answer says that is none: RFC 9457 problem details."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers


class ProblemErrorSerializer(serializers.Serializer):
    """One fault of a request."""

    param = serializers.CharField(help_text=_("The parameter, or the header, or “key” for a part of the address."))
    value = serializers.CharField(help_text=_("What was sent."))
    code = serializers.CharField(help_text=_("For programs: unknown_parameter, unknown_value, repeated …"))
    message = serializers.CharField(help_text=_("For people."))
    did_you_mean = serializers.CharField(allow_null=True, help_text=_("The nearest right spelling."))
    allowed = serializers.ListField(
        child=serializers.CharField(), allow_null=True, help_text=_("What is allowed, where the list is short.")
    )


class ProblemSerializer(serializers.Serializer):
    """Why there is no answer (RFC 9457)."""

    type = serializers.URLField(help_text=_("Names the sort of problem, and leads to its explanation."))
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text=_("What is wrong with this request."))
    instance = serializers.CharField(help_text=_("The address that was asked, with its query."))
    errors = ProblemErrorSerializer(many=True, help_text=_("Each fault of the request."))
    reason = serializers.CharField(
        required=False, allow_null=True, help_text=_("With status 410 only: why the record was withdrawn.")
    )
    successor = serializers.URLField(
        required=False, allow_null=True, help_text=_("With status 410 only: the record that stands for it now.")
    )
    request_id = serializers.CharField(
        required=False, allow_null=True, help_text=_("With status 500 only: the number under which the log has it.")
    )
