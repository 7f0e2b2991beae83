"""What a list shows and orders by, kept beside each case so that a list is one query."""

from typing import Any

from sqlalchemy import Connection

from gbvcase.domain.case import Case
from gbvcase.domain.conditions import is_urgent
from gbvcase.domain.fields import given
from gbvcase.domain.folding import heard, sort_key, text_key
from gbvcase.domain.places import current_of, shown
from gbvcase.domain.task_states import due_day, is_open
from gbvcase.vault.kept_rows import driver


def list_columns(case: Case) -> dict[str, Any]:
    """Return the columns of the list, with the prefix that the table gives them."""
    client = case.client
    full_name, born = given(client.full_name), given(client.dob)
    name = full_name or given(client.other_names)
    place = given(client.address_current)
    commune_name = shown(place) if place else None
    days = [day for task in case.tasks if is_open(task) and (day := due_day(task)) is not None]
    return {
        "list_name": name,
        "list_name_key": sort_key(name) if name else None,
        "list_heard": _heard(full_name),
        "list_birth_year": born.year if born else None,
        "list_commune": current_of(place) if place else None,
        "list_commune_name": commune_name,
        "list_commune_key": text_key(commune_name) if commune_name else None,
        "list_urgent": int(is_urgent(case.intake.urgent_check)),
        "list_next_due": min(days).isoformat() if days else None,
    }


UNHEARD = "people.unheard"
"""The setting in which a step of the vault asks for `take_along_people`."""


def take_along_people(db: Connection) -> None:
    """Fill in what earlier versions did not keep: how names are heard, and years of birth.

    Only these columns are read and written: with whole cases it would take ten times as long.
    """
    plain = driver(db)
    if not plain.execute("DELETE FROM settings WHERE name = ?", (UNHEARD,)).rowcount:
        return
    rows = plain.execute(
        "SELECT full_name, CAST(substr(dob, 1, 4) AS INTEGER), case_id FROM clients"
    ).fetchall()
    plain.executemany(
        "UPDATE cases SET list_heard = ?, list_birth_year = ? WHERE id = ?",
        ((_heard(name), year, case_id) for name, year, case_id in rows),
    )


def _heard(name: str | None) -> str | None:
    return (heard(name) or None) if name else None
