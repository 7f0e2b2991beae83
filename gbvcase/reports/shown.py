"""A report's tables as rows and columns: the same object for screen, sheet, bars and paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.own_days import OwnDays, looked_at
from gbvcase.domain.period import Calendar, Period
from gbvcase.domain.text import written_number
from gbvcase.reports.indicators import ReportPlan, ShownTable
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.ledger import left_out
from gbvcase.reports.population import REASONS
from gbvcase.reports.protection import Figure, Manner, Status
from gbvcase.reports.releases import Release
from gbvcase.reports.tables import UNKNOWN, Counts, Dimension, Key, Unit, key

MOST_BARS = 12
LEAST_BASES = 10
"""A percentage of rounded figures needs a whole of at least so many bases."""
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
CAME_FROM_PROVIDER = (("referred_from", "provider"),)
"""The cell of those who came from another provider; with a token they are left out of the base."""

_TOTAL = {"en": "Total", "vi": "Tổng số"}
_CONTENT = {"en": "Content", "vi": "Chỉ tiêu"}


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


def footnote(release: Release, say: Say) -> str:
    """Return the sentence about the protection that stands under every table."""
    if release.plan.manner is Manner.HIDE:
        return say(
            mark(
                "Small figures are hidden (“..”) to protect the people who suffered violence, and "
                "others with them, so that none can be worked out. Do not add up what is hidden."
            )
        )
    base, error = release.plan.base, release.line.error
    text = say(
        mark(
            "The figures are rounded together to multiples of {base} to protect the people who "
            "suffered violence; every row and column still adds up; each figure is less than "
            "{bound} away from the true one. “≤ {most}” is from 0 to {most}."
        )
    )
    return text.format(base=base, bound=max(base, error + 1), most=behind_nought(release))


def behind_nought(release: Release) -> int:
    """Return how many a rounded nought of a release may stand for: more than usual where no figure
    could be found within the base (disclosure control, section 6)."""
    noughts = (
        figure.high
        for figure in release.figures.values()
        if figure.status is Status.ROUNDED and figure.value == 0
    )
    return max(noughts, default=release.plan.base - 1)


def few_sentence(say: Say) -> str:
    """Return all that is said of a period with fewer than ten people."""
    return say(mark("In this period there were fewer than 10 people. No figures are shown."))


def base_sentence(release: Release, say: Say) -> str:
    """Return on how many things the figures are based, and how many may be counted twice."""
    total = release.figures[key([*release.plan.only, (PERIOD, release.line.period)])]
    text = say(mark("Based on {number} {unit} for which the use in statistics was agreed to."))
    number = figure_text(total, release.plan.base, say)
    based = text.format(number=number, unit=say(UNITS[release.plan.unit]))
    return " ".join(text for text in (based, possibly_twice(release, say)) if text)


def possibly_twice(release: Release, say: Say) -> str:
    """Return how many came from another provider and without a token: nobody can tell whether that
    provider counts them too. Nothing where the plan does not count it."""
    cell = key([*CAME_FROM_PROVIDER, *release.plan.only, (PERIOD, release.line.period)])
    if cell not in release.figures:
        return ""
    text = say(
        mark("Possibly counted twice: {number} (from another provider, without a referral mark).")
    )
    return text.format(number=figure_text(release.figures[cell], release.plan.base, say))


def exclusions(release: Release, say: Say) -> tuple[tuple[str, str], ...]:
    """Return who was left out: reason and figure, in the order of the plan."""
    figures = left_out(release.figures)
    return tuple(
        (say(REASONS[reason]), figure_text(figures[reason], release.plan.base, say))
        for reason in release.plan.exclusions
        if reason in figures
    )


def headline_lines(release: Release, say: Say) -> tuple[tuple[str, str], ...]:
    """Return the exact figures in words, and the shares that follow from them."""
    plan, line = release.plan, release.line
    whole = line.headline.get(key([(PERIOD, line.period)]))
    found = []
    for cell, figure in sorted(line.headline.items()):
        words = ", ".join(
            plan.dimension[name].said(code, say.language) for name, code in cell if name != PERIOD
        )
        number = figure_text(figure, plan.base, say)
        part = share(figure, whole, plan.base, plan.threshold) if words and whole else None
        if part is not None:
            number += f" ({part} %)"
        found.append((words or say(mark("Total")), number))
    return tuple(found)


def share(part: Figure, whole: Figure, base: int, threshold: int) -> int | None:
    """Return a whole percentage of published figures; None where it would say too much or nothing.

    Of exact figures both the part and the rest must be large; of rounded ones the whole must be.
    It follows from what is published, so it tells nothing new.
    """
    least = LEAST_BASES * base
    if Status.HIDDEN in (part.status, whole.status) or whole.value <= 0:
        return None
    if part.status is Status.EXACT and whole.status is Status.EXACT:
        rest = whole.value - part.value
        if not all(n >= 2 * threshold for n in (part.value, rest)):
            return None
    elif part.value > whole.value or whole.value < least:
        return None
    return (200 * part.value + whole.value) // (2 * whole.value)


def notes(release: Release, say: Say) -> tuple[str, ...]:
    """Return what must be known to read the figures; it goes with every file."""
    line = release.line
    left = [
        say(mark("Left out: {reason}: {number}")).format(reason=reason, number=number)
        for reason, number in exclusions(release, say)
    ]
    texts = [
        say(mark("Report: {title}")).format(title=release.plan.said(say)),
        say(mark("Period: {period}")).format(period=line.days.label(say)),
    ]
    if not line.few:
        texts += [footnote(release, say), base_sentence(release, say)]
    return (*texts, *left, *method(release, say))


def method(release: Release, say: Say) -> tuple[str, ...]:
    """Return how the figures were made and by which rules, and by which name they are kept."""
    line, plan = release.line, release.plan
    texts = [
        say(mark("Release: {name}")).format(name=release.id),
        say(mark("Plan: {name}, {digest}")).format(name=plan.name, digest=plan.digest[:16]),
        approval(release, say),
    ]
    if len(line.offices) > 1:
        text = say(mark("Counted and rounded together: {offices}."))
        texts.append(text.format(offices=", ".join(line.offices)))
    if line.few:
        return (*texts, few_sentence(say))
    if any(plan.dimension[row].asks for table in plan.shown for row in table.rows):
        texts.append(
            say(
                mark(
                    "Where several answers are possible, an incident stands in several lines; "
                    "their sum can be larger than the total."
                )
            )
        )
    if len(release_tables(release)) < len(plan.shown):
        texts.append(say(mark("Tables by place are made for the year only.")))
    if line.left_out:
        text = say(mark("Not released, to protect everybody: table {tables}."))
        texts.append(text.format(tables=", ".join(line.left_out)))
    if line.headline:
        texts.append(
            say(mark("Exact figures stand apart and do not add up with the rounded ones."))
        )
    return tuple(texts)


def approval(release: Release, say: Say) -> str:
    """Return who made a release and who approved it; one person alone is named as such."""
    line = release.line
    if line.approved_by and line.approved_by != line.made_by:
        text = say(mark("Made by {maker}, approved by {approver}."))
        return text.format(maker=line.made_by, approver=line.approved_by)
    return say(mark("Made by {maker}; nobody else has approved it.")).format(maker=line.made_by)
