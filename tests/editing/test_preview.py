"""What is not published yet, as readers will see it, for whoever has the link, and for nobody else."""

import re
from copy import deepcopy
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.signing import TimestampSigner
from django.db import connection
from django.urls import reverse
from freezegun import freeze_time

from tests.admin.conftest import member
from tests.factories import make_attendance, make_link, make_meeting, make_source, make_statement
from timeline.editing.document import document
from timeline.editing.pending import propose
from timeline.editing.preview import token_of
from timeline.editing.workflow import Deed, take
from timeline.models import DataVersion, Issue, Meeting, Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return User.objects.create_superuser("publisher")


@pytest.fixture
def draft():
    meeting = make_meeting("2018-01-01-draft", state="draft", title_en="Secret talks", participants=["sergey-lavrov"])
    make_statement(meeting, text_en="A secret claim.")
    return meeting


@pytest.fixture
def changed(publisher):
    """A public meeting with a change that waits: another house, another statement and another seat."""
    meeting = make_meeting("2017-03-20-summit", venue="Kremlin")
    make_statement(meeting, text_en="A public claim.")
    rows = deepcopy(document(meeting))
    rows[0]["fields"]["venue"] = "Iikura Guest House"
    second = deepcopy(rows[-1])
    second["fields"] |= {"number": 2, "text_en": "A claim that waits."}
    propose(meeting, [*rows, second], publisher, "More is known.")
    return meeting


def address(meeting, prefix=""):
    return f"{prefix}/preview/{token_of(meeting)}/"


def everything(model):
    return list(model.objects.order_by("pk").values())


def body(response):
    """What stands in the page between its head and its foot, without the bar of the preview."""
    html = unescape(response.content.decode())
    return html.split('<main id="main"')[1].split("</main>")[0]


def test_a_draft_is_shown_as_its_page_will_be(client, draft, publisher):
    previews = {prefix: client.get(address(draft, prefix)) for prefix in ("", "/ru", "/ja")}
    take(Deed.PUBLISHED, draft, publisher)

    for prefix, preview in previews.items():
        assert preview.status_code == 200
        page = client.get(f"{prefix}/meetings/2018-01-01-draft/")
        # published, the data version and its date moved on
        told = re.sub(r"\d{4}\.\d{2}\.\d+", "", body(preview)), re.sub(r"\d{4}\.\d{2}\.\d+", "", body(page))
        assert told[0] == told[1]


def test_a_change_that_waits_is_shown_as_it_will_be_and_readers_see_what_they_saw(client, changed):
    preview = client.get(address(changed)).content.decode()

    assert "Iikura Guest House" in preview
    assert "A claim that waits." in preview
    assert "Kremlin" not in preview
    assert "A claim that waits." not in client.get(changed.get_absolute_url()).content.decode()


def test_a_change_is_shown_joined_with_what_readers_got_meanwhile(client, changed):
    Meeting.objects.filter(pk=changed.pk).update(occasion_en="Beside the G20 summit")

    preview = client.get(address(changed)).content.decode()

    assert "Iikura Guest House" in preview
    assert "Beside the G20 summit" in preview


@pytest.mark.parametrize("which", ["draft", "changed"])
def test_nothing_of_a_preview_stays_behind(client, request, settings, which):
    settings.KEEP_ANSWERS_SECONDS = 600
    cache.clear()
    meeting = request.getfixturevalue(which)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM modelsearch_indexentry")
        entries = cursor.fetchone()
    before = everything(Meeting), everything(Statement), str(DataVersion.objects.current())

    shown = client.get(address(meeting))

    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM modelsearch_indexentry")
        assert cursor.fetchone() == entries
    assert (everything(Meeting), everything(Statement), str(DataVersion.objects.current())) == before
    assert not cache._cache
    assert shown["Cache-Control"] == "private, no-store"
    assert shown["X-Robots-Tag"] == "noindex, nofollow"
    assert shown["Referrer-Policy"] == "no-referrer"
    assert not {"ETag", "Last-Modified", "X-Data-Version"} & set(shown.headers)
    assert not shown.cookies
    assert client.get(address(meeting), headers={"if-none-match": "*"}).status_code == 200


def test_the_bar_says_what_it_is_and_until_when_and_the_switch_of_languages_stays_in_the_preview(client, draft):
    with freeze_time("2026-11-20 09:30"):
        here = address(draft)
        html = " ".join(client.get(here).content.decode().split())

    bar = html.split('<aside class="preview-bar"')[1].split("</aside>")[0]
    assert "Preview – not published." in bar
    assert "4 December 2026 09:30 UTC" in bar
    switch = html.split('<nav class="langs"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', switch) == [here, f"/ja{here}", f"/ru{here}"]


def test_a_link_that_expired_was_forged_or_is_for_something_else_shows_nothing(client, draft, settings):
    with freeze_time("2026-11-20 09:30"):
        good = address(draft)
    forged = [
        "/preview/d1/",
        good[:-3] + "x/",
        good.replace("/d", "/w", 1),
        f"/preview/{TimestampSigner(sep='.', salt='another').sign(f'd{draft.pk}')}/",
    ]
    with freeze_time("2026-12-04 09:29"):
        assert client.get(good).status_code == 200
        refused = [client.get(one) for one in forged]
        settings.PREVIEW_LINK_DAYS = 7
        refused.append(client.get(good))
        settings.PREVIEW_LINK_DAYS = 14
    with freeze_time("2026-12-04 09:31"):
        refused.append(client.get(good))

    assert [one.status_code for one in refused] == [403, 403, 403, 403, 410, 410]
    for one in refused:
        assert "Nothing to preview" in one.content.decode()
        assert "Secret" not in one.content.decode()
        assert one["Cache-Control"] == "private, no-store"


def test_a_link_ends_with_what_it_showed(client, draft, changed, publisher):
    of_draft, of_change = address(draft), address(changed)
    take(Deed.PUBLISHED, draft, publisher)
    take(Deed.DISCARDED, changed, publisher, "Not borne out.")
    published, discarded = client.get(of_draft), client.get(of_change)

    assert (published.status_code, discarded.status_code) == (410, 410)
    assert "/meetings/2018-01-01-draft/" in published.content.decode()
    assert "A claim that waits." not in discarded.content.decode()

    propose(
        changed,
        [{**row, "fields": row["fields"] | {"venue": "Kantei"}} for row in document(changed)[:1]],
        publisher,
        "",
    )
    assert client.get(of_change).status_code == 410  # another change is another link
    take(Deed.WITHDRAWN, draft, publisher, "It was another day.")
    gone = client.get(of_draft)
    assert gone.status_code == 410
    assert "Secret" not in gone.content.decode()
    draft.refresh_from_db()
    assert "Secret talks" in client.get(address(draft)).content.decode()
    assert client.get("/meetings/2018-01-01-draft/").status_code == 410


def test_a_deleted_draft_has_no_preview(client, draft):
    here = address(draft)
    draft.delete()

    assert client.get(here).status_code == 410


def test_a_change_that_names_what_is_gone_is_told_in_plain_words(client, changed, publisher):
    make_source("spent")
    rows = deepcopy(changed.proposal.revision.document)
    rows[0]["fields"]["sources"] = [["spent"]]
    propose(changed, rows, publisher, "")
    make_source("spent").delete()

    told = client.get(address(Meeting.objects.get(pk=changed.pk)))

    assert told.status_code == 410
    assert "names something that is gone" in told.content.decode()


def test_other_drafts_stay_hidden_in_a_preview(client, draft):
    other = make_meeting("2018-02-02-other", state="draft", title_en="Other secret", start="2018-02-02")
    make_link(draft, other)
    make_attendance(other, "fumio-kishida", side="JP")

    assert "Other secret" not in client.get(address(draft)).content.decode()


def test_a_preview_takes_no_parameters_and_is_only_read(client, draft):
    assert client.get(f"{address(draft)}?nonsense=1").status_code == 400
    assert client.head(address(draft)).status_code == 200
    assert client.post(address(draft)).status_code == 405


def test_the_log_does_not_tell_the_token(client, draft, caplog):
    token = token_of(draft)
    with caplog.at_level("INFO", logger="diplomacy.access"):
        client.get(f"/ru/preview/{token}/")

    assert "/ru/preview/…/ 200" in caplog.text.replace("%E2%80%A6", "…")
    assert token not in caplog.text


class TestDesk:
    """From the screen of a meeting to its preview."""

    def screen(self, name, meeting):
        return reverse(f"admin:timeline_meeting_{name}", args=[meeting.pk])

    def test_an_editor_gets_there_and_the_links_in_each_language(self, client, draft):
        client.force_login(member("reviewer", "Reviewers"))

        led = client.get(self.screen("preview", draft), headers={"accept-language": "ru"})
        assert led.url.startswith("/ru/preview/d")
        assert "Secret talks" in client.get(led.url).content.decode()

        links = re.findall(
            r'value="(http://testserver/[^"]+)"', client.get(self.screen("preview_links", draft)).content.decode()
        )
        client.logout()
        assert [client.get(link.removeprefix("http://testserver")).status_code for link in links] == [200, 200, 200]
        assert [re.sub(r"/preview/.*", "", link) for link in links] == [
            f"http://testserver{code}" for code in ("", "/ru", "/ja")
        ]

    def test_what_readers_see_already_leads_to_its_page(self, client, publisher):
        client.force_login(publisher)
        meeting = make_meeting()

        assert client.get(self.screen("preview", meeting)).url == meeting.get_absolute_url()
        assert "nothing waits" in client.get(self.screen("preview_links", meeting)).content.decode()
        assert self.screen("preview", meeting) not in client.get(self.screen("change", meeting)).content.decode()

    def test_the_form_of_what_is_not_published_offers_it(self, client, draft, changed, publisher):
        client.force_login(publisher)
        for meeting in (draft, changed):
            page = client.get(self.screen("change", meeting)).content.decode()
            assert self.screen("preview", meeting) in page
            assert self.screen("preview_links", meeting) in page

    def test_nobody_else_gets_a_link(self, client, draft):
        assert "login" in client.get(self.screen("preview", draft)).url
        client.force_login(User.objects.create_user("stranger", is_staff=True))
        assert client.get(self.screen("preview", draft)).status_code == 403
        assert client.get(self.screen("preview_links", draft)).status_code == 403


def test_a_draft_that_lacks_an_issue_is_shown_as_well(client, draft):
    draft.issues.clear()
    draft.statements.all().delete()
    Issue.objects.all().delete()

    assert client.get(address(draft)).status_code == 200
