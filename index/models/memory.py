"""What keeps a process that computes for weeks small: the C library's and oneDNN's habits, on Linux."""

from __future__ import annotations

import ctypes
import os
import sys

_ARENA_MAX = -8
"""M_ARENA_MAX of glibc's malloc.h."""
_PRIMITIVES = 16
"""Compiled products that oneDNN keeps, one for each size of input: a thousand take 150 MB."""


def save_memory() -> None:
    """Have one heap for all threads, and few products kept; takes effect only before anything is computed."""
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", str(_PRIMITIVES))  # noqa: TID251 - oneDNN reads it
    _c_library("mallopt", _ARENA_MAX, 1)


def give_back() -> None:
    """Give memory that is free inside the process back to the system, which takes some 10 ms."""
    _c_library("malloc_trim", 0)


def _c_library(function: str, *arguments: int) -> None:
    """Call a function of glibc; other C libraries have none of that name."""
    if sys.platform == "linux":
        call = getattr(ctypes.CDLL(None), function, None)
        if call is not None:
            call(*arguments)
