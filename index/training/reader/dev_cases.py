"""Question sets to choose by -> windows for a network elsewhere to read; what it said of them -> cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.evaluation.single_article import library_of
from index.fitting.cases import Case, Kind, searched
from index.models.bundle import load_tokenizer
from index.models.protocols import Models, Reading, keep_better
from index.models.tokenization import tokenized_windows
from index.training.data.arrays import Ragged
from index.training.reader.dev_set import DevWindows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.evaluation.datasets import Document
    from index.models.protocols import Encoder
    from index.models.tokenization import TokenizedWindow
    from index.training.reader.dev_set import DevOutputs


def cases_to_judge(
    documents: Sequence[Document], source: str, *, encoder: Encoder
) -> Iterator[tuple[Case, list[TokenizedWindow]]]:
    """Search for every question; give it, not yet read, with its windows."""
    tokenizer = load_tokenizer()
    for document in documents:
        library = library_of(document.source, Models(encoder))
        (article,) = library.articles
        finds = searched(library, [question.text for question in document.questions])
        for question, hits in zip(document.questions, finds, strict=True):
            yield (
                Case(
                    source=source,
                    kind=Kind.ANSWERABLE if question.right else Kind.ADVERSARIAL,
                    article=article,
                    group=f"{source}/{article.name}",
                    found=hits.found,
                    read={},
                    right=frozenset(number - 1 for number in question.right),
                    answers=question.answers,
                ),
                tokenized_windows(library.pipeline.request(hits), tokenizer),
            )


def dev_windows_of(cases: Sequence[tuple[Case, list[TokenizedWindow]]]) -> DevWindows:
    """Pack all windows."""
    windows = [window for _, laid in cases for window in laid]
    return DevWindows(
        Ragged.of([window.tokens for window in windows], np.uint16),
        np.array([window.text for window in windows], dtype=np.int32),
        Ragged.of([[mark for _, _, mark, _ in window.stretches()] for window in windows], np.int32),
    )


def read_cases(cases: Sequence[tuple[Case, list[TokenizedWindow]]], outputs: DevOutputs) -> Iterator[Case]:
    """Put what a network said into the cases whose windows it read."""
    number = mark = 0
    for case, windows in cases:
        for window in windows:
            for place, sentence, _, _ in window.stretches():
                reading = Reading(
                    start=sentence.offsets[outputs.start[mark]][0],
                    end=sentence.offsets[outputs.end[mark]][1],
                    span=float(outputs.span[mark]),
                    null=float(outputs.null[number]),
                    sentence=float(outputs.sentence[mark]),
                    none=float(outputs.none[number]),
                )
                keep_better(case.read, place, reading)
                mark += 1
            number += 1
        yield case
