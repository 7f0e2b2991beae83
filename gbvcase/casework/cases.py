"""Opening, amending, finding and showing cases."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gbvcase.casework.desk import Desk, Progress, unheard
from gbvcase.domain.case import MANY, PARTS, Case, records_of
from gbvcase.domain.codes import CaseStatus
from gbvcase.domain.consent import Consent
from gbvcase.domain.derived import derived_of
from gbvcase.domain.errors import GbvcaseError, Refused
from gbvcase.domain.fields import Record
from gbvcase.domain.gates import may_open, moved, with_consequences
from gbvcase.domain.incident import Incident
from gbvcase.domain.intake import Intake
from gbvcase.domain.interchange import case_from_json, case_to_json
from gbvcase.domain.marking import Say, mark
from gbvcase.domain.numbers import draw_client_code, is_client_code
from gbvcase.domain.people import Client
from gbvcase.domain.text import shown_answer
from gbvcase.vault.journal import write
from gbvcase.vault.lists import CaseLine, View, lines_of, ordered_ids
from gbvcase.vault.records import (
    NumberTaken,
    Transaction,
    case_id_of,
    load_case,
    load_with_rows,
    save_case,
)
from gbvcase.vault.revisions import Change, changes

__all__ = ["CaseLine", "Change", "View"]


NAMES = {
    "client": mark("Person"),
    "intake": mark("Intake"),
    "consents": mark("Consent"),
    "incidents": mark("Incident"),
    "referrals": mark("Referral"),
    "tasks": mark("Task"),
    "notes": mark("Note"),
}


class NoSuchCase(GbvcaseError):
    """A code that no case of this cabinet has."""

    sentence = mark("There is no case with the code {code} in this cabinet.")


class CodeTaken(GbvcaseError):
    """A case that comes with the code of another one."""

    sentence = mark("The code {code} is used already.")


class CodeWrong(GbvcaseError):
    """A code whose check character does not fit: a typing error."""

    sentence = mark("The code {code} is mistyped: its last character does not fit.")


def new_case(
    desk: Desk,
    client: Client,
    intake: Intake,
    consents: tuple[Consent, ...] = (),
    incidents: tuple[Incident, ...] = (),
) -> Case:
    """Begin a survivor's file; it is registered if all that registering needs is there."""
    case = Case(client=client, intake=intake, consents=consents, incidents=incidents)
    with desk.vault.begin() as db:
        return _open(desk, db, case)


def add_cases(
    desk: Desk, documents: Iterable[tuple[str, Any]], progress: Progress = unheard
) -> tuple[Case, ...]:
    """Add cases from JSON documents, each with the name of its place; all or none.

    Raises Refused, naming the document and the field, for the first that cannot be read.
    """
    read = [(where, _read(where, document)) for where, document in documents]
    added: list[Case] = []
    with desk.vault.begin() as db:
        for number, (where, case) in enumerate(read):
            progress(number, len(read))
            try:
                added.append(_open(desk, db, case))
            except (CodeTaken, CodeWrong) as error:
                raise Refused(
                    error.sentence, where=f"{where}: client.client_code", **error.details
                ) from None
            except NumberTaken as error:
                raise Refused(
                    error.sentence, where=f"{where}: referrals", **error.details
                ) from None
    return tuple(added)


def _read(where: str, document: Any) -> Case:
    try:
        return case_from_json(document)
    except Refused as error:
        place = f"{where}: {error.where}" if error.where else where
        raise Refused(error.sentence, where=place, **error.details) from None


def _open(desk: Desk, db: Transaction, case: Case) -> Case:
    today = desk.today()
    code = case.client.client_code
    if code is None:
        code = _free_code(db, today)
    elif not is_client_code(str(code)):
        raise CodeWrong(code=code)
    elif case_id_of(db, str(code)) is not None:
        raise CodeTaken(code=code)
    head = replace(case.head, code=str(code), opened_on=case.head.opened_on or today)
    head = replace(head, status=head.status or CaseStatus.DRAFT, owner=head.owner or desk.worker)
    case = with_consequences(None, replace(case, head=head), desk.worker, desk.now())
    if head.status is CaseStatus.DRAFT and not may_open(case, today):
        case = moved(case, CaseStatus.OPEN, by=desk.worker, role=desk.profile.role, at=desk.now())
    saved = save_case(db, case, by=desk.worker, unit=desk.unit, at=desk.now())
    write(db, "case.open", saved.head.id, desk.now())
    return saved


def _free_code(db: Transaction, today: date) -> str:
    while case_id_of(db, code := draw_client_code(today.year)) is not None:
        pass
    return code


def load(desk: Desk, case_id: str) -> Case:
    """Read a case; KeyError if there is none of this id."""
    with desk.vault.begin() as db:
        return load_case(db, case_id)


def case_coded(desk: Desk, code: str) -> Case:
    """Read the case with a code, in either case of letters; raise NoSuchCase if there is none."""
    with desk.vault.begin() as db:
        case_id = case_id_of(db, code.strip().upper()) or case_id_of(db, code.strip())
        if case_id is None:
            raise NoSuchCase(code=code[:40])
        return load_case(db, case_id)


@dataclass
class CaseInHand:
    """A case while it is being changed, inside one transaction."""

    case: Case


@contextmanager
def load_for_change(desk: Desk, case_id: str, act: str, **more: Any) -> Iterator[CaseInHand]:
    """Give a case to be changed; what it is at the end is kept whole, or nothing is."""
    with desk.vault.begin() as db:
        before, rows = load_with_rows(db, case_id)
        hand = CaseInHand(before)
        yield hand
        after = with_consequences(before, hand.case, desk.worker, desk.now())
        if after is before or after == before:
            hand.case = before
        else:
            by, unit, at = desk.worker, desk.unit, desk.now()
            hand.case = save_case(db, after, by=by, unit=unit, at=at, rows=rows)
            write(db, act, case_id, desk.now(), **more)


def amend(desk: Desk, case_id: str, part: str, record: Record, position: int | None = None) -> Case:
    """Replace one record of a case, or add one to a part that may have many."""
    with load_for_change(desk, case_id, "case.amend", part=part) as change:
        change.case = _with(change.case, part, record, position)
    return change.case


def _with(case: Case, part: str, record: Record, position: int | None) -> Case:
    assert isinstance(record, PARTS[part]), f"{part} takes another record"
    if part not in MANY:
        return replace(case, **{part: record})  # type: ignore[arg-type]
    records = list(records_of(case, part))
    if position is None:
        records.append(record)  # type: ignore[arg-type]
    else:
        records[position] = record  # type: ignore[call-overload]
    return replace(case, **{part: tuple(records)})  # type: ignore[arg-type]


def remove_part(desk: Desk, case_id: str, part: str, position: int) -> Case:
    """Take a record out of a case; it can still be read in the history."""
    with load_for_change(desk, case_id, "case.remove", part=part) as change:
        records = list(records_of(change.case, part))
        del records[position]
        change.case = replace(change.case, **{part: tuple(records)})  # type: ignore[arg-type]
    return change.case


def move_case(
    desk: Desk, case_id: str, to: CaseStatus, reason: str = "", review_on: date | None = None
) -> Case:
    """Take a case to another state; the guard of the step says why if it may not go there."""
    with load_for_change(desk, case_id, "case.move", to=to.code) as change:
        change.case = moved(
            change.case,
            to,
            by=desk.worker,
            role=desk.profile.role,
            at=desk.now(),
            reason=reason,
            review_on=review_on,
        )
    return change.case


def history(desk: Desk, case_id: str) -> tuple[Change, ...]:
    """Return what was changed in a case, newest first: when, by whom, from what to what."""
    with desk.vault.begin() as db:
        return changes(db, case_id)


def list_cases(desk: Desk, view: View) -> tuple[str, ...]:
    """Return the ids of the cases of a view, in its order."""
    with desk.vault.briefly() as db:
        return ordered_ids(db, view, worker=desk.worker, today=desk.today())


def lines(desk: Desk, ids: Iterable[str]) -> tuple[CaseLine, ...]:
    """Return what a list shows of some cases."""
    with desk.vault.briefly() as db:
        return lines_of(db, tuple(ids))


def case_as_json(desk: Desk, case: Case) -> dict[str, Any]:
    """Return a case as it was taken, and what is derived from it under `derived`."""
    return case_to_json(case) | {"derived": derived_of(case, desk.today())}


def case_in_words(case: Case, say: Say) -> Iterator[str]:
    """Yield a case as lines of text: each answered question and its answer."""
    yield f"{case.head.code}  {case.head.status.said(say) if case.head.status else ''}"
    for part in PARTS:
        for number, one in enumerate(records_of(case, part), start=1):
            yield ""
            name = say(NAMES[part])
            yield f"{name} {number}" if part in MANY else name
            yield from _in_words(one, say, "  ")


def _in_words(record: Record, say: Say, indent: str) -> Iterator[str]:
    from gbvcase.domain.fields import entries_of, is_answered

    for entry in entries_of(type(record)):
        value = getattr(record, entry.name)
        if entry.about.hidden or not is_answered(value) or value == entry.empty:
            continue
        if entry.is_group:
            for one in value if entry.many else (value,):
                yield f"{indent}{say(entry.about.label)}"
                yield from _in_words(one, say, indent + "  ")
        else:
            yield f"{indent}{say(entry.about.label)}: {shown_answer(entry, value, say)}"
