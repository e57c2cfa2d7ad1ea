"""What this machine computes with: its cores, and the number format that it multiplies matrices faster in."""

from __future__ import annotations

import functools
import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch


def available_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@functools.cache
def faster_dtype() -> torch.dtype:
    """Choose between float32 and bfloat16 by multiplying matrices of the reader's size in both.

    Processors without bfloat16 take several times as long for it as for float32.
    """
    import torch

    def seconds(dtype: torch.dtype) -> float:
        left, right = torch.ones(512, 384, dtype=dtype), torch.ones(384, 1536, dtype=dtype)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            left @ right
            times.append(time.perf_counter() - start)
        return min(times)

    return min(torch.float32, torch.bfloat16, key=seconds)
