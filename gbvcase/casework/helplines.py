"""Whom to call: the numbers that the office keeps, each with the day on which it was checked."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from gbvcase.casework.desk import Desk
from gbvcase.casework.upkeep import keep_setting, read_setting
from gbvcase.domain.codes import rows_of
from gbvcase.domain.marking import Say, mark

HELPLINES = "helplines"
AREAS = ("national", "gia_lai")
SURE = "yes"
MOST = 30
LONGEST_NAME, LONGEST_NUMBER = 160, 40


@dataclass(frozen=True, kw_only=True)
class Helpline:
    """A number to call; one that nobody has checked and no source confirms is not shown as help."""

    name: str
    number: str
    checked_on: date | None = None  # by the office
    read_in: str = ""  # the month of the source that we took it from: 2025-10
    is_sure: bool = False  # the source is a good one

    @property
    def may_be_called(self) -> bool:
        """Tell whether it can be given to somebody who needs it."""
        return bool(self.number) and (self.is_sure or self.checked_on is not None)

    def said(self, say: Say) -> str:
        """Return how far the number can be trusted, in words."""
        if self.checked_on is not None:
            return say(mark("Checked on {date}")).format(date=f"{self.checked_on:%d/%m/%Y}")
        month = "/".join(reversed(self.read_in.split("-")))
        if self.is_sure:
            return say(mark("As a source of {month} says. Not tried by the office yet.")).format(
                month=month
            )
        if not self.number:
            return say(mark("No number is known yet. Fill it in when you have it."))
        if month:
            text = mark("From a source of {month}, not confirmed. Try it before you use it.")
            return say(text).format(month=month)
        return say(mark("Not tried yet. Try it before you use it."))


def usual_helplines(language: str) -> tuple[Helpline, ...]:
    """Return the national and provincial numbers that we know, as far as they can be trusted."""
    return tuple(
        Helpline(
            name=row[f"name_{language}"],
            number=row["number"],
            read_in=row["as_of"],
            is_sure=row["print_by_default"] == SURE,
        )
        for row in rows_of("hotlines.csv")
        if row["area"] in AREAS
    )


def helplines(desk: Desk, language: str) -> tuple[Helpline, ...]:
    """Return the numbers of this office; the usual ones until it has kept its own."""
    kept = read_setting(desk, HELPLINES)
    if not isinstance(kept, list):
        return usual_helplines(language)
    return tuple(_read(one) for one in kept)


def keep_helplines(desk: Desk, lines: Iterable[Helpline]) -> tuple[Helpline, ...]:
    """Keep the office's numbers; lines without a name and a number are dropped."""
    kept = tuple(one for one in lines if one.name or one.number)[:MOST]
    keep_setting(desk, HELPLINES, [_plain(one) for one in kept])
    return kept


def _plain(one: Helpline) -> dict[str, object]:
    day = one.checked_on.isoformat() if one.checked_on else None
    return asdict(one) | {"checked_on": day}


def _read(kept: dict[str, str]) -> Helpline:
    day = kept.get("checked_on")
    return Helpline(
        name=kept.get("name", ""),
        number=kept.get("number", ""),
        checked_on=date.fromisoformat(day) if day else None,
        read_in=kept.get("read_in", ""),
        is_sure=bool(kept.get("is_sure")),
    )
