"""Gaps: how they are grouped, what the file for spreadsheets holds, and what the list shows."""

from __future__ import annotations

import csv
import datetime
import io
import re

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gaps.card import ON_A_PAGE, clear_card, file_card, gaps_card
from bot.gaps.export import csv_of, harmless
from bot.gaps.groups import LISTED, Group, QuestionVariant, groups_of, variants_of
from bot.i18n.words import LANGUAGES, words_for
from bot.state.records import Gap, GapReason
from tests.bot.answers.test_card import body, parts
from tests.bot.discord_api import broken_limits
from tests.bot.shown import kinds_and_text
from tests.bot.state.kept import NOON
from tests.bot.ui.test_markdown import TEXTS
from tests.bot.world import texts

ENGLISH = words_for("en")
MISSING, DOWNVOTED = GapReason.NOT_FOUND, GapReason.DOWNVOTED
BOTH = (MISSING, DOWNVOTED)
MOST = 10 * 2**20


def minutes(count: int) -> datetime.datetime:
    return NOON + datetime.timedelta(minutes=count)


def alone(text: str, *, count: int = 1, asked: int = 0) -> Group:
    return Group((QuestionVariant(text, count, (MISSING,), minutes(asked)),))


def rows_of(groups: list[Group], *, language: str = "en", limit: int = MOST) -> list[list[str]]:
    file = csv_of(groups, words_for(language), limit=limit)
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


GAPS = (
    Gap("Where is Nara?", MISSING, minutes(5)),
    Gap("Who won?", MISSING, minutes(4)),
    Gap("who  WON?", DOWNVOTED, minutes(3)),
    Gap("How tall is he?", MISSING, minutes(2)),
    Gap("Who was the winner?", MISSING, minutes(1)),
)
WON = QuestionVariant("Who won?", 2, BOTH, minutes(4))
NARA = QuestionVariant("Where is Nara?", 1, (MISSING,), minutes(5))
TALL = QuestionVariant("How tall is he?", 1, (MISSING,), minutes(2))
WINNER = QuestionVariant("Who was the winner?", 1, (MISSING,), minutes(1))


def test_what_differs_in_case_and_spaces_alone_is_one_wording() -> None:
    assert variants_of(GAPS) == (WON, NARA, TALL, WINNER)


def test_wordings_that_ask_alike_are_one_group_and_the_others_stand_for_themselves() -> None:
    groups = groups_of(variants_of(GAPS), [(3, 0)])
    assert groups == (Group((WINNER, WON)), Group((NARA,)), Group((TALL,)))
    assert groups[0].question == "Who was the winner?"
    assert groups[0].count == 3
    assert groups[0].reasons == BOTH
    assert groups[0].last_asked == minutes(4)


def test_without_likeness_each_wording_is_a_group() -> None:
    assert [group.question for group in groups_of(variants_of(GAPS), ())] == [
        "Who won?",
        "Where is Nara?",
        "How tall is he?",
        "Who was the winner?",
    ]


def test_no_gaps() -> None:
    assert variants_of(()) == ()
    assert groups_of((), ()) == ()


def test_the_latest_gaps_are_listed_where_there_are_too_many() -> None:
    gaps = [Gap(f"question {i}", MISSING, minutes(i)) for i in range(LISTED + 10)]
    variants = variants_of(gaps)
    assert len(variants) == LISTED
    assert variants[0].text == f"question {LISTED + 9}"
    assert variants[-1].text == "question 10"


def test_the_file_has_a_row_for_each_wording() -> None:
    groups = groups_of(variants_of(GAPS), [(3, 0)])
    assert rows_of(list(groups)) == [
        ["group", "question", "count", "reason", "last asked"],
        ["1", "Who was the winner?", "1", "the article does not say", "2026-01-14T12:01:00+00:00"],
        ["1", "Who won?", "2", "the article does not say; voted not helpful", "2026-01-14T12:04:00+00:00"],
        ["2", "Where is Nara?", "1", "the article does not say", "2026-01-14T12:05:00+00:00"],
        ["3", "How tall is he?", "1", "the article does not say", "2026-01-14T12:02:00+00:00"],
    ]


def test_the_file_is_utf_8_as_spreadsheets_recognise_it() -> None:
    file = csv_of([alone('太鼓は, どこ?\n"奈良"?')], words_for("ja"), limit=MOST)
    assert file.startswith(b"\xef\xbb\xbf")
    assert rows_of([alone('太鼓は, どこ?\n"奈良"?')], language="ja")[1][1] == '太鼓は, どこ?\n"奈良"?'


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("  =1", "'  =1"),
        ('"=1"', '\'"=1"'),
        ("＝1", "'＝1"),
        ("who;=1+1;", "who;'=1+1;"),
        ("Is 2-1 = 1?", "Is 2-1 = 1?"),
        ("a@b, or -c", "a@b, or -c"),
    ],
)
def test_no_cell_is_run_as_a_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert rows_of([alone(text)])[1][1] == cell


@given(st.text('=+-@＝;\t\r\n "1a'))
def test_no_cell_of_any_spreadsheet_begins_as_a_formula(text: str) -> None:
    assert not harmless(text).startswith(("\t", "\r", "\n"))
    for cell in re.split("[;\t\r\n]", harmless(text)):
        assert not cell.lstrip(' "').startswith(("=", "+", "-", "@", "＝"))


def test_a_file_that_would_be_too_large_leaves_out_what_was_asked_least() -> None:
    groups = [alone("often", count=9), alone("太鼓" * 50), alone("seldom")]
    whole = len(csv_of(groups, ENGLISH, limit=MOST))
    assert [row[1] for row in rows_of(groups, limit=whole)] == ["question", "often", "太鼓" * 50, "seldom"]
    assert [row[1] for row in rows_of(groups, limit=whole - 1)] == ["question", "often", "太鼓" * 50]
    assert len(csv_of(groups, ENGLISH, limit=whole - 1)) < whole


def test_a_page_of_the_list() -> None:
    card = gaps_card(groups_of(variants_of(GAPS), [(3, 0)])[:2], 0, ENGLISH)
    asked = int(minutes(4).timestamp())
    assert texts(parts(card)) == [
        "### Questions without an answer, from the last 30 days",
        "3 times, such as\\: “Who was the winner?”\n"
        f"-# the article does not say · voted not helpful · <t:{asked}:R>",
        f"Once\\: “Where is Nara?”\n-# the article does not say · <t:{asked + 60}:R>",
    ]
    (row,) = [part for part in parts(card)[0]["components"] if part["type"] == 1]
    assert [button["custom_id"] for button in row["components"]] == ["gaps:export:0", "gaps:clear:0"]


@pytest.mark.parametrize(
    ("page", "shown", "before", "after"),
    [
        (0, range(7), ("gaps:page:0", True), ("gaps:page:1", False)),
        (1, range(7, 14), ("gaps:page:0", False), ("gaps:page:2", False)),
        (2, range(14, 15), ("gaps:page:1", False), ("gaps:page:2", True)),
        (9, range(14, 15), ("gaps:page:1", False), ("gaps:page:2", True)),
    ],
)
def test_pages(page: int, shown: range, before: tuple[str, bool], after: tuple[str, bool]) -> None:
    card = gaps_card([alone(f"question {i}") for i in range(15)], page, ENGLISH)
    _, *listed, place = texts(parts(card))
    assert [text.split("“")[1].split("”")[0] for text in listed] == [f"question {i}" for i in shown]
    assert place == f"-# page {min(page, 2) + 1} of 3"
    turning, _ = (part for part in parts(card)[0]["components"] if part["type"] == 1)
    assert [(button["custom_id"], button["disabled"]) for button in turning["components"]] == [before, after]


@given(
    st.lists(TEXTS.map(lambda text: (text + " word*") * 50), min_size=8, max_size=8, unique=True),
    st.sampled_from(list(LANGUAGES)),
)
def test_any_list_is_within_discords_limits_and_shows_questions_as_they_are(
    questions: list[str], language: str
) -> None:
    groups = [Group((QuestionVariant(text, 1000, BOTH, NOON),)) for text in questions]
    for page in (0, len(questions) // ON_A_PAGE):
        card = gaps_card(groups, page, words_for(language))
        assert broken_limits(body(card)) == []
        assert card.content_length() <= 4000
        for text in texts(parts(card))[1:]:
            kinds, _ = kinds_and_text(text)
            assert kinds <= {"paragraph", "inline", "text", "subtext", "timestamp", "break"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_cards_are_within_discords_limits(language: str) -> None:
    for card in (
        clear_card(5000, 999, words_for(language)),
        file_card(discord.File(io.BytesIO(b""), "a.csv")),
    ):
        assert broken_limits(body(card)) == []
