"""Looking after a cabinet: make, open, check it, change its password."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gbvcase.casework.desk import Desk, Profile, Progress, unheard
from gbvcase.casework.whole_files import require_folder
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import Say, mark
from gbvcase.sealing import passwords
from gbvcase.sealing.slots import Cost
from gbvcase.vault.checking import VaultCheck
from gbvcase.vault.vault import Vault
from gbvcase.vault.whereabouts import refuse_exposed

__all__ = ["Cost"]

PROFILE = "profile"

COMPOSED = mark(
    "This password has accented letters. On a computer whose input method is off they cannot be "
    "typed: letters without accents open everywhere."
)


class NotOurs(GbvcaseError):
    """A cabinet that opens, but does not say whose it is."""

    sentence = mark("This cabinet was not finished when it was made. Please make a new one.")


class NotAFolder(GbvcaseError):
    """A file lies where a folder is to be."""

    sentence = mark("This is a file, not a folder: {file}")


def create_cabinet(  # noqa: PLR0913 - what a cabinet is made of
    folder: Path,
    profile: Profile,
    password: str,
    progress: Progress = unheard,
    *,
    cost: Cost | None = None,
    anywhere: bool = False,
) -> tuple[Desk, str]:
    """Make a new cabinet; return its open desk and the recovery number, which is shown once.

    Raises PasswordRefused for a password that is easily guessed, VaultExists rather than touch a
    cabinet that is there, FolderExposed where other programs look or copy: only made-up people
    may lie `anywhere`, and NotAFolder where a file lies.
    """
    _refuse_file(folder)
    if not anywhere:
        refuse_exposed(folder)
    _require_password(password, profile)
    progress(0, 2)
    vault, number = Vault.create(folder, password, cost=cost)
    progress(1, 2)
    desk = Desk(vault, profile)
    amend_profile(desk, profile)
    _profile_in(vault)
    progress(2, 2)
    return desk, number


def _refuse_file(folder: Path) -> None:
    try:
        require_folder(folder)
    except NotADirectoryError as error:
        raise NotAFolder(file=error.filename) from None


def open_desk(folder: Path, password: str, progress: Progress = unheard) -> Desk:
    """Open a cabinet with its password; raise WrongPassword, or what is the matter with it."""
    progress(0, 1)
    return _desk_of(Vault.open(folder, password))


def open_by_recovery(
    folder: Path, number: str, new_password: str, *, cost: Cost | None = None
) -> tuple[Desk, str]:
    """Open a cabinet with the number on paper and give it a new password and new keys.

    Returns the desk and the new recovery number; the old password and number open nothing any
    more. Raises WrongRecoveryNumber, or PasswordRefused before anything is changed.
    """
    vault = Vault.open_by_recovery(folder, number)
    try:
        _require_password(new_password, _profile_in(vault))
        new_number = vault.renew(new_password, cost=cost)
        return _desk_of(vault), new_number
    except BaseException:
        vault.lock()
        raise


def _desk_of(vault: Vault) -> Desk:
    try:
        return Desk(vault, _profile_in(vault))
    except BaseException:
        vault.lock()
        raise


def _profile_in(vault: Vault) -> Profile:
    from gbvcase.vault.purge_list import owner_key
    from gbvcase.vault.settings import read_setting as read

    with vault.begin() as db:
        kept = read(db, PROFILE)
        if not vault.is_read_only:
            owner_key(
                db
            )  # made early: every copy of this cabinet then knows whose signature counts
    if not isinstance(kept, dict):
        raise NotOurs
    return Profile.from_json(kept)


def amend_profile(desk: Desk, profile: Profile) -> Desk:
    """Keep who works here and for which office; return the desk with it."""
    from gbvcase.vault.journal import write
    from gbvcase.vault.settings import keep_setting as keep

    with desk.vault.begin() as db:
        keep(db, PROFILE, profile.as_json())
        write(db, "profile.amend", "", desk.now())
    return Desk(desk.vault, profile, desk.clock)


def read_setting(desk: Desk, name: str) -> Any:
    """Return a setting that is kept inside the cabinet, or None."""
    from gbvcase.vault.settings import read_setting as read

    with desk.vault.begin() as db:
        return read(db, name)


def keep_setting(desk: Desk, name: str, value: Any) -> None:
    """Keep a small plain value inside the cabinet."""
    from gbvcase.vault.settings import keep_setting as keep

    with desk.vault.begin() as db:
        keep(db, name, value)


@dataclass(frozen=True)
class Judgement:
    """Whether a new password is taken; `advice` is said in any case where there is some."""

    refusal: GbvcaseError | None
    advice: str

    def require(self) -> None:
        """Raise PasswordRefused if the password is not taken."""
        if self.refusal is not None:
            raise self.refusal


def drawn_password() -> str:
    """Return five short Vietnamese words, drawn by the program: 55 bits."""
    return passwords.draw()


def judge_password(text: str, profile: Profile | None) -> Judgement:
    """Say whether a new password will do, and how strong it seems; advice only beyond the rules."""
    own = _words_of(profile)
    refusal = passwords.refusal(text, own)
    if refusal is not None:
        return Judgement(refusal, "")
    advice = COMPOSED if passwords.is_composed(text) else passwords.advice(text, own)
    return Judgement(None, advice)


def _require_password(text: str, profile: Profile | None) -> None:
    passwords.check(text, _words_of(profile))


def password_to_seal(desk: Desk, chosen: str | None) -> str:
    """Return the password of a sealed file: one that is drawn, or the chosen one if it will do.

    Raises PasswordRefused: the file leaves the office, and anybody may try on it for ever.
    """
    if not chosen:
        return passwords.draw()
    _require_password(chosen, desk.profile)
    return chosen


def _words_of(profile: Profile | None) -> tuple[str, ...]:
    if profile is None:
        return ()
    words = (profile.worker, profile.office, profile.upper_body, profile.phone)
    return tuple(word for word in words if word)


def change_password(
    desk: Desk, old: str, new: str, progress: Progress = unheard, *, cost: Cost | None = None
) -> None:
    """Take a new password, new keys and a new file; raise WrongPassword or PasswordRefused.

    It can be stopped until the file is written anew.
    """
    progress(0, 2)
    desk.vault.check_password(old)
    _require_password(new, desk.profile)
    progress(1, 2)
    desk.vault.change_password(new, cost=cost)


@dataclass(frozen=True)
class CabinetCheck:
    """What a full check found, in words and for a program."""

    found: VaultCheck

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was found."""
        return self.found.is_whole

    @property
    def is_damaged(self) -> bool:
        """Tell whether the file itself is damaged: a changed journal can be read and written."""
        return not self.found.file.is_whole

    def as_json(self) -> dict[str, Any]:
        """Return the findings for a program."""
        return {
            "whole": self.is_whole,
            "damaged_pages": list(self.found.file.damaged_pages),
            "structure_is_whole": self.found.file.structure_is_whole,
            "loose_references": self.found.file.loose_references,
            "journal_broken_at": self.found.journal_broken_at,
            "older_than_seen": self.found.is_behind_mark,
        }

    def said(self, say: Say) -> Iterator[str]:
        """Yield the findings as sentences."""
        if self.is_whole:
            yield say(mark("The cabinet is whole: every page, the structure, the journal."))
        if self.found.file.damaged_pages:
            text = say(mark("Damaged pages: {count}."))
            yield text.format(count=len(self.found.file.damaged_pages))
        if not self.found.file.structure_is_whole or self.found.file.loose_references:
            yield say(mark("The structure of the cabinet is damaged."))
        if self.found.journal_broken_at is not None and not self.is_damaged:
            text = say(mark("The journal was changed from entry {number} on."))
            yield text.format(number=self.found.journal_broken_at)
        if self.found.is_behind_mark:
            yield say(mark("The cabinet is older than this computer has seen it."))
