from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from index.training.examples import Maker
from index.training.neighbours import Neighbours, bundled_tokenizer
from tests.index.training.data import write_data

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def neighbours() -> Neighbours:
    return Neighbours(bundled_tokenizer())


@pytest.fixture
def maker(neighbours: Neighbours) -> Maker:
    return Maker(bundled_tokenizer(), neighbours, random.Random(1))  # noqa: S311 - a test's chance


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return write_data(folder)
