from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import pytest

from index.retrieval.vectors import VectorIndex


def unit_vectors(count: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    rows = np.random.default_rng(0).standard_normal((count, 384)).astype(np.float32)
    unit: np.ndarray[tuple[int, int], np.dtype[np.float32]] = rows / np.linalg.norm(
        rows, axis=1, keepdims=True
    )
    return unit


def test_cosines_are_the_same_bit_by_bit_when_they_are_read_from_disk(tmp_path: Path) -> None:
    vectors = unit_vectors(1_000)
    ids = np.random.default_rng(1).permutation(2**62 + np.arange(1_000)).tolist()
    made = VectorIndex.of(ids, vectors)
    made.write(tmp_path / "vectors.faiss")
    read = VectorIndex.read(tmp_path / "vectors.faiss")
    assert (len(read), read.dimension, read.size) == (1_000, 384, made.size)
    assert read.ids.tolist() == made.ids.tolist() == sorted(ids)
    assert np.array_equal(read.cosines(vectors[:3]), made.cosines(vectors[:3]))
    assert read.cosines(vectors[:1])[0] == pytest.approx((vectors @ vectors[0])[np.argsort(ids)], abs=1e-6)
    assert np.array_equal(read.vector(ids[7]), vectors[7])


@pytest.mark.skipif(sys.platform != "linux", reason="the map of a process is read from /proc")
def test_vectors_are_mapped_and_not_copied(tmp_path: Path) -> None:
    file = tmp_path / "vectors.faiss"
    VectorIndex.of(range(1_000), unit_vectors(1_000)).write(file)
    indexes = [VectorIndex.read(file) for _ in range(3)]
    for index in indexes:
        index.cosines(unit_vectors(1))
    smaps = Path("/proc/self/smaps").read_text(encoding="utf-8")
    regions = re.split(r"(?m)^(?=[0-9a-f]+-[0-9a-f]+ )", smaps)
    mapped = [region for region in regions if region.splitlines()[:1] and str(file) in region.splitlines()[0]]
    assert len(mapped) == 3
    for region in mapped:
        kib = {name: int(size) for name, size in re.findall(r"^(\w+): +(\d+) kB$", region, re.MULTILINE)}
        assert kib["Size"] >= 1_000 * 384 * 4 // 1024
        assert kib["Anonymous"] == 0  # what was copied would be


def test_a_file_may_be_deleted_while_it_is_searched(tmp_path: Path) -> None:
    vectors = unit_vectors(10)
    VectorIndex.of(range(10), vectors).write(tmp_path / "vectors.faiss")
    index = VectorIndex.read(tmp_path / "vectors.faiss")
    before = index.cosines(vectors)
    (tmp_path / "vectors.faiss").unlink()
    assert np.array_equal(index.cosines(vectors), before)
