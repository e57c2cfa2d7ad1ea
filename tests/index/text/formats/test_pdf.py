"""PDFs: lines become paragraphs again, and a sentence knows its page."""

from __future__ import annotations

import json

import pytest

from index.text.formats.page_lines import Line, join
from index.text.formats.pdf import extract
from index.text.formats.types import Oddity, OddityKind, Unreadable
from index.text.parsing import About, parse
from tests.bench import pdf as bench
from tests.index.text.formats.pages import column, pdf, saved, written

LEFT = ["The mill at the river is very old and was recon-", "structed by volunteers. Its well-known wheel is"]
RIGHT = ["made of oak, and the mill-", "wheel turns. A well-", "known miller lived here."]


def places(content: bytes) -> dict[str, int | None]:
    """Return the page of each sentence."""
    article = parse("a.pdf", content, About()).article
    return {article.read(span): article.page(place) for place, span in enumerate(article.sentences)}


def test_lines_are_joined_across_columns_and_parted_words_become_whole() -> None:
    found = extract(pdf([*column(*LEFT), *column(*RIGHT, left=320)]))
    assert found.text == (
        "The mill at the river is very old and was reconstructed by volunteers. Its well-known wheel is"
        " made of oak, and the millwheel turns. A well-known miller lived here.\n"
    )
    assert (found.pages, found.oddities, found.title) == ((0,), (), None)


def test_gaps_part_paragraphs_and_large_letters_are_headings() -> None:
    content = pdf(
        [
            *column("Mills", size=20, top=780),
            *column("Installation of the wheel", size=14, top=740),
            *column("You need two things, all sold in town:", "• wood", "• a river", top=700),
            *column("It takes one year at the least to build the wheel", "and to fill the pond.", top=640),
            *column("1) See the register.", size=7, top=40),
        ],
        title="Mills  of Nara",
    )
    article = parse("a.pdf", content, About()).article
    assert article.text == (
        "# Mills\n\n## Installation of the wheel\n\nYou need two things, all sold in town:\n\n- wood\n"
        "- a river\n\nIt takes one year at the least to build the wheel and to fill the pond.\n\n"
        "1) See the register.\n"
    )
    assert article.title == "Mills of Nara"
    assert article.path(4) == ("Mills", "Installation of the wheel")
    assert article.lead_in(4) == article.sentences[2]


def test_each_sentence_has_the_page_on_which_it_begins() -> None:
    first = column("It begins on the first page of all, and it goes on", "and on until it")
    last = column(
        "ends on the third one. The next sentence stands there", "as a whole, from beginning to end."
    )
    heading = column("Another", size=20, top=780)
    found = extract(pdf(first, [], last, [*heading, *column("Words.")], []))
    assert places(pdf(first, [], last, [*heading, *column("Words.")], [])) == {
        "It begins on the first page of all, and it goes on and on until it ends on the third one.": 1,
        "The next sentence stands there as a whole, from beginning to end.": 3,
        "# Another": 4,
        "Words.": 4,
    }
    assert found.pages[-1] == len(found.text)
    assert found.oddities == (Oddity(OddityKind.PAGES_WITHOUT_TEXT, "2, 5"),)


def test_running_lines_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            *column("The history of mills", top=810),
            *column(f"Sentence {number} stands alone here."),
            *column(f"Page {number}", top=30),
        ]
        for number in range(1, 5)
    ]
    assert list(places(pdf(*pages))) == [f"Sentence {number} stands alone here." for number in range(1, 5)]


def test_lines_without_spaces_between_words_are_joined_without() -> None:
    lines = [Line("水車は奈良にありますが、昨日", 10, 700), Line("倒れました。", 10, 688)]
    assert join([lines]) == ("水車は奈良にありますが、昨日倒れました。\n", (0,))


@pytest.mark.parametrize("made_up", ["Microsoft Word - a.docx", "untitled", "Document1", "a.indd", ""])
def test_a_title_that_a_program_made_up_is_none(made_up: str) -> None:
    assert extract(pdf(column("Words."), title=made_up)).title is None


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_protected_file_is_read_only_without_a_password(algorithm: str) -> None:
    locked, open_ = written(column("Words.")), written(column("Words."))
    locked.encrypt("secret", algorithm=algorithm)
    open_.encrypt("", "owner", algorithm=algorithm)
    assert extract(saved(open_)).text == "Words.\n"
    with pytest.raises(Unreadable, match=r"^is protected with a password: save it without one$"):
        extract(saved(locked))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (pdf([], []), "has no text on its 2 pages: if it was scanned, run text recognition"),
        (b"%PDF-1.7\n", "is a damaged PDF: save it anew, or as text"),
        (b"%PDF-1.7\n" + b"\xff" * 5000, "is a damaged PDF"),
        (pdf(column("Words."))[:300], "is a damaged PDF"),
    ],
)
def test_what_holds_no_text_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(Unreadable) as error:
        extract(content)
    assert str(error.value).startswith(problem)


@pytest.mark.parametrize(
    "name", ["writer-pages", "writer-columns", "writer-lists", "latex-columns", "latex-book"]
)
def test_no_sentence_of_a_real_file_is_lost(name: str) -> None:
    paragraphs = json.loads((bench.FOLDER / "paragraphs.json").read_bytes())[name]
    written, missing, _ = bench.lost(name, paragraphs, lambda content: extract(content).text)
    assert (written >= 25, missing) == (True, 0)
