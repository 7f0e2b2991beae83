"""What a list shows and orders by, kept beside each case so that a list is one query."""

from typing import Any

from gbvcase.domain.case import Case
from gbvcase.domain.conditions import is_urgent
from gbvcase.domain.fields import given
from gbvcase.domain.folding import sort_key, text_key
from gbvcase.domain.places import current_of, shown
from gbvcase.domain.task_states import due_day, is_open


def list_columns(case: Case) -> dict[str, Any]:
    """Return the columns of the list, with the prefix that the table gives them."""
    client = case.client
    name = given(client.full_name) or given(client.other_names)
    place = given(client.address_current)
    commune_name = shown(place) if place else None
    days = [day for task in case.tasks if is_open(task) and (day := due_day(task)) is not None]
    return {
        "list_name": name,
        "list_name_key": sort_key(name) if name else None,
        "list_commune": current_of(place) if place else None,
        "list_commune_name": commune_name,
        "list_commune_key": text_key(commune_name) if commune_name else None,
        "list_urgent": int(is_urgent(case.intake.urgent_check)),
        "list_next_due": min(days).isoformat() if days else None,
    }
