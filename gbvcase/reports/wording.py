"""What is said of a release beside its tables: how it was protected, on whom it is based."""

from gbvcase.domain.marking import Say, mark
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.ledger import left_out
from gbvcase.reports.population import REASONS
from gbvcase.reports.protection import Figure, Manner, Status
from gbvcase.reports.releases import Release
from gbvcase.reports.shown import UNITS, figure_text, release_tables
from gbvcase.reports.tables import key

LEAST_BASES = 10
"""A percentage of rounded figures needs a whole of at least so many bases."""
CAME_FROM_PROVIDER = (("referred_from", "provider"),)
"""The cell of those who came from another provider; with a token they are left out of the base."""


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
