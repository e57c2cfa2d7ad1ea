"""Values that consist of arrays, each in one file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from safetensors.numpy import load_file, save_file

from index.files import atomic_write

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt
    from _typeshed import DataclassInstance

    Ints = npt.NDArray[np.int32]

V = TypeVar("V", bound="DataclassInstance")
_BORDERS = ".borders"


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different lengths, one behind the other."""

    values: npt.NDArray[Any]
    borders: Ints
    """Where each row begins, and where the last one's end is. Shape: (rows + 1,)."""

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.borders) - 1

    def __getitem__(self, row: int) -> npt.NDArray[Any]:
        """Return a row."""
        return self.values[self.borders[row] : self.borders[row + 1]]

    def lengths(self) -> Ints:
        """Return the length of each row."""
        return np.diff(self.borders)

    @classmethod
    def of(cls, rows: list[list[int]], dtype: npt.DTypeLike) -> Ragged:
        """Lay rows one behind the other."""
        borders = np.cumsum([0, *map(len, rows)], dtype=np.int32)
        return cls(np.array([value for row in rows for value in row], dtype=dtype), borders)


def save_arrays(value: DataclassInstance, file: Path) -> None:
    """Write a dataclass whose fields are arrays, some of them ragged."""
    arrays = {}
    for field in fields(value):
        array = getattr(value, field.name)
        if isinstance(array, Ragged):
            arrays[field.name], arrays[field.name + _BORDERS] = array.values, array.borders
        else:
            arrays[field.name] = array
    with atomic_write(file) as new:
        save_file({name: np.ascontiguousarray(array) for name, array in arrays.items()}, new)


def load_arrays(kind: type[V], file: Path) -> V:
    """Read what `save_arrays` wrote of a dataclass of this kind."""
    arrays = load_file(file)
    values: dict[str, Any] = {}
    for field in fields(kind):
        array, borders = arrays[field.name], arrays.get(field.name + _BORDERS)
        values[field.name] = array if borders is None else Ragged(array, borders)
    return kind(**values)
