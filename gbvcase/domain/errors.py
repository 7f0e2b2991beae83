"""What can go wrong in a way that a person can act upon: each says its sentence."""

from gbvcase.domain.marking import Say, mark


class GbvcaseError(Exception):
    """Something a person can act upon; `sentence` is marked, `details` are put into it.

    The text of the exception never holds the details: it ends in logs.
    """

    sentence = mark("Something went wrong. Nothing was lost.")

    def __init__(self, sentence: str | None = None, **details: object) -> None:
        super().__init__(type(self).__name__)
        if sentence is not None:
            self.sentence = sentence
        self.details = details

    def said(self, say: Say) -> str:
        """Return the sentence in a language, with its details.

        A detail that is itself a `Marked` text is translated too.
        """
        details = {
            name: say(value) if isinstance(value, Marked) else value
            for name, value in self.details.items()
        }
        return say(self.sentence).format(**details)

    def as_json(self, say: Say) -> dict[str, object]:
        """Return the refusal for a program."""
        return {"refused": self.said(say), "where": "", "reason": type(self).__name__}


class Marked(str):
    """A detail of an error that is itself a text of ours, to be translated when it is said."""

    __slots__ = ()


class Cancelled(GbvcaseError):
    """The person has had enough; nothing is said."""

    sentence = mark("Stopped. Nothing was changed.")


class Unreadable(GbvcaseError):
    """A value that cannot be read as an answer to its field."""

    sentence = mark("{field}: this cannot be read.")


class Refused(GbvcaseError):
    """A value inside a document handed to us: `where` names its place, the sentence says why."""

    def __init__(self, sentence: str, *, where: str, **details: object) -> None:
        super().__init__(sentence, **details)
        self.where = where

    def as_json(self, say: Say) -> dict[str, object]:
        """Return the refusal for a program, with its place."""
        return super().as_json(say) | {"where": self.where}


class VaultMissing(GbvcaseError):
    """A folder without a cabinet was to be opened."""

    sentence = mark("There is no cabinet in this folder.")


class VaultExists(GbvcaseError):
    """A cabinet was to be made where one lies already."""

    sentence = mark("There is already a cabinet in this folder. Nothing was changed.")


class VaultInUse(GbvcaseError):
    """Another program has the cabinet open."""

    sentence = mark("This cabinet is already open in another window.")


class WrongPassword(GbvcaseError):
    """The password does not open the cabinet; `wait` is the pause in seconds before another try."""

    sentence = mark("The password is not right.")

    def __init__(self, sentence: str | None = None, *, wait: int = 0) -> None:
        if sentence is None and wait:
            sentence = mark(
                "The password is not right. Please wait {seconds} seconds before the next try."
            )
        super().__init__(sentence, seconds=wait)
        self.wait = wait


class TooSoon(WrongPassword):
    """A password came before the pause was over; it was not tried."""

    def __init__(self, *, wait: int) -> None:
        super().__init__(mark("Please wait {seconds} seconds before the next try."), wait=wait)


class WrongRecoveryNumber(GbvcaseError):
    """The number on the paper is mistyped, or is the number of another cabinet."""

    sentence = mark("This recovery number does not open this cabinet.")


class PasswordRefused(GbvcaseError):
    """A new password is too easy to guess, or cannot be typed; the sentence says why."""

    sentence = mark("This password cannot be used.")


class VaultDamaged(GbvcaseError):
    """Some of the cabinet's files cannot be trusted; nothing is written any more."""

    sentence = mark(
        "The cabinet is damaged in places. The program has stopped writing to keep it as it is."
    )


class VaultTampered(VaultDamaged):
    """The key file is whole, but it is not the one that this cabinet's key has sealed."""

    sentence = mark(
        "The key file of this cabinet was changed by another program. The cabinet was not opened."
    )


class VaultHeld(GbvcaseError):
    """The cabinet may be read, but not changed, until the person has confirmed."""

    sentence = mark(
        "This cabinet can only be read until you confirm that you want to go on with it."
    )


class VaultFromNewerProgram(GbvcaseError):
    """A file says something that this version does not know."""

    sentence = mark("This file was made by a newer version of the program.")


class VaultUnreachable(GbvcaseError):
    """The folder or a file in it may not be read or written by this account."""

    sentence = mark("The folder of the cabinet cannot be read or written.")


class DiskFull(GbvcaseError):
    """There is no room left; what was saved before is safe."""

    sentence = mark("The disk is full. Nothing was lost. Delete other files, then try again.")


class DiskFailing(GbvcaseError):
    """The disk refused to read or write; what was saved before is safe."""

    sentence = mark(
        "The disk could not be written. What was saved before is safe. Please try again."
    )


class NotEnoughMemory(GbvcaseError):
    """The computer has not enough free memory to derive the key."""

    sentence = mark("There is not enough free memory. Close other programs, then try again.")


class ProgramIncomplete(GbvcaseError):
    """A library that keeps the cabinet safe is missing, too old or not what it should be."""

    sentence = mark(
        "A part of the program is missing or too old. Please install the program again."
    )


class FolderExposed(GbvcaseError):
    """A cabinet must not lie where other programs or people look; the sentence says why."""

    sentence = mark("A cabinet cannot lie in this folder.")
