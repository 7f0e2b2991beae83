"""The directory of those who help, receive reports or decide."""

from gbvcase.casework.desk import Desk
from gbvcase.domain.codes import Sector
from gbvcase.domain.provider import ServiceProvider
from gbvcase.vault.journal import write
from gbvcase.vault.providers import all_providers, keep_provider


def providers(desk: Desk, sector: Sector | None = None) -> tuple[ServiceProvider, ...]:
    """Return the directory, by name; with a sector, those who work in it."""
    with desk.vault.begin() as db:
        found = all_providers(db)
    if sector is None:
        return found
    return tuple(p for p in found if isinstance(p.sectors, frozenset) and sector in p.sectors)


def save_provider(desk: Desk, provider: ServiceProvider) -> ServiceProvider:
    """Keep a provider, new or changed; what the change replaced can be read again."""
    with desk.vault.begin() as db:
        kept = keep_provider(db, provider, by=desk.worker, unit=desk.unit, at=desk.now())
        write(db, "provider.keep", kept.id, desk.now())
        return kept
