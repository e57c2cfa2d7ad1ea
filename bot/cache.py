"""A bounded mapping of what came last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_K = TypeVar("_K")
_V = TypeVar("_V")


class BoundedCache(Generic[_K, _V]):
    """Values by key; where there are more than `limit`, the one that was put in first goes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: dict[_K, _V] = {}

    def put(self, key: _K, value: _V) -> None:
        """Keep a value as the latest, in the place of an earlier one."""
        self._values.pop(key, None)
        self._values[key] = value
        if len(self._values) > self._limit:
            del self._values[next(iter(self._values))]

    def get(self, key: _K) -> _V | None:
        """Return a value, if it is still there."""
        return self._values.get(key)

    def drop(self, key: _K) -> None:
        """Forget a value."""
        self._values.pop(key, None)

    def revise(self, change: Callable[[_V], _V | None]) -> None:
        """Put a new value in the place of each, and drop those for which it is None."""
        revised = {key: change(value) for key, value in self._values.items()}
        self._values = {key: value for key, value in revised.items() if value is not None}

    def items(self) -> Iterator[tuple[_K, _V]]:
        """Go through keys and values, the earliest first."""
        return iter(self._values.items())

    def __iter__(self) -> Iterator[_V]:
        """Go through the values, the latest first."""
        return reversed(self._values.values())
