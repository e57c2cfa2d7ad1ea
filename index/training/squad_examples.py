"""Questions asked of whole articles -> examples: a window that answers, one that does not, and a twin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.alone import library_of
from index.fitting.cases import searched
from index.search import ranked
from index.training.careless import typed
from index.training.mining import mined
from index.training.neighbours import Pool
from index.training.squad import read_papers, without_answers
from index.training.swaps import Item
from index.training.words import has
from index.types import Span

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.search import Found
    from index.squad import Asked, Paper
    from index.training.examples import Example, Maker
    from index.training.neighbours import Neighbours
    from index.types import Article, Encoder, Reader

_HITS, _HARD = 14, 8
"""So many hits are looked at, and so many of those that do not answer are kept."""
_SIZES = {1: 8, 2: 14, 3: 52, 4: 16, 5: 10}
"""How often a window has so many sentences, in percent; the reader is shown three."""
_CENTRED = 0.6
_DELETED = 0.2
"""Of the windows that do not answer, the share made from the one that does, without its sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """One question with what its examples are made from."""

    article: Article
    pool: Pool
    asked: Asked
    hard: tuple[int, ...]
    """Sentences that search finds and that hold none of its answers, in its order or in a reader's."""


def read_sources(
    file: Path,
    *,
    neighbours: Neighbours,
    encoder: Encoder,
    progress: Callable[[int, int], None],
    reader: Reader | None = None,
) -> tuple[Source, ...]:
    """Read a file and search each article for its questions.

    Args:
        file: in SQuAD's format.
        neighbours: finds the articles' names.
        encoder: searches.
        progress: called with (articles searched, articles to search).
        reader: orders what was found, if there is one.

    """
    papers = read_papers(file)
    sources: list[Source] = []
    for number, paper in enumerate(papers, start=1):
        own = list(_of_paper(paper, neighbours, encoder))
        sources += mined(own, reader) if reader else own
        progress(number, len(papers))
    return tuple(sources)


def _of_paper(paper: Paper, neighbours: Neighbours, encoder: Encoder) -> Iterator[Source]:
    article, pool = paper.article, Pool.of(paper.article.text, neighbours)
    library = library_of(paper.source, encoder=encoder)
    finds = searched(library, [asked.text for asked in paper.questions])
    for asked, searched_for in zip(paper.questions, finds, strict=True):
        if asked.answers:
            yield Source(article, pool, asked, _hard(article, asked, searched_for.found))


def _hard(article: Article, asked: Asked, found: Found) -> tuple[int, ...]:
    hits = ranked(found.fused)[:_HITS].tolist()
    return tuple(without_answers(article, asked, hits)[:_HARD])


def squad_examples(
    source: Source, maker: Maker, *, group: int, negatives: float, twins: float
) -> Iterator[Example]:
    """Make the examples of a question, at least the window that answers; none if that crosses sentences.

    Args:
        source: the question.
        maker: what makes them.
        group: of the question; positive.
        negatives: windows that do not answer, on average.
        twins: the share of questions with a twin.

    """
    article, asked, rng = source.article, source.asked, maker.rng
    answer = rng.choice(asked.answers)
    gold = next((place for place in asked.sentences if article.sentences[place].holds(answer)), None)
    if gold is None:
        return
    window = _window(gold, len(article.sentences), rng)
    before = sum(len(_sentence(article, place)) + 1 for place in range(window.start, gold))
    start = before + answer.start - article.sentences[gold].start
    span = Span(start, start + answer.end - answer.start)
    item = Item(asked.text, _text(article, window), span, source.pool)
    question = typed(asked.text, rng)
    yield maker.example(question, item.window, item.answer, group=group)
    left = list(source.hard)
    while negatives > 0:
        if rng.random() < negatives:
            text = _without_answer(source, left, window, gold, rng)
            if text and not any(has(text, article.read(other)) for other in asked.answers):
                yield maker.example(question, text, None, group=group)
        negatives -= 1
    if rng.random() < twins and (twin := maker.twin(item, group=group)):
        yield twin


def _without_answer(source: Source, left: list[int], window: range, gold: int, rng: random.Random) -> str:
    """Choose the text of a window that does not answer, and take its sentence from those `left`."""
    if rng.random() < _DELETED and len(window) > 1:
        return _text(source.article, window, without={gold})
    if not left:
        return ""
    hit = rng.choice(left[: rng.choice([2, 4, 8])])
    left.remove(hit)
    around = _window(hit, len(source.article.sentences), rng)
    return _text(source.article, around, without=set(source.asked.sentences))


def _window(centre: int, sentences: int, rng: random.Random) -> range:
    """Choose a window around a sentence; it is shorter at the article's ends."""
    (size,) = rng.choices(list(_SIZES), list(_SIZES.values()))
    centred = size == 3 and rng.random() < _CENTRED
    first = max(0, centre - (1 if centred else rng.randrange(size)))
    return range(first, max(centre + 1, min(sentences, first + size)))


def _text(article: Article, window: range, *, without: set[int] | None = None) -> str:
    return " ".join(_sentence(article, place) for place in window if place not in (without or ()))


def _sentence(article: Article, place: int) -> str:
    return article.read(article.sentences[place])
