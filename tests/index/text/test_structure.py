"""What a text consists of, as plain lines or Markdown mark it."""

from __future__ import annotations

import pytest
from hypothesis import given

from index.text.structure import structure_of
from index.types import Heading, Span
from tests.index.text.test_sentences import ODD

TEXT = "# The mill #\nIt is\nold. It fell.\n \n- One.\n- Two.\n## 5 # 4\n"


def sentences(text: str, *, markdown: bool = True) -> list[str]:
    found = structure_of(text, markdown=markdown, language="en")
    return [text[span.start : span.end] for span in found.sentences]


def led(text: str) -> dict[str, str]:
    """Return what leads in each sentence that is led in."""
    found = structure_of(text, markdown=True, language="en")
    return {
        text[span.start : span.end]: text[own.text.start : own.text.end]
        for own in found.lead_ins
        for span in found.sentences[own.first : own.last + 1]
    }


def headings(text: str) -> list[tuple[int, str]]:
    found = structure_of(text, markdown=True, language="en").headings
    return [(own.level, text[own.text.start : own.text.end]) for own in found]


def test_in_plain_text_a_line_is_a_paragraph_and_nothing_is_a_heading() -> None:
    assert sentences(TEXT, markdown=False) == [
        *("# The mill #", "It is", "old.", "It fell.", "- One.", "- Two.", "## 5 # 4"),
    ]
    found = structure_of(TEXT, markdown=False, language="en")
    assert (found.paragraphs, found.headings, found.lead_ins) == ((0, 1, 2, 4, 5, 6), (), ())


def test_in_markdown_an_empty_line_parts_paragraphs_and_headings_lose_their_signs() -> None:
    assert sentences(TEXT) == ["# The mill #", "It is\nold.", "It fell.", "- One.", "- Two.", "## 5 # 4"]
    found = structure_of(TEXT, markdown=True, language="en")
    assert found.paragraphs == (0, 3)
    assert found.headings == (Heading(0, 1, Span(2, 10)), Heading(5, 2, Span(52, 57)))


@pytest.mark.parametrize("markdown", [False, True])
def test_nothing_consists_of_nothing(*, markdown: bool) -> None:
    found = structure_of(" \n ", markdown=markdown, language="en")
    assert (found.sentences, found.paragraphs, found.headings, found.lead_ins) == ((), (), (), ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# One. Two.\n", [(1, "One. Two.")]),
        ("## C#\n", [(2, "C#")]),
        ("#\n\n# #\n", []),
        ("The\nmill\n===\nIt is old.\n\nNew\r\n---", [(1, "The\nmill"), (2, "New")]),
        ("```\n# a comment\n```\n", []),
        ("> # quoted\n", []),
    ],
)
def test_a_heading_is_one_sentence_and_its_words_have_no_signs(
    text: str, found: list[tuple[int, str]]
) -> None:
    assert headings(text) == found


def test_a_list_item_is_led_in_by_what_ends_with_a_colon_before_it_or_by_the_item_above() -> None:
    text = (
        "It is old. You need:\n\n1. Python. Any will do.\n2. make\n   - on Windows\n\n     from the shop\n"
        "3. time\n\nThat is all.\n\n- free\n"
    )
    assert sentences(text) == [
        *("It is old.", "You need:", "1. Python.", "Any will do.", "2. make", "- on Windows"),
        *("from the shop", "3. time", "That is all.", "- free"),
    ]
    assert led(text) == {
        **dict.fromkeys(["1. Python.", "Any will do.", "2. make", "3. time"], "You need:"),
        **dict.fromkeys(["- on Windows", "from the shop"], "2. make"),
    }


def test_a_table_row_is_one_sentence_led_in_by_its_header() -> None:
    text = "Prices:\n\n| Model | Price |\n|---|---|\n| X. Y. | 20. |\n| Z | 30 |\n\nThe end.\n"
    header = "| Model | Price |"
    assert sentences(text) == ["Prices:", f"{header}\n|---|---|", "| X. Y. | 20. |", "| Z | 30 |", "The end."]
    assert led(text) == {"| X. Y. | 20. |": header, "| Z | 30 |": header}


def test_code_is_one_sentence_and_cut_between_lines_where_it_is_long() -> None:
    short = "```sh\nmake. Build.\n\nmake run\n```"
    assert sentences(f"Run:\n\n{short}\n\nDone. So.") == ["Run:", short, "Done.", "So."]
    assert led(f"Run:\n{short}\n") == {short: "Run:"}
    lines = [f"line {number:03}" for number in range(150)]
    long = "\n".join(["```", *lines[:60], "", *lines[60:], "```"])
    pieces = sentences(long)
    assert "\n".join(pieces).replace("\n", "") == long.replace("\n", "")
    assert [len(piece) <= 804 for piece in pieces] == [True] * len(pieces)
    assert pieces[0].endswith("line 059")
    assert sentences("```\n" + "x" * 900 + "\n```")[0].endswith("```")


@given(text=ODD)
def test_all_parts_fit_whatever_the_text(text: str) -> None:
    found = structure_of(text, markdown=True, language="en")
    for heading in found.headings:
        assert found.sentences[heading.place].holds(heading.text)
    last = -1
    for own in found.lead_ins:
        assert last < own.first <= own.last < len(found.sentences)
        assert own.text.end <= found.sentences[own.first].start
        last = own.last
