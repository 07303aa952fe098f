"""What scripts are told while somebody types is what the form is told once it is sent."""

import pytest
from django.contrib.auth.models import User

from tests.admin.screens import add_address, change_address, faults
from tests.factories import make_format, make_meeting, make_office, make_participant, make_source, make_tenure
from timeline.models import Source

pytestmark = pytest.mark.django_db

MOFA = {"publisher": "Ministry of Foreign Affairs of Japan", "language": "ja", "side": "JP"}
PAGE = "https://www.mofa.go.jp/mofaj/press/release/press4.html"


def ask(client, name, **asked):
    return client.get(f"/admin/ask/{name}/", asked).json()


@pytest.fixture
def mofa(db):
    """Two Japanese pages and an English one of a ministry, and a page of somebody else."""
    first = make_source("mofa-1", url="http://mofa.go.jp/mofaj/press/release/press1.html?utm_source=x", **MOFA)
    make_source("mofa-2", url="https://www.mofa.go.jp/mofaj/press/release/press2.html", **MOFA)
    make_source("mofa-3", url="https://www.mofa.go.jp/erp/rss/page1e.html", **MOFA | {"language": "en"})
    make_source("other", url="https://not-mofa.go.jp/mofaj/press/release/press1.html")
    return first


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"text": "15–16 декабря 2016", "reads": "when"}, {"understood": "15–16 December 2016, Thursday to Friday"}),
        ({"text": "平成29年3月20日", "reads": "day"}, {"understood": "Monday, 20 March 2017"}),
        ({"text": " ", "reads": "day"}, {"understood": ""}),
        (
            {"text": "2017", "reads": "day"},
            {"fault": "One whole date is wanted here: day, month and year.", "readings": []},
        ),
    ],
)
def test_a_date_is_understood_at_once(boss, asked, told):
    assert ask(boss, "date", **asked) == told


def test_a_date_with_two_readings_is_offered_in_both(boss):
    told = ask(boss, "date", text="03/04/2017", reads="when")

    assert told["readings"] == [
        {"text": "2017-03-04", "words": "Saturday, 4 March 2017"},
        {"text": "2017-04-03", "words": "Monday, 3 April 2017"},
    ]


def test_offices_of_a_person_on_the_day_are_told(boss):
    make_office("ru-mfa", title_en="Minister", title_ru="Министр", title_ja="大臣")
    make_office("ru-envoy", title_en="Envoy")
    make_tenure("ru-mfa", start="2004-03-09")
    lavrov = make_participant().pk

    sure = ask(boss, "offices", person=lavrov, when="20.03.2017")
    make_tenure("ru-envoy", start="2017-03-01")
    several = ask(boss, "offices", person=lavrov, when="20.03.2017")
    no_day = ask(boss, "offices", person=lavrov, when="03/04/2017")

    assert (sure["side"], sure["proposed"], sure["told"]) == ("RU", 0, "Proposed: Minister (9 March 2004 – …)")
    assert sure["offices"][0]["titles"] == {"en": "Minister", "ru": "Министр", "ja": "大臣"}
    assert (several["proposed"], len(several["offices"])) == (None, 2)
    assert (no_day["side"], no_day["offices"]) == ("RU", [])
    assert ask(boss, "offices", person="", when="2017")["side"] == ""


def test_the_key_of_a_new_meeting_and_its_twins_are_told(boss):
    make_format("two-plus-two")
    other = make_meeting("2017-03-20-summit", participants=["sergey-lavrov"])
    lavrov = other.attendances.get().participant_id

    told = ask(boss, "meeting", when="21.03.2017", format=other.format_id, person=lavrov)
    of_itself = ask(boss, "meeting", when="20.03.2017", format=other.format_id, meeting=other.pk)
    taken = ask(boss, "meeting", when="20.03.2017", format=other.format_id)

    assert told["key_told"] == "Its key will be 2017-03-21-summit."
    assert [twin["url"] for twin in told["twins"]] == [change_address(other)]
    assert told["twins"][0]["words"] == "20 March 2017 · published · same format · same participants"
    assert (of_itself["key"], of_itself["twins"]) == ("", [])
    assert taken["key"] == "2017-03-20-summit-2"
    assert ask(boss, "meeting", when="", format="x")["key"] == ""


def test_a_recorded_address_and_proposals_of_its_host_are_told(boss, mofa):
    known = ask(boss, "address", url="https://www.mofa.go.jp/mofaj/press/release/press1.html#top")
    new = ask(boss, "address", url=PAGE)

    assert [source["url"] for source in known["recorded"]["sources"]] == [change_address(mofa)]
    assert new["recorded"]["sources"] == []
    assert {proposal["field"]: proposal["value"] for proposal in new["proposals"]} == MOFA
    told = [proposal["words"] for proposal in new["proposals"]]
    assert told[1] == "Proposed: so have 2 of 2 sources with a like address."
    assert ask(boss, "address", url="https://nowhere.example/1")["proposals"] == []


def test_the_form_of_a_source_takes_the_same_proposals_and_tells_them(boss, mofa):
    sent = {"url": PAGE, "title": "外相会談", "kind": "official-readout", "published": "平成29年3月20日"}

    told = boss.post(add_address(Source), sent, follow=True).content.decode()

    saved = Source.objects.get(url=PAGE)
    assert (saved.publisher, saved.language, saved.side) == tuple(MOFA.values())
    assert (str(saved.published), saved.key) == ("2017-03-20", "mofa-go-jp-2017-03-20")
    assert "Side was left empty and taken from other sources of the same host: Japan." in told
    elsewhere = boss.post(add_address(Source), sent | {"url": "https://nowhere.example/1"})
    assert set(faults(elsewhere)) == {"publisher", "language", "side"}


def test_a_recorded_address_is_refused_with_a_link_and_may_be_chosen_in_a_popup(boss, mofa):
    sent = {
        "url": "https://www.mofa.go.jp/mofaj/press/release/press1.html/",
        "title": "Again",
        "kind": "official-readout",
    }

    refused = boss.post(f"{add_address(Source)}?_popup=1", sent | {"_popup": "1"})
    chosen = boss.post(f"{add_address(Source)}?_popup=1", sent | {"_popup": "1", "_recorded": str(mofa.pk)})

    (told,) = faults(refused)["url"]
    assert f'<a href="{change_address(mofa)}"' in told
    assert f'<button type="submit" name="_recorded" value="{mofa.pk}">Choose this one</button>' in told
    assert f"&quot;value&quot;: &quot;{mofa.pk}&quot;" in chosen.content.decode()
    assert Source.objects.count() == 4


def test_who_may_not_see_a_kind_of_record_is_not_told_of_it(client, mofa):
    client.force_login(User.objects.create_user("guest", is_staff=True))

    assert client.get("/admin/ask/date/", {"text": "2017"}).status_code == 200
    for name in ("offices", "meeting", "address"):
        assert client.get(f"/admin/ask/{name}/").status_code == 403
    client.logout()
    assert client.get("/admin/ask/address/", {"url": PAGE}).status_code == 302
