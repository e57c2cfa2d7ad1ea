"""Text from outside is shown as written, and nothing in it is hidden."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.markdown import CUT, escape, fit, shorten, signs, width
from tests.bot.shown import kinds_and_text, unescaped

MARKS = st.text("\\`*_~|<>@#:/.-+[](){}!&=0123 ")
_SNIPPETS = """<@123> <@!123> <@&123> <#123> </ask:123> <:drum:123> <a:drum:123> <t:1700000000:R> <id:guide>
    @everyone @here https://example.com http://x.y/z?a=b discord.gg/abc discord.com/invite/abc [a](https://b.c)
    :smile: **bold** __under__ ~~gone~~ ||hidden|| `code` ``` > >>> # ## -# - + * 1. 2) --- === &amp; &lt; <b>
    \\ \\* \u202e \u200b \u200d \ufe0f \U000e0061 \u3164 \xad \0 \ud800 ❤️‍🔥 1️⃣ می‌خواهم"""
SNIPPETS = st.sampled_from(_SNIPPETS.split())
TEXTS = st.one_of(st.text(), MARKS, st.lists(st.one_of(SNIPPETS, MARKS, st.text())).map("".join))
PLAIN = {"paragraph", "inline", "text"}


@given(TEXTS)
def test_nothing_formats_pings_or_links(text: str) -> None:
    shown = escape(text).strip()
    kinds, read = kinds_and_text(f"x {shown}")
    assert kinds <= PLAIN
    assert read.split() == ["x", *unescaped(shown).split()]


@given(TEXTS)
def test_nothing_at_the_start_of_a_line_does_either(text: str) -> None:
    shown = escape(text).strip()
    kinds, read = kinds_and_text(f"> -# {shown}")
    assert kinds <= PLAIN | {"blockquote", "subtext"}
    assert read.split() == unescaped(shown).split() or not shown


@given(TEXTS)
def test_nothing_is_lost_but_what_cannot_be_seen(text: str) -> None:
    for char, sign in zip(text, signs(text), strict=True):
        if sign == " ":
            assert char.isspace() or char in "\x1c\x1d\x1e"
        elif sign:
            assert sign in {char, f"\\{char}"}
        else:
            invisible = unicodedata.category(char) in {"Cc", "Cf", "Cs", "Mn", "Cn"}
            assert invisible or char in "\u115f\u1160\u3164\uffa0"


@given(TEXTS)
def test_what_is_shown_can_be_sent_and_is_one_line(text: str) -> None:
    shown = escape(text)
    shown.encode("utf-8")
    assert "\n" not in shown
    assert not re.search("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mr. Lee", r"Mr\. Lee"),
        ("1. <@123>", r"1\. \<\@123\>"),
        ("https://a.b", r"https\:\/\/a\.b"),
        ("“Dynamite”, it’s", "“Dynamite”, it’s"),
        ("two\nlines\ttab", "two lines tab"),
        ("a\u200bb\u202ec\xadd\u3164e", "abcde"),
        ("@every\u200done", r"\@everyone"),
        ("a\u200d b", "a b"),
        ("❤️‍🔥 👩‍👩‍👧 1️⃣", "❤️‍🔥 👩‍👩‍👧 1️⃣"),
        ("می‌خواهم", "می‌خواهم"),
        ("❤\ufe0f\ufe0f\u200d\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("a\ufe0f", "a"),
        ("🏴\U000e0067\U000e007f", "🏴"),
        ("\ud83d half", " half"),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert escape(text) == shown


@given(TEXTS, st.integers(20, 60), st.data())
def test_fitting(text: str, limit: int, data: st.DataObject) -> None:
    ready = signs(text)
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    start, stop = fit(ready, limit, around=(first, last))
    whole = width("".join(ready)) <= limit
    marks = (width(CUT) + 1) * ((start > 0) + (stop < len(ready)))
    assert 0 <= start <= stop <= len(ready)
    assert whole == (start == 0 and stop == len(ready))
    assert width("".join(ready[start:stop])) + marks <= limit
    if width("".join(ready[first:last])) <= limit - 2 * (width(CUT) + 1):
        assert start <= first
        assert last <= stop


@given(TEXTS, st.integers(20, 60))
def test_shortening_never_cuts_an_escape(text: str, limit: int) -> None:
    shown = shorten(text, limit)
    assert width(shown) <= limit
    whole = unescaped(escape(text).strip())
    read = unescaped(shown)
    assert read == whole or whole.startswith(read.removesuffix(" […]").rstrip())


def test_cuts_are_between_words() -> None:
    assert shorten("The leaders held a surprise drum session", 30) == r"The leaders held a \[…\]"
