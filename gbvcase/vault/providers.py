"""The directory of service providers, kept like the records of a case."""

from datetime import datetime
from typing import cast

from sqlalchemy import Connection

from gbvcase.domain.folding import text_key
from gbvcase.domain.provider import ServiceProvider
from gbvcase.vault.records import stamped
from gbvcase.vault.rows import Row, record_of, row_of
from gbvcase.vault.saving import Saving
from gbvcase.vault.tables import PROVIDER, providers

_COLUMNS = tuple(column.name for column in providers.columns)
_QUOTED = ", ".join(f'"{name}"' for name in _COLUMNS)
_SELECT = f"SELECT {_QUOTED} FROM providers"  # noqa: S608 - names of ours
_PUT = (
    f"INSERT OR REPLACE INTO providers ({_QUOTED})"  # noqa: S608 - names of ours
    f" VALUES ({', '.join('?' for _ in _COLUMNS)})"
)


def all_providers(db: Connection) -> tuple[ServiceProvider, ...]:
    """Return the directory in the order of its names."""
    found = [_provider(row) for row in db.exec_driver_sql(_SELECT)]
    return tuple(sorted(found, key=lambda provider: text_key(str(provider.name or ""))))


def provider_of(db: Connection, provider_id: str) -> ServiceProvider | None:
    """Return one provider, or None if there is none of this id."""
    row = db.exec_driver_sql(f"{_SELECT} WHERE id = ?", (provider_id,)).first()
    return None if row is None else _provider(row)


def keep_provider(
    db: Connection, provider: ServiceProvider, *, by: str, unit: str, at: datetime
) -> ServiceProvider:
    """Write a provider, new or changed, and keep what the change replaced."""
    found = db.exec_driver_sql(f"{_SELECT} WHERE id = ?", (provider.id,)).first()
    was: Row | None = None if found is None else dict(zip(_COLUMNS, found, strict=True))
    kept = stamped(provider, was, by=by, unit=unit, at=at)
    row = row_of(kept)
    if was != row:
        db.exec_driver_sql(_PUT, tuple(row.get(name) for name in _COLUMNS))
        saving = Saving(db, kept.id, by, at)
        if was is None:
            saving.keep_made(PROVIDER, row)
        else:
            saving.keep_replaced(PROVIDER, was, row)
    return kept


def _provider(row: object) -> ServiceProvider:
    named = dict(zip(_COLUMNS, cast(tuple[object, ...], row), strict=True))
    return record_of(ServiceProvider, named, {})
