"""Vectors by id, and the nearest ones to a question: the only door to faiss."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy.typing as npt

    from index.types import Vectors


class VectorIndex:
    """Unit vectors under 63-bit ids, compared by inner product, which for them is the cosine.

    The comparison is exhaustive, and so exact. Searching from several threads at once is safe.
    """

    def __init__(self, index: Any) -> None:  # noqa: ANN401 - faiss ships no type hints
        self._index = index

    @classmethod
    def of(cls, ids: Sequence[int], vectors: Vectors) -> VectorIndex:
        """Index rows under ids, one id a row, no id twice."""
        import faiss  # noqa: TID251 - this is its door

        index = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
        index.add_with_ids(vectors, np.asarray(ids, dtype=np.int64))
        return cls(index)

    @classmethod
    def read(cls, path: Path) -> VectorIndex:
        """Map what `write` wrote into memory; the caller has checked that the file is whole.

        Processes share the vectors, and the system takes their memory back when it is short. The file may
        be deleted meanwhile, but must not be written to.
        """
        import faiss  # noqa: TID251

        return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))

    def write(self, path: Path) -> None:
        """Write the index as faiss does, whose own writer does not tell when the last bytes find no room.

        Raises:
            OSError: the disk refused.

        """
        import faiss  # noqa: TID251

        path.write_bytes(faiss.serialize_index(self._index).data)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Width of the vectors."""
        return int(self._index.d)

    @property
    def size(self) -> int:
        """Bytes that the vectors take, with their ids."""
        return len(self) * (4 * self.dimension + 8)

    @functools.cached_property
    def ids(self) -> npt.NDArray[np.int64]:
        """Every id that is held, in ascending order. Shape: (vectors,)."""
        import faiss  # noqa: TID251

        return np.sort(faiss.vector_to_array(self._index.id_map))

    def vector(self, identity: int) -> npt.NDArray[np.float32]:
        """Return the vector under an id. Shape: (dimension,)."""
        row: npt.NDArray[np.float32] = self._index.reconstruct(identity)
        return row

    def cosines(self, queries: Vectors) -> npt.NDArray[np.float32]:
        """Compare each row with every vector. Shape: (rows, vectors), in the order of `ids`."""
        scores, found = self._index.search(queries, len(self))
        cosines: npt.NDArray[np.float32] = np.empty_like(scores)
        np.put_along_axis(cosines, np.searchsorted(self.ids, found), scores, axis=1)
        return cosines


def set_threads(threads: int) -> None:
    """Set how many OpenMP threads faiss searches with, in this process."""
    import faiss  # noqa: TID251

    faiss.omp_set_num_threads(threads)
