"""Files as editors would make them, and what an import makes of them."""

import io
import zipfile

from openpyxl import Workbook, load_workbook

from timeline.exchange.checking import check
from timeline.exchange.export import export
from timeline.exchange.saving import save
from timeline.exchange.upload import Kind, Upload
from timeline.models import Import


def exported(selection, kind=Kind.CSV, **how):
    """The name and the bytes of an export."""
    made = export(selection, kind, "record", **how)
    return made.name, b"".join(made.content)


def csv(*lines):
    """A CSV file of these lines."""
    return "\r\n".join(lines).encode()


def workbook(**sheets):
    """A workbook with these sheets, each a list of rows."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book):
    """A workbook as bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opened(raw):
    """A workbook from bytes."""
    return load_workbook(io.BytesIO(raw))


def zipped(**members):
    """A ZIP of these files; a double underscore in a name is a dot, two of them a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in members.items():
            packed.writestr(name.replace("____", "/").replace("__", "."), raw)
    return out.getvalue()


def unzipped(raw):
    """The files of a ZIP as texts, by name."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def checked(name, raw, editor, *, publish=False, model=None):
    """The ``Import`` of a file, checked."""
    part_of = Import.objects.create(editor=editor, name=name, publish=publish)
    for _progress in check(Upload(io.BytesIO(raw), name, model), part_of):
        pass
    return part_of


def imported(part_of, reason="Because."):
    """A checked ``Import``, carried out."""
    for _progress in save(part_of, reason):
        pass
    part_of.refresh_from_db()
    return part_of


def steps(part_of):
    """What an import would change: the way, the key and the fields of each step."""
    return [(one.way, "#".join(map(str, one.key)), sorted(one.after)) for one in part_of.steps.all()]


def faults(part_of):
    """What is wrong with an import: where, and which rule."""
    return [(place, rule) for place, _record, _field, rule in part_of.faults]


NEW = {
    "meetings__csv": csv(
        "key,title_en,format,start,end,place,summary_en,confidence,issues,sources,state",
        "2018-05-05-talks,Talks,summit,2018-05-05,2018-05-05,tokyo,They talked.,high,energy,mid-2018-05-05,published",
    ),
    "sources__csv": csv(
        "key,publisher,title,url,language,side,kind", "mid-2018-05-05,MID,T,https://example.org/5,ru,RU,official-other"
    ),
    "attendances__csv": csv(
        "meeting,participant,side,capacity_en", "2018-05-05-talks,sergey-lavrov,RU,Minister of Foreign Affairs"
    ),
    "statements__csv": csv(
        "meeting,number,side,speaker,kind,text_en,issues,sources",
        "2018-05-05-talks,1,RU,sergey-lavrov,position,A claim.,energy,mid-2018-05-05",
    ),
}


def titled(title, key="2017-03-20-talks"):
    return csv("key,title_en", f"{key},{title}")
