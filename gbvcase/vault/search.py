"""Finding cases by any part of a name, a telephone number or a code, with or without accents."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection

from gbvcase.domain.case import Case
from gbvcase.domain.fields import Record, entries_of, given
from gbvcase.domain.folding import folded, spelled
from gbvcase.domain.interchange import kept_in

WORDS_LOOKED_AT = 12
LONGEST_WORD = 60
CODE_PART = 2  # letters of a code from which any part of it is looked for

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded: as the index keeps them and as it is asked."""
    return _WORD.findall(folded(text))


def exact_words_of(text: str) -> list[str]:
    """Return the words of a text with their accents, in letters that no index can fold."""
    plain = spelled(text).replace("'", "")
    return [word.encode().hex() for word in _WORD.findall(plain)]


def searchable_texts(record: Record) -> Iterator[str]:
    """Yield the texts of a record, and of the groups in it, by which a case may be found."""
    for entry in entries_of(type(record)):
        value = given(getattr(record, entry.name))
        if entry.is_group:
            for one in value if entry.many else (value,):
                yield from searchable_texts(one)
        elif entry.about.searchable and value is not None:
            yield str(value)


def keep_words(db: Connection, case: Case) -> None:
    """Bring the index up to what a case says now."""
    texts = [*searchable_texts(case.head)]
    for where, record in kept_in(case):
        if "." not in where:  # what is inside a record is found with its owner
            texts += searchable_texts(record)
    words = " ".join(word for text in texts for word in words_of(text))
    exact = " ".join(word for text in texts for word in exact_words_of(text))
    found = db.exec_driver_sql(
        "SELECT number, words, exact FROM case_words JOIN case_index ON case_index.rowid = number"
        " WHERE case_id = ?",
        (case.head.id,),
    ).first()
    if found is None:
        number = db.exec_driver_sql(
            "INSERT INTO case_words (case_id) VALUES (?) RETURNING number", (case.head.id,)
        ).scalar_one()
    elif (found[1], found[2]) == (words, exact):
        return
    else:
        number = found[0]
        db.exec_driver_sql("DELETE FROM case_index WHERE rowid = ?", (number,))
    db.exec_driver_sql(
        "INSERT INTO case_index (rowid, words, exact) VALUES (?, ?, ?)", (number, words, exact)
    )


def find(db: Connection, text: str, limit: int = 50) -> tuple[str, ...]:
    """Return the ids of the cases that a text finds, those that match it to the letter first.

    Every word must be the beginning of a word of the case; a part of a code will do. Whatever is
    typed is only ever a word: nothing in it is an operator.
    """
    text = text[: WORDS_LOOKED_AT * (LONGEST_WORD + 1)]
    words = [word[:LONGEST_WORD] for word in words_of(text)[:WORDS_LOOKED_AT]]
    if not words:
        return ()
    exact = [word[: 2 * LONGEST_WORD] for word in exact_words_of(text)[:WORDS_LOOKED_AT]]
    found: dict[str, None] = {}
    for column, asked in (("exact", exact), ("words", words)):
        if len(found) < limit:
            query = " ".join(f'{column} : "{word}"*' for word in asked)
            found |= dict.fromkeys(_matching(db, query, limit))
    if len(found) < limit and any(letter.isdigit() for letter in text):
        found |= dict.fromkeys(_coded(db, text, limit))
    return tuple(found)[:limit]


def _matching(db: Connection, query: str, limit: int) -> Iterator[str]:
    rows = db.exec_driver_sql(
        "SELECT case_id FROM case_index JOIN case_words ON number = case_index.rowid"
        " WHERE case_index MATCH ? LIMIT ?",
        (query, limit),
    )
    yield from rows.scalars()


def _coded(db: Connection, text: str, limit: int) -> Iterator[str]:
    part = "".join(letter for letter in text.upper() if letter.isalnum() or letter == "-")
    if len(part) < CODE_PART:
        return
    rows = db.exec_driver_sql(
        "SELECT id FROM cases WHERE instr(code, ?) > 0 LIMIT ?", (part, limit)
    )
    yield from rows.scalars()
