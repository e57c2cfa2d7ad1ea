"""Ask questions as they are written, and with one slip in each: `python tests/bench/slips.py FILE [EVERY]`.

FILE is one that `verbatim evaluate` takes; every n-th answerable question of each article is asked. Prints
how often the right sentence comes first, and how many are claimed as "answered" or said not to be found;
slips are also asked without correcting them.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from index.config import LibrarySettings
from index.evaluation.datasets import read_questions
from index.evaluation.single_article import library_of
from index.loading import encoder_for, reader_for
from index.models.protocols import Models
from index.query.spelling import Spelling
from index.types import Verdict

ROOT = Path(__file__).resolve().parent.parent.parent
_WORD = re.compile(r"(?<=\W)[^\W\d_]{5,}")
_LETTERS = "etaoinsrhl"


def main(file: Path, *, every: int = 1) -> None:
    """Print the shares of every n-th answerable question of a file."""
    settings = LibrarySettings(articles=ROOT / "seeds")
    encoder = encoder_for(settings)
    reader, calibration = reader_for(settings)
    questions = read_questions(file, articles=settings.articles, max_bytes=settings.max_article_bytes)
    rng = random.Random(7)
    outcomes = defaultdict(list)
    for document in questions.documents:
        library = library_of(document.source, Models(encoder, reader, calibration))
        spelling = library.pipeline.spelling
        for question in [own for own in document.questions if own.right][::every]:
            slipped = slip(question.text, rng)
            for name, text, corrected in (
                ("as written", question.text, spelling),
                ("with a slip", slipped, spelling),
                ("with a slip, not corrected", slipped, Spelling([])),
            ):
                library.pipeline.spelling = corrected
                answer = library.ask(text, top=1)
                outcomes[name].append(
                    (
                        answer.quotes[0].sentence in question.right,
                        answer.verdict is Verdict.ANSWERED,
                        answer.verdict is Verdict.NOT_FOUND,
                    )
                )
    for name, rows in outcomes.items():
        right, answered, not_found = np.mean(rows, axis=0)
        print(
            f"{name}: {len(rows)} questions,"
            f" P@1 {right:.3f}, answered {answered:.3f}, not found {not_found:.3f}"
        )


def slip(question: str, rng: random.Random) -> str:
    """Leave out, add or mistake a letter inside a word, or swap two.

    The word has five letters at least and is not the first of the question.
    """
    words = list(_WORD.finditer(question))
    if not words:
        return question
    match = rng.choice(words)
    word, place = match.group(), rng.randrange(1, len(match.group()) - 1)
    before, here, after = word[:place], word[place], word[place + 1 :]
    letter = rng.choice(_LETTERS)
    slipped = rng.choice(
        [
            before + after,
            before + letter + here + after,
            before + after[0] + here + after[1:],
            before + letter + after,
        ]
    )
    return question[: match.start()] + slipped + question[match.end() :]


if __name__ == "__main__":
    main(Path(sys.argv[1]), every=int(sys.argv[2]) if len(sys.argv) > 2 else 1)
