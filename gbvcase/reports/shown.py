"""A report's tables as rows and columns: the same object for screen, sheet, bars and paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.own_days import OwnDays, looked_at
from gbvcase.domain.period import Calendar, Period
from gbvcase.domain.text import written_number
from gbvcase.reports.indicators import ReportPlan, ShownTable
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.releases import Release
from gbvcase.reports.tables import UNKNOWN, Counts, Dimension, Key, Unit, key

MOST_BARS = 12
HIDDEN_MARK = ".."

UNITS = {
    Unit.INCIDENTS: mark("incidents"),
    Unit.PEOPLE: mark("people"),
    Unit.PERPETRATORS: mark("people said to have used violence"),
    Unit.CASES: mark("cases"),
    Unit.CLOSINGS: mark("closings of cases"),
    Unit.REFERRALS: mark("times"),
    Unit.OUTCOMES: mark("referrals that came to an end"),
}
_TOTAL = {"en": "Total", "vi": "Tổng số"}


@dataclass(frozen=True)
class Head:
    """What stands at the side of a row or over a column."""

    dimension: str
    code: str
    depth: int
    labels: Mapping[str, str]

    def said(self, language: str) -> str:
        """Return the text in a language."""
        return self.labels.get(language) or self.labels.get("vi") or self.code


@dataclass(frozen=True)
class Cell:
    """One figure in its place."""

    key: Key
    figure: Figure


@dataclass(frozen=True)
class Row:
    """A line of a table."""

    head: Head
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Bar:
    """A bar beside a table: its length is the figure of the table and nothing finer."""

    label: str
    value: int
    text: str
    hidden: bool


@dataclass(frozen=True, eq=False)
class Grid:
    """One table of a report."""

    id: str
    titles: Mapping[str, str]
    unit: Unit
    base: int
    period: Period | OwnDays
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]

    def said(self, say: Say) -> str:
        """Return the title in the language of a screen or a paper."""
        return self.titles[say.language]

    def bars(self, say: Say) -> tuple[Bar, ...]:
        """Return the first column as bars: the coarsest rows, at most twelve."""
        parts = [row for row in self.rows if row.head.code]
        depth = min((row.head.depth for row in parts), default=0)
        if sum(row.head.depth <= depth + 1 for row in parts) <= MOST_BARS:
            leaves = [r for i, r in enumerate(parts) if not _has_parts(parts, i)]
            parts = leaves if len(leaves) <= MOST_BARS else parts
        if len(parts) > MOST_BARS:
            parts = [row for row in parts if row.head.depth == depth]
        return tuple(
            Bar(
                row.head.said(say.language),
                row.cells[0].figure.value,
                figure_text(row.cells[0].figure, self.base, say),
                row.cells[0].figure.status is Status.HIDDEN,
            )
            for row in parts[:MOST_BARS]
        )


def _has_parts(rows: list[Row], number: int) -> bool:
    """Tell whether the next row is a part of this one."""
    return number + 1 < len(rows) and rows[number + 1].head.depth > rows[number].head.depth


def release_tables(release: Release) -> tuple[Grid, ...]:
    """Return the tables of a release; none where there are fewer than ten people."""
    return grids(release.plan, release.line.period, release.figures)


def office_tables(counts: Counts, plan: ReportPlan, period: Period | OwnDays) -> tuple[Grid, ...]:
    """Return the true figures for the office's own screen; they are never handed to a file."""
    exact = {
        cell: Figure(number, number, number, Status.EXACT) for cell, number in counts.cells.items()
    }
    found = (grid(plan, shown, counts.period, exact) for shown in plan.shown)
    return tuple(replace(one, period=period) for one in found if one is not None)


def grids(plan: ReportPlan, period: str, figures: Mapping[Key, Figure]) -> tuple[Grid, ...]:
    """Lay figures out as the tables of a report; tables without figures are left out."""
    found = (grid(plan, shown, period, figures) for shown in plan.shown)
    return tuple(one for one in found if one is not None)


def grid(
    plan: ReportPlan, shown: ShownTable, period: str, figures: Mapping[Key, Figure]
) -> Grid | None:
    """Lay figures out as one table; None if the period has none for it."""
    columns = _column_heads(plan, shown)
    rows = []
    for head, pairs in _row_heads(plan, shown):
        cells: list[Cell] = []
        if pairs is None:
            rows.append(Row(head, ()))  # the name of a block of rows
            continue
        for column in columns:
            name = column.dimension or head.dimension
            cell = key((*pairs, (name, column.code), *plan.only, (PERIOD, period)))
            if cell not in figures:
                return None
            cells.append(Cell(cell, figures[cell]))
        rows.append(Row(head, tuple(cells)))
    days = looked_at(period, Calendar(plan.calendar))
    return Grid(shown.id, shown.titles, plan.unit, plan.base, days, columns, tuple(rows))


Pairs = tuple[tuple[str, str], ...]


def _column_heads(plan: ReportPlan, shown: ShownTable) -> tuple[Head, ...]:
    """Return the heads of the columns; those of `own_codes` stand for any of the rows."""
    if shown.own_codes:
        return tuple(replace(head, dimension="") for head in _heads(plan.dimension[shown.rows[0]]))
    found, many = [Head("", "", 0, _TOTAL)], len(shown.columns) > 1
    for name in shown.columns:
        dimension = plan.dimension[name]
        if dimension.asks:
            found.append(Head(name, "yes", 0, dimension.titles))
        else:
            heads = _heads(dimension)
            found += [_of_block(head, dimension) for head in heads] if many else heads
    return tuple(found)


def _of_block(head: Head, dimension: Dimension) -> Head:
    """Return a head that says of what it is not known, where other columns may say so too."""
    if head.code != UNKNOWN:
        return head
    labels = {
        language: f"{head.said(language)}: {dimension.titles[language].lower()}"
        for language in ("en", "vi")
    }
    return replace(head, labels=labels)


def _row_heads(plan: ReportPlan, shown: ShownTable) -> Iterable[tuple[Head, Pairs | None]]:
    """Yield each row with the codes of its cell; a row without any is the name of a block."""
    if shown.own_codes:
        for name in shown.rows:
            yield Head(name, name, 1, plan.dimension[name].titles), ()
        return
    yield Head("", "", 0, _TOTAL), ()
    for row in shown.named:
        pairs = tuple(row.cell.items())
        yield Head("", "+".join(row.cell.values()), 1, row.titles), pairs
    for name in shown.rows:
        dimension = plan.dimension[name]
        if dimension.asks:  # of a list of which several are possible, the line says how many did
            yield Head(name, "yes", 1, dimension.titles), ((name, "yes"),)
            continue
        if len(shown.rows) > 1:
            yield Head(name, "", 0, dimension.titles), None
        for head in _heads(dimension):
            yield head, ((name, head.code),)


def _heads(dimension: Dimension) -> tuple[Head, ...]:
    """Return the codes of a characteristic with their names, each before its parts."""
    return tuple(
        Head(
            dimension.name,
            code,
            len(dimension.above[code]) - 1,
            {language: dimension.said(code, language) for language in ("en", "vi")},
        )
        for code in dimension.codes[1:]
    )


def figure_text(figure: Figure, base: int, say: Say) -> str:
    """Return a figure as it is shown: a rounded nought is "at most"."""
    if figure.status is Status.HIDDEN:
        return HIDDEN_MARK
    if figure.status is Status.ROUNDED and figure.value == 0:
        return f"≤ {max(figure.high, base - 1)}"
    return written_number(figure.value, say)


def reason(figure: Figure, base: int, say: Say) -> str:
    """Return why a figure looks as it does, in a sentence."""
    match figure.status:
        case Status.EXACT:
            return say(mark("This is the exact number."))
        case Status.HIDDEN:
            return say(mark("Hidden, so that nobody can be recognised."))
        case Status.ROUNDED:
            return say(
                mark(
                    "Rounded to a multiple of {base}, so that nobody can be recognised: the true "
                    "number is from {low} to {high}."
                )
            ).format(base=base, low=figure.low, high=figure.high)
