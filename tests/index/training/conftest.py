from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.models.hardware import available_cores
from index.retrieval import vectors
from tests.index.training.data import write_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return write_data(folder)


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Compute with one thread: several that wait for each other are slow on a busy machine."""
    import torch

    monkeypatch.setenv("VERBATIM_THREADS", "1")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)
    vectors.set_threads(available_cores())  # the commands set both
