"""The windows of a question -> tokens, as a network reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.models.tokens import LONGEST, assemble

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Encoding, Tokenizer

    from index.models.protocols import RerankRequest

QUESTION_TOKENS, SENTENCE_TOKENS, TITLE_TOKENS = 48, 120, 24
"""So much is read of a question, of a sentence, and of a title with the headings below it."""


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


def encode(tokenizer: Tokenizer, texts: Sequence[str], most: int) -> list[Encoding]:
    """Return each text's tokens, without marks at its ends."""
    encodings: list[Encoding] = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    for encoding in encodings:
        encoding.truncate(most)
    return encodings
