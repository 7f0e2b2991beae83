"""Finding cases by any part of a name, a telephone number or a code, with or without accents."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection

from gbvcase.domain.case import Case
from gbvcase.domain.fields import Entry, Record, entries_of, given
from gbvcase.domain.folding import folded, spelled
from gbvcase.domain.interchange import kept_in
from gbvcase.domain.notes import Note
from gbvcase.domain.numbers import phone_digits, tidied_code
from gbvcase.vault.kept_rows import Open, driver

WORDS_LOOKED_AT = 12
LONGEST_WORD = 60
CODE_PART = 2  # letters of a code from which any part of it is looked for
ENOUGH = 50  # cases found by name or code: who sees so many types on, and needs no notes
LONGEST_GROUP = 6  # letters between two hyphens of a code

_OTHER_CODE = re.compile(r"[^-]{2}-[0-9]*[A-Z]")  # where a code has its year
_WORD = re.compile(r"\w+")
_MARKED_WORD = re.compile(r"[\w\u0300-\u036f]+")  # the letter of Byơ̆ng is written with two signs
_PHONE = re.compile(r"[0-9+(][0-9+(). \-]{4,}")  # a number as people write it, in groups


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded: as the index keeps them and as it is asked."""
    return _WORD.findall(folded(text))


def exact_words_of(text: str) -> list[str]:
    """Return the words of a text with their accents, in letters that no index can fold."""
    plain = spelled(text).replace("'", "")
    return [word.encode().hex() for word in _MARKED_WORD.findall(plain)]


def searchable_texts(record: Record) -> Iterator[str]:
    """Yield the texts of a record, and of the groups in it, by which a case may be found."""
    for entry in entries_of(type(record)):
        value = getattr(record, entry.name)
        if entry.is_group:
            for one in _groups(entry, value):
                yield from searchable_texts(one)
        elif entry.about.searchable and given(value) is not None:
            yield str(value)


def _groups(entry: Entry, value: object) -> tuple[Record, ...]:
    return value if entry.many else (value,)  # type: ignore[return-value] # as the entry says


def keep_words(db: Connection, case: Case) -> None:
    """Bring the index up to what a case says now."""
    texts = [*searchable_texts(case.head)]
    notes: list[str] = []
    for where, record in kept_in(case):
        if "." not in where:  # what is inside a record is found with its owner
            (notes if isinstance(record, Note) else texts).extend(searchable_texts(record))
    words = " ".join(word for text in texts for word in _indexed(text))
    exact = " ".join(word for text in texts for word in exact_words_of(text))
    vault = driver(db)
    found = vault.execute(
        "SELECT number, words, case_words.exact FROM case_words"
        " JOIN case_index ON case_index.rowid = number WHERE case_id = ?",
        (case.head.id,),
    ).fetchone()
    if found is None:
        query = "INSERT INTO case_words (case_id, exact) VALUES (?, ?)"
        number = vault.execute(query, (case.head.id, exact)).lastrowid
    else:
        number = found[0]
        if (found[1], found[2]) == (words, exact):
            _keep_notes(db, number, notes)
            return
        vault.execute("UPDATE case_words SET exact = ? WHERE number = ?", (exact, number))
        vault.execute("DELETE FROM case_index WHERE rowid = ?", (number,))
    vault.execute(
        "INSERT INTO case_index (rowid, words, exact) VALUES (?, ?, ?)", (number, words, exact)
    )
    _keep_notes(db, number, notes)


def _keep_notes(db: Connection, number: int, notes: list[str]) -> None:
    """Bring the words of notes up to date, in an index of their own."""
    words = " ".join(word for text in notes for word in _indexed(text))
    vault = driver(db)
    found = vault.execute("SELECT words FROM note_index WHERE rowid = ?", (number,)).fetchone()
    if (found[0] if found else "") == words:
        return
    if found is not None:
        vault.execute("DELETE FROM note_index WHERE rowid = ?", (number,))
    if words:
        vault.execute("INSERT INTO note_index (rowid, words) VALUES (?, ?)", (number, words))


def _indexed(text: str) -> list[str]:
    """Return the words of a text, and the telephone numbers in it also without their gaps."""
    numbers = [phone_digits(found) for found in _PHONE.findall(text)]
    return words_of(text) + [number.lstrip("+") for number in numbers]


def find(db: Open, text: str, limit: int = 50, *, in_notes: bool = False) -> tuple[str, ...]:
    """Return the ids of the cases that a text finds, those that match it to the letter first.

    Every word must be the beginning of a word of the case; a part of a code will do. Whatever is
    typed is only ever a word: nothing in it is an operator. Cases that only their notes find, if
    these are looked at, stand last; where many are found otherwise they are not looked for.
    """
    text = text[: WORDS_LOOKED_AT * (LONGEST_WORD + 1)]
    found = dict.fromkeys(_named(db, text, limit))
    if len(found) < limit and _PHONE.fullmatch(text.strip()):
        digits = phone_digits(text).lstrip("+")
        found |= dict.fromkeys(_matching(db, f'words : "{digits}"*', limit))
    if len(found) < limit:
        found |= dict.fromkeys(_coded(db, text, limit))
    if in_notes and len(found) < min(limit, ENOUGH) and _has_notes(db):
        found |= dict.fromkeys(_noted(db, text, limit))
    return tuple(found)[:limit]


def _named(db: Open, text: str, limit: int) -> list[str]:
    """Return the cases with these words, those with the same accents first.

    The index is asked once where it can be. What is likely to have too many answers is asked for
    to the letter: enough of those are enough. Of what is likely to have few all are read, with
    what they say to the letter.
    """
    words = [word[:LONGEST_WORD] for word in words_of(text)][:WORDS_LOOKED_AT]
    exact = [word[: 2 * LONGEST_WORD] for word in exact_words_of(text)][:WORDS_LOOKED_AT]
    if not words:
        return []
    folded_query, exact_query = _asked("words", words), _asked("exact", exact)
    if len(words) == 1 and _has_more_than(db, limit):
        first = list(_matching(db, exact_query, limit)) if exact else []
        rest = _matching(db, folded_query, limit) if len(first) < limit else ()
        return [*first, *rest]
    rows = driver(db).execute(f"{_WITH_LETTERS} {limit:d}", (folded_query,)).fetchall()
    first = _to_the_letter(rows, exact)
    if len(first) < len(rows) == limit:  # others may match to the letter that were not read
        first = list(_matching(db, exact_query, limit))
    return [*first, *(case_id for case_id, _ in rows)]


def _asked(column: str, words: list[str]) -> str:
    """Return what the index is asked: quoted beginnings of words, all of them in one column."""
    return " ".join(f'{column} : "{word}"*' for word in words)


def _to_the_letter(rows: list[tuple[str, str]], words: list[str]) -> list[str]:
    """Return the cases whose words begin to the letter as each of those looked for."""
    for word in words:
        beginning = f" {word}"
        rows = [row for row in rows if beginning in f" {row[1]}"]
    return [case_id for case_id, _ in rows]


def _has_more_than(db: Open, limit: int) -> bool:
    """Tell whether there may be more cases than are looked for."""
    (last,) = driver(db).execute("SELECT coalesce(max(number), 0) FROM case_words").fetchone()
    return bool(last > limit)


# How many is written into each question: for a number that is given beside it the library works
# the question out anew each time, which takes as long as half of the answer.
_FOUND = (
    " FROM case_index JOIN case_words ON number = case_index.rowid WHERE case_index MATCH ? LIMIT"
)
_WITHOUT_LETTERS = f"SELECT case_id{_FOUND}"
_WITH_LETTERS = f"SELECT case_id, case_words.exact{_FOUND}"


def _matching(db: Open, query: str, limit: int) -> Iterator[str]:
    rows = driver(db).execute(f"{_WITHOUT_LETTERS} {limit:d}", (query,))
    return (case_id for (case_id,) in rows)


def _has_notes(db: Open) -> bool:
    """Tell whether there is any note: asking an empty index takes as long as asking a full one."""
    found = driver(db).execute("SELECT EXISTS (SELECT 1 FROM notes)").fetchone()
    return bool(found[0])


def _noted(db: Open, text: str, limit: int) -> Iterator[str]:
    """Yield the cases in whose notes all words of a text stand."""
    words = [word[:LONGEST_WORD] for word in words_of(text)][:WORDS_LOOKED_AT]
    if not words:
        return
    query = (
        "SELECT case_id FROM note_index JOIN case_words ON number = note_index.rowid"  # noqa: S608
        f" WHERE note_index MATCH ? LIMIT {limit:d}"
    )
    for (case_id,) in driver(db).execute(query, (_asked("words", words),)):
        yield case_id


def _may_be_in_code(shape: str) -> bool:
    """Tell whether a code can have a text in it: no name is looked for in all of them."""
    return all(len(group) <= LONGEST_GROUP for group in shape.split("-")) and (
        not _OTHER_CODE.match(shape)
    )


def _coded(db: Open, text: str, limit: int) -> Iterator[str]:
    """Yield the cases whose code has a text in it."""
    part = "".join(letter for letter in text.upper() if letter.isalnum() or letter == "-")
    if len(part) < CODE_PART or not part.isascii():
        return
    # nothing but the code is read, from its index: making texts of other shape of it takes long
    query = f"SELECT id FROM cases WHERE instr(code, ?) > 0 LIMIT {limit:d}"  # noqa: S608 - ours
    shapes = dict.fromkeys((part, tidied_code(part)))
    for shape in filter(_may_be_in_code, shapes):
        for (case_id,) in driver(db).execute(query, (shape,)):
            yield case_id
