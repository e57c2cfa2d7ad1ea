"""How long a training lasts: by the clock, as a borrowed machine is, over interruptions."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import torch

from index.files import atomic_write
from index.models.hardware import faster_dtype

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.training.reader.optimizer import Trainer

_SECONDS = 180.0
"""Between two checkpoints."""


class Schedule:
    """Counts steps and seconds, and keeps a checkpoint.

    Which step comes when depends on the machine's speed; the weights then do too.
    """

    def __init__(self, *, seconds: float, work: Path) -> None:
        self.steps = 0
        self._seconds, self._file = seconds, work
        self._before = 0.0
        self._started = self._saved = time.monotonic()
        self.between = 10.0 if torch.cuda.is_available() else 60.0
        self.bfloat16 = faster_dtype() is torch.bfloat16

    @property
    def share(self) -> float:
        """How much of the time is over, from 0 to 1."""
        return min(1.0, (self._before + time.monotonic() - self._started) / self._seconds)

    @property
    def over(self) -> bool:
        """Whether all of it is."""
        return self.share >= 1

    def step(self, trainers: Sequence[Trainer]) -> None:
        """Count a step."""
        self.steps += 1
        if self.steps == 1:
            self._started = time.monotonic()  # what is made ready before the first step costs no time
        if time.monotonic() - self._saved < _SECONDS or torch.cuda.is_available():
            return
        spent = self._before + time.monotonic() - self._started
        states = [trainer.state() for trainer in trainers]
        with atomic_write(self._file) as new:
            torch.save({"steps": self.steps, "spent": spent, "trainers": states}, new)
        self._saved = time.monotonic()

    def resume(self, trainers: Sequence[Trainer], device: torch.device) -> None:
        """Go on from the checkpoint, if there is one."""
        if self._file.exists():
            kept = torch.load(self._file, map_location=device)
            self.steps, self._before = kept["steps"], kept["spent"]
            for trainer, state in zip(trainers, kept["trainers"], strict=True):
                trainer.restore(state)
        self._started = time.monotonic()
