from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gbvcase.domain.case import Case, CaseHead
from gbvcase.domain.notes import Note
from gbvcase.domain.people import Client
from gbvcase.vault import search
from gbvcase.vault.engine import guard
from gbvcase.vault.search import find
from gbvcase.vault.vault import Vault
from tests.builders import a_case, a_perpetrator, a_referral, an_incident
from tests.vault.conftest import PASSWORD
from tests.vault.keeping import later, save

PEOPLE = {
    "GL-2026-BCDFGH-1": ("Đỗ Thị Mẫu", None, "0900 000 001"),
    "GL-2026-JKLMNP-2": ("Do Văn Thử", None, None),
    "GL-2026-QRSTVW-3": ("Rơ Châm H'Bŭp Mẫu", "Amí Thử", "+84 900 000 003"),
    "GL-2025-XZ2345-4": ("Hòa Thị Ví Dụ", None, None),
    "GL-2025-6789BC-5": ("Ƀrưn Nháp", "O'Mẫu", None),
}


@pytest.fixture(scope="module")
def office(empty_cabinet: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault with a few people; the tests that only look share it."""
    folder = tmp_path_factory.mktemp("search") / "cabinet"
    folder.mkdir()
    for path in empty_cabinet.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    vault = Vault.open(folder, PASSWORD)
    for code, (name, other, phone) in PEOPLE.items():
        save(vault, a_person(code, name, other, phone))
    yield vault
    vault.lock()


def a_person(code: str, name: str, other: str | None = None, phone: str | None = None) -> Case:
    head = CaseHead(code=code)
    client = Client(full_name=name, other_names=other, phone_safe=phone)
    return replace(a_case(head=head, incidents=()), client=client, consents=())


def names(vault: Vault, text: str, limit: int = 50) -> list[str]:
    with vault.begin() as db:
        found = find(db, text, limit)
        query = "SELECT id, list_name FROM cases"
        known = dict(tuple(row) for row in db.exec_driver_sql(query))
    return [known[case_id] for case_id in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do", ["Do Văn Thử", "Đỗ Thị Mẫu"]),
        ("đỗ", ["Đỗ Thị Mẫu", "Do Văn Thử"]),
        ("ĐỖ THỊ", ["Đỗ Thị Mẫu"]),
        ("do thi mau", ["Đỗ Thị Mẫu"]),
        ("mau do", ["Đỗ Thị Mẫu"]),
        ("hbup", ["Rơ Châm H'Bŭp Mẫu"]),
        ("H\N{RIGHT SINGLE QUOTATION MARK}Bŭp", ["Rơ Châm H'Bŭp Mẫu"]),
        ("ro ch", ["Rơ Châm H'Bŭp Mẫu"]),
        ("ami", ["Rơ Châm H'Bŭp Mẫu"]),
        ("hoà", ["Hòa Thị Ví Dụ"]),
        ("hòa", ["Hòa Thị Ví Dụ"]),
        ("brun", ["Ƀrưn Nháp"]),
        ("omau", ["Ƀrưn Nháp"]),
        ("không ai", []),
        ("do ai", []),
        ("", []),
        ("   ", []),
    ],
)
def test_a_name_is_found_with_and_without_its_marks(
    office: Vault, text: str, expected: list[str]
) -> None:
    assert names(office, text) == expected


@pytest.mark.parametrize(
    "text",
    ["GL-2026-BCDFGH-1", "gl-2026-bcd", "CDFG", "fgh-1", "gl2026bcdfgh1", "bcdfgh", " BCDFGH "],
)
def test_a_code_is_found_by_any_part_of_it(office: Vault, text: str) -> None:
    assert names(office, text) == ["Đỗ Thị Mẫu"]


@pytest.mark.parametrize("text", ["0900000001", "0900 000 001", "0900.000.001", "+84900000001"])
def test_a_telephone_number_is_found_however_it_is_written(office: Vault, text: str) -> None:
    assert names(office, text) == ["Đỗ Thị Mẫu"]


def test_a_number_that_was_written_with_the_country_is_found_without(office: Vault) -> None:
    assert names(office, "0900000003") == ["Rơ Châm H'Bŭp Mẫu"]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        "'",
        "*",
        "do*",
        "do OR mau",
        "NOT do",
        "NEAR(do mau)",
        "words : do",
        "exact:64",
        "-do",
        "^do",
        "{do}",
        "(do",
        "do AND",
        "a+b",
        "do\x00mau",
        "\ud800",
        "; DROP TABLE cases",
        "%",
        "_",
        "?1",
        "🧕",
        "ﷺ" * 900,
        "x" * 1_000_000,
        "do " * 300_000,
        "\u0301" * 5000,
        "\u02bc'\u2019",
    ],
    ids=range(28),
)
def test_whatever_is_typed_is_only_words(office: Vault, text: str) -> None:
    assert set(names(office, text)) <= {name for name, _, _ in PEOPLE.values()}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_no_text_upsets_the_search(office: Vault, text: str) -> None:
    with office.begin() as db:
        find(db, text)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(PEOPLE)), st.data())
def test_any_beginning_of_any_word_finds_the_person(
    office: Vault, code: str, data: st.DataObject
) -> None:
    name = PEOPLE[code][0]
    word = data.draw(st.sampled_from(name.split()))
    asked = word[: data.draw(st.integers(1, len(word)))]
    assert name in names(office, asked)


def test_no_more_is_found_than_was_asked_for(office: Vault) -> None:
    assert len(names(office, "thi", 1)) == 1
    assert names(office, "do", 1) == ["Do Văn Thử"]


def test_a_changed_name_is_found_by_the_new_one_only(vault: Vault) -> None:
    saved = save(vault, a_person("GL-2026-BCDFGH-1", "Đỗ Thị Mẫu"))
    client = replace(saved.client, full_name="Lê Thị Thử")
    save(vault, replace(saved, client=client), at=later(1))
    assert names(vault, "do thi") == []
    assert names(vault, "le thi") == ["Lê Thị Thử"]


def test_only_the_fields_that_say_so_are_searched(vault: Vault) -> None:
    incident = an_incident(
        account="Chuyện kín đáo.", alleged_perpetrators=(a_perpetrator(name="Kẻ Xấu"),)
    )
    save(vault, a_case(incidents=(incident,), referrals=(a_referral(),)))
    assert names(vault, "kin dao") == []
    assert names(vault, "ke xau") == []
    assert names(vault, "PC-MAU") == ["Trần Thị Mẫu"]


def test_those_that_match_to_the_letter_come_first_also_where_not_all_can_be_shown(
    vault: Vault,
) -> None:
    for number in range(8):
        save(vault, a_person(f"GL-{number}", "Do Văn Thử" if number < 5 else "Đỗ Văn Thử"))
    for limit in (2, 3, 4, 8, 50):
        for text in ("đỗ", "đỗ v"):
            found = names(vault, text, limit)
            assert found == (["Đỗ Văn Thử"] * 3 + ["Do Văn Thử"] * 5)[:limit]
        assert names(vault, "do thu", limit) == (["Do Văn Thử"] * 5 + ["Đỗ Văn Thử"] * 3)[:limit]
        assert names(vault, "do", limit) == (["Do Văn Thử"] * 5 + ["Đỗ Văn Thử"] * 3)[:limit]


def test_a_letter_that_is_written_with_two_signs_does_not_cut_its_word(vault: Vault) -> None:
    save(vault, a_person("GL-1", "Y Byơ\N{COMBINING BREVE}ng Mẫu"))
    assert names(vault, "byơ\N{COMBINING BREVE}n") == ["Y Byơ\N{COMBINING BREVE}ng Mẫu"]
    assert names(vault, "byong") == ["Y Byơ\N{COMBINING BREVE}ng Mẫu"]
    assert names(vault, "ng") == []


def test_a_case_that_only_its_notes_find_stands_last_and_only_if_they_are_looked_at(
    vault: Vault,
) -> None:
    noted = save(
        vault,
        replace(a_person("GL-2026-BCDFGH-1", "Lê Thị Thử"), notes=(Note(text="Gọi chị Mẫu Đỏ."),)),
    )
    named = save(vault, a_person("GL-2026-JKLMNP-2", "Trần Thị Mẫu"))
    with vault.begin() as db:
        assert find(db, "mau") == (named.head.id,)
        assert find(db, "mau", in_notes=True) == (named.head.id, noted.head.id)
        assert find(db, "mau do", in_notes=True) == (noted.head.id,)
        assert find(db, '"mau" OR NOT', in_notes=True) == ()


def test_the_words_of_a_note_go_with_it_and_with_its_case(vault: Vault) -> None:
    person = a_person("GL-2026-BCDFGH-1", "Lê Thị Thử")
    case = save(vault, replace(person, notes=(Note(text="Hẹn ở Ktuch."),)))
    case = save(vault, replace(case, notes=()), at=later(1))
    with vault.begin() as db:
        assert find(db, "ktuch", in_notes=True) == ()
    save(vault, replace(case, notes=(Note(text="Hẹn ở Ktuch."),)), at=later(2))
    with vault.begin() as db:
        assert find(db, "ktuch", in_notes=True) == (case.head.id,)
        db.exec_driver_sql("DELETE FROM cases")
        assert db.exec_driver_sql("SELECT count(*) FROM note_index").scalar_one() == 0


def test_where_many_are_found_by_name_their_notes_are_not_looked_for(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = replace(a_person("GL-1", "Lê Thị Thử"), notes=(Note(text="Gọi chị Mẫu."),))
    case = save(vault, noted)
    for number in range(3):
        save(vault, a_person(f"GL-2{number}", "Trần Thị Mẫu"))
    with vault.begin() as db:
        assert case.head.id in find(db, "mau", in_notes=True)
        monkeypatch.setattr(search, "ENOUGH", 3)
        assert case.head.id not in find(db, "mau", in_notes=True)


def test_a_question_that_was_asked_before_is_not_worked_out_anew(office: Vault) -> None:
    worked_out: list[str] = []

    def noticed(_action: int, first: str | None, *_more: str | None) -> int:
        worked_out.append(first or "")
        return 0

    def ask(text: str) -> None:
        with office.begin() as db:
            find(db, text, 50, in_notes=True)

    ask("do")
    with office.begin() as db:
        plain = db.connection.driver_connection
    plain.set_authorizer(noticed)
    try:
        ask("ro")  # what was worked out before is forgotten with the judge of before
        assert worked_out
        worked_out.clear()
        ask("mau")
        assert worked_out == []
    finally:
        guard(plain)
