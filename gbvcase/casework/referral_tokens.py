"""So that nobody is counted twice: each referral has a random token, which the receiver keeps.

The office where somebody was first registered counts her. A token is drawn for one referral, says
nothing of the person, and is of no use to anybody but the two offices.
"""

from secrets import token_hex

from gbvcase.casework.cases import load_for_change
from gbvcase.casework.desk import Desk
from gbvcase.casework.referrals import find_referral
from gbvcase.casework.ways_out import leave
from gbvcase.domain.case import Case
from gbvcase.domain.counted import left_to_sender
from gbvcase.domain.errors import GbvcaseError
from gbvcase.domain.marking import mark
from gbvcase.domain.referral import Referral
from gbvcase.vault.answers import TOKENS_TAKEN
from gbvcase.vault.records import Transaction
from gbvcase.vault.settings import keep_setting, read_setting

TOKEN_BYTES = 16
GIVEN = "referral.tokens.given"


class NotAToken(GbvcaseError):
    """Something else where the token of a referral was asked for."""

    sentence = mark("This is not the mark of a referral: it has 32 letters from 0 to 9 and a to f.")


class OwnToken(GbvcaseError):
    """The token of a referral that this office has sent itself."""

    sentence = mark("This is the mark of a referral from this office. She is counted here already.")


class TokenTaken(GbvcaseError):
    """A token that belongs to another case: one of the two would be left out wrongly."""

    sentence = mark("This mark was kept with another case. Look whether both are the same person.")


def token_of(desk: Desk, number: str) -> str:
    """Return the token of a referral; it is drawn when it is first asked for."""
    _, referral = find_referral(desk, number)
    with desk.vault.begin() as db:
        token = _drawn(db, referral)
        leave(desk, db, "referral.token", str(referral.id))
    return token


def token_for_paper(desk: Desk, referral: Referral) -> str:
    """Return the token of a referral as its form has it: the journal notes each print of that."""
    with desk.vault.begin() as db:
        return _drawn(db, referral)


def _drawn(db: Transaction, referral: Referral) -> str:
    kept = dict(read_setting(db, GIVEN) or {})
    if referral.id not in kept:
        kept[str(referral.id)] = token_hex(TOKEN_BYTES)
        keep_setting(db, GIVEN, kept)
    return str(kept[referral.id])


def plain_token(typed: str) -> str:
    """Return a token as it is kept, however it was typed; NotAToken for anything else."""
    plain = "".join(typed.replace("-", " ").split()).lower()
    if len(plain) != 2 * TOKEN_BYTES or not set(plain) <= set("0123456789abcdef"):
        raise NotAToken
    return plain


def take_token(desk: Desk, case_id: str, token: str) -> Case:
    """Keep the token with which somebody came, and leave her to the counts of the sender.

    The services of this office count all the same. The same token for the same case changes
    nothing. Raises NotAToken, OwnToken or TokenTaken.
    """
    plain = plain_token(token)
    with desk.vault.begin() as db:
        if plain in dict(read_setting(db, GIVEN) or {}).values():
            raise OwnToken
        kept = dict(read_setting(db, TOKENS_TAKEN) or {})
        if kept.get(plain, case_id) != case_id:
            raise TokenTaken
    with load_for_change(desk, case_id, "referral.token.take") as change:
        change.case = left_to_sender(change.case)
    with desk.vault.begin() as db:
        keep_setting(
            db, TOKENS_TAKEN, dict(read_setting(db, TOKENS_TAKEN) or {}) | {plain: case_id}
        )
    return change.case


def came_with_token(desk: Desk, case_id: str) -> bool:
    """Tell whether a case came with the token of another member."""
    with desk.vault.begin() as db:
        return case_id in dict(read_setting(db, TOKENS_TAKEN) or {}).values()
