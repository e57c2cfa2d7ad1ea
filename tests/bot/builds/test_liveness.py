"""A process that says nothing is let be as long as it computes, a little at least, and not without end."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.builds.liveness import Patience, Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux says how much a process has computed"
)

COMPUTING = """
import subprocess, sys, time
burn = "import time\\nwhile time.process_time() < 0.3: pass"
for line in sys.stdin:
    if line == "own\\n":
        until = time.process_time() + 0.3
        while time.process_time() < until:
            pass
    if line == "child's\\n":
        subprocess.run([sys.executable, "-S", "-c", burn], check=True)
    print("done", flush=True)
"""
PATIENCE = Patience(still=10, busy=0.25)


class Computing:
    """A process that computes as it is told, and a clock."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-c", COMPUTING], stdin=pipe, stdout=pipe, text=True
        )
        self.now = 0.0

    def compute(self, whose: str = "nobody's") -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{whose}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n"

    def clock(self) -> float:
        return self.now


@pytest.fixture
def computing() -> Iterator[Computing]:
    made = Computing()
    made.compute()  # and so it has started
    yield made
    made.process.kill()
    made.process.communicate()


def test_one_that_stands_still_hangs(computing: Computing) -> None:
    watch = Watch(computing.process.pid, PATIENCE, computing.clock)
    computing.now = 9
    assert watch.why_hung() is None
    computing.now = 10
    assert watch.why_hung() == "it said nothing and computed nothing for 10 seconds"


def test_one_that_gets_little_of_the_processor_does_not(computing: Computing) -> None:
    watch = Watch(computing.process.pid, Patience(still=10, busy=100), computing.clock)
    for _ in range(3):
        computing.compute("own")
        computing.now += 9
        assert watch.why_hung() is None
    computing.now += 9
    assert watch.why_hung() is None
    computing.now += 1
    assert watch.why_hung() is not None


def test_one_that_computes_without_end_hangs(computing: Computing) -> None:
    watch = Watch(computing.process.pid, PATIENCE, computing.clock)
    computing.compute("own")
    assert watch.why_hung() == "it said nothing while it computed for 0.25 seconds"


def test_what_it_has_others_compute_is_no_hanging(computing: Computing) -> None:
    watch = Watch(computing.process.pid, PATIENCE, computing.clock)
    for _ in range(2):
        computing.now += 9
        computing.compute("child's")
        assert watch.why_hung() is None


def test_one_that_has_ended_does_not_hang(computing: Computing) -> None:
    watch = Watch(computing.process.pid, PATIENCE, computing.clock)
    computing.process.kill()
    computing.process.wait()
    computing.now = 100
    assert watch.why_hung() is None
