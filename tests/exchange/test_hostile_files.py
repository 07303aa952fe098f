"""Files that are none, or that mean harm, are refused in words that say what to do."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from tests.exchange.files import csv, opened, saved, workbook, zipped
from timeline.exchange.refusal import RefusedError
from timeline.exchange.upload import Upload
from timeline.models import Format, Participant, Place

PLACES = [["key", "name_en"], ["tokyo", "Tokyo"]]
RUSSIAN = "key,name_ru\ntokyo,Токио – столица Японии и место многих встреч\n"
JAPANESE = "key,name_ja\ntokyo,東京（とうきょう）は日本の首都です\n"


def with_member(raw, name, content):
    """A workbook with one more file in it, or with another content of one that it has."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return out.getvalue()


def bomb():
    """Half a gigabyte of nothing in a small file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("places.csv", b"\0" * 500_000_000)
    return out.getvalue()


def with_formula():
    book = opened(workbook(places=PLACES))
    book["places"]["B2"] = "=1+1"
    return saved(book)


def with_entities():
    laughing = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>'
    )
    return with_member(workbook(places=PLACES), "xl/worksheets/sheet1.xml", laughing)


def with_outside_entity():
    """A workbook that would show a file of the server."""
    sheet = (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
    )
    return with_member(workbook(places=PLACES), "xl/worksheets/sheet1.xml", sheet)


def swollen_workbook():
    """A workbook whose only sheet is half a gigabyte of nothing."""
    return with_member(workbook(places=PLACES), "xl/worksheets/sheet1.xml", b" " * 500_000_000)


def laughing_yaml():
    """Ten lines that would become ten thousand million words."""
    lines = ["a0: &a0 [ha]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 11))]
    return "\n".join(lines).encode()


def with_giant_row():
    cells = "".join(f'<c r="A1"><v>{number * 7919 % 100_003}</v></c>' for number in range(200_000))
    sheet = f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"
    return with_member(workbook(places=PLACES), "xl/worksheets/sheet1.xml", sheet)


def locked():
    raw = bytearray(zipped(places__csv="key\ntokyo"))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = raw.find(mark) + (6 if mark == b"PK\x03\x04" else 8)
        raw[at] |= 1
    return bytes(raw)


REFUSED = {
    "nothing": ("places.csv", b"", "This file is empty."),
    "other suffix": ("places.docx", b"text", "Files named .xlsx, .csv, .yaml or .zip are read, not .docx."),
    "a name that lies": ("places.xlsx", b"key,name_en", "The name of this file says .xlsx, its content does not."),
    "a workbook called CSV": ("places.csv", workbook(places=PLACES), "its content is XLSX: name it so."),
    "a bomb": ("places.zip", bomb(), "This file is small but would unpack to 500 MB"),
    "a cut ZIP": ("places.zip", zipped(places__csv="key\ntokyo")[:-30], "This file is damaged"),
    "a locked ZIP": ("places.zip", locked(), "locked with a password"),
    "a cut workbook": ("places.xlsx", with_member(workbook(places=PLACES), "xl/workbook.xml", "<x"), "is damaged"),
    "a cut sheet": ("places.xlsx", with_member(workbook(places=PLACES), "xl/worksheets/sheet1.xml", "<x"), "damaged"),
    "laughing entities": ("places.xlsx", with_entities(), "damaged"),
    "an entity from outside": ("places.xlsx", with_outside_entity(), "damaged"),
    "a swollen workbook": ("places.xlsx", swollen_workbook(), "This file is small but would unpack to 50"),
    "macros": ("a.xlsx", with_member(workbook(places=PLACES), "xl/vbaProject.bin", b"x"), "This workbook holds macros"),
    "an old workbook": ("places.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (.xls)"),
    "OpenDocument": ("a.ods", zipped(mimetype="application/vnd.oasis"), "This is an OpenDocument file"),
    "a formula": ("places.xlsx", with_formula(), "Here stands a formula"),
    "an unknown sheet": ("a.xlsx", workbook(plces=PLACES), "There is no table “plces” – did you mean “places”?"),
    "a picture in a ZIP": ("a.zip", zipped(a__png=b"x"), "A ZIP may hold files named .csv and .yaml, nothing else."),
    "no table": ("mine.csv", b"key,name_en", "Which table is this?"),
    "UTF-16": ("places.csv", RUSSIAN.encode("utf-16"), "It looks like UTF-16. In Excel: “Save as”"),
    "UTF-16 without a mark": ("places.csv", RUSSIAN.encode("utf-16-le"), "It looks like UTF-16."),
    "Shift-JIS": ("places.csv", JAPANESE.encode("cp932"), "It looks like Shift-JIS."),
    "EUC-JP": ("places.csv", JAPANESE.encode("euc_jp"), "It looks like EUC-JP."),
    "Windows-1251": ("places.csv", RUSSIAN.replace("–", "-").encode("cp1251"), "It looks like Windows-1251."),
    "KOI8-R in YAML": ("a.yaml", f"- a: {RUSSIAN.replace('–', '-')}".encode("koi8_r"), "It looks like KOI8-R."),
    "NUL": ("places.csv", b"key,name_en\ntokyo,To\x00kyo\nx,y", "Line 2 holds a NUL character"),
    "an open quotation": ("places.csv", b'key,name_en\ntokyo,"Tokyo\n', "This is no CSV from line 2 on"),
    "a header twice": ("places.csv", csv("key,name_en,name_en"), "The column “name_en” stands there twice."),
    "an unknown column": ("places.csv", csv("key,nme_en"), "in the table “places” – did you mean “name_en”?"),
    "no key": ("places.csv", csv("name_en", "Tokyo"), "known by key: the column key is missing."),
    "a million columns": ("places.csv", b"key" + b"," * 1_000_000, "This table has more than 200 columns."),
    "a wide sheet": ("a.xlsx", workbook(places=[["key", *[None] * 400, "x"]]), "This table has more than 200 columns."),
    "a value too many": ("places.csv", csv("key,name_en", "tokyo,Tokyo,JP"), "more cells than the header has names"),
    "a giant row": ("a.xlsx", with_giant_row(), "This workbook has a row longer than any that a program writes."),
    "a giant line": ("places.csv", b"key,name_en\n" + b"x," * 2_000_000, "a line longer than any that a program"),
    "a giant row of YAML": ("a.yaml", b"- [" + b"a," * 20_000, "has a row of more values than any record."),
    "laughing aliases": ("a.yaml", b"- a: &a [ha]\n  b: *a", "has an anchor or alias"),
    "YAML laughing aloud": ("a.yaml", laughing_yaml(), "a list of rows is expected"),
    "a program in YAML": ("a.yaml", b"- !!python/object/apply:os.system [id]", "has a tag"),
    "a program among the fields": ("a.yaml", b"- model: !!python/name:os.system x", "has a tag"),
    "lists without end": ("a.yaml", b"- " + b"[" * 100_000, "lists stand in lists deeper"),
    "no list": ("a.yaml", b"model: timeline.place", "This YAML cannot be read: a list of rows is expected."),
}  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "words"), REFUSED.values(), ids=REFUSED)
def test_a_hostile_file_is_refused_with_clear_words(name, raw, words):
    with pytest.raises(RefusedError) as refused:
        list(Upload(io.BytesIO(raw), name).rows())

    assert words in refused.value.words


def test_more_rows_than_the_settings_allow_are_refused(settings):
    settings.IMPORT_MAX_ROWS = 2

    with pytest.raises(RefusedError, match="more than 2 rows: import it in parts"):
        list(Upload(io.BytesIO(csv("key", "a", "b", "c")), "places.csv").rows())


def rows(name, raw, model=None):
    return [
        (row.content["fields"], row.position, row.place("name_en"))
        for row in Upload(io.BytesIO(raw), name, model).rows()
    ]


def test_a_row_knows_its_line_and_its_cell():
    lines = csv("key,name_en", "", '"tokyo","a', 'b"', "nagato,Nagato")
    places = [["key", "name_en"], [None, None], ["tokyo", "Tokyo"]]
    yaml = b"# head\n- model: timeline.place\n  fields:\n    key: tokyo\n    name_en: Tokyo\n"

    assert [place for _fields, _row, place in rows("places.csv", lines)] == [
        "places.csv, line 3, name_en",
        "places.csv, line 5, name_en",
    ]
    assert rows("a.xlsx", workbook(places=places))[0][1:] == ("places!A3", "places!B3")
    assert rows("a.yaml", yaml)[0][1:] == ("a.yaml, line 2", "a.yaml, line 5")


@pytest.mark.parametrize(
    "raw",
    [b"key;name_en\ntokyo;Tokyo", b"key\tname_en\ntokyo\tTokyo", b"\xef\xbb\xbfsep=;\r\nkey;name_en\r\ntokyo;Tokyo"],
    ids=["semicolons", "tabs", "as Excel says it"],
)
def test_csv_of_other_countries_is_read(raw):
    assert rows("places.csv", raw)[0][0] == {"key": "tokyo", "name_en": "Tokyo"}


@pytest.mark.parametrize(
    ("name", "model"),
    [("places.csv", Place), ("Participants (2).csv", Participant), ("formats_2026-11-22.csv", Format)],
)
def test_a_file_says_its_table_by_its_name(name, model):
    (row,) = Upload(io.BytesIO(b"key\ntokyo"), name).rows()

    assert row.content["model"] == model._meta.label_lower


def test_a_table_that_was_chosen_goes_before_the_name():
    (row,) = Upload(io.BytesIO(b"key\ntokyo"), "places.csv", Format).rows()

    assert row.content["model"] == "timeline.format"


def test_a_workbook_tells_how_far_it_is_though_its_sheets_do_not_say_how_long_they_are():
    book = Workbook(write_only=True)
    for title in ("places", "formats"):
        sheet = book.create_sheet(title)
        for row in (["key"], ["tokyo"], ["osaka"]):
            sheet.append(row)

    done = [row.done for row in Upload(io.BytesIO(saved(book)), "a.xlsx").rows()]

    assert done == [1 / 6, 2 / 6, 3 / 6, 4 / 6]


def test_an_empty_sheet_is_passed_over():
    assert len(rows("a.xlsx", workbook(Sheet1=[], places=PLACES))) == 1
