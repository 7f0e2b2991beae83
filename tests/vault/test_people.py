from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gbvcase.domain.case import CaseHead
from gbvcase.domain.codes import NotAnswered
from gbvcase.domain.values import PartialDate
from gbvcase.vault.people import EVER, Group, names_in, people_numbered, people_of
from gbvcase.vault.vault import Vault
from tests.builders import IA_GRAI, a_case
from tests.vault.conftest import PASSWORD
from tests.vault.keeping import later, save

HERE = (str(IA_GRAI.commune),)


@pytest.fixture(scope="module")
def office(empty_cabinet: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault with a few people; these tests only look."""
    folder = tmp_path_factory.mktemp("people") / "cabinet"
    folder.mkdir()
    for path in empty_cabinet.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    vault = Vault.open(folder, PASSWORD)
    for number, about in enumerate(
        (
            {"full_name": "Lý Thị Mẫu", "dob": PartialDate(1990, 3)},
            {"full_name": "Đỗ Thị Mẫu", "dob": None},
            {"full_name": "Siu H'Mẫu", "dob": PartialDate(1990), "address_current": None},
            {"full_name": NotAnswered.UNKNOWN, "dob": PartialDate(1990)},
            {"full_name": "Trần Thị Mẫu", "dob": NotAnswered.NO_ANSWER},
        )
    ):
        save(vault, a_case(head=CaseHead(code=f"GL-{number}"), incidents=(), **about))
    yield vault
    vault.lock()


@pytest.mark.parametrize(
    ("group", "names"),
    [
        (Group(HERE, (1988, 1992)), {"li thi mau"}),
        (Group(HERE, (1991, 1992)), set()),
        (Group(HERE, EVER), {"li thi mau"}),
        (Group(HERE, None), {"do thi mau", "tran thi mau"}),
        (Group(None, (1990, 1990)), {"siu hmau"}),
        (Group(None, None), set()),
        (Group((), EVER), set()),
        (Group(("23575", *HERE), None), {"do thi mau", "tran thi mau"}),
    ],
)
def test_a_group_has_the_names_of_those_of_whom_the_same_is_known(
    office: Vault, group: Group, names: set[str]
) -> None:
    with office.begin() as db:
        found = names_in(db, group)
        people = people_numbered(db, [number for _, number in found])
        assert {one.heard for one in people} == {name for name, _ in found} == names
        assert set(people_of(db, [one.case_id for one in people])) == set(people)


def test_nobody_is_told_of_in_a_log(office: Vault) -> None:
    with office.begin() as db:
        (number,) = [number for _, number in names_in(db, Group(None, EVER))]
        (person,) = people_numbered(db, [number])
    assert person.heard == "siu hmau"
    assert "siu" not in repr(person)


def test_a_group_is_read_from_its_index_alone(office: Vault) -> None:
    with office.begin() as db:
        plain = db.connection.driver_connection
        asked: list[str] = []
        plain.set_trace_callback(asked.append)
        for group in (Group(HERE, EVER), Group(HERE, None), Group(None, EVER)):
            names_in(db, group)
        plain.set_trace_callback(None)
        assert len(asked) == 3
        for query in asked:
            steps = [step[3] for step in plain.execute(f"EXPLAIN QUERY PLAN {query}")]
            assert steps[0].startswith("SEARCH cases USING COVERING INDEX cases_by_commune")


def test_what_is_known_of_a_person_follows_what_was_saved_last(vault: Vault) -> None:
    case = save(vault, a_case(full_name="Lê Thị Mẫu", dob=PartialDate(1990)))
    client = replace(case.client, full_name="Võ Thị Thử", dob=PartialDate(1970), phone_safe=None)
    save(vault, replace(case, client=client), at=later(1))
    with vault.begin() as db:
        (person,) = people_of(db, [case.head.id])
    assert (person.heard, person.birth_year, person.phone) == ("vo thi thu", 1970, "")
