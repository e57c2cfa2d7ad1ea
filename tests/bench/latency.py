"""Time warm answers, with and without the reader, alone and together: `python tests/bench/latency.py`.

Asks the questions of `tests/questions.jsonl` three times over; the first time warms up and is not counted.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index import Library, Query, build
from index.config import LibrarySettings
from index.loading import encoder_for, reader_for
from index.models.protocols import Models

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1, 4)
"""Questions asked together, at most as many as the bot does by default."""
ROOT = Path(__file__).resolve().parent.parent.parent


def main(*, turns: int = 3, most: int | None = None) -> None:
    """Print p50 and p95 in milliseconds for each part, over so many turns through so many questions."""
    settings = LibrarySettings(articles=ROOT / "seeds")
    encoder = encoder_for(settings)
    reader, calibration = reader_for(settings)
    rows = (ROOT / "tests" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(row)["question"] for row in rows][:most]
    with tempfile.TemporaryDirectory() as folder:
        build(settings.articles, Path(folder), encoder=encoder)
        search_only = Library.open(Path(folder), Models(encoder))
        whole = Library.open(Path(folder), Models(encoder, reader, calibration))
    parts: dict[str, Callable[[str], object]] = {
        "encoding alone": lambda question: encoder.encode([question]),
        "without the reader": search_only.ask,
        "with the reader": whole.ask,
    }
    for name, part in parts.items():
        times = []
        for turn in range(turns):
            for question in questions:
                start = time.perf_counter()
                part(question)
                if turn:
                    times.append((time.perf_counter() - start) * 1000)
        p50, p95 = np.percentile(times, [50, 95])
        print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms")
    for size, milliseconds in _together(whole, questions, turns=turns).items():
        print(f"{size} at a time: {milliseconds:.1f} ms a question")


def _together(library: Library, questions: list[str], *, turns: int) -> dict[int, float]:
    """Ask so many questions at a time, by turns, so that other load meets all sizes alike.

    Returns:
        For each of `SIZES`, the milliseconds a question, the median over the turns.

    """
    queries = [Query(question) for question in questions]
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    for size in SIZES * turns:
        start = time.perf_counter()
        for first in range(0, len(queries), size):
            library.ask_all(queries[first : first + size])
        times[size].append((time.perf_counter() - start) * 1000 / len(queries))
    return {size: float(np.median(spent)) for size, spent in times.items()}


if __name__ == "__main__":
    main()
