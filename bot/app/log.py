"""The log: to stderr, one line an event, and never the token."""

from __future__ import annotations

import logging

_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


class Redacting(logging.Formatter):
    """Formats like any other, then blots a secret out: of messages, of their arguments and of tracebacks."""

    def __init__(self, secret: str) -> None:
        super().__init__(_FORMAT)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """Format a record without the secret."""
        return super().format(record).replace(self._secret, "[token]")


def start_logging(level: str, *, secret: str) -> None:
    """Send everything from a level upwards to stderr; the secret must not be empty."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library in ("aiosqlite", "alembic"):  # one logs each statement with its values, the other each start
        logging.getLogger(library).setLevel(logging.WARNING)
