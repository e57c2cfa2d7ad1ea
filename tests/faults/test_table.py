"""The table of faults in CONTRIBUTING.md names each test of this folder, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT


def test_the_table_names_every_test() -> None:
    files = Path(__file__).parent.glob("test_*.py")
    there = {
        name
        for file in files
        if file.name != Path(__file__).name
        for name in re.findall(r"^async def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text.partition("## What must hold under faults")[2].partition("\n## ")[0]
    assert set(re.findall(r"`(test_\w+)`", section)) == there
