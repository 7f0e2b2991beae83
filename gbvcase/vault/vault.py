"""The encrypted cabinet of one worker: made, opened, locked; one transaction at a time."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING

from gbvcase.domain.errors import VaultDamaged, VaultHeld
from gbvcase.sealing import recovery
from gbvcase.sealing.keys import wipe
from gbvcase.sealing.slots import Cost
from gbvcase.vault import attempts, files, keyfile, roots
from gbvcase.vault.cost import cost_of, measured
from gbvcase.vault.keyfile import KeyFile
from gbvcase.vault.mark import Mark
from gbvcase.vault.notices import Notice, NoticeKind, spoken
from gbvcase.vault.watch import MarkKeeper

if TYPE_CHECKING:  # the lock page knows this file, and must not wait for SQLAlchemy
    from sqlalchemy import Connection, Engine

    from gbvcase.vault.checking import VaultCheck
    from gbvcase.vault.journal import Head
    from gbvcase.vault.kept_rows import Direct
    from gbvcase.vault.opening import Opened
    from gbvcase.vault.rotation import Wish

Clock = Callable[[], datetime]
Progress = Callable[[int, int], None]


def utc_now() -> datetime:
    """Return the time of this computer."""
    return datetime.now(UTC)


class Vault:
    """One folder and, until it is locked, the one connection to its database."""

    def __init__(
        self, folder: Path, held: files.FolderLock, opened: "Opened", clock: Clock
    ) -> None:
        self.folder = folder
        self.notices: tuple[Notice, ...] = opened.notices
        self._lock = held
        self._clock = clock
        self._is_broken = False
        self._is_read_only = False
        self._after_recovery = False
        self._take(opened)
        if any(notice.holds for notice in opened.notices):
            self._hold(True)

    def __repr__(self) -> str:
        return "<Vault>"

    @classmethod
    def create(
        cls, folder: Path, password: str, *, cost: Cost | None = None, clock: Clock = utc_now
    ) -> tuple["Vault", str]:
        """Make a new vault and open it; return it and its recovery number.

        Raise VaultExists rather than touch one that is there.
        """
        from gbvcase.vault import engine, opening

        engine.check_library(engine.facts_of_library())
        with files.disk_errors_said():
            files.make_folder(folder)
            with _locked(folder) as held:
                opened, number = opening.make(folder, password, cost or measured(), clock())
                vault = cls(folder, held, opened, clock)
                vault._see_head()
        with suppress(OSError):  # without a mark it is a vault all the same
            vault.write_mark()
        return vault, number

    @classmethod
    def open(cls, folder: Path, password: str, *, clock: Clock = utc_now) -> "Vault":
        """Open a vault with its password.

        Raise WrongPassword, TooSoon, or what is the matter with the files.
        """
        from gbvcase.vault import purging

        vault = cls._open(
            folder,
            lambda found: roots.behind_password(folder, found, password, clock()),
            clock,
            password,
        )
        try:
            purging.finish(vault, password)
        except BaseException:
            vault.lock()
            raise
        return vault

    @classmethod
    def open_by_recovery(cls, folder: Path, number: str, *, clock: Clock = utc_now) -> "Vault":
        """Open a vault with the number on paper; until it has new keys it can only be read."""
        vault = cls._open(folder, lambda found: roots.behind_number(found, number), clock)
        vault._after_recovery = True
        vault._hold(True)
        return vault

    @classmethod
    def _open(
        cls,
        folder: Path,
        root_of: Callable[[KeyFile], bytearray],
        clock: Clock,
        password: str | None = None,
    ) -> "Vault":
        from gbvcase.vault import engine, opening

        engine.check_library(engine.facts_of_library())
        with files.disk_errors_said():
            keyfile.require(folder)
            with _locked(folder) as held:
                opened = opening.unlock(folder, root_of, clock(), password)
                vault = cls(folder, held, opened, clock)
        try:
            vault._see_head()
        except BaseException:
            vault.lock()
            raise
        vault._tell_attempts()
        if not vault._is_read_only:
            with suppress(OSError):
                vault.write_mark()
        return vault

    @property
    def database(self) -> Path:
        """Return the path of the database that is valid."""
        return self.folder / self._key_file.db

    @property
    def vault_id(self) -> bytes:
        """Return the number of this vault, fixed for life."""
        return self._key_file.vault_id

    @property
    def key_file(self) -> KeyFile:
        """Return what the key file says."""
        return self._key_file

    def now(self) -> datetime:
        """Return the time, by the vault's clock."""
        return self._clock()

    @property
    def gen(self) -> int:
        """Return how many keys this vault has had."""
        return self._key_file.gen

    @property
    def incarnation(self) -> int:
        """Return how often this vault has begun anew, by a recovery or a restored copy."""
        return self._incarnation

    @property
    def is_unlocked(self) -> bool:
        """Tell whether it can be worked with."""
        return self._engine is not None

    @property
    def is_read_only(self) -> bool:
        """Tell whether a confirmation, or a new password, is needed before any change."""
        return self._is_read_only

    def begin(self) -> AbstractContextManager["Connection"]:
        """Enter a transaction: all that is done inside is kept, or nothing is."""
        from gbvcase.vault.transactions import transaction

        return transaction(self)

    def briefly(self) -> AbstractContextManager["Direct"]:
        """Enter a transaction for what is asked, or kept as a draft, while somebody types."""
        from gbvcase.vault.transactions import brief

        return brief(self)

    def grown(self, head: "Head") -> None:
        """Take note of how far the journal has grown: the mark follows."""
        if not self._is_read_only:
            self._keeper.grown(self._mark_of(head))

    def check(self, progress: Progress | None = None) -> "VaultCheck":
        """Check the whole vault: every page, the structure, the journal, the mark.

        `progress` ends the check by raising. A vault that had a damaged place and is whole now
        may be written again.
        """
        from gbvcase.vault import checking

        return checking.check(self, progress)

    def check_password(self, password: str) -> None:
        """Raise WrongPassword unless this is the password of the vault."""
        wipe(roots.behind_password(self.folder, self._key_file, password, self._clock()))

    def is_opened_by(self, number: str) -> bool:
        """Tell whether a recovery number opens this vault; nothing is changed."""
        return roots.opens(self.folder, number)

    def change_password(self, new: str, *, cost: Cost | None = None) -> None:
        """Take a new password, a new key and a new file; the old ones open nothing any more."""
        from gbvcase.vault.rotation import Wish

        if self._is_read_only:
            raise VaultHeld
        self.rotate(Wish(new, cost or measured(), "password.change", self._clock()))

    def change_number(self, password: str, *, cost: Cost | None = None) -> str:
        """Take a new number on paper and new keys; return it. The old paper opens nothing more."""
        from gbvcase.vault.rotation import Wish

        if self._is_read_only:
            raise VaultHeld
        secret = token_bytes(recovery.SECRET_BYTES)
        self.rotate(
            Wish(
                password=password,
                cost=cost or cost_of(self._key_file),
                act="recovery.renew",
                at=self._clock(),
                recipient=recovery.recipient_of(secret),
            )
        )
        return recovery.number_of(secret)

    def renew(self, new: str, *, cost: Cost | None = None) -> str:
        """After a recovery: take a new password and new keys; return the new recovery number."""
        from gbvcase.vault.rotation import Wish

        assert self._after_recovery, "only a vault opened by its number is renewed"
        secret = token_bytes(recovery.SECRET_BYTES)
        self.rotate(
            Wish(
                password=new,
                cost=cost or measured(),
                act="vault.recover",
                at=self._clock(),
                recipient=recovery.recipient_of(secret),
                further=1,
            )
        )
        self._after_recovery = False
        self._hold(any(notice.holds for notice in self.notices))
        return recovery.number_of(secret)

    def go_on(self) -> None:
        """Take the vault as it is, although it is older than what was seen, or was altered.

        What was purged since is purged again. Raise VaultDamaged while it has a damaged place.
        """
        from gbvcase.vault import journal, purging

        if self._after_recovery:
            raise VaultHeld
        kinds = sorted(notice.kind.name.lower() for notice in self.notices if notice.holds)
        if files.stopped_at(self.folder) is not None and not self.check().file.is_whole:
            raise VaultDamaged
        self._hold(False)
        with self.begin() as db:
            journal.write(db, "vault.go_on", "", self._clock(), noticed=kinds)
            purging.purge_again(db, self.folder, self.vault_id, self._clock())
        self.write_mark()

    def rest(self) -> None:
        """Give back the memory of what was read; it is read again when it is wanted."""
        from gbvcase.vault import engine

        if self._engine is not None:
            engine.give_back(self._engine)

    def write_mark(self) -> None:
        """Write how far the vault has grown, now."""
        if not self._is_read_only and not self._is_broken:
            self._keeper.write()

    def lock(self) -> None:
        """Write the mark, close the database and forget the keys."""
        if self._engine is None:
            return
        try:
            self.write_mark()
        except OSError:
            files.give_up_ballast(self.folder)
            with suppress(OSError):  # an older mark tells less, but nothing wrong
                self.write_mark()
        self._close()
        self._lock.release()

    def _take(self, opened: "Opened") -> None:
        self._key_file = opened.key_file
        self._incarnation = opened.incarnation
        self._engine: Engine | None = opened.engine
        self._witness = opened.witness
        self._keeper = MarkKeeper(self.folder, opened.witness, opened.seen)

    def _close(self) -> None:
        self._keeper.end()
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def working(self) -> "Engine":
        """Return the engine, unless damage was met: then raise VaultDamaged."""
        assert self._engine is not None, "a locked vault was used"
        if self._is_broken:
            raise VaultDamaged
        return self._engine

    def stop(self) -> None:
        """Write no more, lay a copy of everything aside as it is, and tell the next unlock."""
        if not self._is_broken:
            self._is_broken = True
            if files.stopped_at(self.folder) is None:
                now = self._clock()
                files.keep_copy(self.folder, f"{files.KEPT}{now:%Y%m%d-%H%M%S}")
                files.keep_stopped(self.folder, now)

    def found_whole(self) -> None:
        """Take note that every page was found whole: a place that was damaged is no more."""
        if files.stopped_at(self.folder) is None:
            return
        files.forget_stopped(self.folder)
        self.notices = tuple(one for one in self.notices if one.kind is not NoticeKind.STOPPED)
        if not self._after_recovery:
            self._hold(any(notice.holds for notice in self.notices))

    def _hold(self, held: bool) -> None:
        from gbvcase.vault import engine

        self._is_read_only = held
        with engine.raw(self.working()) as connection:
            engine.hold(connection, held)

    def _see_head(self) -> None:
        from gbvcase.vault import journal

        with self.begin() as db:
            head = journal.head(db)
        self.grown(head)

    def _mark_of(self, head: "Head") -> Mark:
        return Mark(self.gen, self._incarnation, head.seq, head.hash)

    def _tell_attempts(self) -> None:
        failed = attempts.read(self.folder, self._clock())
        if failed.count and failed.last is not None:
            details = {"count": failed.count, "last": spoken(failed.last)}
            notice = Notice(NoticeKind.FAILED_ATTEMPTS, details)
            self.notices = (*self.notices, notice)
        with suppress(OSError):
            attempts.forget(self.folder)

    def rotate(self, wish: "Wish") -> None:
        """Write the whole vault anew under new keys, and go on with that."""
        from gbvcase.vault import engine, opening, rotation

        old = self.database
        with files.disk_errors_said(), engine.raw(self.working()) as connection:
            made = rotation.rotate(self.folder, connection, self._key_file, self._witness, wish)
        self._close()
        self._take(
            opening.Opened(
                made.key_file,
                engine.engine_of(made.connection),
                made.keys.witness,
                self._incarnation + wish.further,
            )
        )
        with suppress(OSError):
            if made.is_settled:  # else the other copy of the key file still names the old one
                files.remove_database(old)
        self._is_read_only = False
        self._see_head()
        with suppress(OSError):
            self.write_mark()


@contextmanager
def _locked(folder: Path) -> Iterator[files.FolderLock]:
    held = files.FolderLock(folder)
    try:
        yield held
    except BaseException:
        held.release()
        raise
