"""The windows of a question -> tokens as a network reads them, numbered as BERT's uncased vocabulary does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Encoding, Tokenizer

    from index.models.protocols import RerankRequest

UNKNOWN, CLS, SEP = 100, 101, 102
MARK, MARK_PARAGRAPH = 2, 3
"""Two that the vocabulary leaves free: before a sentence, and before the first of a paragraph."""
VOCABULARY = 30522
"""Word pieces; MPNet knows the same ones."""
LONGEST = 512
"""Tokens of a window, at most."""
QUESTION_TOKENS, SENTENCE_TOKENS, TITLE_TOKENS = 48, 120, 24
"""Tokens read of a question, of a sentence, and of a title with the headings below it, at most."""


@dataclass(frozen=True, slots=True)
class TokenizedWindow:
    """A window as tokens."""

    first: int
    """The place of its first sentence."""
    tokens: list[int]
    text: int
    """How many tokens are the question's."""
    marks: list[int]
    """The place of each sentence's mark."""
    sentences: list[Encoding]

    def stretches(self) -> Iterator[tuple[int, Encoding, int, int]]:
        """Yield place, encoding, mark and end of each sentence that is not cut off."""
        for number, (mark, sentence) in enumerate(zip(self.marks, self.sentences, strict=True)):
            end = min(mark + 1 + len(sentence.ids), len(self.tokens) - 1)
            if end > mark + 1:
                yield self.first + number, sentence, mark, end


def tokenized_windows(asked: RerankRequest, tokenizer: Tokenizer) -> list[TokenizedWindow]:
    """Lay out all windows of a question."""
    (question,) = encode(tokenizer, [asked.question], QUESTION_TOKENS)
    laid = []
    for window in asked.windows:
        (title,) = encode(tokenizer, [window.title], TITLE_TOKENS)
        sentences = encode(tokenizer, window.sentences, SENTENCE_TOKENS)
        parts = [(sentence.ids, opens) for sentence, opens in zip(sentences, window.opens, strict=True)]
        tokens, text, marks = assemble(question.ids, title.ids, parts)
        laid.append(TokenizedWindow(window.first, tokens[:LONGEST], text, marks, sentences))
    return laid


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


def encode(tokenizer: Tokenizer, texts: Sequence[str], most: int) -> list[Encoding]:
    """Return each text's tokens, without marks at its ends."""
    encodings: list[Encoding] = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    for encoding in encodings:
        encoding.truncate(most)
    return encodings
