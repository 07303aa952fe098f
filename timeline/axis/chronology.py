"""The axis of the chronology: one lane a format, one fold a year, one year open."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import groupby

from .marks import LEADERS, bracket, draw
from .scale import Scale, months
from .shapes import DENSITY, HEAD, LABELS, LANE, PAD, Axis, Bar, Cell, Column, Crowd, Lane, Year

WIDTH, GAP = 1248, 7  # of the whole drawing; between two levels
TALLEST_BAR, BAR_STEP, COUNTED_FROM = 36, 5, 4
TALLEST_STROKE = 18
MOST_OF_LINKS = 4400  # bytes that paths and filters may take in the links of the open year


def axis(census, marks, formats, open_year, chosen_keys=None, spans=(), link_size=0):
    """The axis of a ``Census`` with a lane for each of ``formats``, in their order.

    ``marks`` are the meetings that are drawn for themselves, ``chosen_keys`` those of them that the filters choose
    (``None`` without filters). ``open_year`` is drawn wide, or none if it is ``None`` or holds nothing. ``spans`` are
    the periods that the filters ask for, pairs of first and last day, either of them perhaps ``None``; ``link_size``
    is how many bytes each link to a list takes for its path and the filters.
    """
    scale = Scale(census.years, open_year, LABELS, WIDTH - PAD)
    lanes = _lanes(formats, census.by_format)
    drawn = _drawn(marks, scale, lanes, chosen_keys)
    bars = _bars(census, scale, open_year)
    years = []
    for year in scale.left:
        counts = census.by_year[year], census.chosen_by_year[year]
        fold = Year(year, scale.left[year], scale.width(year), *counts, year == open_year, bars[year])
        years.append(_opened(fold, scale, lanes, census, drawn) if fold.is_open else _folded(fold, census, drawn))
    if not census.is_small:
        years = _stroked(years, scale, lanes, census)
    height = max((lane.y for lane in lanes.values()), default=HEAD + DENSITY) + LANE / 2 + 6
    years = [_in_columns(year, height, link_size) for year in years]
    ranges = [_range(*span, census.years, scale, height) for span in spans if census.years]
    ranges = list(filter(None, ranges))
    filtered = census.chosen is not None
    return Axis(years, list(lanes.values()), census.count, scale.right + PAD, height, ranges, filtered)


def _range(first, last, years, scale, height):
    """The outline of a period, as far as it lies in the years of the record; "" where it lies outside."""
    start, end = date(years[0], 1, 1), date(years[-1], 12, 31)
    first, last = max(first or start, start), min(last or end, end)
    if first > last:
        return ""
    left, right = scale.of(first) - scale.day(first) / 2, scale.of(last) + scale.day(last) / 2
    return f"M{left:.1f} {HEAD}H{right:.1f}V{height:g}H{left:.1f}z"


def _lanes(formats, counts):
    """A lane a format, with a gap where the level changes."""
    lanes, y, rank = {}, HEAD + DENSITY + 20, LEADERS
    for form in formats:
        y += GAP * (form.rank != rank)
        rank = form.rank
        lanes[form.key] = Lane(form, y + LANE / 2, counts[form.key])
        y += LANE
    return lanes


def _bars(census, scale, open_year):
    """The bars of each year; a meeting whose month is not known is in none."""
    step = min(BAR_STEP, TALLEST_BAR / max(census.by_month.values(), default=1))
    bars = defaultdict(list)
    for (year, month), count in sorted(census.by_month.items()):
        room = scale.month[year]
        fits = len(str(count)) * 7 <= room or census.is_small
        label = str(count) if year == open_year or (count >= COUNTED_FROM and fits) else ""
        heights = count * step, census.chosen_by_month[year, month] * step
        bars[year].append(_bar(scale.start_of(year, month), room, heights, label))
    return bars


def _bar(x, room, heights, label):
    sizes = x + room * 0.14, HEAD + DENSITY - heights[0], room * 0.72, *heights
    return Bar(*(round(size, 1) for size in sizes), label, round(x + room / 2, 1))


def _drawn(marks, scale, lanes, chosen_keys):
    """The meetings in their places, by year, lane and month of the mark."""
    drawn = defaultdict(list)
    for one in marks:
        if one.format_key in lanes:
            place = one.stands.year, one.format_key, one.stands.month
            off = chosen_keys is not None and one.key not in chosen_keys
            drawn[place].append(draw(one, scale, lanes[one.format_key].y, off))
    return drawn


def _folded(fold, census, drawn):
    """A folded year with its meetings, from left to right, if there are not too many to draw."""
    if not census.is_small:
        return fold
    here = [one for (year, *_place), marks in drawn.items() if year == fold.year for one in marks]
    return replace(fold, drawn=sorted(here, key=lambda one: one.x))


def _stroked(years, scale, lanes, census):
    """The years, the folded ones with strokes as high as their months are full."""
    counts = {place: sum(group.count for group in groups) for place, groups in census.places.items()}
    most = max(counts.values())
    strokes = defaultdict(list)
    for (year, key, month), count in sorted(counts.items()):
        if key in lanes:
            chosen = census.chosen_places[year, key, month]
            x = round(scale.start_of(year, month) + scale.month[year] / 2)
            y = round(lanes[key].y + TALLEST_STROKE / 2)
            height = max(2, round(TALLEST_STROKE * (chosen or count) / most))
            strokes[year, lanes[key].format.rank, not chosen].append((x, y, height))
    return [year if year.is_open else replace(year, strokes=_of_year(year.year, strokes)) for year in years]


def _of_year(number, strokes):
    return [Crowd(rank, _path(places), off) for (year, rank, off), places in strokes.items() if year == number]


def _path(places):
    """Strokes upwards, each told from the end of the one before, which is shortest."""
    path, x, y = "", 0, 0
    for next_x, next_y, height in places:
        path += f"m{next_x - x} {next_y - y}v-{height}"
        x, y = next_x, next_y - height
    return path


def _opened(fold, scale, lanes, census, drawn):
    """The open year with a cell for each month in which a lane has meetings, lane by lane."""
    places = [(lane, date(fold.year, month, 1)) for lane in lanes.values() for month in range(1, 13)]
    cells = [_cell(lane, first, scale, census, drawn) for lane, first in places]
    letters = [(letter, scale.start_of(fold.year, month) + scale.month[fold.year] / 2) for month, letter, _ in months()]
    cells = [cell for cell in cells if cell.count]
    return replace(fold, letters=letters, pills=_pills(cells), cells=cells)


def _pills(cells):
    """The pills of each level; those of months without a chosen meeting apart."""
    paths = defaultdict(str)
    for cell in cells:
        paths[cell.lane.format.rank, cell.off] += "" if cell.one else cell.pill
    return [Crowd(rank, path, off) for (rank, off), path in paths.items() if path]


def _in_columns(year, height, link_size):
    """The year with its months as links, if a link for each of its pills would take too many bytes."""
    crowded = sorted((cell for cell in year.cells if not cell.one), key=lambda cell: cell.first)
    if len(crowded) * link_size <= MOST_OF_LINKS:
        return year
    columns = [(first, list(cells)) for first, cells in groupby(crowded, key=lambda cell: cell.first)]
    columns = [Column(cells[0].x, cells[0].width, first, height, cells) for first, cells in columns]
    return replace(year, columns=columns, cells=[cell for cell in year.cells if cell.one])


def _cell(lane, first, scale, census, drawn):
    place = first.year, lane.format.key, first.month
    groups, here = census.places.get(place, []), drawn.get(place, [])
    count = sum(group.count for group in groups)
    one = here[0] if count == 1 and here else None
    vague = [group for group in groups if group.until and census.is_small and not one]
    brackets = [bracket(scale.of(group.first), scale.of(group.until), lane.y + 6) for group in vague]
    x, width = scale.start_of(first.year, first.month), scale.month[first.year]
    return Cell(lane, x, width, first, count, one, brackets, not census.chosen_places[place])
