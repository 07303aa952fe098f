"""Import and export on the desk, as a browser has them."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.exchange.files import checked, csv, opened, unzipped
from tests.factories import make_meeting, make_participant, make_place, make_statement
from timeline.models import Import, Meeting, Place

pytestmark = pytest.mark.django_db
SEND, EXPORT, FILE = "/admin/exchange/import/", "/admin/exchange/export/", "/admin/exchange/export/file/"


@pytest.fixture
def authors(client, author):
    client.force_login(author)
    return client


def send(client, name, raw, **how):
    """The page that comes while a file is checked, and the import."""
    response = client.post(SEND, {"file": SimpleUploadedFile(name, raw), **how})
    page = b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()
    return page, Import.objects.first()


def body(response):
    return b"".join(response.streaming_content)


def hidden(response):
    """The fields that a page carries on."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', response.content.decode())
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def test_a_file_is_sent_looked_at_and_imported(authors, draft):
    page, part_of = send(authors, "meetings.csv", csv("key,summary_en", f"{draft.key},What happened at Bonn."))

    progress = re.findall(r'<progress max="100" value="(\d+)">', page)
    assert (progress[0], progress[-1]) == ("0", "100")
    assert f'href="{SEND}{part_of.pk}/" data-further' in page
    shown = authors.get(f"{SEND}{part_of.pk}/").content.decode()
    assert "changes a draft" in shown
    assert "meetings.csv, line 2" in shown
    assert re.search(r"What happened at <del>.*2018-01-10-draft</del><ins>.*Bonn</ins>\.", shown)

    refused = authors.post(f"{SEND}{part_of.pk}/save/", {"reason": " "})
    assert "This field is required." in refused.content.decode()
    done = body(authors.post(f"{SEND}{part_of.pk}/save/", {"reason": "Read again."})).decode()

    draft.refresh_from_db()
    assert ">Imported<" not in done
    assert "</progress> Imported</li>" in done
    assert draft.summary_en == "What happened at Bonn."
    assert "Read again." in authors.get(f"{SEND}{part_of.pk}/").content.decode()


def test_a_refused_file_is_told_beside_its_field_and_nothing_is_kept(authors):
    page, part_of = send(authors, "places.csv", "key,name_ru\ntokyo,Столица Японии".encode("cp1251"))
    assert "It looks like Windows-1251" in str(part_of.faults)

    page, _none = send(authors, "places.xls", b"\xd0\xcf\x11\xe0")
    assert "This file was not read, and nothing was changed." in page
    assert "an old Excel workbook" in page
    assert Import.objects.count() == 1


def test_a_file_larger_than_the_setting_is_dropped_as_it_arrives(authors, settings):
    settings.IMPORT_MAX_MEGABYTES = 1

    page, part_of = send(authors, "places.csv", b"key\n" + b"x" * 1_000_000)

    assert "This file is larger than 1 MB: import it in parts." in page
    assert part_of is None


def test_a_file_wants_its_token(author):
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)

    response = client.post(SEND, {"file": SimpleUploadedFile("places.csv", b"key\ntokyo")})

    assert response.status_code == 403
    assert not Import.objects.exists()


def test_only_publishers_are_asked_whether_to_publish(client, author, publisher):
    client.force_login(author)
    assert 'name="publish"' not in client.get(SEND).content.decode()
    client.force_login(publisher)
    assert 'name="publish"' in client.get(SEND).content.decode()


def test_imports_are_for_those_who_edit_and_each_for_whom_it_is(client, author, publisher, draft):
    part_of = checked("meetings.csv", csv("key,venue", f"{draft.key},Villa"), author)
    reader = User.objects.create_user("reader", is_staff=True)

    client.force_login(reader)
    assert client.get(SEND).status_code == 403
    assert client.get(EXPORT).status_code == 403
    assert client.post(FILE, {"kind": "csv"}).status_code == 403
    client.force_login(publisher)
    assert client.get(f"{SEND}{part_of.pk}/").status_code == 404
    assert client.post(f"{SEND}{part_of.pk}/save/", {"reason": "x"}).status_code == 404
    assert client.post(f"{SEND}{part_of.pk}/discard/").status_code == 404
    client.logout()
    assert client.get(SEND).status_code == 302


def test_an_import_that_is_let_go_is_forgotten(authors, author, draft):
    part_of = checked("meetings.csv", csv("key,venue", f"{draft.key},Villa"), author)

    assert authors.get(f"{SEND}{part_of.pk}/save/").status_code == 405
    authors.post(f"{SEND}{part_of.pk}/discard/")

    assert not Import.objects.exists()


def test_a_long_import_is_shown_in_pages_with_as_many_queries_as_a_short_one(
    authors, author, django_assert_max_num_queries
):
    for number in range(60):
        make_place(f"place-{number}", waits=True)
    lines = [f"place-{number},Noted." for number in range(60)]
    part_of = checked("places.csv", csv("key,note", *lines), author)
    authors.get(f"{SEND}{part_of.pk}/")

    with django_assert_max_num_queries(14):
        first = authors.get(f"{SEND}{part_of.pk}/?table=places").content.decode()
    second = authors.get(f"{SEND}{part_of.pk}/?table=places&p=2").content.decode()

    assert first.count("Noted.") == 50
    assert second.count("Noted.") == 10
    assert "Page 2 of 2" in second


def test_a_list_is_exported_as_it_is_filtered(authors):
    make_statement(make_meeting("2017-03-20-talks"))
    make_statement(make_meeting("2018-01-10-draft", start="2018-01-10", state="draft"))
    listed = authors.get(reverse("admin:timeline_meeting_changelist"), {"state__exact": "draft"})
    (address,) = re.findall(r'href="([^"]*)">Export<', listed.content.decode().split("object-tools")[1])

    page = authors.get(address.replace("&amp;", "&"))
    response = authors.post(FILE, {**hidden(page), "kind": "xlsx", "parts": "on"})

    assert "Meetings: 1 record" in page.content.decode()
    assert re.search(r'filename="meetings_\d{4}-\d\d-\d\d\.xlsx"', response["Content-Disposition"])
    book = opened(body(response))
    assert book.sheetnames == ["meetings", "numbers", "attendances", "statements", "links"]
    assert [row[0].value for row in book["statements"].iter_rows(min_row=2)] == ["2018-01-10-draft"]


def test_chosen_records_are_exported(authors):
    for key in ("tokyo", "nagato", "moscow"):
        make_place(key)
    chosen = Place.objects.filter(key__in=["tokyo", "moscow"]).values_list("pk", flat=True)

    page = authors.post(
        reverse("admin:timeline_place_changelist"), {"action": "export_chosen", "_selected_action": list(chosen)}
    )
    response = authors.post(FILE, {**hidden(page), "kind": "csv", "bom": "on"})

    raw = body(response)
    assert raw.startswith(b"\xef\xbb\xbfkey,name_en")
    assert [line.split(",")[0] for line in raw.decode("utf-8-sig").split("\r\n")[1:-1]] == ["tokyo", "moscow"]


def test_a_form_exports_its_record_and_what_belongs_to_it(authors):
    meeting = make_meeting("2017-03-20-talks", participants=["sergey-lavrov"])
    form = authors.get(reverse("admin:timeline_meeting_change", args=[meeting.pk])).content.decode()
    assert f"{EXPORT}?table=meetings&amp;key={meeting.pk}" in form

    response = authors.post(FILE, {"table": "meetings", "key": meeting.pk, "kind": "csv", "parts": "on"})
    alone = authors.post(FILE, {"table": "meetings", "key": meeting.pk, "kind": "yaml"})

    assert sorted(unzipped(body(response))) == [
        "attendances.csv", "links.csv", "meetings.csv", "numbers.csv", "statements.csv",
    ]  # fmt: skip
    assert body(alone).decode().count("- model: ") == 1


def test_formulas_are_defused_in_every_table(authors):
    make_participant("a-b", note='=HYPERLINK("https://evil.example")', aliases=["@one", "two"])

    for kind, cell in (("csv", '"\'=HYPERLINK(""https'), ("xlsx", "'=HYPERLINK(")):
        raw = body(authors.post(FILE, {"table": "participants", "kind": kind}))
        if kind == "xlsx":
            raw = " ".join(str(one.value) for row in opened(raw)["participants"] for one in row).encode()
        assert cell in raw.decode()
        assert "'@one; two" in raw.decode()


def test_what_no_workbook_can_hold_is_told(authors):
    make_place("tokyo", note="x" * 32_768)

    response = authors.post(FILE, {"table": "places", "kind": "xlsx"})

    assert "Place tokyo has a text longer than a cell of a workbook: take CSV or YAML." in response.content.decode()


def test_an_export_reads_in_pieces(authors, django_assert_max_num_queries):
    for number in range(30):
        make_statement(make_meeting(f"2017-03-20-talks-{number}"))

    with django_assert_max_num_queries(40):
        body(authors.post(FILE, {"kind": "csv"}))
    assert Meeting.objects.count() == 30


def test_whatever_is_asked_of_the_addresses_they_answer_in_words(authors):
    assert authors.get(EXPORT, {"table": "nothing"}).status_code == 404
    assert authors.get(EXPORT, {"table": "meetings", "list": "state__nothing=1"}).status_code == 404
    assert authors.post(FILE, {"kind": "exe"}).status_code == 400
    assert authors.get(FILE).status_code == 405
    assert authors.get(f"{SEND}999/").status_code == 404
