import pytest

from tests.planted import SECRET, plant
from tests.shared import shared
from timeline.api.views.root import LISTS
from timeline.models import Meeting

pytestmark = pytest.mark.django_db


@shared("module", params=["draft", "review", "withdrawn"])
def planted(state):
    plant(state)


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("view", LISTS, ids=lambda view: view.noun)
def test_a_meeting_that_is_not_public_is_nowhere(client, get, view):
    listed = client.get(f"/api/v1/{view.noun}/?page_size=500")
    assert SECRET not in listed.content.decode()

    for row in listed.json()["results"]:
        assert SECRET not in client.get(row["url"].removeprefix("http://testserver")).content.decode()


@pytest.mark.usefixtures("planted")
def test_it_is_not_counted(get):
    assert get("meetings/")["count"] == 2
    assert get("statements/")["count"] == 1
    assert get("participants/sergey-lavrov/")["meeting_count"] == 1
    assert get("participants/sergey-lavrov/")["statement_count"] == 1
    assert get("formats/summit/")["meeting_count"] == 2
    assert get("issues/peace-treaty/")["meeting_count"] == 2
    assert get("sources/mid-2017-03-20/")["meeting_count"] == 2
    assert [number["number"] for number in get("series/leaders/")["numbers"]] == [1]


@pytest.mark.usefixtures("planted")
def test_no_word_of_it_is_found(get):
    assert get(f"meetings/?q={SECRET}")["count"] == 0
    assert get(f"statements/?q={SECRET}")["count"] == 0


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize(
    "path",
    [
        "meetings/?issue=zzsecre-issu",
        "meetings/?place=zzsecre-plac",
        "meetings/?participant=zzsecre-perso",
        "meetings/?source=zzsecre-sourc",
        "statements/?meeting=2017-04-01-zzsecre",
        "statements/?organisation=zzsecre-bod",
        "meetings/2017-04-01-zzsecre/",
        "participants/zzsecre-perso/",
        "issues/zzsecre-issu/",
        "places/zzsecre-plac/",
        "sources/zzsecre-sourc/",
        "organisations/zzsecre-bod/",
        "statements/2017-04-01-zzsecre/1/",
    ],
)
def test_no_fault_proposes_it(client, path):
    answer = client.get(f"/api/v1/{path}")

    assert answer.status_code in (400, 404)
    assert SECRET not in answer.content.decode()


def test_its_address_says_no_more_than_one_that_never_was(client, planted):
    secret = Meeting.objects.get(key__contains=SECRET)
    if secret.state == "withdrawn":
        assert client.get(f"/api/v1/meetings/{secret.key}/").status_code == 410
        return
    address = f"/api/v1/meetings/{secret.key}/"
    here = client.get(address)
    secret.statements.all().delete()
    secret.delete()
    nowhere = client.get(address)

    assert here.status_code == nowhere.status_code == 404
    assert here.content == nowhere.content


@pytest.mark.usefixtures("planted")
def test_no_statement_of_it_has_an_address(client):
    assert client.get(f"/api/v1/statements/2017-04-01-{SECRET}/1/").status_code in (404, 410)  # 410 once withdrawn
