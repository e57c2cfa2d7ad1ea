"""Whatever a database fails with -> a StateError."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from bot.errors import StateError

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONFLICTS = {"40001", "40P01"}
"""PostgreSQL's "serialization failure" and "deadlock detected"."""


@contextlib.contextmanager
def failing(what: str) -> Iterator[None]:
    """Turn any failure into one that says what was tried; `what` follows "could not".

    Raises:
        StateError: the block failed.

    """
    try:
        yield
    except StateError:
        raise  # it says what was tried already
    except Exception as error:
        # All kinds: when they connect, drivers fail with whatever their network and TLS fail with.
        raise StateError(f"could not {what}: {_reason(error)}", refused=_refused(error)) from error


def conflicting(error: StateError) -> bool:
    """Whether another transaction stood in the way, so that the same one would do now."""
    cause = error.__cause__
    driver = cause.orig if isinstance(cause, DBAPIError) else None
    return str(getattr(driver, "sqlstate", "")) in _CONFLICTS


def _reason(error: Exception) -> str:
    """Return the driver's own words, on one line; SQLAlchemy's would add the statement."""
    cause = error.orig if isinstance(error, StatementError) and error.orig is not None else error
    return " ".join(str(cause).split()) or type(cause).__name__


def _refused(error: Exception) -> bool:
    """Whether the value was at fault, not the database: it could not be sent, or broke a rule."""
    if isinstance(error, DBAPIError):
        driver = error.orig
        if isinstance(error, IntegrityError) or isinstance(getattr(driver, "__cause__", None), ValueError):
            return True
        return str(getattr(driver, "sqlstate", "")).startswith("22")  # PostgreSQL's "data exception"
    return isinstance(error, StatementError | ValueError | OverflowError)
