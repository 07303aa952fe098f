"""The documents that are pages of the site, in three languages: the same text, address and examples in each."""

from difflib import unified_diff

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from lxml import html

from timeline import documents

from .foreign import foreign_words
from .test_pages import NAMES

TRANSLATED = ("api", "editing")
LANGUAGES = ("ru", "ja")
GROUPS = ("Authors", "Reviewers", "Publishers")  # as they are called in the lists of the desk
PROGRAMS = ("Django", "PostgreSQL", "curl", "django-import-export", "openpyxl")
OF_EDITORS = (*GROUPS, *PROGRAMS, "OpenDocument", "UTF-8", "XLSX", "ZIP")
HEADINGS = ("h1", "h2", "h3", "h4")
BLOCKS = (*HEADINGS, "p", "li", "pre", "th", "td", "img")

documents_in_languages = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in TRANSLATED for language in LANGUAGES], ids="-".join
)
pytestmark = pytest.mark.anywhere


def read(name, language):
    """A document in a language, as a tree."""
    with translation.override(language):
        body, in_language = documents.document(name)
    assert in_language == language, f"docs/{language}/{name}.md is missing"
    return html.fragment_fromstring(body, create_parent="article")


def outline(tree):
    """What every language has alike, a line a block: its kind with the code, the picture or the address in it."""
    section = ""
    for block in tree.iter(*BLOCKS):
        if block.tag in HEADINGS:
            section = block.get("id")
        code = (
            [block.text_content()] if block.tag == "pre" else sorted(one.text_content() for one in block.iter("code"))
        )
        links = sorted(link.get("href") for link in block.iter("a"))
        yield " ".join([f"#{section}", block.tag, *code, *links, block.get("src", "")]).rstrip()


@documents_in_languages
def test_a_translation_has_the_headings_examples_tables_and_code_of_the_english_document(name, language):
    english, own = (list(outline(read(name, one))) for one in ("en", language))

    differences = list(unified_diff(english, own, f"docs/{name}.md", f"docs/{language}/{name}.md", lineterm="", n=0))
    assert not differences, "Say the same in every language:\n" + "\n".join(differences)


@documents_in_languages
def test_what_stands_on_the_screen_is_named_as_it_stands_there(name, language):
    blocks = zip(read(name, "en").iter(*BLOCKS), read(name, language).iter(*BLOCKS), strict=True)
    with translation.override(language):
        missing = [
            f"{word} ({english}) in: {own.text_content()}"
            for block, own in blocks
            for english, word in words_on_the_screen(block)
            if word.lower() not in own.text_content().lower()
        ]
    assert not missing, "\n".join(missing)


def words_on_the_screen(block):
    """The words of the English block in italics, each with that of the active language, if the interface has it."""
    for emphasised in block.iter("em"):
        for english in emphasised.text_content().split(" → "):
            for spelling in (english, english[0].lower() + english[1:]):
                if (word := gettext(spelling)) != spelling:
                    yield english, word
                    break


@documents_in_languages
def test_a_link_to_a_heading_works_in_every_language(name, language):
    english, own = ([one.get("id") for one in read(name, code).iter(*HEADINGS)] for code in ("en", language))

    assert own == english
    assert "" not in own


@documents_in_languages
def test_no_link_of_a_document_leads_to_a_file_that_is_no_page(name, language):
    for code in ("en", language):
        assert [link.get("href") for link in read(name, code).iter("a") if ".md" in link.get("href")] == []


@pytest.mark.parametrize("name", TRANSLATED)
def test_the_files_of_a_document_lead_to_each_other(name):
    directory = settings.BASE_DIR / "docs"
    files = {"en": directory / f"{name}.md"} | {code: directory / code / f"{name}.md" for code in LANGUAGES}

    for code, file in files.items():
        head = file.read_text(encoding="utf-8").splitlines()[0]
        led_to = {(file.parent / address).resolve() for address in documents_named(head)}
        assert led_to == set(files.values()) - {files[code]}


def documents_named(line):
    """The addresses of the links in a line of Markdown."""
    return [part.split(")")[0] for part in line.split("](")[1:]]


@pytest.mark.parametrize(("language", "own"), [("ru", "Ресурсы"), ("ja", "リソース")])
def test_the_page_is_in_the_language_of_its_address(client, db, language, own):
    (article,) = html.fromstring(client.get(f"/{language}/about/api/").content).cssselect("article.document")

    assert article.get("lang") is None
    assert article.cssselect("#resources")[0].text == own


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_guide_of_the_desk_is_in_the_language_of_the_editor(client, admin_user, language):
    client.force_login(admin_user)
    page = client.get("/admin/guide/", headers={"accept-language": language}).content.decode()
    (article,) = html.fromstring(page).cssselect("article.guide")

    assert article.get("lang") is None
    if language != "en":
        text = html.tostring(article, encoding="unicode")
        assert foreign_words(f"<html><body>{text}</body></html>", language, [*NAMES[language], *OF_EDITORS]) == {}
    for picture in article.iter("img"):
        assert client.get(f"/admin/guide/{picture.get('src')}").status_code == 200


def test_a_document_without_a_translation_says_that_it_is_in_english(client, db, monkeypatch, tmp_path):
    (tmp_path / "api.md").write_text("# The API\n\nThe record as JSON.\n", encoding="utf-8")
    monkeypatch.setattr(documents, "DIRECTORY", tmp_path)

    for prefix, said in (("/ru", "en"), ("", None)):
        (article,) = html.fromstring(client.get(f"{prefix}/about/api/").content).cssselect("article.document")
        assert (article.get("lang"), article.text_content().split()[:2]) == (said, ["The", "API"])
