"""A sentence and what surrounds it: the sentence before, which a pronoun may point to, and its paragraph."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.types import Article

_NEW_PARAGRAPH = {True: re.compile(r"[\r\n]\s*[\r\n]"), False: re.compile(r"[\r\n]")}
"""What parts two paragraphs, in Markdown and in plain text."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is searched of an article. All three count its sentences or paragraphs from 0."""

    sentences: tuple[str, ...]
    pairs: tuple[str, ...]
    """For each sentence: the one before it and itself."""
    paragraphs: tuple[str, ...]
    paragraph_of: tuple[int, ...]
    """For each sentence: the number of its paragraph."""

    @property
    def opens(self) -> tuple[bool, ...]:
        """For each sentence: whether a paragraph begins with it."""
        return tuple(own != before for before, own in itertools.pairwise((-1, *self.paragraph_of)))


def context_of(article: Article) -> Context:
    """Cut an article into sentences, pairs and paragraphs."""
    spans = article.sentences
    sentences = tuple(article.read(span) for span in spans)
    pairs = tuple(f"{before} {own}".strip() for before, own in zip(("", *sentences), sentences, strict=False))
    break_ = _NEW_PARAGRAPH[article.name.lower().endswith(".md")]
    starts = [
        before is None or break_.search(article.text, before.end, own.start) is not None
        for before, own in zip((None, *spans), spans, strict=False)
    ]
    paragraph_of = tuple(count - 1 for count in itertools.accumulate(starts))
    paragraphs = tuple(
        " ".join(sentence for _, sentence in group)
        for _, group in itertools.groupby(zip(paragraph_of, sentences, strict=True), key=lambda pair: pair[0])
    )
    return Context(sentences, pairs, paragraphs, paragraph_of)
