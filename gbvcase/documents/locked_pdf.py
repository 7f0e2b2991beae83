"""A PDF behind a password, for the few that are saved as a file."""

from io import BytesIO
from secrets import token_urlsafe


def locked(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted with AES-256, revision 6; only the password opens it."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper:
        del paper.docinfo  # what is outside the lock says nothing
        paper.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,  # names lie inside the lock, too
            encryption=pikepdf.Encryption(
                user=password, owner=token_urlsafe(32), R=6, aes=True, metadata=True
            ),
        )
    return out.getvalue()
