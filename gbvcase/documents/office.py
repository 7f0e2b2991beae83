"""The office that gives out papers, as they show it; nothing is loaded by it that sets paper."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True, repr=False)
class Letterhead:
    """The office that gives out a paper, as its papers show it."""

    office: str
    upper_body: str = ""
    symbol: str = ""  # of the office, as in its numbers: PVHXH
    place: str = ""  # for the line of place and date
    phone: str = ""
    address: str = ""
    power: str = ""  # KT., TL., ... before the title of who signs
    title: str = ""  # of who signs
    head: str = ""  # the name of who signs
    state: bool = True  # with the name of the state: an official paper

    def without_state(self) -> "Letterhead":
        """Return the head for a paper that must not look official."""
        return replace(self, state=False)

    def __repr__(self) -> str:
        return "<Letterhead>"
