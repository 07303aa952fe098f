"""How to cite: each style as its rule has it, and the files of reference managers."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from django.utils.html import strip_tags
from freezegun import freeze_time
from lxml import html

from timeline.citations.bibtex import bibtex, escaped
from timeline.citations.csl import csl
from timeline.citations.ris import ris
from timeline.citations.styles import STYLES
from timeline.citations.work import Name, Work
from timeline.models import Office

from ..factories import make_statement
from .reading import body, get

OURS = {"publisher": "Russia–Japan Meetings", "container": "Russia–Japan Meetings", "version": "2026.11.2"}
MEETING = Work(
    kind="meeting", key="2017-03-20-two-plus-two", title="Second 2+2, Tokyo", language="en",
    url="https://example.org/meetings/2017-03-20-two-plus-two/", issued=date(2026, 9, 1), accessed=date(2026, 11, 21),
    event="Second 2+2, Tokyo", occurred="2017-03-20", **OURS,
)  # fmt: skip
SOURCE = Work(
    kind="news", key="tass-1", title="Lavrov arrives in Tokyo", language="en", publisher="TASS", container="TASS",
    url="https://tass.example/1", issued=date(2017, 3, 19), accessed=date(2026, 11, 21),
)  # fmt: skip
UNDATED = Work(
    kind="official", key="mid-1", title="Что обсудили?", language="ru", publisher="МИД России", container="Сайт МИД",
    url="https://mid.example/1", accessed=date(2026, 11, 21),
)  # fmt: skip


def lines(work):
    return {style.name: strip_tags(style.line(work)) for style in STYLES}


def test_our_own_page_in_every_style():
    url = MEETING.url

    assert lines(MEETING) == {
        "Chicago": "Russia–Japan Meetings. “Second 2+2, Tokyo.” Data version 2026.11.2. "
        f"Last modified September 1, 2026. {url}.",
        "APA": f"Russia–Japan Meetings. (2026, September 1). Second 2+2, Tokyo (Data version 2026.11.2). {url}",
        "MLA": f"“Second 2+2, Tokyo.” Russia–Japan Meetings, data version 2026.11.2, 1 Sept. 2026, {url}. "
        "Accessed 21 Nov. 2026.",
        "ГОСТ Р 7.0.5": "Second 2+2, Tokyo // Russia–Japan Meetings : сайт. Версия данных 2026.11.2. 01.09.2026. "
        f"URL: {url} (дата обращения: 21.11.2026).",
        "SIST 02": "“Second 2+2, Tokyo”. Russia–Japan Meetings. データ版 2026.11.2. 2026-09-01. "
        f"{url}, (参照 2026-11-21).",
    }


def test_a_source_is_cited_as_what_others_published():
    assert lines(SOURCE) == {
        "Chicago": "TASS. “Lavrov arrives in Tokyo.” March 19, 2017. https://tass.example/1.",
        "APA": "TASS. (2017, March 19). Lavrov arrives in Tokyo. https://tass.example/1",
        "MLA": "“Lavrov arrives in Tokyo.” TASS, 19 Mar. 2017, https://tass.example/1. Accessed 21 Nov. 2026.",
        "ГОСТ Р 7.0.5": "Lavrov arrives in Tokyo // TASS : сайт. 19.03.2017. URL: https://tass.example/1 "
        "(дата обращения: 21.11.2026).",
        "SIST 02": "“Lavrov arrives in Tokyo”. TASS. 2017-03-19. https://tass.example/1, (参照 2026-11-21).",
    }


def test_a_copy_names_whose_text_it_is_and_where_it_was_read():
    cited = lines(replace(SOURCE, publisher="Jiji Press", container="The Japan Times"))

    assert cited["MLA"].startswith("Jiji Press. “Lavrov arrives in Tokyo.” The Japan Times, ")
    assert cited["ГОСТ Р 7.0.5"].startswith("Lavrov arrives in Tokyo / Jiji Press // The Japan Times : сайт. ")
    assert cited["SIST 02"].startswith("Jiji Press. “Lavrov arrives in Tokyo”. The Japan Times. ")


def test_what_was_not_read_on_the_web_is_on_no_site():
    assert lines(replace(SOURCE, url="", note="003.txt"))["ГОСТ Р 7.0.5"] == (
        "Lavrov arrives in Tokyo // TASS. 19.03.2017. 003.txt."
    )


@pytest.mark.parametrize(
    ("title", "in_quotation_marks"),
    [
        ("Five-hour “frank” dialogue", "“Five-hour ‘frank’ dialogue.”"),
        ('In vista di riunione "2+2"', "“In vista di riunione ‘2+2.’”"),
        ("Ministers’ “2+2?”", "“Ministers’ ‘2+2?’”"),
        ("Japan’s ‘close contacts’", "“Japan’s ‘close contacts’.”"),
        ("何が話されたか？", "“何が話されたか？”"),
    ],
)
def test_quotation_marks_within_a_title_are_single(title, in_quotation_marks):
    cited = lines(replace(SOURCE, title=title))

    assert f"TASS. {in_quotation_marks} March" in cited["Chicago"]
    assert cited["MLA"].startswith(f"{in_quotation_marks} TASS")


def test_a_title_in_another_language_than_its_line_says_so():
    marked = {style.name: re.findall(r'lang="(..)">([^<]*)<', str(style.line(UNDATED))) for style in STYLES}

    assert marked == {
        "Chicago": [("ru", "“Что обсудили?”")],
        "APA": [("ru", "Что обсудили?")],
        "MLA": [("ru", "“Что обсудили?”")],
        "ГОСТ Р 7.0.5": [],
        "SIST 02": [("ru", "Что обсудили?")],
    }


def test_a_title_that_is_ours_is_in_our_language_whatever_the_source_is_in():
    work = replace(UNDATED, title="[Report on the talks]", title_language="en")

    assert "lang" not in str(STYLES[0].line(work))
    assert bibtex(work).count("russian") == 1


def test_a_description_in_place_of_a_title_is_in_brackets_and_not_marked_as_one():
    cited = lines(replace(UNDATED, title="[Report on the talks]", title_language="en", title_supplied=True))

    assert all("[Report on the talks]" in line for line in cited.values())
    assert not any(mark in line for mark in ("“", "<i>[") for line in cited.values())


def test_a_list_is_a_data_set():
    assert "(Data version 2026.11.2) [Data set]. https" in lines(replace(MEETING, kind="list"))["APA"]


def test_a_date_that_is_not_known_is_not_made_up():
    cited = lines(UNDATED)

    assert "“Что обсудили?” Сайт МИД. Accessed November 21, 2026." in cited["Chicago"]
    assert "(n.d.). Что обсудили? Сайт МИД. Retrieved November 21, 2026, from" in cited["APA"]
    assert not any("2017" in line for line in cited.values())
    assert "year" not in bibtex(UNDATED)
    assert "issued" not in csl(UNDATED)


def test_markup_in_a_title_is_text_in_every_style():
    work = Work(
        kind="official", key="x", title="<script>", language="en", publisher="P", url="", accessed=date(2026, 1, 1)
    )

    assert not any("<script>" in style.line(work) for style in STYLES)


def test_bibtex_makes_the_letters_of_tex_harmless():
    assert escaped("a & b_{c} 100% #1") == r"a \& b\_\textbraceleft{}c\textbraceright{} 100\% \#1"
    assert escaped("$2 ~ ^ \\") == r"\$2 \textasciitilde{} \textasciicircum{} \textbackslash{}"


def test_bibtex_entries():
    assert bibtex(MEETING).startswith("@misc{2017-03-20-two-plus-two,\n  author = {{Russia–Japan Meetings}},\n")
    for line in ("title = {{Second 2+2, Tokyo}}", "urldate = {2026-11-21}", "version = {2026.11.2}", "year = {2026}"):
        assert f"  {line},\n" in bibtex(MEETING)
    assert bibtex(SOURCE).startswith("@article{tass-1,")
    assert bibtex(UNDATED).startswith("@online{mid-1,")
    assert "  organization = {Сайт МИД},\n" in bibtex(UNDATED)
    assert bibtex(replace(UNDATED, url="")).startswith("@misc{mid-1,")


def test_bibtex_names_languages_as_latex_knows_them():
    assert "  langid = {english},\n" in bibtex(MEETING)
    assert "  langid = {russian},\n" in bibtex(UNDATED)
    assert "langid" not in bibtex(replace(UNDATED, language="xx"))


def test_ris_records():
    text = ris(MEETING)

    assert text.startswith("TY  - ELEC\r\nID  - 2017-03-20-two-plus-two\r\n")
    assert text.endswith("ER  - \r\n\r\n")
    assert "DA  - 2026/09/01\r\n" in text
    assert ris(SOURCE).startswith("TY  - NEWS\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in text.splitlines() if line)


def test_ris_does_not_take_a_body_for_a_person():
    text = ris(replace(SOURCE, publisher="TASS, quoting the Ministry", contributor=Name("Committee for Peace, Tokyo")))

    assert "AU  - TASS – quoting the Ministry\r\n" in text
    assert "A2  - Committee for Peace – Tokyo\r\n" in text


def test_csl_items():
    assert csl(MEETING) == {
        "id": "2017-03-20-two-plus-two",
        "type": "webpage",
        "title": "Second 2+2, Tokyo",
        "author": [{"literal": "Russia–Japan Meetings"}],
        "container-title": "Russia–Japan Meetings",
        "issued": {"date-parts": [[2026, 9, 1]]},
        "accessed": {"date-parts": [[2026, 11, 21]]},
        "URL": MEETING.url,
        "version": "2026.11.2",
        "language": "en",
        "event": "Second 2+2, Tokyo",
        "event-date": "2017-03-20",
    }
    assert csl(SOURCE)["type"] == "article-newspaper"


def test_a_name_is_taken_apart_where_its_script_allows_it():
    person = Name("Fumio Kishida", "Kishida", "Fumio")
    statement = replace(MEETING, kind="statement", contributor=person)

    assert csl(statement)["contributor"] == [{"family": "Kishida", "given": "Fumio"}]
    assert "A2  - Kishida, Fumio\r\n" in ris(statement)


@pytest.mark.django_db
@freeze_time("2026-11-21")
class TestOnTheSite:
    def csl_of(self, client, address):
        return json.loads(body(client.get(address)))[0]

    def test_a_partial_date_is_edtf(self, client, record):
        dates = {item["id"]: item["event-date"] for item in json.loads(get(client, "csl.json"))}

        assert dates["2014-03-visit"] == "2014-03"
        assert dates["2014-09-visit"] == "2014-09/2014-11"
        assert "  eventdate = {2016}," in get(client, "bib")

    def test_texts_are_in_the_language_asked_for(self, client, record):
        item = self.csl_of(client, "/meetings/2017-03-20-two-plus-two.csl.json?lang=ja")

        assert item["title"].startswith("日露外務・防衛閣僚協議")
        assert item["URL"] == "http://testserver/ja/meetings/2017-03-20-two-plus-two/"
        assert item["language"] == "ja"

    def test_a_statement_names_who_said_it(self, client, record):
        item = self.csl_of(client, "/statements/2017-03-20-two-plus-two/1.csl.json?lang=en")
        in_japanese = self.csl_of(client, "/statements/2017-03-20-two-plus-two/1.csl.json?lang=ja")

        assert item["contributor"] == [{"family": "Kishida", "given": "Fumio"}]
        assert in_japanese["contributor"] == [{"literal": "岸田文雄"}]
        assert item["URL"] == "http://testserver/meetings/2017-03-20-two-plus-two/#s1"
        assert item["note"] == "Minister; Japan"
        assert in_japanese["note"] == "外相；日本"
        assert (item["locator"], item["event"]) == ("1", '=HYPERLINK("x"); "quoted", 2+2, Tokyo')

    def test_who_spoke_away_from_the_table_is_named_with_the_office_of_that_day_as_on_pages(self, client, record):
        make_statement(record.get(key="2013-12-31-call"), 7)
        item = self.csl_of(client, "/statements/2013-12-31-call/7.csl.json?lang=en")

        assert item["note"] == f"{Office.objects.get(key='ru-minister-of-foreign-affairs').title_en}; Russia"

    def test_a_source_keeps_its_language_and_its_archived_copy(self, client, record):
        item = self.csl_of(client, "/sources/mofa-2017.csl.json?lang=ru")

        assert (item["title"], item["language"]) == ("日露外相会談", "ja")
        assert (item["archive"], item["archive_location"]) == ("archive.example", "https://archive.example/1")

    def test_a_file_that_tells_the_day_of_access_is_another_file_tomorrow(self, client, record):
        today = client.get("/meetings.bib")["ETag"]

        with freeze_time("2026-11-22"):
            assert client.get("/meetings.bib")["ETag"] != today

    @pytest.mark.parametrize(
        ("address", "words"),
        [
            ("/cite/meetings/?format=2%2B2", "“Meetings (Format: two-plus-two).”"),
            ("/cite/meetings/", "“Meetings.”"),
            ("/cite/statements/2017-03-20-two-plus-two/1/", "“Statement 1: =HYPERLINK"),
            ("/meetings/2017-09-06-summit/", "“Talks 2017-09-06-summit.”"),
            ("/sources/tass-2017/", "TASS & Co. “Title of tass-2017.” March 21, 2017."),
        ],
    )
    def test_pages_say_how_to_cite_in_every_style(self, client, record, address, words):
        page = html.fromstring(body(client.get(address)))
        cited = page.cssselect(".citations dd")

        assert [style.text_content() for style in page.cssselect(".citations dt")] == [s.name for s in STYLES]
        assert words in " ".join(cited[0].text_content().split())
        assert [line.get("lang") for line in cited] == ["en", "en", "en", "ru", "ja"]

    def test_each_style_quotes_titles_in_its_own_language(self, client, record):
        page = html.fromstring(body(client.get("/meetings/2017-03-20-two-plus-two/")))
        *_english, russian, japanese = [line.text_content() for line in page.cssselect(".citations dd")]

        assert "Консультации «2+2», Токио" in russian
        assert "日露外務・防衛閣僚協議" in japanese
        assert "/ja/meetings/2017-03-20-two-plus-two/" in japanese

    def test_lists_chosen_by_other_queries_have_other_keys(self, client, record):
        addresses = ["/cite/meetings/", "/cite/meetings/?format=summit", "/cite/meetings/?q=мир", "/cite/statements/"]
        pages = [body(client.get(address)) for address in addresses]
        keys = [re.search(r"@misc\{([a-z0-9-]+),", page)[1] for page in pages]

        assert len(set(keys)) == len(keys)
        assert re.search(rf"@misc\{{{keys[1]},", body(client.get("/ru/cite/meetings/?format=summit&lang=")))

    def test_a_list_that_is_not_understood_is_not_cited(self, client, record):
        program = client.get("/cite/meetings/?formt=summit", headers={"accept": "application/json"})
        answer = client.get("/cite/meetings/?formt=summit")

        assert (program.status_code, program.json()["errors"][0]["did_you_mean"]) == (400, "format")
        assert "Accept" in answer["Vary"]

        assert answer.status_code == 400
        assert "citations" not in answer.content.decode()

    @pytest.mark.parametrize("address", ["/cite/statements/2018-05-05-secret-draft/1/", "/cite/nothing/"])
    def test_what_is_not_public_cannot_be_cited(self, client, record, address):
        assert client.get(address).status_code == 404

    def head_of(self, client, address):
        page = html.fromstring(body(client.get(address)))
        return page, {one.get("name") or one.get("property"): one.get("content") for one in page.cssselect("head meta")}

    def test_reference_managers_read_the_page_of_a_meeting(self, client, record):
        page, meta = self.head_of(client, "/ja/meetings/2017-03-20-two-plus-two/")

        assert meta["citation_title"].startswith("日露外務・防衛閣僚協議")
        assert meta["citation_public_url"] == "http://testserver/meetings/2017-03-20-two-plus-two/"
        assert (meta["citation_language"], meta["DC.language"], meta["og:locale"]) == ("ja", "ja", "ja_JP")
        assert meta["DC.coverage"] == "2017-03-20"
        assert re.fullmatch(r"\d{4}/\d{2}/\d{2}", meta["citation_publication_date"])
        assert meta["citation_author"] == meta["og:site_name"]
        assert page.cssselect("link[rel=cite-as]")[0].get("href") == meta["citation_public_url"]

    def test_and_of_a_source_take_what_its_publisher_put_out(self, client, record):
        _page, news = self.head_of(client, "/ru/sources/tass-2017/")
        _page, undated = self.head_of(client, "/sources/mofa-2017/")

        assert (news["citation_author"], news["citation_language"]) == ("TASS & Co", "en")
        assert news["citation_publication_date"] == "2017/03/21"
        assert news["citation_public_url"] == "https://example.org/tass-2017"
        assert undated["citation_title"] == "日露外相会談"
        assert not {"citation_publication_date", "DC.date", "DC.coverage", "DC.rights"} & set(undated)

    def test_and_of_a_statement_or_list_where_it_is_cited(self, client, record):
        _page, statement = self.head_of(client, "/ja/cite/statements/2017-03-20-two-plus-two/1/")
        _page, chosen = self.head_of(client, "/ru/cite/meetings/?status=held")

        assert statement["citation_public_url"] == "http://testserver/meetings/2017-03-20-two-plus-two/#s1"
        assert statement["citation_title"].startswith("発言1：")
        assert (statement["DC.coverage"], statement["DC.type"]) == ("2017-03-20", "Text")
        assert chosen["citation_public_url"] == "http://testserver/meetings/?status=held"
        assert chosen["DC.type"] == "Dataset"
