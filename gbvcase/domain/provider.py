"""The directory of those who help: whom a survivor can be referred to."""

from datetime import date, timedelta

from gbvcase.domain.codes import Language, ProviderStatus, ProviderType, Sector, ServiceType
from gbvcase.domain.fields import ADMINISTRATIVE, Answer, Record, entry, given, groups, record
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import mark
from gbvcase.domain.values import Place


@record
class FocalPerson(Record):
    name: Answer[str] = entry(mark("Full name"), ADMINISTRATIVE)
    position: Answer[str] = entry(mark("Position"), ADMINISTRATIVE)
    phone: Answer[str] = entry(mark("Phone"), ADMINISTRATIVE, limit=60, check="phone")


@record
class CoveredCommune(Record):
    place: Answer[Place] = entry(mark("Commune"), ADMINISTRATIVE)


@record
class ServiceProvider(Kept):
    name: Answer[str] = entry(mark("Name"), ADMINISTRATIVE, required=True, searchable=True)
    type: Answer[ProviderType] = entry(
        mark("Type"),
        ADMINISTRATIVE,
        required=True,
        help=mark("It decides what a referral form to this provider may show."),
    )
    sectors: Answer[frozenset[Sector]] = entry(mark("Sectors"), ADMINISTRATIVE, required=True)
    province: Answer[str] = entry(mark("Province"), ADMINISTRATIVE, refers_to="province", limit=10)
    communes_covered: tuple[CoveredCommune, ...] = groups(mark("Communes covered"), ADMINISTRATIVE)
    address: Answer[str] = entry(mark("Address"), ADMINISTRATIVE)
    phones: Answer[str] = entry(mark("Phones"), ADMINISTRATIVE, searchable=True, check="phone")
    hours: Answer[str] = entry(mark("Opening hours"), ADMINISTRATIVE)
    languages: Answer[frozenset[Language]] = entry(mark("Languages"), ADMINISTRATIVE)
    services: Answer[frozenset[ServiceType]] = entry(mark("Services"), ADMINISTRATIVE)
    costs: Answer[str] = entry(mark("Costs"), ADMINISTRATIVE)
    women_staff: Answer[bool] = entry(mark("Has women on its staff"), ADMINISTRATIVE)
    child_friendly: Answer[bool] = entry(mark("Suited to children"), ADMINISTRATIVE)
    accessible: Answer[bool] = entry(
        mark("Can be entered by people with disabilities"), ADMINISTRATIVE
    )
    confidential_entry: Answer[bool] = entry(
        mark("Can be entered without being noticed"), ADMINISTRATIVE
    )
    focal_persons: tuple[FocalPerson, ...] = groups(mark("Contact persons"), ADMINISTRATIVE)
    checked_on: Answer[date] = entry(
        mark("Last checked on"),
        ADMINISTRATIVE,
        help=mark("After 90 days this provider is shown as unchecked."),
    )
    status: Answer[ProviderStatus] = entry(mark("Status"), ADMINISTRATIVE, required=True)


CHECKED_FOR = timedelta(days=90)


def is_unchecked(provider: ServiceProvider, today: date) -> bool:
    """Tell whether nobody has looked for 90 days whether a provider is still as it is written."""
    checked = given(provider.checked_on)
    return checked is None or today - checked > CHECKED_FOR
