"""What was done after a made-up incident: services in the sectors, measures towards a person."""

from datetime import date
from random import Random
from typing import Any

SECTORS = (
    *("shelter", "health", "psychosocial", "legal", "police", "livelihood"),
    "child_protection",
)
STATES = {
    "not_needed": 66,
    "referred": 9,
    "provided_by_us": 12,
    "already_received": 4,
    "client_declined": 6,
    "unavailable": 3,
}
MEASURES = (
    *("stop_violence", "community_criticism", "community_criticism", "behaviour_change"),
    *("contact_ban", "reminded", "fined", "detained", "prosecuted"),
)
WITH_SERVICES, WITH_MEASURE, COUNSELLED = 0.7, 0.3, 0.25


def what_was_done(happened: date, kind: str, commune: str) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the services of an incident, and what was done towards the alleged perpetrator.

    It has a chance of its own, so that whatever else is made up stays as it was.
    """
    random = Random(f"{happened}/{kind}/{commune}")  # noqa: S311 - made-up data
    services: dict[str, str] = {}
    if random.random() < WITH_SERVICES:
        services = {
            sector: random.choices(tuple(STATES), tuple(STATES.values()))[0] for sector in SECTORS
        }
    done: dict[str, Any] = {}
    if random.random() < WITH_MEASURE:
        line = {"measure": random.choice(MEASURES), "date": happened.isoformat()}
        done["handling"] = [line]
    if random.random() < COUNSELLED:
        done |= {"counselling": "yes", "counselling_meetings": random.randint(1, 4)}
    return services, done
