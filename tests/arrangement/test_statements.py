"""Statements on a page: footnotes, exchanges, columns, groups. No database: unsaved records are enough."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from timeline.arrangement import Notes, Offices, by_first_issue, covers, in_pages, parallel, sides, tally, tree
from timeline.arrangement.statements import Said


def say(pk, side="RU", reply_to=None, issues=()):
    """A statement with number ``pk``, as far as its place on the page depends on it."""
    tagged = SimpleNamespace(all=lambda: list(issues))
    statement = SimpleNamespace(pk=pk, number=pk, side=side, in_reply_to_id=reply_to, issues=tagged, meeting_id=1)
    return Said(statement, refs=[])


def numbers(said):
    return [one.statement.number for one in said]


def issue(key, parent=None):
    return SimpleNamespace(pk=key, key=key, parent_id=parent)


def test_sources_keep_the_number_of_their_first_mention():
    first, second, third = (SimpleNamespace(pk=n) for n in "abc")
    notes = Notes([first])

    assert notes.refer([third, first]) == [(1, first), (2, third)]
    assert notes.refer([second, third]) == [(2, third), (3, second)]
    assert list(notes) == [(1, first), (2, third), (3, second)]


def test_a_claim_faces_its_reply_and_others_stand_in_columns():
    laid = parallel([say(1), say(2), say(3, "JP", reply_to=2), say(4, "JP")])

    assert [[numbers(row) for row in rows] for rows in laid.exchanges] == [[[2, 3]]]
    assert [(column.side, numbers(column.said)) for column in laid.columns] == [("JP", [4]), ("RU", [1])]


def test_a_chain_of_replies_and_several_replies_to_one_claim_stay_together():
    laid = parallel([say(1), say(2, "JP", reply_to=1), say(3, "RU", reply_to=2), say(4, "JP", reply_to=1)])

    assert [[numbers(row) for row in rows] for rows in laid.exchanges] == [[[1, 2], [3, 4]]]
    assert laid.columns == []


def test_a_reply_to_a_joint_statement_stands_in_its_sides_column():
    laid = parallel([say(1, "joint"), say(2, "JP", reply_to=1)])

    assert numbers(laid.joint) == [1]
    assert [numbers(column.said) for column in laid.columns] == [[2], []]


@pytest.mark.parametrize(
    ("said", "silent"),
    [
        ([("RU", None)], {"JP"}),
        ([("observer", None)], {"JP", "RU"}),
        ([("RU", None), ("JP", 1), ("RU", None)], set()),
    ],
)
def test_a_side_is_silent_only_if_nothing_of_it_was_found(said, silent):
    laid = parallel([say(n, side, reply_to) for n, (side, reply_to) in enumerate(said, start=1)])

    assert {column.side for column in laid.columns if column.silent} == silent


def test_joint_statements_alone_leave_no_empty_columns():
    assert parallel([say(1, "joint"), say(2, "observer")]).columns == []


def test_no_statement_is_lost_or_shown_twice():
    said = [say(1, "joint"), say(2), say(3, "JP", 2), say(4, "RU", 3), say(5, "observer", 2), say(6, "JP", 1), say(7)]
    laid = parallel(said)
    shown = numbers(laid.joint) + numbers(laid.observers)
    shown += [n for rows in laid.exchanges for row in rows for n in numbers(row)]
    shown += [n for column in laid.columns for n in numbers(column.said)]

    assert sorted(shown) == [1, 2, 3, 4, 5, 6, 7]


def test_groups_follow_the_agenda_and_other_issues_come_after_it():
    peace, energy, other = issue("peace"), issue("energy"), issue("other")
    said = [say(1, issues=[other]), say(2, issues=[energy]), say(3, issues=[peace, other]), say(4)]

    groups = by_first_issue(said, [peace, energy, issue("unspoken")])

    assert [(group.about and group.about.key, numbers(group.said)) for group in groups] == [
        ("peace", [3]),
        ("energy", [2]),
        ("other", [1]),
        (None, [4]),
    ]


@pytest.mark.parametrize(("language", "order"), [("en", "JP RU"), ("ru", "RU JP"), ("ja", "JP RU")])
def test_sides_follow_their_names_in_the_language(language, order):
    with override(language):
        assert [str(side.value) for side in sides()] == order.split()


def test_the_tally_always_has_both_sides():
    assert tally([SimpleNamespace(side="joint")]) == [("JP", 0), ("RU", 0), ("joint", 1)]


def tenure(start=None, end=None, start_precision="day", end_precision="day", office="minister"):
    days = {"start": start and date.fromisoformat(start), "end": end and date.fromisoformat(end)}
    return SimpleNamespace(
        **days,
        start_precision=start_precision,
        end_precision=end_precision,
        office_id=office,
        participant_id=1,
        office=SimpleNamespace(title_en=office, title_ru="", title_ja=""),
    )


@pytest.mark.parametrize(
    ("held", "day", "covered"),
    [
        (tenure("2017-03-01"), "2017-03-01", True),
        (tenure("2017-03-01"), "2017-02-28", False),
        (tenure("2017-03-01", "2017-08-03"), "2017-08-03", True),
        (tenure("2017-03-01", "2017-08-03"), "2017-08-04", False),
        (tenure("2017-03-01", start_precision="month"), "2017-03-15", False),
        (tenure("2017-03-01", start_precision="month"), "2017-03-31", True),
        (tenure("2016-01-01", "2017-08-01", end_precision="month"), "2017-08-31", True),
        (tenure("2016-01-01", "2017-01-01", end_precision="year"), "2017-12-31", True),
        (tenure("2016-01-01", "2017-01-01", end_precision="year"), "2018-01-01", False),
        (tenure(end="2018-01-01"), "2017-01-01", False),
    ],
)
def test_an_official_held_an_office_on_a_day_only_if_that_is_sure(held, day, covered):
    assert covers(held, date.fromisoformat(day), SimpleNamespace(kind="official")) is covered


def test_an_observer_keeps_a_post_whose_dates_nobody_looked_up():
    assert covers(tenure(), date(2017, 3, 20), SimpleNamespace(kind="observer"))


def office_of(*tenures, said_on=None, seats=()):
    statement = SimpleNamespace(
        speaker_id=1,
        meeting_id=1,
        said_on=said_on,
        meeting=SimpleNamespace(start=date(2017, 3, 20)),
        speaker=SimpleNamespace(kind="official"),
    )
    return Offices(seats, tenures).of(statement).text


def test_a_speaker_has_the_one_office_held_on_the_day_it_was_said():
    envoy = tenure("2018-01-01", office="envoy")

    assert office_of(tenure("2016-01-01", "2017-12-31"), envoy) == "minister"
    assert office_of(tenure("2016-01-01", "2017-12-31"), envoy, said_on=date(2018, 5, 1)) == "envoy"
    assert office_of(tenure("2016-01-01"), envoy, said_on=date(2018, 5, 1)) == ""
    assert office_of() == ""


def test_two_terms_in_one_office_are_one_office():
    assert office_of(tenure("2016-01-01"), tenure("2017-01-01")) == "minister"


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [
        ([], [0]),
        ([1, 1, 1], [2, 1]),
        ([5, 1], [1, 1]),
        ([0, 0, 0], [3]),
        ([2, 0, 1], [2, 1]),
    ],
)
def test_a_list_is_cut_between_its_parts_only(sizes, pages):
    cut = in_pages(sizes, 2)

    assert [len(sizes[part]) for part in cut] == pages


def test_an_issue_whose_parent_is_not_shown_stands_at_the_top():
    branches = tree([issue("a"), issue("b", parent="a"), issue("c", parent="hidden")])

    assert [(branch.issue.key, [child.issue.key for child in branch.children]) for branch in branches] == [
        ("a", ["b"]),
        ("c", []),
    ]
