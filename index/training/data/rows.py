"""Articles and questions as they are added -> a corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from index.models.bundle import load_tokenizer
from index.models.tokenization import QUESTION_TOKENS, SENTENCE_TOKENS, TITLE_TOKENS, encode
from index.training.data.arrays import Ragged
from index.training.data.corpus import Corpus
from index.training.data.neighbours import alike
from index.types import CUT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Encoding, Tokenizer

    from index.types import Article


@dataclass(frozen=True, slots=True)
class CorpusQuestion:
    """A question, as a `Corpus` has them; sentences are counted over all articles."""

    forms: Sequence[str]
    """Ways to ask it, the first as it was asked."""
    article: int
    """Its number, -1 for none."""
    weight: float
    source: int
    """The number of its question set."""
    answering: Sequence[int] = ()
    """The sentences that answer."""
    span: tuple[int, int, int] = (-1, -1, -1)
    """The sentence of the answer, and its first and last token there."""
    near: tuple[int, int] = (-1, -1)
    """The first sentence of the paragraph that it was written for, and that after the last."""


@dataclass(slots=True)
class CorpusRows:
    """What becomes a corpus, as lists."""

    tokenizer: Tokenizer = field(default_factory=load_tokenizer)
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

    def add_article(self, article: Article, title: str) -> tuple[int, list[Encoding]]:
        """Add an article; returns the place of its first sentence, and its sentences' tokens."""
        first = self.articles[-1]
        encodings = encode(
            self.tokenizer, [article.read(span) for span in article.sentences], SENTENCE_TOKENS
        )
        self.sentences += [encoding.ids for encoding in encodings]
        self.opens += map(article.opens_paragraph, range(len(encodings)))
        self.articles.append(first + len(encodings))
        titles = [title, article.title.removesuffix(CUT)]
        self.titles += [encoding.ids for encoding in encode(self.tokenizer, titles, TITLE_TOKENS)]
        return first, encodings

    def add_question(self, question: CorpusQuestion) -> None:
        """Add a question."""
        forms = encode(self.tokenizer, question.forms, QUESTION_TOKENS)
        self.forms += [encoding.ids for encoding in forms]
        self.questions.append(len(self.forms))
        self.article_of.append(question.article)
        self.answering.append(list(question.answering))
        self.span.append(question.span)
        self.near.append(question.near)
        self.weight.append(question.weight)
        self.source.append(question.source)

    def corpus(self) -> Corpus:
        """Find for each question the sentences that share its words, and put everything into arrays."""
        sentences = Ragged.of(self.sentences, np.uint16)
        articles = np.array(self.articles, dtype=np.int32)
        forms = Ragged.of(self.forms, np.uint16)
        questions = np.array(self.questions, dtype=np.int32)
        asked = Ragged.of([self.forms[first] for first in self.questions[:-1]], np.uint16)
        near = np.array(self.near, dtype=np.int32)
        article_of = np.array(self.article_of, dtype=np.int32)
        hard, foreign = alike(sentences, articles, asked, article_of, near)
        return Corpus(
            sentences=sentences,
            opens=np.array(self.opens),
            articles=articles,
            titles=Ragged.of(self.titles, np.uint16),
            forms=forms,
            questions=questions,
            article_of=article_of,
            answering=Ragged.of(self.answering, np.int32),
            span=np.array(self.span, dtype=np.int32),
            near=near,
            hard=hard,
            foreign=foreign,
            weight=np.array(self.weight, dtype=np.float32),
            source=np.array(self.source, dtype=np.int32),
        )
