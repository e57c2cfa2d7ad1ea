"""Vectors are found again by model and text, by several processes, whatever happens to the file."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.store.vector_cache import VectorCache
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.types import Vectors


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "vectors.sqlite"


@pytest.fixture
def cache(file: Path) -> Iterator[VectorCache]:
    with VectorCache(file) as opened:
        yield opened


def vectors(*firsts: float) -> Vectors:
    return np.array([[first, 0.1] for first in firsts], dtype=np.float32)


def found(cache: VectorCache, texts: list[int], *, model: str = "m") -> dict[int, list[float]]:
    return {text: row.tolist() for text, row in cache.find(model, texts).items()}


def test_a_vector_is_found_bit_by_bit_for_its_model_alone(cache: VectorCache, file: Path) -> None:
    largest = 2**63 - 1
    cache.keep("m", [7, largest], vectors(0.3, 1 / 3))
    cache.keep("n", [7], vectors(0.5))
    with VectorCache(file) as other:
        assert found(other, [largest, 7, 8]) == {
            7: vectors(0.3)[0].tolist(),
            largest: vectors(1 / 3)[0].tolist(),
        }
        assert found(other, [7], model="n") == {7: vectors(0.5)[0].tolist()}
        assert found(other, [7], model="x") == {}
        assert found(other, []) == {}


def test_thousands_are_found_at_once(cache: VectorCache) -> None:
    texts = list(range(5_000))
    cache.keep("m", texts, vectors(*map(float, texts)))
    assert [row[0] for row in found(cache, texts).values()] == [float(text) for text in texts]


def test_what_was_not_used_for_longest_goes_first(file: Path) -> None:
    now = [0.0]
    wide = np.ones((1_000, 384), dtype=np.float32)
    with VectorCache(file, max_bytes=6 * 2**20, clock=lambda: now[0]) as cache:
        for start in (0, 1_000, 2_000):
            now[0] += 1
            cache.keep("m", range(start, start + 1_000), wide)
        now[0] += 1
        assert len(cache.find("m", range(1_000))) == 1_000
        now[0] += 1
        cache.keep("m", range(3_000, 4_000), wide)
        assert len(cache.find("m", range(1_000, 2_000))) == 0
        for start in (0, 2_000, 3_000):
            assert len(cache.find("m", range(start, start + 1_000))) == 1_000
        for start in range(4_000, 20_000, 1_000):
            cache.keep("m", range(start, start + 1_000), wide)
    assert file.stat().st_size < 10 * 2**20


def overwrite(file: Path) -> None:
    file.write_bytes(b"no database " * 1_000)


def of_others(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE vectors (colour TEXT)")


def zero_pages(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.seek(16_384)
        opened.write(bytes(file.stat().st_size - 16_384))


@pytest.mark.parametrize("damage", [overwrite, of_others, zero_pages])
def test_a_damaged_file_is_set_aside_and_begun_anew(
    file: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None]
) -> None:
    with VectorCache(file) as cache:
        cache.keep("m", [1, 2], vectors(1.0, 2.0))
    damage(file)
    with caplog.at_level(logging.WARNING), VectorCache(file) as cache:
        assert found(cache, [1]) == {}
        cache.keep("m", [1], vectors(3.0))
        assert found(cache, [1]) == {1: vectors(3.0)[0].tolist()}
    (line,) = caplog.messages
    assert "vectors.sqlite is begun anew: it is damaged (" in line
    assert line.endswith(" and was renamed to vectors.sqlite.damaged")
    assert file.with_name("vectors.sqlite.damaged").exists()


def test_a_file_that_is_damaged_while_it_is_used_is_begun_anew_by_all(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with VectorCache(file) as cache, VectorCache(file) as other:
        cache.keep("m", [1], vectors(1.0))
        assert found(other, [1])
        cache.close()
        other.close()
        overwrite(file)
        with caplog.at_level(logging.WARNING):
            assert found(cache, [1]) == {}
            cache.keep("m", [2], vectors(2.0))
            assert found(other, [2]) == {2: vectors(2.0)[0].tolist()}
    assert len(caplog.messages) == 1


def test_a_vector_that_is_not_what_was_kept_is_not_found(cache: VectorCache, file: Path) -> None:
    cache.keep("m", [1, 2], vectors(1.0, 2.0))
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE vectors SET vector = zeroblob(8) WHERE text = 1")
    assert found(cache, [1, 2]) == {2: vectors(2.0)[0].tolist()}
    cache.keep("m", [1], vectors(4.0))
    assert found(cache, [1]) == {1: vectors(4.0)[0].tolist()}


def test_where_the_disk_refuses_there_is_no_cache(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with caplog.at_level(logging.WARNING), VectorCache(tmp_path / "file" / "vectors.sqlite") as cache:
        cache.keep("m", [1], vectors(1.0))
        assert found(cache, [1]) == {}
    (line,) = caplog.messages
    assert "vectors.sqlite is not used: " in line


WRITER = """
import sys, numpy
from pathlib import Path
from index.store.vector_cache import VectorCache
with VectorCache(Path(sys.argv[1])) as cache:
    for batch in range(20):
        texts = [int(sys.argv[2]) * 1000 + batch * 10 + number for number in range(10)]
        cache.keep("m", texts, numpy.full((10, 4), int(sys.argv[2]), dtype=numpy.float32))
        assert len(cache.find("m", texts)) == 10
"""


def test_several_processes_keep_and_find_at_once(file: Path) -> None:
    command = [sys.executable, "-c", WRITER, os.fspath(file)]
    writers = [
        subprocess.Popen([*command, str(number)], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for number in range(4)
    ]
    for writer in writers:
        _, said = writer.communicate(timeout=120)
        assert (writer.returncode, said) == (0, "")
    with VectorCache(file) as cache:
        for number in range(4):
            kept = cache.find("m", range(number * 1000, number * 1000 + 200))
            assert len(kept) == 200
            assert all(row.tolist() == [number] * 4 for row in kept.values())
