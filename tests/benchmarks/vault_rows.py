"""How fast the vault is, as ratios to the same work in plain SQL on the same encrypted file."""

import gc
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from statistics import median
from typing import Any

from gbvcase.casework.cases import amend, lines, list_cases, load, new_case
from gbvcase.casework.desk import Desk
from gbvcase.casework.drafts import keep_draft
from gbvcase.domain.interchange import case_from_json
from gbvcase.vault.answers import countable_answers
from gbvcase.vault.drafts import Draft
from gbvcase.vault.kept_rows import COLUMNS, quoted
from gbvcase.vault.lists import FOUND_AT_MOST, View
from gbvcase.vault.search import words_of
from tests.benchmarks.cabinets import a_desk, documents
from tests.benchmarks.measure import TIMES, Row, compared, in_turns, timed, within
from tests.benchmarks.replaying import plainly, replayed, written_by

TYPED = "nguyễn thị lan"
OTHERS = ("h", "gl-20", "zz", "0905", "khong co ai")
PAGE = 256
PLAIN = "plain SQL"


def rows(sizes: Sequence[int] = (1_000, 20_000, 100_000)) -> Iterator[Row]:
    """Measure everything at each size."""
    for size in sizes:
        with a_desk(size) as desk:
            size_said = f"{size:,} cases"
            yield opening(desk, size_said)
            yield changing(desk, size_said)
            yield making(desk, size_said)
            yield drafting(desk, size_said)
            yield from searching(desk, size_said)
            yield from listing(desk, size_said)
            yield counting(desk, size_said)


def opening(desk: Desk, size: str) -> Row:
    """Open cases that were not open before, as the program and as plain SELECTs."""
    ids = iter(some_ids(desk, 2 * TIMES + 2))

    def plain() -> object:
        case_id = next(ids)
        with plainly(desk) as driver:
            return [driver.execute(query, (case_id,)).fetchall() for query in _SELECTS]

    ours, bound = in_turns(lambda: load(desk, next(ids)), plain)
    return compared("open a case", ours, bound, "plain SELECTs", 2, size, 0.3)


_SELECTS = tuple(
    f"SELECT {quoted(columns)} FROM {kind.table}"
    f" WHERE {'id' if kind.table == 'cases' else 'case_id'} = ?"
    for kind, columns in COLUMNS.items()
)


def changing(desk: Desk, size: str) -> Row:
    """Change the name of a person to and fro: one way by hand, back by the program."""
    ours, bound = [], []
    for case_id in some_ids(desk, TIMES + 1):
        client = load(desk, case_id).client
        renamed = replace(client, full_name="Đỗ Thị Thử Mẫu")
        amend(desk, case_id, "client", renamed)  # what follows from a first saving is not measured
        amend(desk, case_id, "client", client)
        there = written_by(desk, lambda: amend(desk, case_id, "client", renamed))  # noqa: B023
        amend(desk, case_id, "client", client)
        statements = _numbered_on(desk, there)
        gc.collect()
        bound.append(timed(lambda: replayed(desk, statements)))  # noqa: B023
        ours.append(timed(lambda: amend(desk, case_id, "client", client)))  # noqa: B023
    return compared("save a change", median(ours[1:]), median(bound[1:]), WRITTEN, 2, size, 0.3)


WRITTEN = "the same rows in plain SQL"


def making(desk: Desk, size: str) -> Row:
    """Save new cases, by turns as the program and by hand."""
    ours, bound = [], []
    cases = [case_from_json(one) for one in documents(2 * TIMES + 2, 7)]

    def made(case: Any) -> object:
        return new_case(desk, case.client, case.intake, case.consents, case.incidents)

    for first, second in zip(cases[::2], cases[1::2], strict=True):
        statements = written_by(desk, lambda: made(first), undone=True)  # noqa: B023
        gc.collect()
        bound.append(timed(lambda: replayed(desk, statements)))  # noqa: B023
        ours.append(timed(lambda: made(second)))  # noqa: B023
    return compared("save a new case", median(ours[1:]), median(bound[1:]), WRITTEN, 2, size, 0.3)


def _numbered_on(desk: Desk, statements: list[Any]) -> list[Any]:
    """Give the lines of the journal the next number: the chain is cut, as nobody reads it here."""
    with plainly(desk) as plain:
        ((last,),) = plain.execute("SELECT max(seq) FROM journal").fetchall()
    next_number = count(last + 1)
    return [
        (query, (next(next_number), *values[1:])) if "INTO journal" in query else (query, values)
        for query, values in statements
    ]


def drafting(desk: Desk, size: str) -> Row:
    """Keep what was typed on in a long form, and write the same row by hand."""
    values = {str(number): "Lời kể mẫu. " * 10 for number in range(40)}
    draft = Draft(form="intake", values=values)
    keep_draft(desk, draft)
    statements = written_by(desk, lambda: keep_draft(desk, draft))
    ours, bound = in_turns(lambda: keep_draft(desk, draft), lambda: replayed(desk, statements))
    return compared("write a draft", ours, bound, WRITTEN, 2, size, 0.02)  # as any saving


def searching(desk: Desk, size: str) -> Iterator[Row]:
    """Type a name letter by letter; the bound is one question to the index a letter."""
    letters = [TYPED[:end] for end in range(1, len(TYPED) + 1)]
    letters = [text for text in letters if not text.endswith(" ")]
    ours, bound = [], []
    for text in letters:
        query = " ".join(f'words : "{word}"*' for word in words_of(text))
        one, plain = in_turns(
            lambda: list_cases(desk, View(text=text)),  # noqa: B023
            lambda: asked(desk, _FIND, query),  # noqa: B023
            times=5,
        )
        ours.append(one)
        bound.append(plain)
    job = f"a letter of “{TYPED}”"
    yield compared(job, median(ours), median(bound), "one question to FTS5", 1.5, size)
    shown = [in_turns(lambda: page(desk, View(text=text)), times=5)[0] for text in letters]  # noqa: B023
    yield within("the slowest letter, with its page", max(shown), 0.15, size)
    shown = [in_turns(lambda: page(desk, View(text=text)), times=5)[0] for text in OTHERS]  # noqa: B023
    yield within("the slowest of other searches", max(shown), 0.15, size)


# a number that is given beside the question would have it worked out anew: that is no bound
_FIND = (
    "SELECT case_id FROM case_index JOIN case_words ON number = case_index.rowid"
    f" WHERE case_index MATCH ? LIMIT {FOUND_AT_MOST}"
)


def listing(desk: Desk, size: str) -> Iterator[Row]:
    """Open the list and order it anew; the bound is one SELECT in that order."""

    def plain_page(order: str) -> object:
        ids = [row[0] for row in asked(desk, f"SELECT id FROM cases ORDER BY {order}")]
        marks = ", ".join("?" * len(ids[:PAGE]))
        return asked(desk, f"SELECT {_SHOWN} FROM cases WHERE id IN ({marks})", *ids[:PAGE])

    work = (lambda: page(desk, View()), lambda: plain_page("code"))
    ours, bound = in_turns(*work)
    yield compared("open the list", ours, bound, _ORDERED, 1.5, size, 0.5)
    for order, column in (("name", "list_name_key"), ("due", "list_next_due")):
        ours, bound = in_turns(
            lambda: page(desk, View(order=order)),  # noqa: B023
            lambda: plain_page(f"{column}, code"),  # noqa: B023
        )
        yield compared(f"order by {order}", ours, bound, _ORDERED, 1.5, size, 0.4)
    mine = View(order="name", mine=True, with_voided=False)
    (ours,) = in_turns(lambda: page(desk, mine))
    yield within("order my cases by name", ours, 0.4, size)


_SHOWN = "id, code, list_name, list_commune_name, list_urgent, status, list_next_due, opened_on"
_ORDERED = "SELECT … ORDER BY"


def counting(desk: Desk, size: str) -> Row:
    """Read what may be counted; the bound reads the same rows and parses them."""
    first, last = date(2000, 1, 1), date(2100, 1, 1)

    def ours() -> object:
        with desk.vault.begin() as db:
            return list(countable_answers(db, first, last))

    def plain() -> object:
        query = "SELECT client, answers FROM counted WHERE unit = 'incidents' ORDER BY client"
        return [json.loads(answers) for _, answers in asked(desk, query)]

    taken, bound = in_turns(ours, plain, times=5)
    return compared("read what may be counted", taken, bound, "SELECT and json", 1.5, size)


def page(desk: Desk, view: View) -> object:
    """Do what the list does when it opens: all ids in their order, and what is seen of them."""
    return lines(desk, list_cases(desk, view)[:PAGE])


def asked(desk: Desk, query: str, *values: object) -> list[Any]:
    """Ask the driver alone."""
    with plainly(desk) as plain:
        found: list[Any] = plain.execute(query, values).fetchall()
        return found


def some_ids(desk: Desk, number: int) -> list[str]:
    """Return the ids of cases from all over the file."""
    ids = list_cases(desk, View())
    return list(ids[:: len(ids) // number][:number])
