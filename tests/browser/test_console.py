"""No page logs an error, breaks the Content-Security-Policy, misses a file or asks another host (see conftest.py)."""

import pytest
from django.contrib.auth.models import User

from tests.factories import make_attendance, make_meeting, make_statement

KEY = "2017-03-20-two-plus-two"


@pytest.fixture
def record(transactional_db):
    meeting = make_meeting(key=KEY)
    make_attendance(meeting)
    make_statement(meeting)
    return meeting


@pytest.fixture
def desk(new_page, record):
    """A page of somebody who is logged in to the admin."""
    User.objects.create_superuser("boss", password="secret-of-the-boss")
    page = new_page()
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", "boss")
    page.fill("#id_password", "secret-of-the-boss")
    page.click("[type=submit]")
    return page


PUBLIC = [
    "/",
    "/meetings/",
    "/meetings/?q=treaty&format=summit",
    "/meetings/?formt=summit",
    "/meetings/2017/",
    f"/meetings/{KEY}/",
    "/formats/",
    "/formats/summit/",
    "/issues/",
    "/issues/peace-treaty/",
    "/participants/",
    "/participants/sergey-lavrov/",
    "/places/",
    "/sources/",
    "/statements/",
    "/about/",
    "/nothing-here/",
]
ADMIN = ["", "timeline/meeting/", "timeline/meeting/add/", "timeline/source/add/", "auth/user/", "axes/accessattempt/"]


@pytest.mark.parametrize("language", ["", "/ru", "/ja"])
def test_public_pages_are_quiet(page, record, language):
    for address in PUBLIC:
        page.goto(language + address)
        assert page.locator("h1").is_visible(), address


def test_the_documentation_of_the_api_is_quiet(page, record):
    page.goto("/api/v1/docs/")

    page.get_by_text("/api/v1/meetings/").first.wait_for()


def test_pages_of_the_admin_are_quiet(desk):
    for address in ADMIN:
        desk.goto(f"/admin/{address}")
        assert desk.locator("#content h1").is_visible(), address


def test_a_meeting_is_quiet_while_it_is_edited(desk, record):
    desk.goto(f"/admin/timeline/meeting/{record.pk}/change/")
    desk.locator(".select2-selection").first.click()
    desk.locator(".select2-search__field").first.wait_for()
    for add in desk.locator(".add-row a:visible").all():
        add.click()
    written = desk.locator(".written-date").first
    written.fill("01.02.2018")
    desk.locator(".written-date + output", has_text="2018").first.wait_for()
