from __future__ import annotations

import pytest

from index.cli.oddities import sentence
from index.text.formats.types import Oddity, OddityKind


@pytest.mark.parametrize("kind", OddityKind)
def test_every_oddity_is_a_sentence_with_its_detail(kind: OddityKind) -> None:
    said = sentence("a.pdf", Oddity(kind, "2, 5-7"))
    assert said.startswith("a.pdf ")
    assert "{" not in said
    assert ("2, 5-7" in said) is (kind is not OddityKind.MAIN_TEXT_NOT_FOUND)
