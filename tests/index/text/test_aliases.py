"""`aliases.toml`, and what a library does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index import ArticleError, Library, Query, build, why_stale
from index.models.protocols import Models
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from pathlib import Path

    from index import Report


def built(articles: Path, *, keep_going: bool = False) -> Report:
    return build(articles, articles.parent / "index", encoder=ToyEncoder(), keep_going=keep_going)


def opened(articles: Path) -> Library:
    return Library.open(articles.parent / "index", Models(ToyEncoder()))


def write(articles: Path, text: str) -> None:
    (articles / "aliases.toml").write_text(text, encoding="utf-8")


def test_a_question_is_read_as_the_aliases_of_the_folder_say(articles: Path) -> None:
    write(articles, 'hound = "blue dog"\n"old star" = "sun"\n')
    built(articles)
    hound, star, both = opened(articles).ask_all(
        [Query("the hound"), Query("Old star?"), Query("and it?", before="the hound")]
    )
    assert (hound.question, hound.read_as) == ("the hound", ("blue dog",))
    assert hound.quotes[0].text == "The blue dog."
    assert (star.quotes[0].text, star.read_as) == ("Green sun!", ("sun",))
    assert (both.quotes[0].text, both.read_as) == ("The blue dog.", ("blue dog",))


def test_aliases_of_a_question_are_its_own_and_come_first(articles: Path) -> None:
    write(articles, 'hound = "blue dog"\nstar = "sun"')
    built(articles)
    own, star, usual = opened(articles).ask_all(
        [
            Query("the hound", aliases={"Hound": "red fox"}),
            Query("the star", aliases={"Hound": "red fox"}),
            Query("the hound"),
        ]
    )
    assert (own.quotes[0].text, own.read_as) == ("The red fox.", ("red fox",))
    assert star.read_as == ("sun",)
    assert (usual.quotes[0].text, usual.read_as) == ("The blue dog.", ("blue dog",))


def test_an_alias_is_no_small_talk(articles: Path) -> None:
    built(articles)
    usual, own = opened(articles).ask_all([Query("yo"), Query("yo", aliases={"yo": "sun"})])
    assert usual.small_talk
    assert not own.small_talk


def test_an_index_is_stale_once_aliases_change(articles: Path) -> None:
    folder = articles.parent / "index"
    built(articles)
    for text, change in (("", "1 new"), ('a = "b"', "1 changed"), (None, "1 gone")):
        (articles / "aliases.toml").unlink() if text is None else write(articles, text)
        assert why_stale(articles, folder, encoder=ToyEncoder()) == f"articles: {change}"
        assert built(articles).embedded == 0
        assert why_stale(articles, folder, encoder=ToyEncoder()) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("PM = prime minister", "aliases.toml is not TOML in UTF-8: "),
        ("PM = 5", 'aliases.toml: PM: Input should be a valid string (expected lines such as PM = "'),
        ('PM = ""', "aliases.toml: PM: String should have at least 1 character"),
        ('"" = "a"', "aliases.toml: .[key]: String should have at least 1 character"),
        ('PM = "a\\nb"', "aliases.toml: PM: String should match pattern"),
        (
            "\n".join(f'a{n} = "b"' for n in range(1001)),
            "aliases.toml: it: Dictionary should have at most 1000",
        ),
        (f"# {'x' * 300_000}", "aliases.toml is longer than 262,144 bytes: shorten it"),
    ],
    ids=range(7),
)
def test_wrong_aliases_stop_the_build_or_are_left_out(articles: Path, text: str, message: str) -> None:
    write(articles, text)
    with pytest.raises(ArticleError) as caught:
        built(articles)
    assert str(caught.value).startswith(message)
    ((name, error),) = built(articles, keep_going=True).skipped.items()
    assert name == "aliases.toml"
    assert str(error).startswith(message)


def test_a_folder_in_the_place_of_the_file(articles: Path) -> None:
    (articles / "aliases.toml").mkdir()
    with pytest.raises(ArticleError, match=r"^aliases\.toml cannot be read: "):
        built(articles)


def test_an_article_of_that_name_has_no_sidecar(articles: Path) -> None:
    (articles / "aliases.md").write_text("Green fox.", encoding="utf-8")
    write(articles, 'hound = "blue dog"')
    assert built(articles).articles == 3
    assert opened(articles).ask("hound").read_as == ("blue dog",)
