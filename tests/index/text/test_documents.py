"""An article keeps its parts on record, and says where a sentence stands."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from index.text.documents import Document
from index.text.formats.types import Oddity, OddityKind
from index.text.parsing import About, parse
from index.types import Article, Quote, Span

TEXT = "# Mills\nOld.\n## Windows\nYou need:\n- time\n### Deep\nSo.\n## New\nIt is.\n"


def article(*, pages: tuple[int, ...] = ()) -> Article:
    made = parse("a.md", TEXT.encode(), About()).article
    return Document.of(made).model_copy(update={"pages": pages}).article()


def test_a_sentence_stands_below_headings_but_no_heading_below_itself() -> None:
    own = article()
    assert [own.path(place) for place in range(len(own.sentences))] == [
        (),
        ("Mills",),
        ("Mills",),
        ("Mills", "Windows"),
        ("Mills", "Windows"),
        ("Mills", "Windows"),
        ("Mills", "Windows", "Deep"),
        ("Mills",),
        ("Mills", "New"),
    ]


def test_a_page_is_the_one_on_which_a_sentence_begins_and_empty_ones_count() -> None:
    starts = [span.start for span in article().sentences]
    assert article().page(0) is None
    own = article(pages=(0, starts[3], starts[3], starts[5] + 1, len(TEXT)))
    assert [own.page(place) for place in range(len(starts))] == [1, 1, 1, 3, 3, 3, 4, 4, 4]


def test_a_quote_knows_what_leads_it_in() -> None:
    own = article()
    quotes = [Quote(own, sentence, 0.0) for sentence in range(1, len(own.sentences) + 1)]
    assert {quote.text: own.read(quote.lead_in) for quote in quotes if quote.lead_in} == {
        "- time": "You need:"
    }


def test_a_document_comes_back_as_it_was_stored() -> None:
    own = article(pages=(0, 9))
    odd = Oddity(OddityKind.ENCODING_GUESSED, "cp1252")
    stored = Document.of(own, oddities=(odd,)).model_dump_json()
    document = Document.model_validate_json(stored)
    assert (document.article(), document.oddities) == (own, (odd,))
    assert (document.name, document.title, document.language) == ("a.md", "Mills", "en")
    assert document.article(name="1/a.md").name == "1/a.md"


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"sentences": ()}, "sentences"),
        ({"sentences": ((0, 999),)}, "sentences"),
        ({"sentences": ((5, 9), (0, 4))}, "sentences"),
        ({"paragraphs": (1,)}, "paragraphs"),
        ({"paragraphs": (0, 99)}, "paragraphs"),
        ({"headings": ((0, 1, 30, 40),)}, "headings"),
        ({"headings": ((99, 1, 0, 1),)}, "headings"),
        ({"lead_ins": ((2, 1, 0, 1),)}, "lead-ins"),
        ({"lead_ins": ((0, 3, 0, 1), (2, 4, 0, 1))}, "lead-ins"),
        ({"lead_ins": ((0, 0, 0, 999),)}, "lead-ins"),
        ({"pages": (3, 2)}, "pages"),
        ({"pages": (0, 999)}, "pages"),
    ],
)
def test_a_document_whose_parts_do_not_fit_is_refused(changes: dict[str, object], part: str) -> None:
    damaged = Document.of(article()).model_copy(update=changes).model_dump_json()
    with pytest.raises(ValidationError, match=rf"a\.md: its {part} do not fit its text"):
        Document.model_validate_json(damaged)


def test_spans_are_never_empty() -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(1, 1)
