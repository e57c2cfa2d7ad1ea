"""The benchmark of load runs, and prints what it measured."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
def test_a_crowd_of_fifty_is_measured() -> None:
    command = [sys.executable, "-m", "tests.bench.load", "--reader", "off", "--only", "b"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (row,) = re.findall(r"^b: .*$", printed, re.MULTILINE)
    sent, _, acknowledged, *_ = re.findall(r"\d\S*", row.partition("/ask")[2])
    assert (sent, acknowledged) == ("50", "50"), printed
