"""A meeting that is not public, of which every part bears a secret word, tied to public ones in every way there is."""

from .factories import (
    make_attendance,
    make_link,
    make_meeting,
    make_number,
    make_organisation,
    make_participant,
    make_source,
    make_statement,
    make_tenure,
)

SECRET = "zzsecret"


def plant(state):
    """Two public meetings, and between them one in ``state`` (draft, review or withdrawn), to be found nowhere."""
    public = make_meeting("2017-03-20-summit", participants=["sergey-lavrov"])
    make_statement(public)
    make_number(public, "leaders", 1)
    secret = make_meeting(
        f"2017-04-01-{SECRET}", start="2017-04-01", state=state, place=f"{SECRET}-place",
        issues=[f"{SECRET}-issue", "peace-treaty"], sources=[f"{SECRET}-source", "mid-2017-03-20"],
        summary_en=SECRET, discrepancies=SECRET, venue=SECRET, occasion_en=SECRET, title_ja=SECRET,
    )  # fmt: skip
    make_attendance(secret, f"{SECRET}-person")
    make_attendance(secret, "sergey-lavrov", capacity_en=SECRET)
    make_tenure("ru-minister", f"{SECRET}-person")
    sources = [f"{SECRET}-source"]
    make_statement(secret, attributed_to=make_organisation(f"{SECRET}-body"), text_en=SECRET, sources=sources)
    make_statement(secret, speaker=make_participant(), text_en=SECRET, phrase=SECRET, sources=sources)
    make_number(secret, "leaders", 2)
    make_number(secret, f"{SECRET}-count", 2)
    make_link(public, secret).sources.set([make_source(f"{SECRET}-link")])
    make_link(secret, make_meeting("2018-05-01-summit", start="2018-05-01"))
