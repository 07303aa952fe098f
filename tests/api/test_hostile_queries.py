"""Whatever a query string holds, it is answered or refused, never failed at; on pages and in the API alike."""

import pytest

from tests.factories import make_meeting, make_statement
from tests.shared import shared

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

HOSTILE = [
    "%00",
    "q=%00",
    "updated_since=9999-12-31T23:59:59-01:00",
    "updated_since=0001-01-01T00:00:00%2B09:00",
    "updated_since=2020-01-01T00:00:00%2B20:00",
    "q=a%00b",
    "format=%00",
    "format=summit%00",
    "participant=%00",
    "source=%00",
    "from=%00",
    "date=2017%00",
    "page=%00",
    "page=1%00",
    "%00=1",
    "q=%FF",
    "format=%FF%FE",
    "q=%ED%A0%80",
    "%FF=%FF",
    "q=%",
    "q=%zz",
    "&&&&",
    "=",
    "===",
    "?",
    "q",
    "format",
    "format=2+2",
    "format=2%2B2",
    "format[]=summit",
    "format[$ne]=summit",
    "format__in=summit",
    "issue__name_en__startswith=a",
    "pk=1",
    "page=0",
    "page=-1",
    "page=1e3",
    "page=1.5",
    "page=999999999999999999999999",
    "page=" + "9" * 5000,
    "page=１",  # full-width digits
    "page=٣",  # Arabic digits
    "page=²",
    "page=0x10",
    "page=1_0",
    "page=NaN",
    "page=Infinity",
    "page=1&page=2",
    "page_size=0",
    "page_size=-5",
    "page_size=501",
    "page_size=99999999999999999999",
    "page_size=%20",
    "q=" + "a" * 3000,
    "q=" + "日" * 500,
    "q=" + '"' * 300,
    "q=" + "-" * 300,
    "q=%22unclosed",
    "q=-",
    "q=-a",
    "q=*",
    "q=%25",
    "q=_",
    "q=a:*",
    "q=a+AND+",
    "q=NEAR(a,b)",
    "q=OR",
    "q=NOT",
    "q=(((",
    "q=a^b|c!d&e",
    "q='",
    "q=';DROP+TABLE+timeline_meeting;--",
    "q=' OR 1=1 --",
    "q=\\",
    "q=\\u0000",
    "q=<script>alert(1)</script>",
    "q={{7*7}}",
    "q=%7B%25+debug+%25%7D",
    "q=😀",
    "q=👩‍👩‍👧‍👦",
    "q=\u202egnihton",
    "q=\u200b",
    "q=ё",
    "q=日",
    "format=😀",
    "participant='; DROP TABLE x; --",
    "participant=../../etc/passwd",
    "from=0000-00-00",
    "from=9999-12-31",
    "from=10000-01-01",
    "from=-2017",
    "from=2017-02-30",
    "from=２０１７",
    "to=0001",
    "to=0000",
    "date=/",
    "date=../..",
    "date=2017/2016",
    "date=9999/..",
    "date=../0001",
    "date=0000",
    "date=2017-XX",
    "date=2017-03-XX",
    "date=2017~/2018?",
    "date=2017/2018/2019",
    "date_match=WITHIN",
    "sort=-",
    "sort=;",
    "sort=relevance",
    "sort=key;drop",
    "country=ZZ",
    "country=jp",
    "has=",
    "has=has",
    "lacks=statements&has=statements",
    "side=JP&side=RU&side=joint&side=observer&side=EU",
    "&".join(f"x{at}=1" for at in range(300)),
    "&".join(["format=summit"] * 300),
]
PAGES = ["/meetings/", "/statements/", "/sources/"]
IN_THE_API = [
    f"/api/v1/{noun}/" for noun in ("meetings", "statements", "participants", "sources", "formats", "changes")
]


def put_to(number):
    """Where the query of that number is put: to the meetings, and in turn to a page and another list, made alike."""
    meetings, *others = IN_THE_API
    return PAGES[number % len(PAGES)], meetings, others[number % len(others)]


@shared("module")
def record():
    make_statement(make_meeting("2017-03-20-summit", participants=["sergey-lavrov"]))


@pytest.mark.parametrize(("number", "query"), list(enumerate(HOSTILE)), ids=[query[:30] for query in HOSTILE])
def test_a_hostile_query_never_fails(client, number, query):
    for path in put_to(number):
        answer = client.get(f"{path}?{query}")

        assert answer.status_code in (200, 400, 404), f"{path}?{query}"
        assert b"<script>alert" not in answer.content or path.startswith("/api/")
        if path.startswith("/api/") and answer.status_code != 200:
            assert answer["Content-Type"] == "application/problem+json"
            assert answer.json()["errors"]


@pytest.mark.parametrize("path", PAGES)
def test_what_would_be_a_script_is_text_on_every_page(client, path):
    assert (
        b"<script>alert" not in client.get(f"{path}?q=<script>alert(1)</script>&side=<script>alert(2)</script>").content
    )


@pytest.mark.parametrize("raw", [b"q=\xff\xfe", b"q=\xe6\x97\xa5", b"\xff=1", b"format=\x00"])
@pytest.mark.parametrize("path", [*PAGES, *IN_THE_API])
def test_bytes_that_nobody_escaped_never_fail(client, path, raw):
    answer = client.get(path, QUERY_STRING=raw.decode("latin-1"))

    assert answer.status_code in (200, 400, 404)


@pytest.mark.parametrize(
    "key",
    ["%00", "a%00b", "%FF", "1" * 3000, "..", "%2e%2e%2f", "a;b", "a'b", "日本", "-", "_", "2017-03-20-summit%0a"],
)
@pytest.mark.parametrize("noun", ["meetings", "participants", "sources", "statements"])
def test_a_hostile_key_is_not_found(client, noun, key):
    answer = client.get(f"/api/v1/{noun}/{key}/")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("number", ["0", "-1", "1.0", "9" * 5000, "2147483648", "99999999999999999999", "x", "%00"])
def test_a_hostile_number_is_not_found(client, number):
    assert client.get(f"/api/v1/statements/2017-03-20-summit/{number}/").status_code == 404
