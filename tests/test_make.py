"""What make does to files that are not its own."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_clean_leaves_what_the_bot_keeps(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    kept = {"state.db", "state.db-wal", "state.db-shm"}
    for name in kept | {"other.json"}:
        (tmp_path / ".verbatim" / "seeds-1").mkdir(parents=True, exist_ok=True)
        (tmp_path / ".verbatim" / name).touch()
    (tmp_path / ".venv").mkdir()
    for _ in range(2):
        subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
        assert {path.name for path in tmp_path.iterdir()} == {"Makefile", ".verbatim"}
        assert {path.name for path in (tmp_path / ".verbatim").iterdir()} == kept
    shutil.rmtree(tmp_path / ".verbatim")
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
