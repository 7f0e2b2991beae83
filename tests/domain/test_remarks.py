import pytest

from gbvcase.domain.codes import Sex
from gbvcase.domain.fields import entries_of, entry_named
from gbvcase.domain.people import Client, TrustedPerson
from gbvcase.domain.provider import FocalPerson, ServiceProvider
from gbvcase.domain.remarks import CHECKS, remarks_on
from gbvcase.domain.values import PartialDate
from tests.domain.test_records import fields

PHONE = entry_named(Client, "phone_safe")
NUMBER = entry_named(Client, "personal_id_no")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0912 345 678", 0),
        ("0912 345 678 (chị gái), 0269 3868 000", 0),
        ("0912 345 67", 1),
        ("0912 345 67; 12", 1),
        ("không có", 0),
    ],
)
def test_each_number_of_a_line_is_looked_at(typed: str, said: int) -> None:
    assert len(remarks_on(PHONE, typed, Client())) == said


def test_a_citizen_number_is_looked_at_beside_sex_and_birth() -> None:
    fits = Client(sex=Sex.FEMALE, dob=PartialDate(1990))
    assert remarks_on(NUMBER, "064190001234", fits) == ()
    other = Client(sex=Sex.MALE, dob=PartialDate(1991))
    assert len(remarks_on(NUMBER, "064190001234", other)) == 2
    assert remarks_on(NUMBER, None, fits) == ()


def test_every_telephone_number_has_the_check_and_every_check_exists() -> None:
    for kind, one in fields():
        assert one.about.check in ("", *CHECKS), one.name
        if one.kind is str and one.name.startswith("phone") and one.name != "phone_owner":
            assert one.about.check == "phone", (kind, one.name)
    for kind in (Client, TrustedPerson, FocalPerson, ServiceProvider):
        assert "phone" in {one.about.check for one in entries_of(kind)}
