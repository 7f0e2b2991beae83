"""F1 on a question: why it is asked, how to answer, an example, and where the answer goes.

All of it is drawn from the description of the field.
"""

from collections.abc import Iterator
from datetime import date, datetime

from gbvcase.domain.fields import Band, Entry, Sensitivity
from gbvcase.domain.marking import mark
from gbvcase.domain.values import PartialDate, Place
from gbvcase.ui.language import say

COUNTED = {
    Band.AGE: mark("Counted without a name, as an age group."),
    Band.ETHNIC_GROUP: mark("Counted without a name, in groups of peoples."),
    Band.AREA: mark("Counted without a name, by a larger area."),
    Band.PERIOD: mark("Counted without a name, by month at most."),
    Band.AS_CODED: mark("Counted without a name, as the answer that is chosen."),
}


def help_of(entry: Entry) -> str:
    """Return the help of a field, said: a few short lines."""
    why = say(entry.about.help) if entry.about.help else ""
    return "\n".join(line for line in (why, *_how(entry), _where(entry)) if line)


def _how(entry: Entry) -> Iterator[str]:
    """Yield how to answer, with an example where one helps."""
    kind = entry.kind
    if issubclass(kind, PartialDate):
        yield say(mark("For example 8/3/1990, 3/1990, 1990 or khoảng 1990."))
    elif issubclass(kind, datetime):
        yield say(mark("For example 24/11/2026 09:41. Ctrl+; writes today."))
    elif issubclass(kind, date):
        yield say(mark("For example 24/11/2026, hôm qua, or -3 for three days ago."))
    elif issubclass(kind, Place):
        yield say(mark("Type a few letters of the commune; the name of an old one works too."))
    elif entry.about.check == "phone":
        yield say(mark("For example 0912 345 678. Write whose phone it is, if it is not theirs."))
    elif kind is str and entry.about.lines > 1:
        yield say(mark("Write it in the words that were used, without names that nobody needs."))
    elif entry.is_coded and entry.many:
        yield say(mark("Several answers can be chosen."))
    elif kind is int and entry.about.unit:
        yield say(mark("A number, in {unit}.")).format(unit=say(entry.about.unit))
    if entry.about.declinable and not entry.is_group:
        yield say(mark("It need not be answered: Alt+Down offers four ways to skip it."))


def _where(entry: Entry) -> str:
    """Return where the answer goes: nowhere, to others with consent, into numbers."""
    about = entry.about
    if about.sharing is not None:
        text = say(mark("Shared only if the person agreed to: {item}."))
        goes = text.format(item=about.sharing.item.said(say))
    elif about.sensitivity is Sensitivity.ADMINISTRATIVE:
        return ""
    else:
        goes = say(mark("It stays in the cabinet."))
    counted = say(COUNTED[entry.band]) if entry.band is not None else ""
    return f"{goes} {counted}".strip()
