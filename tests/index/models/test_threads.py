"""torch and faiss each bring an OpenMP; together in one process they have crashed others."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

STORM = """
import threading
import numpy as np
from pathlib import Path
from index import Library, build
from index.loading import encoder_for, reader_for
from index.config import LibrarySettings
from index.models.protocols import Models
from index.retrieval.vectors import VectorIndex
import sys

settings = LibrarySettings(threads=2, _env_file=None)
encoder = encoder_for(settings)
reader, calibration = reader_for(settings)
seeds, folder = Path(sys.argv[1]), Path(sys.argv[2])
build(seeds, folder, encoder=encoder)
library = Library.open(folder, Models(encoder, reader, calibration))
rows = encoder.encode([f"sentence {n} of a text" for n in range(64)])
done = []

def storm(seed):
    order = np.random.default_rng(seed)
    for turn in range(2500):
        chosen = order.permutation(64)[:32]
        index = VectorIndex.of(chosen.tolist(), rows[chosen])
        query = int(chosen[0])
        (cosines,) = index.cosines(rows[query : query + 1])
        best = index.ids[cosines.argmax()]
        assert best == query and abs(cosines.max() - 1) < 1e-5, (best, query, cosines.max())
        if turn % 100 == 0:
            assert library.ask("What was engraved on the drumstick?").quotes[0].sentence == 15
        done.append(turn)

threads = [threading.Thread(target=storm, args=(seed,)) for seed in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(done))
"""


@pytest.mark.slow
def test_building_and_searching_from_several_threads_10000_times(tmp_path: object) -> None:
    """Run in a process of its own, so that a crash fails this test and not the whole run."""
    run = subprocess.run(
        [sys.executable, "-c", STORM, "seeds", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "10000\n", "")
