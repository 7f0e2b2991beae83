"""The keys of the program: one table, for the window, for the sheet of keys and for the test."""

from dataclasses import dataclass

from gbvcase.domain.marking import mark

EVERYWHERE = mark("everywhere")
FORMS = mark("in forms")
CASE = mark("in a case")
LISTS = mark("in lists")
FIELDS = mark("in fields")
ROWS = mark("in rows")


HIDE_KEYS = ("F12", "F11", "F10", "F9", "F8", "Pause")
"""The keys of which one hides everything: the first, unless the settings say another."""


@dataclass(frozen=True)
class Key:
    """What a key does: the window does it, hands its name to the page, or leaves it to a widget."""

    name: str
    keys: tuple[str, ...]
    does: str
    where: str = EVERYWHERE
    of_page: bool = False
    of_widget: bool = False  # bound by what has the keyboard, not by the window


KEYS = (
    Key("hide", HIDE_KEYS[:1], mark("Hide everything, then lock")),
    Key("lock", ("Ctrl+L",), mark("Lock")),
    Key("palette", ("Ctrl+K",), mark("Find people, pages and commands")),
    Key("new_case", ("Ctrl+N",), mark("New case")),
    Key("settings", ("Ctrl+,",), mark("Settings")),
    Key("help", ("F1",), mark("Why is this asked? What is this page?")),
    Key("keys", ("Ctrl+/",), mark("This sheet of keys")),
    Key("back", ("Alt+Left",), mark("Back")),
    Key("forward", ("Alt+Right",), mark("Forward")),
    Key("next_area", ("F6",), mark("Next area of the window")),
    Key("previous_area", ("Shift+F6",), mark("Previous area of the window")),
    Key("larger", ("Ctrl++", "Ctrl+="), mark("Larger text")),
    Key("smaller", ("Ctrl+-",), mark("Smaller text")),
    Key("usual_size", ("Ctrl+0",), mark("Text of the usual size")),
    Key("save", ("Ctrl+S",), mark("Save and continue"), FORMS, True),
    Key("main", ("Ctrl+Enter", "Ctrl+Return"), mark("The main button of the page"), FORMS, True),
    Key("undo", ("Ctrl+Z",), mark("Undo"), EVERYWHERE, True),
    Key("redo", ("Ctrl+Y",), mark("Redo"), EVERYWHERE, True),
    Key("pause", ("Ctrl+.",), mark("Pause the interview"), FORMS, True),
    Key("print", ("Ctrl+P",), mark("Print preview"), CASE, True),
    Key("refer", ("Ctrl+R",), mark("Refer"), CASE, True),
    Key("new_task", ("Ctrl+T",), mark("New task"), CASE, True),
    Key("new_note", ("Ctrl+M",), mark("New note in the timeline"), CASE, True),
    Key("next_tab", ("Ctrl+Tab",), mark("Next tab"), CASE, True),
    Key("previous_tab", ("Ctrl+Shift+Tab",), mark("Previous tab"), CASE, True),
    Key("edit", ("F2",), mark("Edit"), CASE, True),
    Key("find", ("Ctrl+F",), mark("Find in this list or page"), LISTS, True),
    Key("hide_names", ("Ctrl+H",), mark("Names or codes"), LISTS, True),
    Key("preview", ("F4",), mark("Look at the chosen row"), LISTS, True),
    Key("escape", ("Esc",), mark("Close the strip, the list or the search"), EVERYWHERE, True),
    Key(
        "choices",
        ("Alt+Down",),
        mark("Open the choices, or skip the question"),
        FIELDS,
        False,
        True,
    ),
    Key("write_today", ("Ctrl+;",), mark("Write today's date"), FIELDS, False, True),
    Key("tick", ("Space",), mark("Tick, or press"), ROWS, False, True),
    Key("open", ("Return",), mark("Open"), ROWS, False, True),
    *(
        Key(f"page_{number}", (f"Ctrl+{number}",), mark("The entries at the left, in their order"))
        for number in range(1, 8)
    ),
)


def keys_of(key: Key, hide_key: str) -> tuple[str, ...]:
    """Return what is pressed for a line of the table, with the key that was chosen for hiding."""
    return (hide_key,) if key.name == "hide" else key.keys


def shown_keys() -> tuple[Key, ...]:
    """Return the keys as the sheet of keys shows them: the entries at the left as one line."""
    return tuple(key for key in KEYS if not key.name.startswith("page_") or key.name == "page_1")
