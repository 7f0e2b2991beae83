"""A morning at the keyboard: a person comes, is recorded, is referred, and a paper is made."""

from gbvcase.ui.window import Window
from tests.stories.keyboard import Person


def ticks_all(person: Person, count: int) -> None:
    for number in range(count):
        if number:
            person.keys("Down")
        person.keys("Space")


def from_intake_to_paper(person: Person, window: Window) -> None:  # noqa: PLR0915 - one morning
    """Record somebody, refer her, and look at the form, without a mouse."""
    workplace = window.workplace
    assert workplace is not None
    person.keys("Ctrl+N")
    person.waits(lambda: person.where() == "safe_to_talk")
    person.keys("Space", "Tab")
    person.keys("Space")  # no to all four urgent questions
    person.waits(lambda: person.where() == "agreement")
    person.keys("Space")
    person.goes_to("form")
    person.keys("Down")
    person.goes_to("explained")
    ticks_all(person, 7)
    person.goes_to("statistics")
    person.keys("Space")
    person.goes_to("full_name")
    person.types("Rơ Châm H'Thử")
    person.goes_to("sex")
    person.keys("Space", "Tab")
    person.types("khoảng 1990")
    person.keys("Tab")
    person.types("Ia Grai")
    person.keys("Return", "Tab")
    person.types("Làng Mẫu")
    person.goes_to("contact_rule")
    person.keys("Down", "Down", "Tab")
    person.types("9-10 giờ")
    person.goes_to("phone_safe")
    person.types("0990000001")
    person.goes_to("incident_date")
    person.types("hôm qua")
    person.keys("Tab", "Space")
    person.goes_to("account")
    person.types("Lời kể mẫu.")
    person.keys("Tab", "Down", "Down")
    person.goes_to("channel")
    person.keys("Down", "Tab", "Down", "Tab", "Down", "Tab", "Space", "Tab")
    person.keys("Down", "Tab")
    person.types("+7")
    person.keys("Ctrl+Return")
    person.waits(lambda: workplace.here == "case" and not window.jobs.is_busy())

    person.keys("Ctrl+R")
    person.waits(lambda: workplace.here == "referral" and person.where() == "sector")
    person.keys("Down", "Down", "Tab", "Down")
    person.goes_to("service_requested")
    person.keys("Space", "Tab", "Space", "Tab")
    person.types("Đề nghị khám (mẫu).")
    person.goes_to("Ask and record")
    person.keys("Space")
    person.waits(lambda: person.where() == "decision")
    person.keys("Space", "Tab")
    ticks_all(person, 2)
    person.goes_to("form")
    person.keys("Down", "Tab")
    ticks_all(person, 7)
    person.keys("Ctrl+Return")
    person.waits(lambda: person.where() == "handover")
    person.keys("Down", "Ctrl+P")
    person.waits(lambda: workplace.here == "preview")
