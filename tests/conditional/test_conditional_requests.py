"""A client that has an answer is told so, wherever the answer comes from."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from freezegun import freeze_time

from diplomacy import release
from tests.factories import make_meeting, make_statement
from tests.shared import shared
from timeline.changes import record_changed
from timeline.conditional import ConditionalMiddleware, kept
from timeline.models import DataVersion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

KEY = "2017-03-20-summit"
FRESH = "public, max-age=300, stale-while-revalidate=86400"
MADE_WHOLE = [
    "/",
    "/ru/",
    "/meetings/?issue=peace-treaty&format=summit",
    f"/meetings/{KEY}/",
    f"/ja/meetings/{KEY}/",
    f"/meetings/{KEY}/history/",
    "/issues/",
    "/search/?q=talks",
    "/about/",
    "/api/v1/",
    "/api/v1/meetings/?issue=peace-treaty&format=summit",
    f"/api/v1/meetings/{KEY}/",
    "/api/v1/schema/",
    "/api/v1/docs/",
    "/meetings.json?format=summit",
    "/meetings.schema.json",
]
STREAMED = [
    "/meetings.csv?format=summit&issue=peace-treaty",
    "/meetings.ics",
    "/meetings.atom?lang=ru",
    f"/meetings/{KEY}.bib",
]
ADDRESSES = [*MADE_WHOLE, *STREAMED]


@shared("module")
def record():
    make_statement(make_meeting(KEY, participants=["sergey-lavrov"]))


@pytest.fixture
def ask(client):
    """Asks an address with headers named as ``if_none_match``."""
    return lambda address, **headers: client.get(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_public_answer_says_what_it_is_and_how_long_it_keeps(ask, address):
    answer = ask(address)

    assert answer.status_code == 200
    assert answer["ETag"].startswith('"')  # strong
    assert answer["Last-Modified"].endswith("GMT")
    assert answer["Cache-Control"] == FRESH
    assert answer["X-Data-Version"] == str(DataVersion.objects.current())
    assert answer["Content-Language"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_client_that_has_the_answer_is_told_so_with_two_queries_at_most(ask, address, django_assert_max_num_queries):
    etag = ask(address)["ETag"]

    with django_assert_max_num_queries(2):
        answer = ask(address, if_none_match=f'"another", {etag}')

    assert answer.status_code == 304
    assert answer.content == b""
    assert "Content-Type" not in answer


@pytest.mark.parametrize("address", ADDRESSES)
def test_not_modified_carries_what_the_whole_answer_says(ask, address):
    whole = ask(address)
    short = ask(address, if_none_match=whole["ETag"])

    for name in ("ETag", "Last-Modified", "Cache-Control", "Vary", "X-Data-Version"):
        assert short.get(name) == whole.get(name), name


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_date_alone_is_enough(ask, address):
    answer = ask(address, if_modified_since=ask(address)["Last-Modified"])

    assert answer.status_code == 304


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_published_change_makes_every_answer_new(ask, address):
    before = ask(address)["ETag"]
    record_changed()

    answer = ask(address, if_none_match=before)

    assert answer.status_code == 200
    assert answer["ETag"] != before


@pytest.mark.parametrize("address", ["/meetings/", "/api/v1/meetings/", "/meetings.csv"])
def test_another_release_makes_every_answer_new(ask, address, monkeypatch):
    before = ask(address)
    later = datetime(2035, 1, 1, tzinfo=UTC).timestamp()
    monkeypatch.setattr(release, "_read_once", lambda: release.Release("another", later))

    assert ask(address, if_none_match=before["ETag"]).status_code == 200
    assert ask(address, if_modified_since=before["Last-Modified"]).status_code == 200
    assert ask(address)["Last-Modified"] == "Mon, 01 Jan 2035 00:00:00 GMT"


def test_a_release_is_known_by_its_files(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("one")
    first = release._read()
    assert release._read() == first

    (tmp_path / "templates" / "page.html").write_text("two")
    assert release._read().digest != first.digest


def test_the_etag_wins_over_the_date(ask):
    answer = ask("/meetings/")
    both = ask("/meetings/", if_none_match='"another"', if_modified_since=answer["Last-Modified"])

    assert both.status_code == 200


@pytest.mark.parametrize("address", ["/meetings/", "/api/v1/meetings/", "/meetings.csv"])
def test_any_answer_will_do(ask, address):
    assert ask(address, if_none_match="*").status_code == 304


@pytest.mark.parametrize(
    ("address", "status"),
    [("/no-such-page/", 404), ("/api/v1/meetings/no-such-key/", 404), ("/meetings/?formt=x", 400)],
)
def test_what_is_not_there_has_no_etag_and_is_never_not_modified(ask, address, status):
    answer = ask(address, if_none_match="*", if_modified_since="Fri, 01 Jan 2100 00:00:00 GMT")

    assert answer.status_code == status
    assert "ETag" not in answer
    assert answer.get("Cache-Control", "") != FRESH


def test_a_client_that_wants_another_state_than_the_present_one_is_refused(ask):
    assert ask("/meetings/", if_match='"another"').status_code == 412
    assert ask("/meetings/", if_match=ask("/meetings/")["ETag"]).status_code == 200

    refused = ask("/api/v1/meetings/", if_match='"another"')
    assert refused.status_code == 412
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["status"] == 412


@pytest.mark.parametrize(
    ("address", "language", "title"),
    [("/meetings/", "en", "Not in that state"), ("/ja/meetings/", "ja", "状態の不一致")],
)
def test_that_is_said_in_the_language_of_the_address_whoever_asked_before(ask, address, language, title):
    ask("/ru/about/")
    refused = ask(address, if_match='"another"')

    assert (refused["Content-Language"], refused.json()["title"]) == (language, title)


@pytest.mark.parametrize("address", ["/meetings/", "/ru/meetings/", "/meetings.csv", "/api/v1/meetings/"])
def test_what_the_client_has_keeps_the_languages_that_it_is_in(ask, address):
    assert "Content-Language" not in ask(address, if_none_match=ask(address)["ETag"])


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_has_the_same_etag(client, address):
    etag = client.get(address)["ETag"]

    assert client.head(address)["ETag"] == etag
    assert client.head(address, headers={"if-none-match": etag}).status_code == 304


def test_each_language_media_type_and_query_has_an_etag_of_its_own(ask):
    etags = [
        ask("/meetings/")["ETag"],
        ask("/ru/meetings/")["ETag"],
        ask("/meetings/?format=summit")["ETag"],
        ask("/meetings/", accept="text/csv")["ETag"],
        ask("/meetings/", accept="application/x-ndjson")["ETag"],
        ask("/meetings/", accept="text/calendar")["ETag"],
        ask("/meetings/", accept="text/calendar", accept_language="ru")["ETag"],
        ask("/meetings.csv")["ETag"],
        ask("/meetings.ics")["ETag"],
        ask("/meetings.ics", accept_language="ja")["ETag"],
        ask("/meetings.csv?bom=1")["ETag"],
        ask("/api/v1/meetings/")["ETag"],
        ask("/meetings/", host="127.0.0.1")["ETag"],  # its links name the host
    ]

    assert len(set(etags)) == len(etags)


def test_spellings_of_one_query_share_an_etag(ask):
    assert ask("/meetings/?format=summit&page=1&q=")["ETag"] == ask("/meetings/?format=summit")["ETag"]
    assert ask("/meetings/", accept="text/html")["ETag"] == ask("/meetings/")["ETag"]
    assert ask("/meetings.csv", accept_language="ru")["ETag"] == ask("/meetings.csv")["ETag"]


@pytest.mark.parametrize(
    ("address", "vary"),
    [
        ("/about/", "Accept-Encoding"),
        ("/issues/", "Accept, Accept-Encoding"),
        ("/meetings/", "Accept, Accept-Encoding"),
        ("/api/v1/meetings/", "Accept, Accept-Encoding"),
        ("/meetings.csv", "Accept-Encoding"),
        ("/meetings.ics", "Accept-Language, Accept-Encoding"),
        ("/meetings.ics?lang=ja", "Accept-Encoding"),
    ],
)
def test_vary_names_the_headers_that_choose(ask, address, vary):
    assert ask(address)["Vary"] == vary


def test_a_calendar_does_not_change_overnight_but_what_tells_the_date_does(ask):
    with freeze_time("2026-11-20 12:00"):
        calendar, references = ask("/meetings.ics"), ask("/meetings.bib")
    with freeze_time("2026-11-21 12:00"):
        assert ask("/meetings.ics", if_none_match=calendar["ETag"]).status_code == 304
        assert ask("/meetings.bib", if_none_match=references["ETag"]).status_code == 200


@pytest.mark.parametrize("address", ["/admin/login/", "/health/live/"])
def test_the_editors_screens_and_the_probes_are_left_alone(ask, address):
    answer = ask(address)

    assert "ETag" not in answer
    assert "public" not in answer.get("Cache-Control", "")


def test_what_depends_on_a_cookie_is_for_one_reader_only(rf):
    def preview(request):
        response = HttpResponse("a draft")
        patch_vary_headers(response, ["Cookie"])
        return response

    answer = ConditionalMiddleware(preview)(rf.get("/meetings/", headers={"if-none-match": "*"}))

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer


@pytest.mark.django_db
def test_compressed_answers_stay_conditional(client):
    headers = {"accept-encoding": "gzip"}
    whole = client.get("/meetings/", headers=headers)

    assert whole["Content-Encoding"] == "gzip"
    assert whole["ETag"].startswith('W/"')
    assert "Accept-Encoding" in whole["Vary"]
    short = client.get("/meetings/", headers=headers | {"if-none-match": whole["ETag"]})
    assert short.status_code == 304
    assert (short["ETag"], short["Vary"]) == (whole["ETag"], whole["Vary"])


class TestKept:
    """Whole answers are kept and handed out again, as long as they are true."""

    @pytest.fixture(autouse=True)
    def _keep(self, settings):
        settings.KEEP_ANSWERS_SECONDS = 600

    @pytest.mark.parametrize("address", MADE_WHOLE)
    def test_the_next_reader_gets_the_same_answer_with_two_queries_at_most(
        self, ask, address, django_assert_max_num_queries
    ):
        first = ask(address)
        with django_assert_max_num_queries(2):
            second = ask(address)

        assert second.content == first.content
        assert dict(second.items()) | {"X-Request-ID": ""} == dict(first.items()) | {"X-Request-ID": ""}

    def test_a_long_page_is_kept_as_long_as_it_is_small_compressed(
        self, ask, monkeypatch, django_assert_max_num_queries
    ):
        first = ask("/meetings/")
        monkeypatch.setattr(kept, "LARGEST", len(first.content) // 2)
        cache.clear()

        assert ask("/meetings/").content == first.content
        with django_assert_max_num_queries(2):
            assert ask("/meetings/").content == first.content

    def test_what_is_large_even_so_is_made_anew(self, ask, monkeypatch):
        monkeypatch.setattr(kept, "LARGEST", 100)
        cache.clear()
        ask("/meetings/")
        make_meeting("2018-01-01-summit", start="2018-01-01")

        assert b"2018-01-01-summit" in ask("/meetings/").content

    def test_a_published_change_is_seen_at_once(self, ask):
        ask("/meetings/")
        meeting = make_meeting("2018-01-01-summit", start="2018-01-01")
        record_changed([meeting])

        assert b"2018-01-01-summit" in ask("/meetings/").content

    def test_an_editor_who_is_logged_in_gets_answers_made_anew(self, client, ask):
        ask("/meetings/")
        client.force_login(User.objects.create_superuser("boss"))
        make_meeting("2018-01-01-summit", start="2018-01-01")

        assert b"2018-01-01-summit" in ask("/meetings/").content

    def test_what_an_editor_got_is_not_kept(self, client, ask):
        client.force_login(User.objects.create_superuser("boss"))
        ask("/meetings/")
        client.logout()
        make_meeting("2018-01-01-summit", start="2018-01-01")

        assert b"2018-01-01-summit" in ask("/meetings/").content

    def test_a_kept_answer_is_good_for_a_date_alone(self, ask, django_assert_max_num_queries):
        seen = ask("/meetings/")["Last-Modified"]

        with django_assert_max_num_queries(2):
            assert ask("/meetings/", if_modified_since=seen).status_code == 304
