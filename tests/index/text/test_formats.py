"""What a text consists of, as the format of its file marks it."""

from __future__ import annotations

import pytest

from index.text.formats import FORMATS
from index.types import Heading, Span

TEXT = "# The mill #\nIt is\nold. It fell.\n \n- One.\n- Two.\n## 5 # 4\n"


def sentences(ending: str) -> list[str]:
    found = FORMATS[ending].structure(TEXT, language="en")
    return [TEXT[span.start : span.end] for span in found.sentences]


def test_in_plain_text_a_line_is_a_paragraph_and_nothing_is_a_heading() -> None:
    assert sentences(".txt") == [
        *("# The mill #", "It is", "old.", "It fell.", "- One.", "- Two.", "## 5 # 4"),
    ]
    found = FORMATS[".txt"].structure(TEXT, language="en")
    assert (found.paragraphs, found.headings) == ((0, 1, 2, 4, 5, 6), ())


def test_in_markdown_an_empty_line_parts_paragraphs_and_headings_lose_their_signs() -> None:
    assert sentences(".md") == ["# The mill #", "It is\nold.", "It fell.", "- One.", "- Two.", "## 5 # 4"]
    found = FORMATS[".md"].structure(TEXT, language="en")
    assert found.paragraphs == (0, 3)
    assert found.headings == (Heading(0, 1, Span(2, 10)), Heading(5, 2, Span(52, 57)))
    assert [TEXT[own.text.start : own.text.end] for own in found.headings] == ["The mill", "5 # 4"]


@pytest.mark.parametrize("ending", FORMATS)
def test_nothing_consists_of_nothing(ending: str) -> None:
    found = FORMATS[ending].structure(" \n ", language="en")
    assert (found.sentences, found.paragraphs, found.headings) == ((), (), ())
