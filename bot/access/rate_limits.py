"""How much one person and one server may ask in a minute, however they ask."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from bot.errors import RateLimitError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.access.origin import Origin
    from bot.state.records import ServerSettings

_MINUTE = 60.0


class RateLimiter:
    """Counts questions in windows of a minute.

    discord.py's own `commands.Cooldown` does not serve: its rate is fixed when its window begins, while
    managers may change theirs, and a question counts for its asker and for its server, or for neither.

    Args:
        user_rate: questions a minute that a person may ask where the server sets no other rate.
        server_rate: likewise for all people of a server together.
        clock: says what time it is, in seconds.
        many: windows that are kept before those that are over are dropped.

    """

    def __init__(
        self,
        *,
        user_rate: int,
        server_rate: int,
        clock: Callable[[], float] = time.monotonic,
        many: int = 10_000,
    ) -> None:
        self._user_rate = user_rate
        self._server_rate = server_rate
        self._clock = clock
        self._many = many
        self._windows: dict[tuple[str, int | None, int], tuple[float, int]] = {}
        """When each began, and how many questions have been asked in it."""

    def take(self, origin: Origin, settings: ServerSettings) -> None:
        """Count a question.

        Raises:
            RateLimitError: it is one too many; then it is not counted.

        """
        now = self._clock()
        limits = [("cooldown-user", origin.user, settings.user_rate or self._user_rate)]
        if origin.server is not None:
            limits.append(("cooldown-server", origin.server, settings.server_rate or self._server_rate))
        counted = {}
        for kind, whose, rate in limits:
            key = (kind, origin.server, whose)
            began, questions = self._windows.get(key, (now, 0))
            if now - began >= _MINUTE:
                began, questions = now, 0
            if questions >= rate:
                raise RateLimitError(kind, seconds=math.ceil(_MINUTE - (now - began)))
            counted[key] = (began, questions + 1)
        if len(self._windows) >= self._many:
            self._drop_old(now)
        self._windows |= counted

    def _drop_old(self, now: float) -> None:
        self._windows = {key: window for key, window in self._windows.items() if now - window[0] < _MINUTE}
