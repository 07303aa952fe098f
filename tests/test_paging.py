import pytest
from django.http import QueryDict

from timeline.filters import MeetingFilter
from timeline.paging import NoSuchPage, page_of

from .factories import make_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def _three():
    for day in (1, 2, 3):
        make_meeting(f"2017-03-0{day}-summit", start=f"2017-03-0{day}")


def page(query):
    return page_of(MeetingFilter(QueryDict(query)))


@pytest.mark.usefixtures("_three")
def test_a_page_knows_its_place_in_the_list():
    last = page("page=2&page_size=2")
    assert [meeting.key for meeting in last.rows] == ["2017-03-03-summit"]
    assert (last.first, last.last, last.count, last.pages, last.previous, last.next) == (3, 3, 3, 2, 1, None)


@pytest.mark.usefixtures("_three")
def test_a_page_that_is_just_full_has_no_next_one():
    whole = page("page_size=3")
    assert (whole.first, whole.last, whole.pages, whole.previous, whole.next) == (1, 3, 1, None, None)


@pytest.mark.usefixtures("_three")
def test_beyond_the_end_there_is_no_page_and_the_last_one_is_named():
    with pytest.raises(NoSuchPage) as beyond:
        page("page=3&page_size=2")
    assert (beyond.value.fault.code, beyond.value.fault.did_you_mean) == ("no_such_page", "2")


def test_an_empty_list_has_one_empty_page():
    nothing = page("")
    assert (list(nothing.rows), nothing.first, nothing.last, nothing.pages) == ([], 0, 0, 1)
