from pathlib import Path

import pytest

from gbvcase.domain.errors import FolderExposed
from gbvcase.vault.whereabouts import (
    ELSEWHERE,
    REMOVABLE,
    SEEN,
    SYNCED,
    of_mounts,
    of_windows_drive,
    refuse_exposed,
)

HOME = Path("/home/nobody")
MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/share /srv/office\040share nfs4 rw 0 0
//server/share /mnt/share cifs rw 0 0
tmpfs /mnt/share/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        (HOME / "Documents/work", SEEN),
        (HOME / "Tài liệu", SEEN),
        (HOME / "Desktop", SEEN),
        (HOME / "OneDrive - Office/work", SYNCED),
        (HOME / "Dropbox", SYNCED),
        (Path("/data/Google Drive/x"), SYNCED),
        (Path("/media/nobody/STICK"), REMOVABLE),
        (Path("/run/media/nobody/STICK/work"), REMOVABLE),
    ],
)
def test_a_folder_where_others_look_is_refused(folder: Path, sentence: str) -> None:
    with pytest.raises(FolderExposed) as refused:
        refuse_exposed(folder, HOME)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    "folder", [HOME / ".local/share/Workbook/1", Path("/srv/documents/x"), HOME]
)
def test_the_programs_own_folder_is_taken(folder: Path) -> None:
    refuse_exposed(folder, HOME)


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        (Path("/home/nobody"), None),
        (Path("/srv/office share/x"), ELSEWHERE),
        (Path("/mnt/share/x"), ELSEWHERE),
        (Path("/mnt/share/local/x"), None),
    ],
)
def test_a_network_drive_is_known_by_its_file_system(folder: Path, sentence: str | None) -> None:
    assert of_mounts(folder, MOUNTS) == sentence


def test_windows_numbers_its_drives() -> None:
    assert [of_windows_drive(kind) for kind in range(7)] == [
        *(None, None, REMOVABLE, None, ELSEWHERE, REMOVABLE, None),
    ]
