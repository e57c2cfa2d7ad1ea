"""Why a file cannot be read is said in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.documents.reasons import refusal_of
from bot.i18n.words import LANGUAGES, words_for
from bot.interactions.failures import explain
from index import ArticleError, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

VALUES: Mapping[Reason, Mapping[str, int]] = {
    Reason.NUL: {"place": 7},
    Reason.TOO_SLOW: {"seconds": 60},
    Reason.TOO_MUCH_TEXT: {"mebibytes": 64},
    Reason.TOO_MUCH_MEMORY: {"mebibytes": 1024},
    Reason.UNPACKS: {"mebibytes": 256},
    Reason.NAME: {"limit": 255},
}
"""As `index` gives them; the other reasons have none."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words_of_its_own_in_every_language(language: str) -> None:
    said = {}
    for reason in Reason:
        error = ArticleError("a.pdf is so", reason, VALUES.get(reason))
        said[reason] = explain(refusal_of("a.pdf", error), words_for(language)).sentence
        assert "a.pdf" in said[reason]
        assert "is so" not in said[reason]
    assert len({*said.values()}) == len(Reason)


def test_what_is_no_usual_reason_is_said_in_english() -> None:
    refusal = refusal_of("a.pdf", ArticleError("a.pdf is on fire"))
    assert explain(refusal, words_for("en")).sentence == "I cannot read the file. “a.pdf” is on fire."
    assert (
        explain(refusal, words_for("de")).sentence == "Diese Datei kann ich nicht lesen. „a.pdf“ is on fire."
    )
