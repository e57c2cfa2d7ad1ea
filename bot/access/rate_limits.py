"""How much one person and one server may ask, press and add in a minute, whichever way they do it."""

from __future__ import annotations

import contextlib
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.errors import RateLimitError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.access.origin import Origin
    from bot.state.records import ServerSettings

_MINUTE = 60.0
PRESSES = 120
"""What a person may do in a minute beside asking: commands that compute nothing, presses, completions."""
ADDITIONS = 10
"""Documents that may be given to a server's library in a minute."""


class _Key(NamedTuple):
    """Whose window it is, and how it is refused where it is full."""

    refusal: str
    whose: int
    server: int | None = None
    """None for all servers together."""


@dataclass(slots=True)
class _Window:
    """A minute of one person or one server."""

    began: float
    taken: int = 0
    refused: bool = False
    """Whether it was said already that there is no more."""


class RateLimiter:
    """Counts in windows of a minute, each from the first thing that is counted in it.

    A person has one window over all servers, so that more doors bring no more answers, and beside it one in
    each server that sets its own rate.

    discord.py's own `commands.Cooldown` does not serve: its rate is fixed when its window begins, while
    managers may change theirs, and a question counts for its asker and for its server, or for neither.

    Args:
        user_rate: questions a minute that a person may ask where the server sets no other rate.
        server_rate: likewise for all people of a server together.
        press_rate: presses and the like a minute of one person.
        addition_rate: documents a minute that are given to a server's library.
        clock: says what time it is, in seconds.

    """

    def __init__(
        self,
        *,
        user_rate: int,
        server_rate: int,
        press_rate: int = PRESSES,
        addition_rate: int = ADDITIONS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._user_rate = user_rate
        self._server_rate = server_rate
        self._press_rate = press_rate
        self._addition_rate = addition_rate
        self._clock = clock
        self._windows: dict[_Key, _Window] = {}
        """In the order in which they began."""

    def __len__(self) -> int:
        """Count the windows that are kept."""
        return len(self._windows)

    @contextlib.contextmanager
    def counting(self, origin: Origin, settings: ServerSettings, *, aloud: bool = True) -> Iterator[None]:
        """Count a question, unless what is done within fails.

        Args:
            origin: who asks where.
            settings: the server's.
            aloud: whether others hear it, too, if the question is one too many; what one person was told
                alone is new to the others.

        Raises:
            RateLimitError: it is one too many; then it is not counted.

        """
        own = settings.user_rate or self._user_rate
        limits = {_Key("cooldown-user", origin.user): max(own, self._user_rate)}
        if origin.server is not None:
            limits[_Key("cooldown-user", origin.user, origin.server)] = own
            limits[_Key("cooldown-server", origin.server)] = settings.server_rate or self._server_rate
        self._check(limits, aloud=aloud)
        yield
        self._count(limits)

    def take(self, origin: Origin, settings: ServerSettings, *, aloud: bool = True) -> None:
        """Count a question; as `counting` does."""
        with self.counting(origin, settings, aloud=aloud):
            pass

    def press(self, user: int) -> None:
        """Count what a person does beside asking; errors as from `take`."""
        limits = {_Key("cooldown-presses", user): self._press_rate}
        self._check(limits, aloud=True)
        self._count(limits)

    def addition(self, server: int) -> None:
        """Count a document that is given to a server's library; errors as from `take`."""
        limits = {_Key("cooldown-additions", server): self._addition_rate}
        self._check(limits, aloud=True)
        self._count(limits)

    def _check(self, limits: Mapping[_Key, int], *, aloud: bool) -> None:
        now = self._clock()
        self._drop_old(now)
        for key, rate in limits.items():
            window = self._windows.get(key)
            if window is not None and window.taken >= rate:
                repeated, window.refused = window.refused, window.refused or aloud
                seconds = math.ceil(_MINUTE - (now - window.began))
                raise RateLimitError(key.refusal, seconds=seconds, repeated=repeated)

    def _count(self, limits: Iterable[_Key]) -> None:
        for key in limits:
            self._windows.setdefault(key, _Window(self._clock())).taken += 1

    def _drop_old(self, now: float) -> None:
        """Drop the windows that are over, which are the first ones."""
        while self._windows:
            oldest = next(iter(self._windows))
            if now - self._windows[oldest].began < _MINUTE:
                return
            del self._windows[oldest]
