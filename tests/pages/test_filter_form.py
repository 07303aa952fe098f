"""The form of the chronology offers every filter, and keeps what was asked."""

import pytest
from django.http import QueryDict

from timeline.filters import MeetingFilter

from .reading import parts, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

NOT_IN_THE_FORM = {
    "sort",
    "page",
    "page_size",
    "updated_since",
}  # order and page have their own, the last is for programs


def test_every_filter_has_a_field(client):
    names = {field.get("name") for field in read(client, "/meetings/").cssselect("form.filter [name]")}
    asked = {name for name in MeetingFilter().filters if not name.startswith("not_")}
    assert asked - names == NOT_IN_THE_FORM


def test_years_say_how_many_meetings_one_would_get(client):
    page = read(client, "/meetings/?year=2014&status=held")
    options = parts(page, "#filter-year option")
    counts = {year: MeetingFilter(QueryDict(f"year={year}&status=held")).qs.count() for year in range(2013, 2020)}
    assert options == ["any", *(f"{year} · {count}" for year, count in counts.items())]
    assert [one.get("value") for one in page.cssselect("#filter-year [selected]")] == ["2014"]
    assert not read(client, "/meetings/2014/").cssselect("#filter-year")


@pytest.mark.parametrize(
    "query",
    [
        "year=2014",
        "kind=agreement&kind=position",
        "lacks=readout-jp",
        "office=ru-minister-of-foreign-affairs",
        "source=mid-2017-03-20",
        "not_format=summit",
    ],
)
def test_a_form_sent_again_asks_the_same(client, query):
    (form,) = read(client, f"/meetings/?{query}").cssselect("form.filter")
    sent = {f"{name}={value}" for name, value in form.form_values() if value}
    assert sent == set(query.split("&"))
    assert len(read(client, f"/meetings/?{query}").cssselect(".chosen .chips li")) == len(query.split("&"))
