"""The chronology: /, /meetings/ and /meetings/<year>/."""

import json
import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_issue, make_meeting, make_number, make_statement
from timeline.models import Attendance, Meeting

pytestmark = pytest.mark.django_db


def page(client, address="/meetings/", status=200):
    """The page's HTML with white space folded."""
    response = client.get(address)
    assert response.status_code == status
    return " ".join(unescape(response.content.decode()).split())


def words(html):
    """What a reader sees of it: no tags, no space before punctuation."""
    return re.sub(r"\s+([,.?])", r"\1", " ".join(re.sub(r"<[^>]+>", " ", html).split()))


def titles(html):
    return re.findall(r"<h3><a href=\"[^\"]+\">([^<]+)</a></h3>", html)


@pytest.fixture
def bonn():
    """A meeting with everything that a list shows."""
    seats = ["sergey-lavrov", ("fumio-kishida", {"side": "JP", "lead": True})]
    meeting = make_meeting(
        "2017-02-17-foreign-ministers",
        start="2017-02-17",
        format="foreign-ministers",
        place="bonn",
        venue="World Conference Center",
        occasion_en="G20 foreign ministers",
        title_en="Lavrov–Kishida talks, Bonn",
        summary_en="They fixed the calendar of the spring.",
        issues=["peace-treaty", "north-korea"],
        sources=["mid", "mofa"],
        participants=seats,
        confidence="medium",
        discrepancies="One source says 16 February.",
    )
    make_statement(meeting)
    make_statement(meeting, side="joint")
    make_number(meeting, number=8, derived=True)
    return meeting


@pytest.mark.parametrize(
    "shown",
    [
        "17 February 2017",
        "Lavrov–Kishida talks, Bonn",
        "foreign-ministers",
        "Bonn, World Conference Center",
        "G20 foreign ministers",
        "No. 8 by both sides’ count (derived)",
        "They fixed the calendar of the spring.",
        "Japan Fumio Kishida",
        "Russia Sergey Lavrov",
        "Issue peace-treaty",
        "Issue north-korea",
        "2 statements Russia 1 Joint 1",
        "2 sources",
        "medium confidence",
        "sources differ",
    ],
)
def test_an_entry_shows(client, bonn, shown):
    entry = page(client).split('<ol class="entries">')[1].split("</ol>")[0]

    assert shown in words(entry)


def test_everything_in_an_entry_leads_to_its_own_page(client, bonn):
    entry = page(client).split('<ol class="entries">')[1].split("</ol>")[0]

    assert set(re.findall(r'<a [^>]*href="([^"]+)"', entry)) == {
        "/meetings/2017-02-17-foreign-ministers/",
        "/meetings/2017-02-17-foreign-ministers/#sources",
        "/meetings/2017-02-17-foreign-ministers/#doubt",
        "/formats/foreign-ministers/",
        "/places/bonn/",
        "/participants/sergey-lavrov/",
        "/participants/fumio-kishida/",
        "/issues/peace-treaty/",
        "/issues/north-korea/",
    }


def test_a_meeting_that_was_held_says_nothing_of_its_status_and_another_says_it_first(client):
    make_meeting("2017-01-01-held", start="2017-01-01")
    make_meeting("2017-02-01-put-off", start="2017-02-01", status="postponed")
    held, postponed = page(client).split('<li class="entry')[1:]

    assert "postponed" in words(postponed.split('class="meta"')[1].split("summit")[0])
    assert not re.search(r"\bheld\b", words(held.split("</article>")[0]).replace("2017-01-01-held", ""))


def test_one_source_and_no_statements_are_said_in_words(client):
    make_meeting()
    html = words(page(client))

    assert "no statements found" in html
    assert "one source" in html


def test_a_partial_date_shows_no_day(client):
    make_meeting("2017-12-security-council", start="2017-12-01", end="2017-12-31", precision="month")
    html = page(client)

    assert '<time datetime="2017-12">' in html
    assert "day not known" in html
    assert "1 December" not in html


def test_meetings_stand_under_their_years_oldest_first_or_newest_first(client):
    for day in ("2016-05-06", "2017-03-20", "2017-02-17"):
        make_meeting(f"{day}-summit", start=day)

    oldest = [f"Talks {day}-summit" for day in ("2016-05-06", "2017-02-17", "2017-03-20")]
    assert titles(page(client, "/")) == oldest
    assert titles(page(client, "/?sort=-date")) == oldest[::-1]
    assert re.findall(r'<h2 id="year-(\d+)"', page(client, "/?sort=-date")) == ["2017", "2016"]


def test_the_page_of_a_year_holds_that_year(client):
    for day in ("2016-05-06", "2017-03-20"):
        make_meeting(f"{day}-summit", start=day)
    html = page(client, "/meetings/2017/")

    assert titles(html) == ["Talks 2017-03-20-summit"]
    assert "1 of 2 meetings" in html
    assert "<h1>Meetings in 2017</h1>" in html


def test_the_count_says_how_many_of_all(client):
    make_meeting("2016-05-06-summit", start="2016-05-06", issues=["energy"])
    make_meeting("2017-03-20-summit", issues=["energy", "visas"])
    make_meeting("2018-03-20-summit", start="2018-03-20", issues=["energy"])

    assert "3 meetings." in words(page(client))
    assert "1 of 3 meetings." in words(page(client, "/meetings/?issue=visas"))


def test_each_filter_in_force_is_a_chip_that_takes_it_away(client):
    make_meeting(issues=["energy", "visas"])
    html = page(client, "/meetings/?issue=energy&issue=visas&status=held")
    chips = html.split('<ul class="chips">')[1].split("</ul>")[0]

    assert re.findall(r'href="([^"]+)"', chips) == [
        "/meetings/?issue=visas&status=held",
        "/meetings/?issue=energy&status=held",
        "/meetings/?issue=energy&issue=visas",
    ]
    assert "Remove: Issue: Issue energy" in words(chips)


def test_the_form_offers_values_with_counts_and_keeps_what_was_asked(client):
    make_meeting("2016-05-06-summit", start="2016-05-06", issues=["energy"])
    make_meeting("2017-03-20-summit", issues=["energy", "visas"])
    form = page(client, "/meetings/?issue=visas&from=2017&lacks=number").split('id="filter"')[1].split("</form>")[0]

    assert 'name="issue" value="visas" checked> <span>Issue visas</span> <span class="c">1</span>' in form
    assert 'name="issue" value="energy" > <span>Issue energy</span> <span class="c">1</span>' in form
    assert re.search(r'name="from" value="2017"', form)
    assert 'name="lacks" value="number" checked>' in form


def test_a_long_facet_folds_its_rare_values_away_but_never_a_chosen_one(client):
    for n in range(12):
        make_issue(f"issue-{n:02}")
        make_meeting(f"2017-03-{n + 1:02}-summit", start=f"2017-03-{n + 1:02}", issues=[f"issue-{n:02}"])
    form = page(client, "/meetings/?issue=issue-11").split("<legend>Issue</legend>")[1].split("</fieldset>")[0]
    shown, folded = form.split("<details>")

    assert shown.count("checkbox") == 9
    assert 'value="issue-11" checked' in shown
    assert "3 more" in folded


def test_pages_keep_the_query(client):
    for n in range(1, 6):
        make_meeting(f"2017-03-0{n}-summit", start=f"2017-03-0{n}")
    html = page(client, "/meetings/?status=held&page_size=2&page=2")

    assert "Meetings 3–4 of 5" in html
    assert "Page 2 of 3" in html
    assert 'rel="prev" href="/meetings/?status=held&page_size=2&page=1"' in html
    assert 'rel="next" href="/meetings/?status=held&page_size=2&page=3"' in html


def test_a_fault_stands_above_the_form_with_a_link_that_mends_it_and_no_rows(client):
    make_meeting(issues=["energy"])
    html = page(client, "/meetings/?isue=energy&status=held", status=400)

    assert html.index('id="faults"') < html.index('id="filter"')
    assert '<a href="/meetings/?issue=energy&status=held"><code>issue=energy</code></a>' in html
    assert titles(html) == []
    assert "<title>Query not understood" in html.replace("<title> ", "<title>")


def test_a_form_sent_again_leaves_the_fault_behind_and_keeps_the_rest(client):
    make_meeting(issues=["energy"])
    form = page(client, "/meetings/?isue=energy&status=held", status=400).split('id="filter"')[1]

    assert '<input type="hidden" name="status" value="held">' in form
    assert "isue" not in form


def test_an_empty_result_says_which_filter_to_drop_and_what_that_gives(client):
    make_meeting("2016-05-06-summit", start="2016-05-06", issues=["energy"])
    make_meeting("2017-03-20-summit", issues=["energy"])
    make_meeting("2017-03-20-two-plus-two", format="two-plus-two", issues=["visas"])
    html = page(client, "/meetings/?issue=energy&format=two-plus-two")

    assert "No meeting answers all of these filters" in html
    assert (
        '<a href="/meetings/?issue=energy">without “Format: two-plus-two”</a> <span class="c">2 meetings</span>' in html
    )
    assert '<a href="/meetings/?format=two-plus-two">without “Issue: Issue energy”</a>' in html


def test_the_page_names_the_same_list_for_programs(client):
    make_meeting("2016-05-06-summit", start="2016-05-06", issues=["energy"])
    make_meeting("2017-03-20-summit", issues=["energy"])
    html = page(client, "/meetings/2017/?issue=energy")
    addresses = re.findall(r'<link rel="alternate" type="application/json"[^>]* href="([^"]+)"', html)
    answers = [json.loads(client.get(address).getvalue()) for address in addresses]
    lists = [[meeting["key"] for meeting in answer["results"]] for answer in answers if "results" in answer]

    assert lists
    assert all(keys == ["2017-03-20-summit"] for keys in lists)


def test_recorded_text_is_never_markup(client):
    make_meeting(title_en="<b>Talks</b> & more", summary_en="<script>alert(1)</script>", venue='"><b>Hall')
    html = client.get("/meetings/").content.decode()

    assert "<b>Talks" not in html
    assert "<script>alert" not in html
    assert '"><b>Hall' not in html


def test_a_summary_in_another_language_than_the_page_says_so(client):
    make_meeting(summary_en="They met.", summary_ru="Они встретились.", summary_ja="")

    assert '<span lang="en">They met.</span>' in page(client, "/ja/meetings/")
    assert "Они встретились." in page(client, "/ru/meetings/")


@pytest.mark.parametrize(("prefix", "first"), [("", "Japan"), ("/ru", "Russia")])
def test_the_sides_stand_in_the_order_of_the_readers_alphabet(client, bonn, prefix, first):
    entry = page(client, f"{prefix}/meetings/").split('<ul class="who">')[1].split("</ul>")[0]
    css = {"Japan": "side jp", "Russia": "side ru"}

    assert re.findall(r'class="(side \w+)"', entry)[0] == css[first]


def test_five_hundred_meetings_cost_no_more_queries_than_one(client, bonn):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page(client, "/meetings/?page_size=500&status=held")
        return len(queries)

    count()  # fills what is asked once only
    alone = count()
    clone_meetings(bonn, 499)

    assert Meeting.objects.count() == 500
    assert count() <= alone


def clone_meetings(meeting, number):
    """Meetings like ``meeting`` on later days, each with its seats and issues."""
    fields = {f.attname: getattr(meeting, f.attname) for f in Meeting._meta.concrete_fields if not f.primary_key}
    days = [date(2013, 1, 1) + timedelta(days=5 * n) for n in range(number)]
    copies = Meeting.objects.bulk_create(
        Meeting(**fields | {"key": f"copy-{day}", "start": day, "end": day}) for day in days
    )
    seats = list(meeting.attendances.values("participant_id", "side", "capacity_en", "lead"))
    Attendance.objects.bulk_create(Attendance(meeting=copy, **seat) for copy in copies for seat in seats)
    through = Meeting.issues.through
    issues = [issue.pk for issue in meeting.issues.all()]
    through.objects.bulk_create(
        through(meeting=copy, issue_id=issue, sort_value=place) for copy in copies for place, issue in enumerate(issues)
    )


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("/meetings/", "3 meetings: 2 held, 1 cancelled. Who met"),
        ("/meetings/2018/", "2 of 3 meetings: 1 held, 1 cancelled. Who met"),
        ("/meetings/?status=held", "2 of 3 meetings. Who met"),
    ],
)
def test_the_opening_line_says_what_became_of_the_meetings_where_that_differs(client, address, line):
    make_meeting("2017-02-17-bonn", start="2017-02-17")
    make_meeting("2018-05-26-moscow", start="2018-05-26")
    make_meeting("2018-11-01-chile", start="2018-11-01", status="cancelled")

    assert line in words(page(client, address))
