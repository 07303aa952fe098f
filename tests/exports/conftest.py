"""A small record with everything in it that a format could get wrong."""

from datetime import UTC, datetime, timedelta

from timeline import search
from timeline.models import Meeting, Statement

from ..factories import (
    make_format,
    make_link,
    make_meeting,
    make_number,
    make_participant,
    make_place,
    make_source,
    make_statement,
    make_tenure,
)
from ..shared import shared

CHANGED = datetime(2026, 11, 1, 12, tzinfo=UTC)
DRAFT, WITHDRAWN = "2018-05-05-secret-draft", "2018-06-06-secret-withdrawn"


@shared("module")
def record():
    """Eight published meetings, a draft and a withdrawn one; each changed an hour after the one before it."""
    make_format("two-plus-two", rank=2, aliases=["2+2", "2 2"])
    make_tenure(start="2004-03-09")
    make_participant("fumio-kishida", country="JP", name_ru="Фумио Кисида", name_ja="岸田文雄")
    make_place("vladivostok", country="RU", latitude="43.12", longitude="131.89", time_zone="Asia/Vladivostok")
    make_place("honolulu", country="US", latitude="21.31", longitude="-157.86", time_zone="Pacific/Honolulu")
    make_source("mofa-2017", side="JP", language="ja", title="日露外相会談", archived_url="https://archive.example/1")
    make_source("tass-2017", side="third", kind="news", language="en", publisher="TASS & Co", published="2017-03-21")
    _held()
    _not_held()
    for key, state in ((DRAFT, "draft"), (WITHDRAWN, "withdrawn")):
        hidden = make_meeting(key, start="2018-05-05", state=state, title_en=f"Hidden {state}", sources=["mofa-2017"])
        make_statement(hidden, sources=["mofa-2017"], text_en=f"Hidden claim {state}.")
    for hours, meeting in enumerate(Meeting.objects.order_by("key")):
        Meeting.objects.filter(pk=meeting.pk).update(content_updated_at=CHANGED + timedelta(hours=hours))
    search.index(Meeting.objects.all())
    search.index(Statement.objects.all())
    return Meeting.objects.published()


def _held():
    call = make_meeting(
        "2013-12-31-call", start="2013-12-31", format="leaders-call", place=None, no_place="call", issues=["energy"]
    )
    ministers = make_meeting(
        "2017-03-20-two-plus-two",
        start="2017-03-20",
        format="two-plus-two",
        participants=[
            "sergey-lavrov",
            ("fumio-kishida", {"side": "JP", "capacity_en": "Minister", "capacity_ja": "外相"}),
        ],
        issues=["peace-treaty", "missiles"],
        sources=["mofa-2017", "tass-2017"],
        venue="Iikura House",
        duration_minutes=95,
        title_en='=HYPERLINK("x"); "quoted", 2+2, Tokyo',
        title_ru="Консультации «2+2», Токио; обсуждение противоракетной обороны, мирного договора и ёлки",
        title_ja="日露外務・防衛閣僚協議（「2+2」）、東京、長い題名は七十五オクテットを超えて折り返される",
        summary_en="They met & talked <b>about</b> missiles, {braces}, 100% of #1_2; back\\slash.\nSecond line.",
    )
    later = make_meeting(
        "2017-09-06-summit", start="2017-09-06", end="2017-09-07", place="vladivostok", participants=["sergey-lavrov"]
    )
    make_meeting("2019-01-01-honolulu", start="2019-01-01", format="other", place="honolulu", discrepancies="Some.")
    make_number(ministers)
    make_link(call, later, kind="resumed")
    make_link(ministers, later, kind="agreed_at")
    make_statement(
        ministers, side="JP", speaker=make_participant("fumio-kishida"), issues=["missiles"], phrase="deeply"
    )
    make_statement(ministers, side="joint", kind="agreement", sources=["mofa-2017", "tass-2017"])


def _not_held():
    make_meeting("2014-03-visit", start="2014-03-01", end="2014-03-31", precision="month", status="postponed")
    make_meeting("2014-09-visit", start="2014-09-01", end="2014-11-30", precision="month", status="cancelled")
    make_meeting("2016-plan", start="2016-01-01", end="2016-12-31", precision="year", status="planned", place=None)
    make_meeting("2017-03-20-second", start="2017-03-20", format="other", confidence="low", issues=["energy"])
