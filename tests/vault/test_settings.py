import pytest

from gbvcase.vault.settings import keep_setting, read_setting
from gbvcase.vault.vault import Vault

VALUES = ("vi", 5, True, 1.25, ["GL-1", "GL-2"], {"tên": "Đỗ", "cỡ": 3}, "", 0, False, [])


@pytest.mark.parametrize("value", VALUES)
def test_a_setting_is_read_as_it_was_kept(vault: Vault, value: object) -> None:
    with vault.begin() as db:
        keep_setting(db, "một tên", value)
    with vault.begin() as db:
        found = read_setting(db, "một tên")
    assert (found, type(found)) == (value, type(value))


def test_what_is_not_remembered_is_nothing(vault: Vault) -> None:
    with vault.begin() as db:
        assert read_setting(db, "language") is None
        keep_setting(db, "language", "vi")
        keep_setting(db, "language", "en")
        assert read_setting(db, "language") == "en"
        keep_setting(db, "language", None)
        assert read_setting(db, "language") is None
