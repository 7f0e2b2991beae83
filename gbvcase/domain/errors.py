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
