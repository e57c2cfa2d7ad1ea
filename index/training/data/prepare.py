"""Question sets -> one file of tokens, with which a reader can be trained where nothing else is installed."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

from index.evaluation.squad import parse_squad
from index.query.cleaning import askable
from index.text.chunking import chunks_of
from index.training.data.chat_style import typed
from index.training.data.rows import CorpusQuestion, CorpusRows
from index.training.data.small_talk import SMALL_TALK
from index.training.data.sources import SETS, UNPLACED, UNSURE_WEIGHT
from index.training.data.squad import read_content
from index.training.data.yes_no import yes_no

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenizers import Encoding

    from index.evaluation.squad import Asked, Paper
    from index.training.data.corpus import Corpus
    from index.training.data.sources import TrainingSet
    from index.types import Article

_TYPED_FORMS = 2
_SHARE_YES_NO = 0.5
_REPEATED = 6
"""Articles that each line of chatter is asked of."""


def prepare(
    data: Path, *, seed: int, share: float = 1.0, progress: Callable[[str], None] = lambda _: None
) -> Corpus:
    """Read all question sets.

    Args:
        data: the folder of the question sets.
        seed: of how questions are typed and which are left out.
        share: of the articles that are taken, for a try.
        progress: is told what is being read.

    """
    rng = random.Random(seed)  # noqa: S311 - examples are no secret
    rows = CorpusRows()
    for number, set_ in enumerate(SETS):
        progress(set_.file)
        content = read_content(data / set_.file)
        raw = json.loads(content)["data"]
        papers = [
            pair for pair in zip(parse_squad(content, set_.file), raw, strict=True) if rng.random() < share
        ]
        for (paper, _), asked in zip(papers, _kept(papers, set_, rng), strict=True):
            _add(rows, paper, asked, set_, number, rng)
    _add_unplaced(rows, data, rng, share)
    progress("sentences that share words")
    return rows.corpus()


def _kept(
    papers: list[tuple[Paper, dict[str, Any]]], set_: TrainingSet, rng: random.Random
) -> list[list[tuple[Asked, dict[str, Any]]]]:
    """Choose the questions of each article, each with its raw form."""
    found = [
        [
            (asked, qa)
            for asked, qa in zip(
                paper.questions,
                (qa for paragraph in entry["paragraphs"] for qa in paragraph["qas"]),
                strict=True,
            )
            if qa.get("style", "filled") == "filled"
            and not qa.get("nominal")
            and not qa.get("in_squad2_dev_19")
        ]
        for paper, entry in papers
    ]
    total = sum(map(len, found))
    if set_.most is None or total <= set_.most:
        return found
    kept = set_.most / total
    return [[pair for pair in pairs if rng.random() < kept] for pairs in found]


def _add(
    rows: CorpusRows,
    paper: Paper,
    asked: list[tuple[Asked, dict[str, Any]]],
    set_: TrainingSet,
    number: int,
    rng: random.Random,
) -> None:
    """Add an article with its questions."""
    article, title = paper.article, set_.title_of(paper.title)
    chunks = chunks_of(article)
    starts = [*article.paragraphs, len(article.sentences)]
    first, encodings = rows.add_article(article, title)
    for one, qa in asked:
        question = askable(one.text)
        if question is None:
            continue
        whole = bool(qa.get("sentence_only"))
        holding = _holding(paper, one) if whole else sorted(set(one.sentences))
        place = one.sentences[0] if one.sentences else _asked_of(paper, one)
        paragraph = chunks.paragraph_of[place]
        words = chunks.paragraphs[paragraph]
        forms = [question, *(typed(question, rng, title=title, paragraph=words) for _ in range(_TYPED_FORMS))]
        if one.answers and not whole and rng.random() < _SHARE_YES_NO:
            form = yes_no(question, article.read(one.answers[0]))
            forms += [typed(form, rng, title=title, paragraph=words)] if form else []
        rows.add_question(
            CorpusQuestion(
                forms,
                article=len(rows.articles) - 2,
                answering=[first + sentence for sentence in holding],
                span=(-1, -1, -1) if whole or not one.answers else _span(one, article, encodings, first),
                near=(first + starts[paragraph], first + starts[paragraph + 1]),
                weight=set_.weight * (UNSURE_WEIGHT if _unsure(qa) else 1),
                source=number,
            )
        )


def _holding(paper: Paper, asked: Asked) -> list[int]:
    """Find the sentences that hold most of themselves in one of the answers, or most of an answer."""
    spans = paper.article.sentences
    return sorted(
        {
            place
            for answer in asked.answers
            for place, sentence in enumerate(spans)
            if 2 * (min(sentence.end, answer.end) - max(sentence.start, answer.start))
            > sentence.end - sentence.start
        }
        | set(asked.sentences)
    )


def _asked_of(paper: Paper, asked: Asked) -> int:
    """Find a sentence of the paragraph that a question without an answer was written for."""
    return next(
        (place for place, sentence in enumerate(paper.article.sentences) if sentence.end > asked.paragraph),
        len(paper.article.sentences) - 1,
    )


def _span(asked: Asked, article: Article, encodings: list[Encoding], first: int) -> tuple[int, int, int]:
    """Find the first and last token of the first answer in its sentence."""
    answer, sentence = asked.answers[0], asked.sentences[0]
    start = article.sentences[sentence].start
    inside = [
        place
        for place, (from_, to) in enumerate(encodings[sentence].offsets)
        if start + from_ < answer.end and start + to > answer.start
    ]
    return (first + sentence, inside[0], inside[-1]) if inside else (-1, -1, -1)


def _unsure(qa: dict[str, Any]) -> bool:
    return (
        str(qa.get("id", "")).startswith("matched:")
        or bool(qa.get("ambiguous_position"))
        or str(qa.get("how")).startswith("same second")
    )


def _add_unplaced(rows: CorpusRows, data: Path, rng: random.Random, share: float) -> None:
    """Add questions that have no paragraph, and chatter; both are asked of what shares their words."""
    lines = read_content(data / UNPLACED).decode().splitlines()
    unplaced = [json.loads(line)["question"] for line in lines if rng.random() < share]
    articles = len(rows.articles) - 1
    for question in unplaced:
        forms = [question, *(typed(question, rng) for _ in range(_TYPED_FORMS))]
        rows.add_question(CorpusQuestion(forms, article=-1, weight=UNSURE_WEIGHT, source=len(SETS)))
    for line in SMALL_TALK:
        for _ in range(_REPEATED):
            forms = [line, *(typed(line, rng) for _ in range(_TYPED_FORMS))]
            article = rng.randrange(articles)
            near = rows.articles[article]
            rows.add_question(
                CorpusQuestion(
                    forms, article=article, near=(near, near + 1), weight=1.0, source=len(SETS) + 1
                )
            )
