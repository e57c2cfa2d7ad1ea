"""What was embedded once is not embedded again: for another library, and after a build was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index import Article, ArticleError, Library, Span, build
from index.models.protocols import Models
from index.store.builder import build_articles
from index.store.vector_cache import VectorCache
from tests.conftest import ROOT
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[VectorCache]:
    with VectorCache(tmp_path / "vectors.sqlite") as opened:
        yield opened


def article_of(text: str, *, name: str = "a.txt") -> Article:
    return Article(name, text, "Title", None, None, "en", (Span(0, len(text)),))


def test_articles_are_built_that_no_folder_holds(tmp_path: Path, cache: VectorCache) -> None:
    encoder, article = ToyEncoder(), article_of("The red fox.", name="1f/notes.txt")
    report = build_articles(
        [article], tmp_path / "index", encoder=encoder, sources={article.name: "0"}, cache=cache
    )
    assert (report.articles, report.sentences, report.embedded, report.skipped) == (1, 1, 1, {})
    (quote,) = Library.open(tmp_path / "index", Models(encoder)).ask("fox").quotes
    assert (quote.article, quote.text) == (article, "The red fox.")


def test_what_many_libraries_hold_is_embedded_once(tmp_path: Path, cache: VectorCache) -> None:
    encoder = ToyEncoder()
    for number in range(10):
        article = article_of("The red fox.", name=f"{number}.txt")
        build_articles([article], tmp_path / str(number), encoder=encoder, sources={}, cache=cache)
    assert encoder.embedded == ["The red fox."]
    other = ToyEncoder(digest="toy-2")
    assert build_articles([article], tmp_path / "0", encoder=other, sources={}, cache=cache).embedded == 1


def test_answers_are_the_same_with_vectors_of_the_cache(
    articles: Path, tmp_path: Path, cache: VectorCache
) -> None:
    answers = []
    for index, known in ((tmp_path / "new", None), (tmp_path / "first", cache), (tmp_path / "second", cache)):
        encoder = ToyEncoder()
        report = build(articles, index, encoder=encoder, cache=known)
        assert report.embedded == (0 if index.name == "second" else 6)
        answers.append(Library.open(index, Models(encoder)).ask("red dog", top=9))
    assert answers[0] == answers[1] == answers[2]


def test_an_index_needs_articles_of_different_names(tmp_path: Path) -> None:
    article = article_of("The red fox.")
    other = replace(article, text="The red dog.")
    for articles, message in (
        ([], "there is no article: an index needs at least one, each with a name of its own"),
        ([article, other], "2 articles are named a.txt: "),
    ):
        with pytest.raises(ArticleError, match=f"^{message}"):
            build_articles(articles, tmp_path / "index", encoder=ToyEncoder(), sources={})
    assert not (tmp_path / "index").exists()


UNENDING = """
import sys, time
from pathlib import Path
from index import build
from index.store.vector_cache import VectorCache
from tests.toy import ToyEncoder

def wait(embedded, of):
    print(embedded, of, flush=True)
    if embedded > 200:
        time.sleep(600)

folder, index, cache = map(Path, sys.argv[1:])
build(folder, index, encoder=ToyEncoder(), cache=VectorCache(cache), progress=wait)
"""


def test_a_killed_build_goes_on_where_it_was(articles: Path, tmp_path: Path, cache: VectorCache) -> None:
    lines = [f"The {number} red foxes." for number in range(400)]
    (articles / "c.txt").write_text("\n".join(lines), encoding="utf-8")
    index = tmp_path / "index"
    command = [sys.executable, "-c", UNENDING, str(articles), str(index), str(tmp_path / "vectors.sqlite")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as building:
        assert building.stdout is not None
        said = [building.stdout.readline().split() for _ in range(3)]
        building.kill()
    assert building.returncode == -signal.SIGKILL
    assert [embedded for embedded, _ in said] == ["0", "128", "256"]
    report = build(articles, index, encoder=ToyEncoder(), cache=cache)
    assert report.embedded == int(said[0][1]) - 256
    (quote,) = Library.open(index, Models(ToyEncoder())).ask("399 red foxes", top=1).quotes
    assert quote.text == "The 399 red foxes."
