"""What oEmbed hands out works in the page of another: in a sandbox, without scripts, with ways out."""

from urllib.parse import urlencode

import pytest

from tests.factories import make_meeting

KEY = "2017-03-20-summit"
BLOG = "<!DOCTYPE html><html lang='en'><meta charset='utf-8'><title>A blog</title><h1>A blog</h1>{}</html>"


@pytest.fixture
def blog(browser, live_server, transactional_db):
    """A page of somebody else with the frame that oEmbed hands out for the chronology."""
    make_meeting(KEY, title_ja="日露首脳会談")
    context = browser.new_context(base_url=live_server.url)
    page, logged = context.new_page(), []
    # What looks into the frame for this test is a script that the sandbox keeps out, and says so.
    page.on("console", lambda told: logged.append(told.text) if "Blocked script execution" not in told.text else None)
    asked = urlencode({"url": f"{live_server.url}/ja/meetings/?format=summit"})
    frame = page.request.get(f"/oembed/?{asked}").json()["html"]
    page.route("**/a-blog", lambda route: route.fulfill(body=BLOG.format(frame), content_type="text/html"))
    page.goto("/a-blog")
    yield page
    context.close()
    assert logged == []


def test_the_list_is_there_in_its_own_dress_and_leads_on_in_a_new_tab(blog):
    inside = blog.frame_locator("iframe")
    link = inside.locator("ol .title a")

    assert link.inner_text() == "日露首脳会談"
    assert inside.locator("h1").evaluate("one => getComputedStyle(one).fontSize") == "19px"  # --t-title in Japanese
    with blog.expect_popup() as opened:
        link.click()
    opened.value.wait_for_load_state()
    assert opened.value.url.endswith(f"/ja/meetings/{KEY}/")
    assert opened.value.locator("h1").is_visible()
    assert opened.value.evaluate("window.opener") is None
