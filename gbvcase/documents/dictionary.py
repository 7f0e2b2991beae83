"""The data dictionary: every record, field and code, drawn from their descriptions."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from gbvcase.domain.case import CaseHead
from gbvcase.domain.codes import Code, NotAnswered
from gbvcase.domain.consent import Consent
from gbvcase.domain.fields import About, Entry, Record, entries_of
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.kept import Kept
from gbvcase.domain.marking import Say
from gbvcase.domain.notes import Note
from gbvcase.domain.people import AllegedPerpetrator, Client
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.referral import Referral, ReferralFeedback
from gbvcase.domain.tasks import Task
from gbvcase.domain.values import PartialDate, Place, Scan

RECORDS: tuple[type[Record], ...] = (
    *(CaseHead, Client, Consent, Intake, Incident, AllegedPerpetrator),
    *(Referral, ReferralFeedback, Task, Note, ServiceProvider),
)
_TYPES: dict[type, str] = {
    str: "text",
    int: "whole number",
    bool: "yes or no",
    date: "date",
    datetime: "date and time",
    PartialDate: "partial date",
    Place: "place",
    Scan: "file",
}
_INTRODUCTION = """\
# Data dictionary

Every record, field and code of a case, drawn from the descriptions in `gbvcase/domain`. The names
and codes are those of the JSON of a case (`gbvcase schema`); they never change.

- **Class**: ID identifies a person, QI identifies in combination, SE sensitive, ST may be counted,
  AD about our work.
- **Needed**: `saved` - to save as registered; a gate or a condition - when that applies.
- **Agencies**: who may receive it on a referral form, and the item of the consent that covers it;
  a star: only with a tick of its own.
- A field that is absent was not asked. Beside its answers a field takes `unknown`, `no_answer` and
  `not_applicable`, unless it is marked *always an answer*.
"""


def data_dictionary(vietnamese: Say) -> str:
    """Return the dictionary as Markdown; labels stand in English and Vietnamese."""
    kinds = [*RECORDS, *_inner(RECORDS)]
    parts = [_INTRODUCTION, "## Records\n"]
    parts += [described(kind, vietnamese) for kind in kinds]
    lists = {e.kind for kind in kinds for e in entries_of(kind) if e.is_coded}
    parts.append("## Code lists\n")
    parts += [_codes(kind) for kind in sorted({*lists, NotAnswered}, key=lambda k: k.__name__)]
    return "\n".join(parts)


def _inner(kinds: Iterable[type[Record]]) -> Iterator[type[Record]]:
    """Yield the groups of fields inside records, each once, where they are first used."""
    seen: set[type[Record]] = set(RECORDS)
    for kind in kinds:
        for entry in entries_of(kind):
            if entry.is_group and entry.kind not in seen:
                seen.add(entry.kind)
                yield entry.kind


def described(kind: type[Record], vietnamese: Say) -> str:
    """Return the part of the dictionary that describes one record."""
    own = [e for e in entries_of(kind) if kind is CaseHead or e.name not in _common(kind)]
    rows = [
        "| field | label | type | class | needed | agencies | notes |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(_field(entry, vietnamese) for entry in own),
    ]
    common = (
        "" if kind is CaseHead or not _common(kind) else "Also the fields common to all records.\n"
    )
    title = "Case (and the fields common to all records)" if kind is CaseHead else _name(kind)
    return "\n".join([f"### {title}\n", *([common] if common else []), *rows, ""])


def _common(kind: type[Record]) -> frozenset[str]:
    """Return the fields that a record has because it is kept by itself."""
    if not issubclass(kind, Kept):
        return frozenset()
    return frozenset(e.name for e in entries_of(Kept) if e in entries_of(kind))


def _field(entry: Entry, vietnamese: Say) -> str:
    about = entry.about
    cells = (
        f"`{entry.name.rstrip('_')}`",
        _both(about.label, vietnamese),
        _type(entry),
        about.sensitivity.value,
        _needed(about),
        _agencies(about),
        _notes(entry, vietnamese),
    )
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _both(text: str, vietnamese: Say) -> str:
    """Return a text in both languages, one above the other."""
    return "<br>".join(dict.fromkeys((text, vietnamese(text))))


def _type(entry: Entry) -> str:
    if entry.is_coded:
        return ("some of " if entry.many else "one of ") + _link(entry.kind)
    if entry.is_group:
        return ("several " if entry.many else "one ") + _link(entry.kind)
    return _TYPES[entry.kind]


def _needed(about: About) -> str:
    return ", ".join(
        part for part in ("saved" if about.required else "", about.gate, about.condition) if part
    )


def _agencies(about: About) -> str:
    sharing = about.sharing
    if sharing is None:
        return ""
    names = sorted(
        agency.value + ("*" if agency in sharing.separate_tick else "")
        for agency in sharing.agencies
    )
    return f"{', '.join(names)} (`{sharing.item.code}`)"


def _notes(entry: Entry, vietnamese: Say) -> str:
    about = entry.about
    notes = [
        _both(about.help, vietnamese),
        f"{about.low} to {about.high}" if about.low is not None and about.high is not None else "",
        f"at most {about.limit} characters" if about.limit else "",
        f"counted by {about.band.value}" if about.band else "",
        f"refers to a {about.refers_to}" if about.refers_to else "",
        "searched" if about.searchable else "",
        "made by the program" if about.hidden else "",
        "" if about.declinable or about.hidden or entry.is_group else "always an answer",
    ]
    return "; ".join(note for note in notes if note)


def _codes(kind: type[Code]) -> str:
    rows = [f"| `{code.code}` | {code.label} | {code.label_vi} | {_state(code)} |" for code in kind]
    head = ["| code | English | Vietnamese | notes |", "| --- | --- | --- | --- |"]
    return "\n".join([f"### {_name(kind)}\n", *head, *rows, ""])


def _state(code: Code) -> str:
    retired = f"retired on {code.retired}" if code.retired else ""
    return "; ".join(
        part for part in (code.group, retired, "hidden" if code.hidden else "") if part
    )


def _name(kind: type) -> str:
    """Return the name of a class in words: AllegedPerpetrator is an alleged perpetrator."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize()


def _link(kind: type) -> str:
    name = _name(kind)
    return f"[{name.lower()}](#{name.lower().replace(' ', '-')})"
