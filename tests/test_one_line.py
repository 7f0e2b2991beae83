"""A field is one line: a client with one question and one list more, known to nothing but these
tests, is asked, kept, found, written, shared, printed, counted and described."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import jsonschema
import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import Column, MetaData, Table, Text

from gbvcase.documents.dictionary import described
from gbvcase.documents.intake_form import questions
from gbvcase.documents.page import Sheet, print_pdf
from gbvcase.domain.answers import coded_answers
from gbvcase.domain.case import Case
from gbvcase.domain.checks import missing
from gbvcase.domain.codes import Code, DisclosureLine, InfoItem, NotAnswered
from gbvcase.domain.disclosure import disclose
from gbvcase.domain.fields import IDENTIFYING, STATISTICAL, Answer, Sharing, entry, record
from gbvcase.domain.interchange import record_from_json, record_to_json
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.people import Client
from gbvcase.domain.schema import record_schema
from gbvcase.ui.form import RecordForm
from gbvcase.vault.new_step import as_the_steps_make_it, missing_sql
from gbvcase.vault.rows import record_of, row_of
from gbvcase.vault.search import searchable_texts
from gbvcase.vault.tables import KINDS, record_table
from tests.builders import TODAY, a_case, a_referral, a_sharing_consent
from tests.documents.reading import text_of
from tests.ui.forms import AROUND


class Boat(Code):
    ROWED = "rowed", "Rowed", "Chèo tay"
    SAILED = "sailed", "Sailed", "Căng buồm"


@record
class Wider(Client):
    nickname: Answer[str] = entry(
        "Name at home",
        IDENTIFYING,
        required=True,
        searchable=True,
        sharing=Sharing(InfoItem.IDENTITY, line=DisclosureLine.PERSON),
    )
    boat: Answer[Boat] = entry("Came by boat", STATISTICAL)


ANSWERED = Wider(full_name="Trần Thị Mẫu", nickname="Bé Thử", boat=Boat.SAILED)


def with_client(client: Wider) -> Case:
    case = a_case()
    mine = {name: getattr(case.client, name) for name in Client.__dataclass_fields__}
    more = {"nickname": client.nickname, "boat": client.boat}
    return replace(case, client=Wider(**mine | more))


def test_it_is_asked_on_a_form(qtbot: QtBot) -> None:
    form = RecordForm(Wider(), AROUND)
    qtbot.addWidget(form)
    row = form.row("nickname")
    assert row.label.text() == "Name at home"
    assert isinstance(row.editor.field, QLineEdit)
    row.editor.field.setText("Bé Thử")
    assert form.record().nickname == "Bé Thử"
    assert form.row("boat").label.text() == "Came by boat"


def test_it_travels_in_a_document() -> None:
    document = {"full_name": "Trần Thị Mẫu", "nickname": "Bé Thử", "boat": "sailed"}
    assert record_from_json(Wider, document, "client") == ANSWERED
    assert record_to_json(ANSWERED) == document
    declined = {"nickname": {"not_answered": "no_answer"}, "boat": "unknown"}
    read = record_from_json(Wider, declined, "client")
    assert (read.nickname, read.boat) == (NotAnswered.NO_ANSWER, NotAnswered.UNKNOWN)
    assert record_to_json(read) == declined


def test_it_is_in_the_schema() -> None:
    check = jsonschema.Draft202012Validator(record_schema(Wider)).is_valid
    assert check(record_to_json(ANSWERED))
    assert not check({"nickname": 5})
    assert not check({"boat": "flown"})


def test_it_has_a_column_and_a_step_is_written_for_it() -> None:
    with upgraded() as database:
        row = dict(row_of(ANSWERED)) | {"id": "one", "case_id": "a case", "position": 0}
        names = ", ".join(f'"{name}"' for name in row)
        holes = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO clients ({names}) VALUES ({holes})", list(row.values()))  # noqa: S608 - our own names
        database.row_factory = sqlcipher.Row
        found = dict(database.execute("SELECT * FROM clients").fetchone())
    assert (found["nickname"], found["boat"]) == ("Bé Thử", "sailed")
    assert record_of(Wider, found, {}) == replace(ANSWERED, id="one")


@contextmanager
def upgraded() -> Iterator[sqlcipher.Connection]:
    """Yield a database of today that has taken the step which the two fields ask for."""
    (kind,) = (kind for kind in KINDS if kind.record is Client)
    wanted = MetaData()
    Table("cases", wanted, Column("id", Text, primary_key=True))
    record_table(replace(kind, record=Wider), wanted)
    step = list(missing_sql(wanted))
    assert step == [
        'ALTER TABLE clients ADD COLUMN "nickname" TEXT;',
        'ALTER TABLE clients ADD COLUMN "boat" TEXT;',
    ]
    database = as_the_steps_make_it()
    for statement in step:
        database.execute(statement)
    yield database
    database.close()


def test_it_is_searched() -> None:
    assert "Bé Thử" in set(searchable_texts(ANSWERED))


def test_it_is_missed_where_it_is_needed() -> None:
    assert "nickname" in {one.field for one in missing(with_client(Wider()))}
    assert "nickname" not in {one.field for one in missing(with_client(ANSWERED))}


def test_it_is_shared_with_consent_only() -> None:
    def shown(*items: InfoItem) -> set[str]:
        consent = a_sharing_consent(items_allowed=frozenset(items))
        told = disclose(replace(with_client(ANSWERED), consents=(consent,)), a_referral(), TODAY)
        return {one.name for section in told.sections for one, _ in section.answers}

    assert "nickname" in shown(InfoItem.IDENTITY)
    assert "nickname" not in shown(InfoItem.CONTACT)
    assert "boat" not in shown(*InfoItem)


def test_it_is_printed() -> None:
    paper = print_pdf(
        Sheet(title="Paper", day=TODAY),
        lambda: list(questions("1", Wider, TODAY, ENGLISH)),
        ENGLISH,
    )
    text = text_of(paper)
    for words in ("Name at home", "Came by boat", "Rowed", "Sailed"):
        assert words in text


def test_it_is_counted_as_what_it_is() -> None:
    named = {"nickname", "boat"}  # a name is never counted, whoever asks for it
    assert dict(coded_answers(ANSWERED, named)) == {"boat": "sailed"}
    assert dict(coded_answers(Wider(boat=NotAnswered.UNKNOWN), named)) == {"boat": "unknown"}
    assert dict(coded_answers(Wider(), named)) == {"boat": ""}


def test_it_is_in_the_dictionary() -> None:
    text = described(Wider, ENGLISH)
    (line,) = (line for line in text.splitlines() if "`nickname`" in line)
    assert "Name at home" in line
    assert "| ID |" in line
    assert "| `boat` |" in text
