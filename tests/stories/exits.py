"""Every place in the program that could let something out: found in the code, and named here.

A place is where code writes a file, prints on paper or on the terminal, reaches the clipboard or
starts another program. Each is the exit of some acts of the journal, or lets out nothing of a
cabinet, for the reason that stands here. A place that is not named fails the test, on purpose: name
it, and give it its entry in the journal.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import gbvcase

HOUSE = Path(gbvcase.__file__).parent

BY_NAME = frozenset(
    {"print", "write_whole", "print_paper", "QPrinter", "QPdfWriter", "QFile", "QSaveFile", "QDrag"}
)
"""Functions and classes by which something is let out, wherever they come from."""

BY_THE_COMMANDS = frozenset({"print_json", "print_said", "tell"})
BY_METHOD = frozenset(
    {"write_bytes", "write_text", "clipboard", "setMimeData", "startfile", "openUrl", "mkstemp"}
)
OF_AN_OWNER = frozenset({("sys", "stdout"), ("sys", "stderr"), ("_clipboard", "put")})
WRITING = frozenset("wax+")
OF_THE_SYSTEM = frozenset({"run", "Popen", "call", "check_call", "check_output", "startDetached"})
FLAGS = frozenset({"O_WRONLY", "O_RDWR", "O_CREAT", "O_APPEND"})


def places() -> dict[str, int]:
    """Return each place, as `module:function`, and how often it lets something out."""
    found: dict[str, int] = {}
    for path in sorted(HOUSE.rglob("*.py")):
        module = ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in _in(tree, ""):
            place = f"{module}:{function}"
            found[place] = found.get(place, 0) + 1
    return found


def _in(node: ast.AST, inside: str) -> Iterator[str]:
    """Yield the name of the outermost function or class, for each way out inside it."""
    for child in ast.iter_child_nodes(node):
        name = inside
        if isinstance(child, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            name = f"{inside}.{child.name}" if inside else child.name
        if _lets_out(child):
            yield name
        yield from _in(child, name)


def _lets_out(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return (_name_of(node.value), node.attr) in OF_AN_OWNER
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    if isinstance(called, ast.Name):
        return called.id in BY_NAME | BY_THE_COMMANDS or (called.id == "open" and _writes(node))
    return isinstance(called, ast.Attribute) and _method_lets_out(node, called)


def _method_lets_out(node: ast.Call, called: ast.Attribute) -> bool:
    of, method = _name_of(called.value), called.attr
    return (
        method in BY_METHOD | BY_NAME
        or (method == "open" and _writes(node))
        or (method in OF_THE_SYSTEM and (of == "subprocess" or method == "startDetached"))
        or (method == "save" and bool(node.args) and of != "self")
    )


def _name_of(owner: ast.expr) -> str:
    """Return the last name of what a method belongs to."""
    if isinstance(owner, ast.Attribute):
        return owner.attr
    return owner.id if isinstance(owner, ast.Name) else ""


def _writes(node: ast.Call) -> bool:
    """Tell whether a call of `open` opens for writing: by its mode, or by the system's flags."""
    words = {one.value for one in node.args if isinstance(one, ast.Constant)}
    words |= {one.value.value for one in node.keywords if isinstance(one.value, ast.Constant)}
    modes = {word for word in words if isinstance(word, str) and len(word) <= 3}
    flags = {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
    return any(WRITING & set(mode) for mode in modes) or bool(flags & FLAGS)


NOT_A_CASE = "code lists, plans and the schema: the same in every cabinet"
WHAT_WAS_DONE = "says what was done, by codes that were typed"
KEPT_SEALED = "a file of the cabinet itself, sealed or without a word"
OF_MADE_UP_PEOPLE = "made-up people only"
TO_MEMORY = "into memory, not into a file"
PROTECTED = "what has left already, or would: protected figures, and numbers of releases"

EXITS: dict[str, tuple[str, ...] | str] = {
    # --- what leaves, and how the journal calls it
    "cli:_case_list": ("list.read",),
    "cli:_case_show": ("case.read",),
    "cli:_case_history": ("history.read",),
    "cli:_referral_print": ("paper.save",),
    "cli.handing_over:_written": ("report.authority", "incidents.export", "ledger.export"),
    "cli.handing_over:_incidents": ("incidents.read",),
    "cli.handing_over:_token": ("referral.token",),
    "cli.offices:_export": ("counts.export",),
    "reports.files:write_files": ("report.publish", "report.correct", "report.files"),
    "ui.preview:PreviewPage._print_now.done": ("paper.print", "list.print", "sheet.print"),
    "ui.preview:PreviewPage._save_locked.work": ("paper.save", "list.save", "sheet.save"),
    "ui.recovery_step:RecoveryStep._print": ("recovery.print",),
    "ui.report_handing:_kept": (
        *("counts.export", "ledger.export", "report.authority", "incidents.export"),
    ),
    "ui.clipboard:Clipboard.put": ("words.copy",),
    # --- what lets out nothing of a cabinet
    "cli:main": "sets how letters are written",
    "cli:_schema": NOT_A_CASE,
    "cli:_case_add": "codes, and what is missing in what was handed in just now",
    "cli:_referral_add": WHAT_WAS_DONE,
    "cli:_papers": OF_MADE_UP_PEOPLE,
    "cli:_demo": OF_MADE_UP_PEOPLE,
    "cli:_start": "a part of this program; it is handed a folder",
    "cli.common:tell": "an error, which holds no value",
    "cli.common:print_json": "for the commands, which stand here",
    "cli.common:print_said": "for the commands, which stand here",
    "cli.common:at_desk": "what was noticed of the files",
    "cli.spoken:Parser.error": "what is wrong with what was typed",
    "cli.figures:_figures": PROTECTED,
    "cli.figures:_print_table": PROTECTED,
    "cli.figures:_print_network": "how many providers the directory has",
    "cli.figures:_print_typed": "figures that are no cases, with their source",
    "cli.handing_over:_show": PROTECTED,
    "cli.handing_over:_compare": PROTECTED,
    "cli.handing_over:_join": PROTECTED,
    "cli.handing_over:_take": WHAT_WAS_DONE,
    "cli.reports:_list": NOT_A_CASE,
    "cli.reports:_list_indicators": NOT_A_CASE,
    "cli.reports:_show": PROTECTED,
    "cli.reports:_show_plan": NOT_A_CASE,
    "cli.reports:_print_release": PROTECTED,
    "cli.reports:_publish": PROTECTED,
    "cli.reports:_correct": PROTECTED,
    "cli.reports:_audit": PROTECTED,
    "cli.reports:_releases": PROTECTED,
    "cli.reports:_files": PROTECTED,
    "cli.reports:_withdraw": WHAT_WAS_DONE,
    "cli.offices:_merge": "whose counts are here, and of which period",
    "cli.offices:_list": "whose counts are here, and of which period",
    "cli.offices:_print_counts": "whose counts are here, and of which period",
    "cli.offices:_offices": "which offices are large enough for a line, and no count",
    "cli.offices:_print_sizes": "which offices are large enough for a line, and no count",
    "cli.offices:_print_division": "names of offices",
    "cli.offices:_divide": "names of offices",
    "cli.vaults:_vault_create": "the recovery number of a cabinet in which nobody is yet",
    "cli.vaults:_vault_check": "which pages are whole",
    "cli.vaults:_vault_go_on": WHAT_WAS_DONE,
    "cli.vaults:_vault_purge": WHAT_WAS_DONE,
    "cli.vaults:_vault_purged": "random ids of what is gone",
    "cli.vaults:_vault_salvage": "how much was saved; the copy is sealed",
    "casework.demo:make_demo": OF_MADE_UP_PEOPLE,
    "casework.samples:write_sample_papers": OF_MADE_UP_PEOPLE,
    "casework.samples:write_referral_papers": OF_MADE_UP_PEOPLE,
    "casework.whole_files:write_whole": "for those who call it, who stand here",
    "documents.copies:in_copies": TO_MEMORY,
    "documents.locked_pdf:locked": TO_MEMORY,
    "documents.picture_process:main": "to the process that asked, through a pipe",
    "documents.picture_process:_kept": TO_MEMORY,
    "documents.pictures:_asked": "a process of ours, through a pipe; its bytes come back",
    "ui.clipboard:Clipboard._look": "in the place of what was copied: a mark without a word",
    "ui.errors:_append": "the class of an error, and where in the code it was",
    "ui.paper_images:printer_named": "for those who print, who stand here",
    "ui.pictures:Camera.take": OF_MADE_UP_PEOPLE,
    "ui.restart:start_afresh": "this program; it is handed a folder",
    "ui.settings:keep_settings": "how the screen looks, of nobody",
    "ui.window:Window.__init__": "to watch it",
    "ui.window:Window.tell_fault": "the class of an error, and where in the code it was",
    "vault.attempts:save": KEPT_SEALED,
    "vault.before_upgrade:keep": KEPT_SEALED,
    "vault.files:FolderLock.__init__": KEPT_SEALED,
    "vault.files:flush": KEPT_SEALED,
    "vault.files:keep_ballast": KEPT_SEALED,
    "vault.files:keep_stopped": KEPT_SEALED,
    "vault.files:make_empty": KEPT_SEALED,
    "vault.files:write_whole": KEPT_SEALED,
    "vault.keyfile:mend": KEPT_SEALED,
    "vault.keyfile:save": KEPT_SEALED,
    "vault.mark:save": KEPT_SEALED,
    "vault.new_step:": NOT_A_CASE,
    "vault.opening:_rewrapped": KEPT_SEALED,
    "vault.opening:make": KEPT_SEALED,
    "vault.purge_list:save": KEPT_SEALED,
    "vault.purging:settle_list": KEPT_SEALED,
    "vault.rotation:_commit": KEPT_SEALED,
    "vault.watch:MarkKeeper._write": KEPT_SEALED,
}
"""Each place with the acts that the journal writes for it, or why it lets out nothing."""
