"""The catalogues of Russian and Japanese words: complete, compiled, and true to the English."""

import gettext
import re
import shutil
from pathlib import Path

import pytest
from babel.messages import pofile
from django.conf import settings
from django.core.management import call_command

HOME = Path(settings.LOCALE_PATHS[0])
FORMS = {"ru": 3, "ja": 1}
PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[sd]")
TAG = re.compile(r"</?[a-z][^>]*>")

languages = pytest.mark.parametrize("language", FORMS)


def catalogue(language, home=HOME):
    """The catalogue of a language as it is written, obsolete entries apart."""
    with Path(home, language, "LC_MESSAGES", "django.po").open("rb") as file:
        return pofile.read_po(file, locale=language, abort_invalid=True)


def entries(language):
    """Its entries without the header: context or nothing, English singular and plural, and words of each form."""
    for message in catalogue(language):
        if message.id:
            english = message.id if message.pluralizable else (message.id,)
            yield message.context, english, message.string if message.pluralizable else (message.string,)


def named(entry):
    context, english, _ = entry
    return f"{context}: {english[0]}" if context else english[0]


@languages
def test_nothing_is_left_empty(language):
    assert [named(entry) for entry in entries(language) if not all(entry[2])] == []


@languages
def test_nothing_is_a_guess(language):
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


@languages
def test_nothing_is_kept_that_the_site_no_longer_says(language):
    assert catalogue(language).obsolete == {}


@languages
def test_every_count_has_all_forms_of_the_plural(language):
    counted = [entry for entry in entries(language) if len(entry[1]) == 2]

    assert counted
    assert [named(entry) for entry in counted if len(entry[2]) != FORMS[language]] == []


@languages
def test_every_blank_to_fill_is_kept(language):
    def blanks(text):
        return sorted(set(PLACEHOLDER.findall(text)))

    wrong = [
        named(entry)
        for entry in entries(language)
        for words in entry[2]
        if blanks(words) not in [blanks(english) for english in entry[1]]
    ]

    assert wrong == []


@languages
def test_every_link_and_mark_is_kept(language):
    def tags(text):
        return sorted(TAG.findall(text))

    wrong = [
        named(entry)
        for entry in entries(language)
        for words in entry[2]
        if tags(words) not in [tags(english) for english in entry[1]]
    ]

    assert wrong == []


@languages
def test_what_is_compiled_is_what_is_written(language):
    with Path(HOME, language, "LC_MESSAGES", "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    older = [named(entry) for entry in entries(language) if spoken(compiled, *entry[:2]) != set(entry[2])]

    assert older == [], "run script/messages"


def spoken(compiled, context, english):
    """What a compiled catalogue says for an entry, in all its forms."""
    if len(english) == 1:
        return {compiled.pgettext(context, *english) if context else compiled.gettext(*english)}
    counts = (1, 2, 5)  # one of each Russian form
    if context:
        return {compiled.npgettext(context, *english, n) for n in counts}
    return {compiled.ngettext(*english, n) for n in counts}


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="gettext is not installed")
def test_every_marked_string_is_in_the_catalogues(tmp_path, settings, monkeypatch):
    monkeypatch.chdir(settings.BASE_DIR)
    settings.LOCALE_PATHS = [str(tmp_path)]
    call_command(
        "makemessages",
        locale=list(FORMS),
        ignore_patterns=["var", "tests", "locale"],
        no_obsolete=True,
        no_wrap=True,
        verbosity=0,
    )
    marked = {(message.context, message.id) for message in catalogue("ru", tmp_path)}

    for language in FORMS:
        kept = {(message.context, message.id) for message in catalogue(language)}
        assert (marked - kept, kept - marked) == (set(), set()), f"{language}: run script/messages"


def wordings(language):
    """The words themselves, without tags, and without those that show what is typed into a query."""
    shown = [forms for _, english, forms in entries(language) if "a phrase" not in english[0]]
    return [TAG.sub("", words) for forms in shown for words in forms]


def test_russian_has_its_own_quotation_marks_and_dashes():
    """A hyphen between spaces is a dash that was forgotten."""
    foreign = re.compile(r"[“”„\"]|\s-\s|\w--\w")

    assert [words for words in wordings("ru") if foreign.search(words)] == []


def test_japanese_has_its_own_punctuation():
    """Full-width marks between Japanese words, and the quotation marks of no other language."""
    foreign = re.compile(r"[“”«»\"]|[\u3041-\u9fff][,.;:?!](?=[\s\u3041-\u9fff]|$)")

    assert [words for words in wordings("ja") if foreign.search(words)] == []
