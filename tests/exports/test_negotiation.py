"""Which format answers: the suffix, then ``Accept``, then HTML; and what is said where none does."""

import pytest

from .reading import body

pytestmark = pytest.mark.django_db

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
TYPES = {
    "application/json": "application/json",
    "text/csv": "text/csv; charset=utf-8; header=present",
    "application/x-ndjson": "application/x-ndjson; charset=utf-8",
    "text/calendar": "text/calendar; charset=utf-8",
    "application/atom+xml": "application/atom+xml; charset=utf-8",
    "application/feed+json": "application/feed+json; charset=utf-8",
    "application/ld+json": "application/ld+json; charset=utf-8",
    "application/geo+json": "application/geo+json; charset=utf-8",
    "application/x-bibtex": "application/x-bibtex; charset=utf-8",
    "application/x-research-info-systems": "application/x-research-info-systems; charset=utf-8",
    "application/vnd.citationstyles.csl+json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}


def asked(client, accept, address="/meetings/", **headers):
    return client.get(address, headers={"accept": accept, **headers})


@pytest.mark.parametrize(("accept", "content_type"), TYPES.items())
def test_accept_chooses_the_format_of_a_list(client, record, accept, content_type):
    answer = asked(client, accept)

    assert answer["Content-Type"] == content_type
    assert "Accept" in answer["Vary"]
    assert "Content-Disposition" not in answer
    assert body(answer)


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (BROWSER, "text/html"),
        ("*/*", "text/html"),
        ("", "text/html"),
        ("text/csv;q=0.5, application/json;q=0.9", "application/json"),
        ("text/html;q=0.1, text/calendar", "text/calendar"),
        ("text/*;q=0.9, application/pdf", "text/html"),
        ("text/csv; charset=utf-8", "text/csv"),
    ],
)
def test_weights_are_obeyed_and_html_wins_where_the_client_does_not_care(client, record, accept, media_type):
    answer = asked(client, accept)

    assert answer["Content-Type"].startswith(media_type)
    assert "Accept" in answer["Vary"]


def test_a_weight_of_nothing_refuses_a_format(client, record):
    assert asked(client, "text/html;q=0, application/json;q=0").status_code == 406
    assert asked(client, "application/json;q=0", "/api/v1/meetings/").status_code == 406


def test_the_first_page_and_a_year_are_the_chronology_in_every_format(client, record):
    whole, year = body(asked(client, "text/csv", "/meetings/")), body(asked(client, "text/csv", "/meetings/?year=2017"))

    assert body(asked(client, "text/csv", "/")) == whole != year
    assert body(asked(client, "text/csv", "/meetings/2017/")) == year
    assert asked(client, "application/json", "/meetings/2017/?sort=-date").json()["query"] == {
        "year": ["2017"],
        "sort": ["-date"],
    }
    assert "Accept" in asked(client, "text/csv", "/")["Vary"]
    assert asked(client, "text/csv", "/")["ETag"] != asked(client, "text/html", "/")["ETag"]
    assert asked(client, "text/csv", "/meetings/1999/").status_code == 404
    assert asked(client, "text/csv", "/meetings/99999999999999999999/").status_code == 404


@pytest.mark.parametrize("noun", ["issues", "places", "formats", "offices"])
def test_accept_chooses_json_where_only_the_api_has_it(client, record, noun):
    for path in (f"/{noun}/", f"/{noun}/nothing/"):
        answer, of_api = (asked(client, "application/json", before + path) for before in ("", "/api/v1"))

        assert (answer.status_code, answer["Content-Type"]) == (of_api.status_code, of_api["Content-Type"])
        assert [answer.json().get(part) for part in ("results", "detail")] == [
            of_api.json().get(part) for part in ("results", "detail")
        ]
        assert "Accept" in answer["Vary"]
        assert asked(client, "text/csv", path).status_code == 406


@pytest.mark.parametrize(
    "address",
    ["/meetings/", "/meetings/2017-09-06-summit/", "/sources/", "/participants/", "/", "/meetings/2017/", "/issues/"],
)
def test_where_nothing_fits_the_answer_lists_what_exists(client, record, address):
    answer = asked(client, "application/pdf", address)

    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")
    assert {"text/html", "application/json"} <= set(answer.json()["errors"][0]["allowed"])
    assert "Accept" in answer["Vary"]


def test_the_suffix_outweighs_accept(client, record):
    assert asked(client, "text/html", "/meetings.csv")["Content-Type"].startswith("text/csv")
    assert asked(client, "text/csv", "/meetings.json")["Content-Type"] == "application/json"
    assert asked(client, "text/csv", "/meetings/2017-09-06-summit.json")["Content-Type"] == "application/json"


def test_accept_chooses_the_format_of_one_meeting(client, record):
    assert asked(client, "text/calendar", "/meetings/2017-09-06-summit/")["Content-Type"].startswith("text/calendar")
    assert asked(client, "text/html", "/meetings/2017-09-06-summit/")["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("address", "code", "param"),
    [
        ("/meetings.csv?formt=summit", "unknown_parameter", "formt"),
        ("/meetings.ics?format=sumit", "unknown_value", "format"),
        ("/meetings.atom?date=soon", "invalid", "date"),
        ("/meetings.geojson?page=1", "invalid", "page"),
        ("/meetings.ndjson?page_size=5", "invalid", "page_size"),
        ("/meetings.ndjson?lang=ru", "unknown_parameter", "lang"),
        ("/meetings.ics?lang=de", "unknown_value", "lang"),
        ("/meetings.ics?lang=all", "unknown_value", "lang"),
        ("/meetings.csv?bom=yes", "unknown_value", "bom"),
        ("/meetings.csv?bom=1&bom=0", "repeated", "bom"),
        ("/meetings.json?page=0", "invalid", "page"),
        ("/meetings/2017-09-06-summit.ics?format=summit", "unknown_parameter", "format"),
        ("/meetings.schema.json?x=1", "unknown_parameter", "x"),
        ("/statements.csv?sides=RU", "unknown_parameter", "sides"),
    ],
)
def test_a_query_that_is_not_understood_is_a_problem_that_names_the_fault(client, record, address, code, param):
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["type"].endswith(f"#{code.replace('_', '-')}")
    assert [error["param"] for error in answer.json()["errors"]] == [param]
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("address", "meant"),
    [("/meetings.ndjsn", "ndjson"), ("/participants.ics", None), ("/meetings/2017-09-06-summit.csv", None)],
)
def test_a_format_that_does_not_exist_is_not_found_and_the_others_are_named(client, record, address, meant):
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    error = answer.json()["errors"][0]
    assert "json" in error["allowed"]
    assert meant is None or error["did_you_mean"] == meant


@pytest.mark.parametrize(
    ("address", "meant", "allowed"),
    [
        ("/meetings.csv?lnag=ru", "lang", {"lang", "bom", "format"}),
        ("/meetings.csv?bmo=1", "bom", {"lang", "bom"}),
        ("/meetings.ics?pages=2", "place", {"lang"}),
        ("/meetings.ndjson?lang=ru", None, {"format"}),
        ("/meetings/2017-09-06-summit.ics?lnag=ru", "lang", {"lang"}),
    ],
)
def test_what_is_proposed_to_a_file_is_what_that_file_takes(client, record, address, meant, allowed):
    (fault,) = client.get(address).json()["errors"]

    assert fault["did_you_mean"] == meant
    assert allowed <= set(fault["allowed"])
    assert not {"page", "page_size", fault["param"]} & set(fault["allowed"])


@pytest.mark.parametrize("path", ["/meetings.csv?page=&bom=&x=", "/meetings/2017-09-06-summit.ics?lang=&x="])
def test_an_empty_value_is_a_parameter_not_given(client, record, path):
    assert client.get(path).status_code == 200


def test_an_unknown_key_is_answered_with_the_nearest_one(client, record):
    answer = client.get("/meetings/2017-09-06-sumit.ics")

    assert answer.status_code == 404
    assert answer.json()["errors"][0]["did_you_mean"] == "2017-09-06-summit"


@pytest.mark.parametrize("path", ["/meetings.csv", "/meetings/2017-09-06-summit.ics", "/meetings.schema.json"])
def test_files_are_read_only(client, record, path):
    answer = client.post(path)

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert client.options(path).status_code == 204


def test_a_slash_too_many_leads_to_the_file_with_its_query(client, record):
    answer = client.get("/meetings.csv/?format=summit&bom=1")

    assert (answer.status_code, answer["Location"]) == (301, "/meetings.csv?format=summit&bom=1")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/ru/meetings.ics?format=summit", "/meetings.ics?format=summit&lang=ru"),
        ("/ja/meetings.csv?format=summit", "/meetings.csv?format=summit&lang=ja"),
        ("/ru/meetings.ndjson", "/meetings.ndjson"),
        ("/ru/meetings.schema.json", "/meetings.schema.json?lang=ru"),
        ("/ru/meetings/2017-09-06-summit.bib", "/meetings/2017-09-06-summit.bib?lang=ru"),
        ("/ja/statements/2017-03-20-two-plus-two/1.ris", "/statements/2017-03-20-two-plus-two/1.ris?lang=ja"),
    ],
)
def test_files_have_one_address_and_the_language_of_a_page_goes_into_lang(client, record, address, file):
    answer = client.get(address)

    assert (answer.status_code, answer["Location"]) == (301, file)
    assert client.get(file).status_code == 200


@pytest.mark.parametrize(
    ("address", "accept_language", "language"),
    [
        ("/meetings.ics?lang=ru", "ja", "ru"),
        ("/meetings.ics", "ja,en;q=0.5", "ja"),
        ("/meetings.ics", "ru-RU, en;q=0.8", "ru"),
        ("/meetings.ics", "de, fr;q=0.5", "en"),
        ("/meetings.ics", "", "en"),
        ("/meetings.csv", "ja", "en, ru, ja"),
    ],
)
def test_the_language_is_that_of_lang_then_of_accept_language_then_english(
    client, record, address, accept_language, language
):
    answer = client.get(address, headers={"accept-language": accept_language})

    assert answer["Content-Language"] == language
    assert ("Accept-Language" in answer.get("Vary", "")) == (address == "/meetings.ics")


def test_a_file_chosen_on_a_page_is_in_the_language_of_the_page(client, record):
    answer = asked(client, "text/calendar", "/ru/meetings/", **{"accept-language": "ja"})

    assert answer["Content-Language"] == "ru"
    assert "Консультации" in body(answer)


@pytest.mark.parametrize("address", ["/changes.csv", "/changes.ics", "/ru/changes.csv", "/changes.csv/"])
def test_a_format_that_the_changes_lack_leads_nowhere_in_circles(client, record, address):
    answer = client.get(address, follow=True)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["errors"][0]["allowed"] == ["json", "atom"]
    assert len(answer.redirect_chain) <= 1


@pytest.mark.parametrize(
    "address", ["/changes/x.json", "/ja/changes/x.json", "/meetings/a/b.json", "/statements/a/b/1.bib"]
)
def test_what_only_looks_like_a_file_is_not_found(client, record, address):
    answer = client.get(address, follow=True)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert "/api/v1/" in answer.json()["detail"]


@pytest.mark.parametrize(
    "address", ["/statements/2017-03-20-two-plus-two.bib", "/statements/2017-03-20-two-plus-two.json"]
)
def test_a_statement_has_a_number_or_there_is_none(client, record, address):
    answer = client.get(address)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
