"""A window as the tokens that a network reads, numbered as BERT's uncased vocabulary does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN, CLS, SEP = 100, 101, 102
MARK, MARK_PARAGRAPH = 2, 3
"""Two that the vocabulary leaves free: before a sentence, and before the first of a paragraph."""
VOCABULARY = 30522
"""Word pieces; MPNet knows the same ones."""
LONGEST = 512
"""Tokens of a window, at most."""


def assemble(
    question: Sequence[int], title: Sequence[int], sentences: Sequence[tuple[Sequence[int], bool]]
) -> tuple[list[int], int, list[int]]:
    """Lay out a window as `index.models.network` reads it.

    Args:
        question: its tokens.
        title: of the article, or what else says where the window stands; may be empty.
        sentences: of the window, each with whether a paragraph begins with it.

    Returns:
        The tokens, how many of them are the question's, and the places of the sentences' marks.

    """
    tokens = [CLS, *question, SEP]
    asked = len(tokens)
    if title:
        tokens += [*title, SEP]
    marks = []
    for sentence, opens in sentences:
        marks.append(len(tokens))
        tokens += [MARK_PARAGRAPH if opens else MARK, *sentence]
    return [*tokens, SEP], asked, marks
