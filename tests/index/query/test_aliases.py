"""Words of a question that a library calls otherwise."""

from __future__ import annotations

import pytest

from index.query.aliases import Aliases

ALIASES = {
    "PM": "prime minister",
    "WHO": "World Health Organization",
    "C++": "C plus plus",
    "blue  book": "annual report",
    "blue": "azure",
    "Straße": "road",
    "首相": "総理大臣",
    "park.": "national park",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Who is the PM?", "Who is the prime minister?"),
        ("who is the pm", "who is the prime minister"),
        ("What does the WHO say?", "What does the World Health Organization say?"),
        ("Where is the blue book?", "Where is the annual report?"),
        ("Where is the Blue\xa0Book?", "Where is the annual report?"),
        ("Is the sky blue?", "Is the sky azure?"),
        ("Is C++ used?", "Is C plus plus used?"),
        ("the STRASSE and the STRAßE", "the STRASSE and the road"),
        ("今の首相は誰", "今の総理大臣は誰"),
        ("the PM's book", "the prime minister's book"),
    ],
)
def test_aliases_are_put_as_the_library_has_them(typed: str, meant: str) -> None:
    assert Aliases([ALIASES]).expanded(typed)[0] == meant


@pytest.mark.parametrize(
    "typed",
    [
        "who says so",  # another word, unless it is written as the alias
        "Who says so",
        "It begins at 5 pm",
        "It begins at 5pm",
        "It begins at 5:30 pm",
        "the PMs and the dpm",
        "bluebook and blues",
        "",
    ],
)
def test_what_is_no_alias_stays(typed: str) -> None:
    assert Aliases([ALIASES]).expanded(typed) == (typed, ())


def test_the_meanings_that_were_put_in_are_told_once() -> None:
    expanded = Aliases([ALIASES]).expanded("PM or blue PM")
    assert expanded == ("prime minister or azure prime minister", ("prime minister", "azure"))


def test_a_meaning_is_no_alias_again() -> None:
    assert Aliases([{"a1": "b1", "b1": "a1"}]).expanded("a1 b1")[0] == "b1 a1"


def test_of_several_the_first_counts() -> None:
    aliases = Aliases([{"pm": "project manager"}, {"PM": "prime minister", "x1": r"\1 (?P<a>"}])
    assert aliases.expanded("PM x1")[0] == r"project manager \1 (?P<a>"


def test_none() -> None:
    assert Aliases([]).expanded("Who is the PM?") == ("Who is the PM?", ())
