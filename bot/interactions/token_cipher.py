"""The tokens of interactions, as they may be kept."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken  # noqa: TID251 - this is its door
from cryptography.hazmat.primitives.hashes import SHA256  # noqa: TID251
from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: TID251

_PURPOSE = b"verbatim: tokens of interactions"


class TokenCipher:
    """Encrypts them under a key that follows from the bot's own token.

    Who has an interaction's token answers in the bot's name, for the quarter of an hour that it lives, and
    needs nothing else for it. So they are not kept as they are: the database, a copy of it, or its log alone
    gives nothing. Who has the bot's token, too, could do more than that anyway.
    """

    def __init__(self, bot_token: str) -> None:
        key = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(bot_token.encode())
        self._fernet = Fernet(base64.urlsafe_b64encode(key))

    def encrypt(self, token: str) -> str:
        """Return a token as it may be kept."""
        return self._fernet.encrypt(token.encode()).decode("ascii")

    def decrypt(self, kept: str) -> str | None:
        """Read it back; None if another bot's token encrypted it, or nobody's did."""
        try:
            return self._fernet.decrypt(kept.encode()).decode()
        except InvalidToken:
            return None
