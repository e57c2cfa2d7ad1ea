"""Question sets -> one file of tokens, with which a reader can be trained where nothing else is installed."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from index.errors import QuestionError
from index.evaluation.squad import parse_squad
from index.models.bundle import load_tokenizer
from index.models.tokenization import QUESTION_TOKENS, SENTENCE_TOKENS, TITLE_TOKENS, encode
from index.query.cleaning import clean_question
from index.text.chunking import chunks_of
from index.training.data.chat import typed
from index.training.data.chatter import CHATTER
from index.training.data.corpus import Corpus, Ragged
from index.training.data.neighbours import alike
from index.training.data.sources import SETS, UNPLACED, UNSURE_WEIGHT
from index.training.data.squad import read_content
from index.training.data.yes_no import yes_no

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenizers import Encoding, Tokenizer

    from index.evaluation.squad import Asked, Paper
    from index.training.data.question_set import QuestionSet

_TYPED_FORMS = 2
_SHARE_YES_NO = 0.5
_REPEATED = 6
"""So often chatter is asked of articles."""


@dataclass(slots=True)
class _Rows:
    """What becomes a corpus, as lists."""

    sentences: list[list[int]] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)
    articles: list[int] = field(default_factory=lambda: [0])
    titles: list[list[int]] = field(default_factory=list)
    forms: list[list[int]] = field(default_factory=list)
    questions: list[int] = field(default_factory=lambda: [0])
    article_of: list[int] = field(default_factory=list)
    answering: list[list[int]] = field(default_factory=list)
    span: list[tuple[int, int, int]] = field(default_factory=list)
    near: list[tuple[int, int]] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    source: list[int] = field(default_factory=list)


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
    tokenizer = load_tokenizer()
    rng = random.Random(seed)  # noqa: S311 - examples are no secret
    rows = _Rows()
    for number, set_ in enumerate(SETS):
        progress(set_.file)
        content = read_content(data / set_.file)
        raw = json.loads(content)["data"]
        papers = [
            pair for pair in zip(parse_squad(content, set_.file), raw, strict=True) if rng.random() < share
        ]
        for (paper, _), asked in zip(papers, _kept(papers, set_, rng), strict=True):
            _add(rows, paper, asked, set_.title_of(paper.title), tokenizer, rng, set_, number)
    _add_unplaced(rows, data, tokenizer, rng, share)
    progress("sentences that share words")
    return _corpus(rows)


def _kept(
    papers: list[tuple[Paper, dict[str, Any]]], set_: QuestionSet, rng: random.Random
) -> list[list[tuple[Asked, dict[str, Any]]]]:
    """Choose the questions of each article, each with its raw form."""
    found = [
        [
            (asked, qa)
            for asked, qa in zip(
                paper.questions, (qa for own in entry["paragraphs"] for qa in own["qas"]), strict=True
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
    return [[pair for pair in own if rng.random() < kept] for own in found]


def _add(
    rows: _Rows,
    paper: Paper,
    asked: list[tuple[Asked, dict[str, Any]]],
    title: str,
    tokenizer: Tokenizer,
    rng: random.Random,
    set_: QuestionSet,
    number: int,
) -> None:
    """Add an article with its questions."""
    article = paper.article
    context = chunks_of(article)
    first = rows.articles[-1]
    encodings = encode(tokenizer, list(context.sentences), SENTENCE_TOKENS)
    rows.sentences += [encoding.ids for encoding in encodings]
    rows.opens += map(article.opens_paragraph, range(len(article.sentences)))
    rows.articles.append(first + len(encodings))
    rows.titles += [e.ids for e in encode(tokenizer, [title, article.title.rstrip("…")], TITLE_TOKENS)]
    starts = [*article.paragraphs, len(article.sentences)]
    for own, qa in asked:
        try:
            question = clean_question(own.text)
        except QuestionError:
            continue
        whole = bool(qa.get("sentence_only"))
        holding = _holding(paper, own) if whole else sorted(set(own.sentences))
        place = own.sentences[0] if own.sentences else _asked_of(paper, own)
        paragraph = context.paragraph_of[place]
        words = context.paragraphs[paragraph]
        forms = [question, *(typed(question, rng, title=title, paragraph=words) for _ in range(_TYPED_FORMS))]
        if own.answers and not whole and rng.random() < _SHARE_YES_NO:
            form = yes_no(question, article.read(own.answers[0]))
            forms += [typed(form, rng, title=title, paragraph=words)] if form else []
        _ask(
            rows,
            tokenizer,
            forms,
            article=len(rows.articles) - 2,
            answering=[first + sentence for sentence in holding],
            span=(-1, -1, -1) if whole or not own.answers else _span(own, article, encodings, first),
            near=(first + starts[paragraph], first + starts[paragraph + 1]),
            weight=set_.weight * (UNSURE_WEIGHT if _unsure(qa) else 1),
            source=number,
        )


def _ask(
    rows: _Rows,
    tokenizer: Tokenizer,
    forms: list[str],
    *,
    article: int,
    answering: list[int],
    span: tuple[int, int, int],
    near: tuple[int, int],
    weight: float,
    source: int,
) -> None:
    rows.forms += [encoding.ids for encoding in encode(tokenizer, forms, QUESTION_TOKENS)]
    rows.questions.append(len(rows.forms))
    rows.article_of.append(article)
    rows.answering.append(answering)
    rows.span.append(span)
    rows.near.append(near)
    rows.weight.append(weight)
    rows.source.append(source)


def _holding(paper: Paper, asked: Asked) -> list[int]:
    """Find the sentences that hold most of themselves in one of the answers, or most of an answer."""
    spans = paper.article.sentences
    return sorted(
        {
            place
            for answer in asked.answers
            for place, own in enumerate(spans)
            if 2 * (min(own.end, answer.end) - max(own.start, answer.start)) > own.end - own.start
        }
        | set(asked.sentences)
    )


def _asked_of(paper: Paper, asked: Asked) -> int:
    """Find a sentence of the paragraph that a question without an answer was written for."""
    return next(
        (place for place, own in enumerate(paper.article.sentences) if own.end > asked.paragraph),
        len(paper.article.sentences) - 1,
    )


def _span(asked: Asked, article: Any, encodings: list[Encoding], first: int) -> tuple[int, int, int]:  # noqa: ANN401
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


def _add_unplaced(rows: _Rows, data: Path, tokenizer: Tokenizer, rng: random.Random, share: float) -> None:
    """Add questions that have no paragraph, and chatter; both are asked of what shares their words."""
    lines = read_content(data / UNPLACED).decode().splitlines()
    asked = [json.loads(line)["question"] for line in lines if rng.random() < share]
    articles = len(rows.articles) - 1
    repeated = [line for line in CHATTER for _ in range(_REPEATED)]
    for source, questions in ((len(SETS), asked), (len(SETS) + 1, repeated)):
        for question in questions:
            forms = [question, *(typed(question, rng) for _ in range(_TYPED_FORMS))]
            article = rng.randrange(articles)
            near = rows.articles[article]
            _ask(
                rows,
                tokenizer,
                forms,
                article=-1 if source == len(SETS) else article,
                answering=[],
                span=(-1, -1, -1),
                near=(near, near + 1) if source > len(SETS) else (-1, -1),
                weight=1.0 if source > len(SETS) else 0.6,
                source=source,
            )


def _corpus(rows: _Rows) -> Corpus:
    sentences = Ragged.of(rows.sentences, np.uint16)
    articles = np.array(rows.articles, dtype=np.int32)
    forms = Ragged.of(rows.forms, np.uint16)
    questions = np.array(rows.questions, dtype=np.int32)
    asked = Ragged.of([rows.forms[first] for first in rows.questions[:-1]], np.uint16)
    near = np.array(rows.near, dtype=np.int32)
    article_of = np.array(rows.article_of, dtype=np.int32)
    hard, foreign = alike(sentences, articles, asked, article_of, near)
    return Corpus(
        sentences=sentences,
        opens=np.array(rows.opens),
        articles=articles,
        titles=Ragged.of(rows.titles, np.uint16),
        forms=forms,
        questions=questions,
        article_of=article_of,
        answering=Ragged.of(rows.answering, np.int32),
        span=np.array(rows.span, dtype=np.int32),
        near=near,
        hard=hard,
        foreign=foreign,
        weight=np.array(rows.weight, dtype=np.float32),
        source=np.array(rows.source, dtype=np.int32),
    )
