"""Every answer says in ``Link`` where it is for good, which other forms there are, what to cite, what describes it."""

import re
from typing import NamedTuple

import pytest
from lxml import html

from timeline.conditional.representation import asked_for
from timeline.exports.formats import of_list, of_record

from ..factories import make_office
from .reading import body

pytestmark = pytest.mark.django_db

HERE = "http://testserver"
KEY = "2017-03-20-two-plus-two"
LONG = "&".join(["status=held", "status=planned"] * 25)


class Link(NamedTuple):
    address: str
    relation: str
    media_type: str
    language: str


def links(answer):
    found = re.findall(r'<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?(?:; hreflang="([^"]*)")?', answer["Link"])
    return [Link(*one) for one in found]


def one(answer, relation):
    (found,) = [link.address for link in links(answer) if link.relation == relation]
    return found


def alternates(answer):
    return {
        link.address: link.media_type for link in links(answer) if link.relation == "alternate" and not link.language
    }


def languages(answer):
    return {link.language: link.address for link in links(answer) if link.language}


def relations(answer):
    return {link.relation for link in links(answer)}


@pytest.mark.parametrize(
    "address", ["/api/v1/meetings/a%0d%0aX-Evil:1/", "/api/v1/meetings/a%3Eb/", "/api/v1/nothing/a/"]
)
def test_an_address_that_is_none_gives_no_links_nor_fails_before_anything_was_looked_up(rf, db, address):
    assert asked_for(rf.get(address)).links == ""


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/meetings/?sort=-date&format=summit&q=&page=1",
        "/ru/meetings/2017/?status=held",
        "/ja/statements/?side=JP",
        "/participants/",
        "/sources/?kind=news",
        "/changes/",
        f"/meetings/{KEY}/",
        f"/ja/meetings/{KEY}/",
        "/sources/mofa-2017/",
        "/ru/participants/sergey-lavrov/",
        "/issues/",
        "/ru/issues/energy/",
        "/formats/",
        "/formats/summit/",
        "/ja/places/",
        "/places/tokyo/",
        "/offices/",
        "/ja/offices/ru-minister-of-foreign-affairs/",
    ],
)
def test_the_header_of_a_page_says_what_its_head_says(client, record, address):
    make_office()
    answer = client.get(address)
    head = html.fromstring(body(answer)).find("head")
    in_head = {
        HERE + link.get("href"): link.get("type")
        for link in head.cssselect('link[rel=alternate][type]:not([type$="+oembed"])')
    }

    assert one(answer, "canonical") == head.cssselect("link[rel=canonical]")[0].get("href")
    assert alternates(answer) == in_head
    assert in_head
    assert "license" in relations(answer)


@pytest.mark.parametrize("prefix", ["", "/ja"])
@pytest.mark.parametrize("place", ["/issues/energy/", "/formats/", "/places/tokyo/", "/participants/sergey-lavrov/"])
def test_a_page_without_a_box_of_formats_shows_the_way_to_its_json(client, record, prefix, place):
    page = html.fromstring(body(client.get(prefix + place)))
    (shown,) = page.cssselect("main .in-json a")

    assert client.get(shown.get("href")).json()["url" if place.count("/") > 2 else "count"]
    assert not page.cssselect(".use")


@pytest.mark.parametrize("address", ["/", f"/meetings/{KEY}/", "/about/", "/issues/nothing/", "/issues/?x=1"])
def test_a_page_with_a_box_or_without_a_record_shows_none(client, record, address):
    assert not html.fromstring(client.get(address).content).cssselect(".in-json")


@pytest.mark.parametrize("address", ["/", "/ru/meetings/?place=tokyo&status=held", f"/ja/meetings/{KEY}/", "/data/"])
def test_the_header_of_a_page_leads_to_the_other_languages(client, record, address):
    answer = client.get(address)
    head = html.fromstring(body(answer)).find("head")
    own = head.getparent().get("lang")
    in_head = {link.get("hreflang"): link.get("href") for link in head.cssselect("link[hreflang]")}

    assert {"en", "ru", "ja"} - {own} == set(languages(answer))
    for language, found in languages(answer).items():
        assert found == in_head[language]
        assert client.get(found).headers["Content-Language"] == language


@pytest.mark.parametrize("address", ["/about/", "/search/?q=talks", "/data/", f"/meetings/{KEY}/history/"])
def test_a_page_without_other_forms_names_its_one_address(client, record, address):
    answer = client.get(address)

    assert one(answer, "canonical") == HERE + address
    assert not alternates(answer)


@pytest.mark.parametrize("noun", ["formats", "issues", "places"])
def test_a_page_whose_list_has_no_files_names_the_api(client, record, noun):
    assert alternates(client.get(f"/ru/{noun}/")) == {f"{HERE}/api/v1/{noun}/": "application/json"}


@pytest.mark.parametrize(
    "address",
    [
        "/meetings/?format=summit",
        "/meetings.csv?format=summit",
        "/api/v1/meetings/?format=summit&page_size=2",
        "/statements.atom?lang=ja",
        f"/meetings/{KEY}/",
        f"/meetings/{KEY}.ics",
        f"/api/v1/statements/{KEY}/1/",
        "/issues/energy/",
        "/changes.json",
    ],
)
def test_every_alternate_is_there_in_the_form_that_is_promised(client, record, address):
    found = alternates(client.get(address))

    assert found
    for there, media_type in found.items():
        answer = client.get(there.removeprefix(HERE))
        assert (answer.status_code, answer["Content-Type"].partition(";")[0]) == (200, media_type), there


def test_the_api_keeps_its_ways_to_other_pages_and_adds_the_files(client, record):
    answer = client.get("/api/v1/meetings/?status=held&page_size=2&page=2&fields=key&lang=ru")

    assert {"self", "first", "prev", "next", "last"} <= relations(answer)
    assert one(answer, "canonical") == f"{HERE}/api/v1/meetings/?fields=key&lang=ru&page=2&page_size=2&status=held"
    files = {f"{HERE}/meetings.{suffix}?status=held" for suffix in of_list("meetings") if suffix != "json"}
    assert alternates(answer).keys() == files | {f"{HERE}/meetings/?page_size=2&status=held&page=2"}


def test_a_file_names_its_page_in_its_language_and_the_other_formats(client, record):
    answer = client.get("/meetings.ics?status=held&lang=ru&format=summit")

    assert one(answer, "canonical") == f"{HERE}/meetings.ics?format=summit&lang=ru&status=held"
    found = alternates(answer)
    assert f"{HERE}/ru/meetings/?format=summit&status=held" in found
    assert f"{HERE}/meetings.atom?status=held&format=summit&lang=ru" in found
    assert f"{HERE}/meetings.csv?status=held&format=summit" in found
    assert len(found) == len(of_list("meetings"))
    assert not [there for there in found if ".ics" in there]


def test_what_only_a_table_takes_is_not_asked_of_its_page(client, record):
    answer = client.get("/meetings.csv?status=held&bom=1")

    assert one(answer, "canonical") == f"{HERE}/meetings.csv?bom=1&status=held"
    assert f"{HERE}/meetings/?status=held" in alternates(answer)


def test_a_file_that_accept_chose_has_the_address_with_its_suffix(client, record):
    answer = client.get("/ja/meetings/2017/", headers={"accept": "text/calendar"})

    assert one(answer, "canonical") == f"{HERE}/meetings.ics?lang=ja&year=2017"
    assert f"{HERE}/ja/meetings/?year=2017" in alternates(answer)


@pytest.mark.parametrize(
    ("address", "cited"),
    [
        (f"/ja/meetings/{KEY}/", f"/meetings/{KEY}/"),
        (f"/meetings/{KEY}.ris?lang=ru", f"/meetings/{KEY}/"),
        (f"/meetings/{KEY}.json", f"/meetings/{KEY}/"),
        (f"/api/v1/meetings/{KEY}/", f"/meetings/{KEY}/"),
        (f"/statements/{KEY}/2.bib", f"/meetings/{KEY}/#s2"),
        (f"/api/v1/statements/{KEY}/2/", f"/meetings/{KEY}/#s2"),
        ("/ru/sources/mofa-2017/", "/sources/mofa-2017/"),
        ("/ru/issues/energy/", "/issues/energy/"),
        ("/api/v1/series/two-plus-two/", "/api/v1/series/two-plus-two/"),
        ("/ru/data/2026.11.2/", "/data/2026.11.2/"),
    ],
)
def test_a_record_says_under_which_address_it_is_cited_in_any_form(client, record, address, cited):
    assert one(client.get(address), "cite-as") == HERE + cited


@pytest.mark.parametrize("address", ["/meetings/", "/meetings/2017/", "/api/v1/meetings/", "/meetings.csv", "/about/"])
def test_what_is_no_record_is_not_cited_as_one(client, record, address):
    assert "cite-as" not in relations(client.get(address))


@pytest.mark.parametrize(
    ("address", "describing"),
    [
        ("/ru/meetings/", ["/ru/about/data-dictionary/#meetings"]),
        (f"/meetings/{KEY}/", ["/about/data-dictionary/#meetings"]),
        ("/statements.csv", ["/statements.schema.json", "/about/data-dictionary/#statements"]),
        ("/meetings.ndjson", ["/api/v1/schema/"]),
        (f"/meetings/{KEY}.json", ["/api/v1/schema/"]),
        ("/api/v1/meetings/", ["/api/v1/schema/"]),
        ("/data/2026.11.2/", ["/data/2026.11.2/datapackage.json"]),
        ("/meetings.ics", []),
        ("/about/", []),
    ],
)
def test_what_describes_an_answer_is_named_where_there_is_any(client, record, address, describing):
    found = [link.address for link in links(client.get(address)) if link.relation == "describedby"]

    assert found == [HERE + there for there in describing]
    for there in describing:
        assert client.get(there).status_code == 200


def test_a_frame_names_the_page_that_it_shows(client, record):
    assert one(client.get("/ru/embed/meetings/?status=held"), "canonical") == f"{HERE}/ru/meetings/?status=held"


WHOLE = [
    "/meetings/?format=summit",
    "/ru/meetings/2017/",
    f"/ja/meetings/{KEY}/",
    "/issues/energy/",
    "/data/2026.11.2/",
    "/meetings.csv?format=summit",
    "/meetings.ics?lang=ru",
    f"/statements/{KEY}/1.bib",
    f"/api/v1/meetings/{KEY}/",
    f"/meetings/{KEY}.json?lang=ru",
]


@pytest.mark.parametrize("address", WHOLE)
def test_head_and_not_modified_say_it_too(client, record, address, django_assert_max_num_queries):
    whole = client.get(address)

    assert client.head(address)["Link"] == whole["Link"]
    assert client.get(address, headers={"if-modified-since": whole["Last-Modified"]})["Link"] == whole["Link"]
    with django_assert_max_num_queries(2):
        short = client.get(address, headers={"if-none-match": whole["ETag"]})
    assert (short.status_code, short["Link"]) == (304, whole["Link"])


@pytest.mark.parametrize("accept", ["text/csv", "text/calendar", "application/atom+xml"])
def test_not_modified_says_it_of_what_accept_chose(client, record, accept):
    asking = {"accept": accept, "accept-language": "ru"}
    whole = client.get("/meetings/2017/?status=held", headers=asking)
    short = client.get("/meetings/2017/?status=held", headers=asking | {"if-none-match": whole["ETag"]})

    assert (short.status_code, short["Link"]) == (304, whole["Link"])


def test_what_a_browser_keeps_of_a_list_of_the_api_is_not_replaced_by_less(client, record):
    whole = client.get("/api/v1/meetings/?page_size=2")
    short = client.get("/api/v1/meetings/?page_size=2", headers={"if-none-match": whole["ETag"]})

    assert (short.status_code, "Link" in short) == (304, False)


@pytest.mark.parametrize(
    "address", [f"/meetings/?{LONG}", f"/meetings.csv?{LONG}", f"/api/v1/meetings/?page_size=1&page=2&{LONG}"]
)
def test_a_long_query_leaves_out_all_alternates_and_none_is_cut(client, record, address):
    answer = client.get(address)

    assert answer.status_code == 200
    assert len(answer["Link"].encode()) <= 4000
    assert not alternates(answer)
    assert relations(answer) >= ({"prev", "next", "first", "last"} if "/api/" in address else {"canonical"})
    assert all(link.address.startswith("http") for link in links(answer))
    assert re.sub(r'<[^>]*>; rel="[^"]*"(?:; type="[^"]*")?(?:, |$)', "", answer["Link"]) == ""


@pytest.mark.parametrize("address", ["/meetings/?formt=x", "/meetings/no-such/", "/api/v1/meetings/?formt=x"])
def test_what_is_not_there_has_no_other_forms(client, record, address):
    assert "Link" not in client.get(address)


def test_every_format_of_the_registry_is_an_alternate(client, record):
    media_types = {form.media_type for form in of_list("meetings").values()}
    assert set(alternates(client.get("/meetings/")).values()) == media_types
    media_types = {form.media_type for form in of_record("meetings").values()}
    assert set(alternates(client.get(f"/meetings/{KEY}/")).values()) == media_types
