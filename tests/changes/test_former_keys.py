"""A key that was public once: its page, its record and its files lead on, or say why there is nothing any more."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from tests.admin.screens import add_address, faults
from tests.factories import make_issue, make_meeting, make_participant, make_statement
from timeline.changes import record_changed
from timeline.models import DataVersion, FormerKey, Meeting

pytestmark = pytest.mark.django_db

OLD, NEW = "2017-03-20-old", "2017-03-20-summit"
WHY = {"reason_en": "Two records told of one meeting.", "reason_ru": "Две записи об одной встрече."}


@pytest.fixture
def renamed():
    make_statement(make_meeting(NEW))
    return FormerKey.objects.create(noun="meetings", key=OLD, kind="renamed", successor=NEW)


@pytest.fixture
def withdrawn():
    make_meeting(NEW)
    make_meeting(OLD, state="withdrawn")
    return FormerKey.objects.create(noun="meetings", key=OLD, kind="withdrawn", successor=NEW, **WHY)


@pytest.mark.parametrize(
    "address",
    ["/meetings/{}/", "/ru/meetings/{}/", "/api/v1/meetings/{}/", "/meetings/{}.ics", "/meetings/{}.json",
     "/api/v1/statements/{}/1/", "/statements/{}/1.json"],
)  # fmt: skip
def test_a_renamed_key_leads_to_the_new_one_for_good(client, renamed, address):
    answer = client.get(address.format(OLD))

    assert answer.status_code == 301
    assert answer["Location"] == address.format(NEW)
    assert client.get(answer["Location"]).status_code == 200


def test_the_query_is_kept(client, renamed):
    assert client.get(f"/meetings/{OLD}.ics?lang=ru")["Location"] == f"/meetings/{NEW}.ics?lang=ru"


class TestInAQuery:
    """A calendar that was subscribed to, or a list that was noted down, goes on when what it asks for has a new key."""

    @pytest.fixture(autouse=True)
    def _renamed_twice(self):
        make_statement(make_meeting(NEW, participants=["sergey-lavrov"]), speaker=make_participant("sergey-lavrov"))
        make_meeting("2018-05-01-call", start="2018-05-01")
        renamings = [("lavroff", "lavrov"), ("lavrov", "sergey-lavrov"), ("hidden-once", "hidden")]
        for key, successor in renamings:
            FormerKey.objects.create(noun="participants", key=key, kind="renamed", successor=successor)
        FormerKey.objects.create(noun="meetings", key=OLD, kind="renamed", successor=NEW)
        make_participant("hidden")
        make_meeting("2018-06-01-draft", state="draft", participants=["hidden"])

    @pytest.mark.parametrize(
        ("address", "name", "now", "count"),
        [
            ("meetings/?participant=lavroff", "participant", "sergey-lavrov", 1),
            ("meetings/?not_participant=lavrov", "not_participant", "sergey-lavrov", 1),
            ("statements/?participant=lavroff", "participant", "sergey-lavrov", 1),
            (f"statements/?meeting={OLD}", "meeting", NEW, 1),
        ],
    )
    def test_the_former_key_means_the_record(self, client, address, name, now, count):
        body = client.get(f"/api/v1/{address}").json()

        assert (body["count"], body["query"]) == (count, {name: [now]})

    def test_pages_and_files_understand_it_too(self, client):
        assert client.get("/meetings/?participant=lavroff").status_code == 200
        assert client.get("/meetings.ics?participant=lavroff")["X-Total-Count"] == "1"

    def test_a_form_shows_as_chosen_what_was_understood(self, client):
        page = html.fromstring(client.get("/statements/?participant=lavroff").text)

        assert [one.get("value") for one in page.cssselect("#narrow-participant [selected]")] == ["sergey-lavrov"]

    def test_to_repeat_it_costs_nothing_more(self, client):
        def cost(times):
            with CaptureQueriesContext(connection) as queries:
                client.get("/api/v1/statements/?" + "&".join(["participant=lavroff"] * times))
            return len(queries)

        cost(1)
        assert cost(20) == cost(1)

    @pytest.mark.parametrize("key", ["hidden-once", "hidden", "nobody", "a%00b"])
    def test_what_leads_to_nothing_public_is_not_known(self, client, key):
        answer = client.get(f"/api/v1/meetings/?participant={key}")

        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "unknown_value")


def test_the_api_says_why_a_record_went_and_what_stands_for_it(client, withdrawn):
    answer = client.get(f"/api/v1/meetings/{OLD}/")
    body = answer.json()

    assert answer.status_code == 410
    assert answer["Content-Type"] == "application/problem+json"
    assert body["type"].endswith("#withdrawn")
    assert body["reason"] == WHY["reason_en"]
    assert body["successor"] == f"http://testserver/api/v1/meetings/{NEW}/"
    assert body["errors"][0]["did_you_mean"] == NEW


def test_a_file_says_the_same(client, withdrawn):
    answer = client.get(f"/meetings/{OLD}.ics")

    assert answer.status_code == 410
    assert answer.json()["reason"] == WHY["reason_en"]


def test_the_page_says_the_same_in_its_language(client, withdrawn):
    answer = client.get(f"/ru/meetings/{OLD}/")

    assert answer.status_code == 410
    assert WHY["reason_ru"] in answer.content.decode()
    assert f'href="/ru/meetings/{NEW}/"' in answer.content.decode()


def test_a_successor_that_went_itself_is_not_offered(client, withdrawn):
    Meeting.objects.update(state="withdrawn")

    assert f'href="/meetings/{NEW}/"' not in client.get(f"/meetings/{OLD}/").content.decode()


@pytest.mark.parametrize("address", ["/issues/energy/", "/api/v1/issues/energy/"])
def test_any_record_that_was_deleted_is_gone_and_not_unknown(client, address):
    energy = make_issue("energy")
    record_changed(others=[energy])
    energy.delete()
    record_changed(gone=[energy])

    assert client.get(address).status_code == 410


def test_a_statement_of_a_withdrawn_meeting_is_gone(client):
    meeting = make_meeting(NEW)
    make_statement(meeting)
    record_changed([meeting])
    Meeting.objects.update(state="withdrawn")
    record_changed([meeting])

    answer = client.get(f"/api/v1/statements/{NEW}/1/")
    assert answer.status_code == 410
    assert answer.json()["reason"] is None


class TestWhatWentWithItsMeeting:
    """A statement, person or source that stood in no other meeting."""

    @pytest.fixture(autouse=True)
    def _withdrawn(self):
        meeting = make_meeting(NEW, participants=["sergey-lavrov"])
        make_statement(meeting)
        record_changed([meeting])
        Meeting.objects.update(state="withdrawn")
        FormerKey.objects.create(noun="meetings", key=NEW, kind="withdrawn", **WHY)
        record_changed([meeting])

    @pytest.mark.parametrize("path", [f"statements/{NEW}/1", "participants/sergey-lavrov"])
    def test_the_api_and_the_file_say_why(self, client, path):
        for address in (f"/api/v1/{path}/", f"/{path}.json"):
            answer = client.get(address)
            assert answer.status_code == 410
            assert answer.json()["reason"] == WHY["reason_en"]
            assert WHY["reason_en"] in answer.json()["detail"]

    @pytest.mark.parametrize(
        "address", [f"/ru/cite/statements/{NEW}/1/", f"/ru/meetings/{NEW}/card/", "/ru/participants/sergey-lavrov/"]
    )
    def test_so_do_the_pages(self, client, address):
        answer = client.get(address)

        assert answer.status_code == 410
        assert WHY["reason_ru"] in answer.text

    def test_what_never_was_is_not_found(self, client):
        assert client.get("/cite/statements/never/1/").status_code == 404
        assert client.get("/meetings/never/card/").status_code == 404


@pytest.mark.parametrize("address", ["/cite/statements/{}/1/", "/meetings/{}/card/"])
def test_what_hangs_on_a_renamed_key_is_led_on_too(client, renamed, address):
    assert client.get(address.format(OLD))["Location"] == address.format(NEW)


@pytest.mark.parametrize("address", ["/meetings/draft/", "/api/v1/meetings/draft/", "/meetings/draft.ics"])
def test_a_draft_is_not_gone_but_unknown(client, address):
    make_meeting("draft", state="draft")

    assert client.get(address).status_code == 404


class TestEntry:
    """Editors list a former key on a screen of their own."""

    @pytest.fixture(autouse=True)
    def _boss(self, client):
        client.force_login(User.objects.create_superuser("boss"))
        make_meeting(NEW)

    def post(self, client, **fields):
        return client.post(add_address(FormerKey), {"noun": "meetings", "key": OLD, "kind": "renamed"} | fields)

    def test_a_former_key_works_at_once(self, client):
        before = DataVersion.objects.current().number
        answer = self.post(client, successor=NEW)

        assert answer.status_code == 302
        assert DataVersion.objects.current().number == before + 1
        assert client.get(f"/meetings/{OLD}/").status_code == 301

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"successor": ""}, "successor"),
            ({"successor": "2017-03-20-nothing"}, "successor"),
            ({"key": NEW, "successor": NEW}, "key"),
        ],
    )
    def test_what_cannot_be_is_told_beside_the_field(self, client, fields, field):
        assert field in faults(self.post(client, **fields))

    def test_a_person_has_a_former_key_too(self, client):
        make_participant("sergey-lavrov")
        self.post(client, noun="participants", key="s-lavrov", successor="sergey-lavrov")

        assert client.get("/participants/s-lavrov/")["Location"] == "/participants/sergey-lavrov/"
