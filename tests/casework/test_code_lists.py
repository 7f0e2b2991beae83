import pytest

from gbvcase.casework.cases import new_case
from gbvcase.casework.code_lists import MOST_CODES, TooManyCodes, code_list_paper, note_code_list
from gbvcase.casework.desk import Desk
from gbvcase.casework.papers import Purpose
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.text import written
from tests.builders import INTAKE, a_case
from tests.documents.reading import text_of


def test_a_list_has_the_codes_of_the_chosen_cases_and_no_name(desk: Desk) -> None:
    cases = [new_case(desk, a_case().client, INTAKE) for _ in range(3)]
    read = text_of(code_list_paper(desk, [case.head.id for case in cases[:2]], ENGLISH))
    assert str(cases[0].head.code) in read and str(cases[1].head.code) in read
    assert str(cases[2].head.code) not in read
    for word in written(a_case().client.full_name, ENGLISH).split():
        assert word not in read


def test_more_codes_than_anybody_reads_are_refused(desk: Desk) -> None:
    with pytest.raises(TooManyCodes):
        code_list_paper(desk, map(str, range(MOST_CODES + 1)), ENGLISH)


def test_a_printed_list_is_written_in_the_journal_of_each_case(desk: Desk) -> None:
    ids = [new_case(desk, a_case().client, INTAKE).head.id for _ in range(2)]
    note_code_list(desk, ids, Purpose.FOR_THE_FILE, 2, False)
    with desk.vault.begin() as db:
        rows = db.exec_driver_sql("SELECT entry FROM journal ORDER BY seq DESC LIMIT 2")
        told = [entry for (entry,) in rows]
    assert all('"list.print"' in entry and '"copies":2' in entry for entry in told)
    assert {one for one in ids if any(one in entry for entry in told)} == set(ids)
