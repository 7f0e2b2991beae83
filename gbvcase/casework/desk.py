"""The desk: an open vault, who sits before it, and a clock."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from gbvcase.domain.codes import ProviderType, Role
from gbvcase.vault.vault import Vault

Progress = Callable[[int, int], None]
"""Called as (done, total) between two steps; it raises Cancelled when the person has had enough."""


def unheard(done: int, total: int) -> None:
    """The progress of work that nobody watches."""


def local_now() -> datetime:
    """Return the time of this computer, with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


@dataclass(frozen=True, kw_only=True, repr=False)
class Profile:
    """Who works here and for which office: kept in the vault, printed at the head of papers."""

    worker: str
    role: Role
    agency: ProviderType
    office: str
    upper_body: str = ""
    province: str = "52"
    commune: str | None = None
    phone: str = ""
    symbol: str = ""
    address: str = ""
    power: str = ""  # by what right somebody signs for the head: KT., TL., TUQ.
    title: str = ""  # of who signs
    head: str = ""  # who signs
    names_state: bool = True  # at the head of official papers; some bodies have their own style
    is_practice: bool = False  # made-up people only: said on every page and every paper

    def __repr__(self) -> str:
        return "<Profile>"

    def as_json(self) -> dict[str, object]:
        """Return the profile as plain values, as the vault keeps it."""
        return asdict(self) | {"role": self.role.code, "agency": self.agency.code}

    @classmethod
    def from_json(cls, kept: Mapping[str, object]) -> "Profile":
        """Read what `as_json` gave."""
        values = dict(kept)
        values["role"] = Role.of(str(values["role"]))
        values["agency"] = ProviderType.of(str(values["agency"]))
        return cls(**values)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Desk:
    """What every function of this floor is given first."""

    vault: Vault
    profile: Profile
    clock: Callable[[], datetime] = local_now

    def now(self) -> datetime:
        """Return the time, with its offset."""
        return self.clock()

    def today(self) -> date:
        """Return the day at this desk."""
        return self.clock().date()

    @property
    def worker(self) -> str:
        """Return who sits here, as records name their author."""
        return self.profile.worker

    @property
    def unit(self) -> str:
        """Return the office, as records name their unit."""
        return self.profile.office

    def __repr__(self) -> str:
        return "<Desk>"
