"""Discord's events as discord.py reads them: one that cannot be read is left out, and the bot goes on.

discord.py lets such an error end its whole connection, and with it the client.
"""

from __future__ import annotations

import functools
import logging
import traceback
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

log = logging.getLogger(__name__)

_NEEDED = frozenset({"READY", "RESUMED"})
"""Without them there is no session: the connection has to begin anew."""


def leave_out_unreadable(parsers: MutableMapping[str, Callable[[Any], Any]]) -> None:
    """Have each parser, by the name of its event, log what it cannot read instead of raising it."""
    for event, parse in parsers.items():
        if event not in _NEEDED:
            parsers[event] = functools.partial(_parse, event, parse)


def _parse(event: str, parse: Callable[[Any], Any], data: object) -> None:
    try:
        parse(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is of this one event
        # Of the error its kind alone: its text may repeat what somebody wrote.
        kind = type(error).__name__
        log.warning("left out an event from Discord that cannot be read: %s (%s)", event, kind)
        log.debug("it was read in\n%s", "".join(traceback.format_tb(error.__traceback__)))
