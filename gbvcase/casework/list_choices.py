"""What a list of cases can be narrowed by: where its people live, and who is in charge of them."""

from dataclasses import dataclass

from gbvcase.casework.desk import Desk
from gbvcase.domain.folding import text_key
from gbvcase.domain.places import commune
from gbvcase.vault.lists import communes_of_cases, owners


@dataclass(frozen=True)
class ListChoices:
    """The communes of today (codes, in the order of their names), and the workers."""

    communes: tuple[str, ...]
    owners: tuple[str, ...]


def list_choices(desk: Desk) -> ListChoices:
    """Return what occurs in the cases of this cabinet."""
    with desk.vault.begin() as db:
        codes, workers = communes_of_cases(db), owners(db)
    codes.sort(key=_name_key)
    return ListChoices(tuple(codes), tuple(workers))


def _name_key(code: str) -> bytes:
    found = commune(code)
    return text_key(found.name if found else code)
