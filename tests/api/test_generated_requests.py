"""Requests made up from the description alone, right ones and wrong ones, to a server that runs."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.factories import make_meeting, make_statement
from timeline.changes import record_changed

# Which keys there are and which parameters contradict each other is for the record to say and not for the description:
# so a request that the description allows may be refused, and that one check is left out.
EXAMPLES = 8  # of each kind for each address; the whole stays under a minute


@pytest.mark.django_db(transaction=True)
def test_no_request_is_answered_in_another_way_than_described(live_server):
    meeting = make_meeting(participants=["sergey-lavrov"])
    make_statement(meeting)
    record_changed([meeting])
    api = schemathesis.openapi.from_url(f"{live_server.url}/api/v1/schema/")

    tried = 0
    for operation in api.get_all_operations():
        _try_out(operation.ok())
        tried += 1
    assert tried >= 20


def _try_out(operation):
    @hypothesis(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def try_out(case):
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    try_out()
