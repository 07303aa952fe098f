"""TimelineJS3 itself shows what ``/meetings.timeline.json`` holds: one slide a meeting, in the reader's language.

Its built files are served from a directory: name it in TIMELINEJS=/path/to/dist (npm's package @knight-lab/timelinejs).
"""

import os
from pathlib import Path

import pytest

from tests.factories import make_meeting

PAGE = """<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><title>A page with a timeline</title>
<link rel="stylesheet" href="/timelinejs/css/timeline.css">
<script src="/timelinejs/js/timeline.js"></script>
<div id="timeline" style="width: 1200px; height: 700px"></div>
<script>
  window.timeline = new TL.Timeline("timeline", "{source}", {{
    script_path: "/timelinejs/js/", language: "{language}", font: null, ga_measurement_id: null,
  }});
</script>"""


@pytest.fixture(scope="module")
def built():
    """The directory of TimelineJS's built files; without it the tests are skipped."""
    directory = Path(os.environ.get("TIMELINEJS", ""))
    if not (directory / "js" / "timeline.js").is_file():
        pytest.skip("no TimelineJS: name the directory of its built files in TIMELINEJS=/path/to/dist")
    return directory


@pytest.fixture
def shown(built, new_page, transactional_db):
    """Opens a page on which TimelineJS shows the meetings in a language."""
    make_meeting("2014-visit", start="2014-09-01", end="2014-11-30", precision="month", title_ru="Визит, отложенный")
    make_meeting("2016-plan", start="2016-01-01", end="2016-12-31", precision="year", title_ja="年だけが分かる会談")
    make_meeting(
        start="2017-03-20", title_ru="Консультации «2+2» <Токио> & «мир»", title_ja="日露外務・防衛閣僚協議「2+2」"
    )

    def shown(language):
        page = new_page()
        page.route("**/timelinejs/**", lambda route: _serve(route, built))
        source = f"/meetings.timeline.json?lang={language}&sort=date"
        html = PAGE.format(language=language, source=source)
        page.route("**/a-page", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto("/a-page")
        page.locator(".tl-slide .tl-headline").first.wait_for()
        return page

    return shown


def _serve(route, directory):
    route.fulfill(path=directory / route.request.url.partition("/timelinejs/")[2].partition("?")[0])


@pytest.mark.parametrize(
    ("language", "headlines", "dates"),
    [
        (
            "ru",
            ["Визит, отложенный", "Talks 2016-plan (ru)", "Консультации «2+2» <Токио> & «мир»"],
            ["сентябрь–ноябрь 2014 г.", "2016 г.", "20 марта 2017 г."],
        ),
        (
            "ja",
            ["Talks 2014-visit (ja)", "年だけが分かる会談", "日露外務・防衛閣僚協議「2+2」"],
            ["2014年9月～11月", "2016年", "2017年3月20日"],
        ),
    ],
)
def test_a_meeting_is_a_slide_with_its_title_and_no_more_of_its_date_than_is_known(shown, language, headlines, dates):
    page = shown(language)

    slides = page.locator(".tl-slide:not(.tl-slide-titleslide)")
    assert [text.strip() for text in slides.locator("h2.tl-headline").all_text_contents()] == headlines
    told = [text.strip().replace("\u00a0", " ") for text in slides.locator("h3.tl-headline-date").all_text_contents()]
    assert told == dates
    assert page.locator(".tl-timemarker").count() == 3
    known = page.evaluate("window.timeline.config.events.map(one => one.start_date.data.format)")
    assert known == ["month", "year", "full"]
