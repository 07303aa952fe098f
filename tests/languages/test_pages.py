"""Every type of page of the shipped record, in Russian and in Japanese: nothing in it is left in another language."""

import re

from django.test import TestCase
from lxml import html

from tests.pages.page_types import PAGE_TYPES
from tests.shipped import put_shipped_record
from timeline.models import Attendance, Organisation, Source

from .foreign import SCRIPTS, foreign_words

OWN_SCRIPT = {"ru": re.compile(f"[{SCRIPTS['Cyrillic']}]"), "ja": re.compile(f"[{SCRIPTS['Japanese']}]")}
FOR_DEVELOPERS = {"components"}

# Names that readers of Russian and Japanese write as everybody does.
FORMATS = (
    *("API", "Atom", "BibTeX", "CSL-JSON", "CSV", "Excel", "GeoJSON", "HTML", "JSON", "JSON Feed", "JSON-LD", "NDJSON"),
    *("RIS", "Table Schema", "TimelineJS", "URL", "iCalendar", "Data Package", "Datasette", "Frictionless", "SHA-256"),
    *("OpenAPI", "SQLite", "YAML"),
)
STANDARDS = ("BCP", "EDTF", "HTTP", "IANA", "ISO", "alpha-2", "RFC", "UTC", "WGS 84")
LICENCES = ("CC BY 4.0", "Creative Commons", "MIT")
STYLES = ("APA", "Chicago", "MLA", "SIST 02")
HEADERS = ("Accept", "Allow", "Content-Range", "If-Match", "If-Unmodified-Since", "Range", "Retry-After")
KEYS = ("Shift",)
EXAMPLES = ("mid-2017-03-20",)
METHODS = ("GET", "HEAD", "OPTIONS")
FIELDS = ("application/problem+json", "type", "detail", "errors", "page", "request_id")  # quoted on the errors' page
QUALIFIERS = ("approximate", "uncertain", "both")  # quoted in the data dictionary
NAMES = {
    "ru": (*FORMATS, *KEYS, *EXAMPLES, *STANDARDS, *LICENCES, *STYLES),
    "ja": (*FORMATS, *KEYS, *EXAMPLES, *STANDARDS, *LICENCES, *STYLES, "APEC", "ASEAN", "ASEM", "Wikidata", "ГОСТ Р"),
}
QUOTED = {
    "API": ("cookie",),  # «файлы cookie»
    "errors of the API": (*FIELDS, *HEADERS, *METHODS),
    "data dictionary": QUALIFIERS,
    "search": ("Lavrov",),  # the reader's own word
}
A_YEAR_GROUPED = re.compile(r"(?<![\d.,])[12][,\u00a0\u202f]\d{3}(?!\d)")


class ShippedPagesTests(TestCase):
    """The record is loaded and each page drawn once for all of them."""

    drawn = {}

    @classmethod
    def setUpTestData(cls):
        put_shipped_record()

    def pages(self, *languages):
        """Each type of page in each of these languages: language, type, HTML."""
        for language in languages:
            for kind in PAGE_TYPES.keys() - FOR_DEVELOPERS:
                yield language, kind, self.page(language, kind)

    def page(self, language, kind):
        """A page of this type, as HTML."""
        if (language, kind) not in self.drawn:
            prefix = "" if language == "en" else f"/{language}"
            self.drawn[language, kind] = self.client.get(prefix + PAGE_TYPES[kind]).content.decode()
        return self.drawn[language, kind]

    def assert_no_foreign_words(self, language):
        names = [*NAMES[language], *Organisation.objects.values_list(f"name_{language}", flat=True)]
        in_heads = Source.objects.values_list("title", "publisher")  # where no element could carry a language
        quoted = QUOTED | {"source": [text for source in in_heads for text in source]}
        for _, kind, page in self.pages(language):
            with self.subTest(page=kind):
                assert foreign_words(page, language, [*names, *quoted.get(kind, ())]) == {}

    def test_russian_pages_have_no_word_left_in_another_language(self):
        self.assert_no_foreign_words("ru")

    def test_japanese_pages_have_no_word_left_in_another_language(self):
        self.assert_no_foreign_words("ja")

    def test_titles_and_descriptions_are_in_the_language_of_the_page(self):
        for language, kind, page in self.pages("ru", "ja"):
            head = html.fromstring(page).find("head")
            with self.subTest(page=kind, language=language):
                assert OWN_SCRIPT[language].search(head.findtext("title"))
                assert OWN_SCRIPT[language].search(head.find("meta[@name='description']").get("content"))

    def test_recorded_text_without_a_translation_says_its_language_in_a_word(self):
        for language, word in (("ru", "по-английски"), ("ja", "英語")):
            (summary,) = html.fromstring(self.page(language, "meeting")).cssselect(".summary [lang='en']")
            with self.subTest(language=language):
                assert summary.getprevious().text == word

    def test_years_are_never_grouped_as_numbers_are(self):
        for language, kind, page in self.pages("en", "ru", "ja"):
            with self.subTest(page=kind, language=language):
                assert not A_YEAR_GROUPED.search(page)

    def test_where_each_one_sat_is_told_in_three_languages_and_always_alike(self):
        told = {}
        for seat in Attendance.objects.all():
            told.setdefault((seat.side, seat.capacity_en), set()).add((seat.capacity_ru, seat.capacity_ja))

        assert [office for office, words in told.items() if len(words) > 1 or "" in next(iter(words))] == []
