"""How often a question is taken for another one: `python -m tests.bench.likeness COMMUNITY SQUAD`.

COMMUNITY is a file of questions about several articles, a JSON object a line with `question` and `article`;
those of one article all ask different things, as do those of `tests/questions.jsonl`. All but one of them
have a chosen answer then, and the one is asked. SQUAD is a file of SQuAD 2.0 in which unanswerable questions
name the one that they were made from (`twin`). Prints of how many a chosen answer would be shown: of
`tests/rewordings.jsonl` and of questions as they are typed in haste it should, of others and of twins not;
and how long it takes where a server has as many chosen answers as it may.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from index.models.encoder import load_encoder
from index.models.question_vectors import QuestionVectors
from index.query.likeness import ALIKE, most_alike
from index.training.data.chat_style import typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
_NO_QUESTION = {"none-chat", "none-other"}
_AGAIN, MOST = "Where was the summit of the leaders held?", 500


def main(community: Path, squad: Path) -> None:
    """Print the shares."""
    vectors = QuestionVectors(load_encoder())

    def shown(question: str, chosen: Sequence[str]) -> int | None:
        return most_alike(question, vectors.of([question])[0], chosen, vectors.of)

    def tell(name: str, outcomes: Sequence[bool]) -> None:
        print(f"{name}: {sum(outcomes)} of {len(outcomes)} ({sum(outcomes) / len(outcomes):.4f})")

    asked = [row for row in _rows(community) if row["kind"] not in _NO_QUESTION]
    reworded = list(_rows(ROOT / "rewordings.jsonl"))
    tell("reworded", [shown(row["reworded"], [row["question"]]) is not None for row in reworded])
    rng = random.Random(1)
    hasty = [(row["question"], typed(row["question"], rng)) for row in asked]
    tell("typed in haste", [shown(put, [question]) is not None for question, put in hasty])
    by_article = defaultdict(list)
    for row in (*_rows(ROOT / "questions.jsonl"), *asked):
        by_article[row["article"]].append(row["question"])
    wrong = []
    for questions in by_article.values():
        for place, question in enumerate(questions):
            others = questions[:place] + questions[place + 1 :]
            found = shown(question, others)
            wrong.append(found is not None)
            if found is not None:
                print(f"  {question} | {others[found]}")
    tell("others about the article", wrong)
    twins = list(_twins(squad))
    tell("twins", [shown(twin, [question]) is not None for twin, question in twins])
    near = [float(vectors.of([twin])[0] @ vectors.of([question])[0]) >= ALIKE for twin, question in twins]
    tell("twins, by the cosine alone", near)
    started = time.perf_counter()
    shown(_AGAIN, [f"{number} {_AGAIN}" for number in range(MOST)])
    print(f"a question beside {MOST} that are not known yet: {time.perf_counter() - started:.2f} s")
    started = time.perf_counter()
    shown(_AGAIN, [f"{number} {_AGAIN}" for number in range(MOST)])
    print(f"... and once they are: {time.perf_counter() - started:.3f} s")


def _rows(file: Path) -> Iterator[dict[str, str]]:
    for line in file.read_text("utf-8").splitlines():
        yield json.loads(line)


def _twins(file: Path) -> Iterator[tuple[str, str]]:
    content = file.read_bytes()
    articles = json.loads(lzma.decompress(content) if file.suffix == ".xz" else content)["data"]
    questions = {
        asked["id"]: asked
        for article in articles
        for paragraph in article["paragraphs"]
        for asked in paragraph["qas"]
    }
    for asked in questions.values():
        if asked.get("twin") in questions:
            yield asked["question"], questions[asked["twin"]]["question"]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
