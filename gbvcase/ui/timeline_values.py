"""The values before and after a change, in words; what is covered on a form is covered here."""

from collections.abc import Iterator, Sequence

from gbvcase.casework.cases import Change
from gbvcase.domain.marking import mark
from gbvcase.domain.people import TrustedPerson
from gbvcase.domain.text import shown_answer
from gbvcase.ui.language import say


def value_lines(changes: Sequence[Change]) -> Iterator[tuple[Change, str]]:
    """Yield each changed field with a line that says from what to what."""
    for change in changes:
        if change.entry is not None and change.entry.name != "status_history":
            said = say(mark("{field}: {old} → {new}"))
            yield (
                change,
                said.format(
                    field=say(change.entry.about.label),
                    old=_said(change, change.old),
                    new=_said(change, change.new),
                ),
            )


def is_telephone(change: Change) -> bool:
    """Tell whether a change shows a telephone number of the person, or of whom she trusts."""
    entry = change.entry
    return (
        change.table == "clients"
        and entry is not None
        and (entry.about.check == "phone" or entry.kind is TrustedPerson)
    )


def _said(change: Change, value: object) -> str:
    assert change.entry is not None
    return shown_answer(change.entry, value, say) or "-"
