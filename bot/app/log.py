"""The log: to stderr, one line an event; never the token, nor what people write, at whatever level."""

from __future__ import annotations

import copy
import json
import logging
import re

_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
_TOKENS = re.compile(r"(\b(?:interactions|webhooks)/[0-9]+/)[^/\s?\"']+")
"""Who has the token in such an address can answer in the bot's name, for a quarter of an hour."""
_RECONNECT = "Attempting a reconnect in %.2fs"
"""What discord.py says, with a traceback, of each connection that was lost."""


class Redacting(logging.Formatter):
    """Formats like any other, then blots a secret out: of messages, of their arguments and of tracebacks.

    Of what Discord and the bot say to each other only the name and the size are left.
    """

    def __init__(self, secret: str) -> None:
        super().__init__(_FORMAT)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """Format a record without the secret, and without what people wrote."""
        if record.name.startswith("discord."):
            record = _plain(_without_payloads(record))
        return _TOKENS.sub(r"\1[token]", super().format(record)).replace(self._secret, "[token]")


def _without_payloads(record: logging.LogRecord) -> logging.LogRecord:
    if not record.args:
        return record
    args = record.args if isinstance(record.args, tuple) else (record.args,)
    record = copy.copy(record)
    record.args = tuple(map(_shown, args))
    return record


def _shown(value: object) -> object:
    """Name an event, or say how long another payload is; all else stays as it is."""
    match value:
        case {"op": op, "t": event}:
            return f"{event or f'op {op}'} [{len(json.dumps(value, default=str))} characters]"
        case dict() | list():
            return f"[{len(json.dumps(value, default=str))} characters]"
        case str() if value.startswith(("{", "[")):
            return f"[{len(value)} characters]"
        case _:
            return value


def _plain(record: logging.LogRecord) -> logging.LogRecord:
    """Say on one line that the connection was lost, which happens each day."""
    if record.msg != _RECONNECT or not record.exc_info:
        return record
    plain = copy.copy(record)
    plain.levelno, plain.levelname = logging.WARNING, logging.getLevelName(logging.WARNING)
    plain.msg = "lost the connection to Discord (%s): connecting again in %.1f seconds"
    plain.args = (getattr(record.exc_info[0], "__name__", "unknown"), *(record.args or ()))
    plain.exc_info = plain.exc_text = None
    return plain


def start_logging(level: str, *, secret: str) -> None:
    """Send everything from a level upwards to stderr; the secret must not be empty."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library in ("aiosqlite", "alembic"):  # one logs each statement with its values, the other each start
        logging.getLogger(library).setLevel(logging.WARNING)
