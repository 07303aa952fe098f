"""Statements on a page: footnotes, claims and replies face to face, groups by issue or by meeting."""

from dataclasses import dataclass, field

from ..models.choices import Side
from ..models.translated import Localised
from .offices import NOBODY
from .order import sides


class Notes:
    """Numbers sources in the order in which a page first names them."""

    def __init__(self, sources=()):
        self.numbers, self.sources = {}, []
        self.refer(sources)

    def refer(self, sources):
        """The sources with their numbers, lowest first; those not yet named get the next ones."""
        for source in sources:
            if source.pk not in self.numbers:
                self.sources.append(source)
                self.numbers[source.pk] = len(self.sources)
        return sorted(((self.numbers[source.pk], source) for source in sources), key=lambda pair: pair[0])

    @property
    def has_supplied_titles(self):
        """Whether the title of any of the sources is ours."""
        return any(source.title_supplied for source in self.sources)

    def __iter__(self):
        return iter(enumerate(self.sources, start=1))

    def __len__(self):
        return len(self.sources)


@dataclass
class Said:
    """A statement as a page shows it."""

    statement: object
    refs: list  # of pairs: footnote number and source
    office: Localised = NOBODY
    linked: bool = False  # the page is not the meeting's own: addresses name the meeting
    also: list = field(default_factory=list)  # issues beside the one under which it stands
    answered_at: list = field(default_factory=list)  # replies that do not stand beside it

    @property
    def base(self):
        """The address of the meeting's page, empty on that page itself."""
        return self.statement.meeting.get_absolute_url() if self.linked else ""

    @property
    def day_is_known(self):
        """Whether it is known when this was said."""
        return self.statement.said_on is not None

    @property
    def said_elsewhen(self):
        """The day on which it was said, if that is not a day of the meeting; else ``None``."""
        day, meeting = self.statement.said_on, self.statement.meeting
        return day if day and not meeting.start <= day <= meeting.end else None


@dataclass
class Column:
    """What one side said by itself; ``silent`` if nothing of it was found at all, not even a reply."""

    side: str
    said: list
    silent: bool


@dataclass
class Parallel:
    """Statements with the sides face to face: joint ones, claims with their replies, one column a side, observers."""

    joint: list
    exchanges: list  # of rows, each a list of one or two ``Said``
    columns: list  # of ``Column``, one a side; empty where nothing stands in a column
    observers: list


@dataclass
class Group:
    """Statements that stand under one issue, or under one meeting."""

    about: object
    said: list
    parallel: Parallel


def voices(statements, notes, offices, *, under=None, linked=False):
    """``Said`` for each of ``statements``, with footnotes from ``notes``.

    ``offices``: ``Offices`` of the speakers. ``under``: the issue under which all stand. ``linked``: the page is not
    the meeting's own, so that addresses name the meeting; without it, each stands under its own first issue.
    """
    replies = {}
    for statement in statements:
        replies.setdefault(statement.in_reply_to_id, []).append(statement)
    return [
        Said(
            statement,
            refs=notes.refer(statement.sources.all()),
            office=offices.of(statement),
            linked=linked,
            also=_other_issues(statement, under, linked),
            answered_at=[] if linked else replies.get(statement.pk, []),
        )
        for statement in statements
    ]


def _other_issues(statement, under, linked):
    """The issues of a statement but the one under which it stands."""
    issues = list(statement.issues.all())
    if under:
        return [issue for issue in issues if issue != under]
    return issues if linked else issues[1:]


def parallel(said):
    """Lay out statements with the two sides face to face; a claim and all that answers it stay together."""
    own = [one for one in said if one.statement.side in Side.values]
    threads = _threads(own)
    alone = [thread[0] for thread in threads if len(thread) == 1]
    return Parallel(
        joint=[one for one in said if one.statement.side == "joint"],
        exchanges=[_rows(thread) for thread in threads if len(thread) > 1],
        columns=_columns(alone, said, own),
        observers=[one for one in said if one.statement.side == "observer"],
    )


def _threads(said):
    """Each claim with the replies to it, and the replies to those, in the order of the record."""
    threads, thread_of = [], {}
    for one in said:
        thread = thread_of.get(one.statement.in_reply_to_id)
        if thread is None:
            threads.append(thread := [])
        thread.append(one)
        thread_of[one.statement.pk] = thread
    return threads


def _rows(thread):
    """A claim faces its first reply; further replies follow, two in a row where they face each other."""
    rows = []
    for one in thread:
        last = rows[-1] if rows else None
        if last and len(last) == 1 and last[0].statement.side != one.statement.side:
            last.append(one)
        else:
            rows.append([one])
    return rows


def _columns(alone, said, own):
    """One column a side, in the reader's order; none if everything stands in exchanges or was said jointly."""
    only_joint = not own and any(one.statement.side == "joint" for one in said)
    if only_joint or (own and not alone):
        return []
    heard = {one.statement.side for one in own}
    return [
        Column(side, [one for one in alone if one.statement.side == side], silent=side not in heard) for side in sides()
    ]


def by_first_issue(said, agenda):
    """Group statements by their first issue: the meeting's issues in their order, then the others as they come.

    ``agenda``: the issues of the meeting. A statement without an issue stands under ``None``, at the end.
    """
    groups = {issue.pk: (issue, []) for issue in agenda}
    for one in said:
        first = next(iter(one.statement.issues.all()), None)
        groups.setdefault(first.pk if first else None, (first, []))[1].append(one)
    groups = {key: groups[key] for key in sorted(groups, key=lambda key: key is None)}
    return [_group(issue, rows) for issue, rows in groups.values() if rows]


def by_meeting(said, meetings):
    """Group statements under ``meetings``, in their order; a meeting without any is a group without statements."""
    rows = {meeting.pk: [] for meeting in meetings}
    for one in said:
        rows[one.statement.meeting_id].append(one)
    return [_group(meeting, rows[meeting.pk]) for meeting in meetings]


def _group(about, said):
    group = Group(about, said, parallel(said))
    here = {one.statement.pk for one in said}
    for one in said:
        one.answered_at = [reply for reply in one.answered_at if reply.pk not in here]
    return group


def by_year(groups):
    """Groups of meetings under the year in which each began: pairs of a year and its groups."""
    years = {}
    for group in groups:
        years.setdefault(group.about.start.year, []).append(group)
    return list(years.items())
