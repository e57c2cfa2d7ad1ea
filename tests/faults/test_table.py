"""The table of faults in CONTRIBUTING.md names each test of this folder, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable


def test_the_table_names_every_test() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text.partition("## What must hold under faults")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(test_\w+)`", section))
    assert names_in(set(Path(__file__).parent.glob("test_*.py")) - {Path(__file__)}) - named == set()
    assert named - names_in((ROOT / "tests").rglob("test_*.py"), beginning="(?:async )?def") == set()


def names_in(files: Iterable[Path], *, beginning: str = "async def") -> set[str]:
    """List the names of tests: of those that wait for something, as those that drive the bot do."""
    return {
        name
        for file in files
        for name in re.findall(rf"^{beginning} (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
