"""Measure many servers' libraries in one bot: `python -m tests.bench.libraries`.

Makes libraries of random sentences and random vectors, as only their amount counts here, and asks them one
after the other under the real models: what each takes in memory while it is open, how long the first question
to a closed one takes, and how many stay open within the budget.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.library.interface import Selection
from bot.library.open_libraries import OpenLibraries
from bot.library.snapshots import IndexSnapshots
from index import Article, Part, Query, Span, build
from index.config import LibrarySettings
from index.loading import models_for
from index.store.builder import build_articles
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Models
    from index.types import Vectors

QUESTION = "when was the drum given to the visitors"
_PAGE = os.sysconf("SC_PAGE_SIZE")
_WORDS, _SENTENCE = 8_000, (8, 24)
"""Different words, and words in a sentence."""
_PARAGRAPH = 5


@dataclass(frozen=True)
class RandomVectors:
    """Stands for the real encoder where indexes are built."""

    name: str
    digest: str
    dimension: int
    random: np.random.Generator

    def windows(self, text: str) -> tuple[str, ...]:
        return (text,)

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = self.random.standard_normal((len(texts), self.dimension), dtype=np.float32)
        unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def article_of(number: int, sentences: int, chance: random.Random, words: Sequence[str]) -> Article:
    """Make an article of random sentences, each word the rarer the later it stands in the list."""
    text, spans, paragraphs = "", [], []
    for place in range(sentences):
        if place % _PARAGRAPH == 0:
            text += "\n\n" if text else ""
            paragraphs.append(place)
        elif text:
            text += " "
        chosen = (words[int(len(words) ** chance.random()) - 1] for _ in range(chance.randint(*_SENTENCE)))
        sentence = " ".join(chosen).capitalize() + "."
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    name = f"{number:x}/guide.txt"
    return Article(name, text, f"Guide {number}", None, None, "en", tuple(spans), tuple(paragraphs))


def random_words(chance: random.Random) -> list[str]:
    """Make the words of which sentences are made."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return ["".join(chance.choices(letters, k=chance.randint(3, 10))) for _ in range(_WORDS)]


def made(folder: Path, models: Models, *, libraries: int, sentences: int) -> None:
    """Build the libraries, each for a server of its number."""
    chance = random.Random(15)
    words = random_words(chance)
    real = models.encoder
    encoder = RandomVectors(real.name, real.digest, real.dimension, np.random.default_rng(15))
    for number in range(1, libraries + 1):
        article = article_of(number, sentences, chance, words)
        build_articles(
            [article], folder / str(number), encoder=encoder, sources={article.name: article.digest}
        )


def memory() -> float:
    """Return what this process has in memory of its own, in MB, without the files that are mapped."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("RssAnon:")[2].split()[0]) * 1024 / 1e6


def main(*, libraries: int, sentences: int, budget: int, reader: str) -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        settings = LibrarySettings(_env_file=None, articles=SEEDS, index=folder / "host", reader=reader)
        models = models_for(settings, say=print)
        build(SEEDS, folder / "host", encoder=models.encoder)
        made(folder, models, libraries=libraries, sentences=sentences)
        disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
        print(f"{libraries} libraries of {sentences} sentences: {disk:.0f} MB on disk")
        for most in (2**20, budget):
            snapshots = IndexSnapshots(lambda: models, shared=folder / "host", folder=folder)
            opened: OpenLibraries[Part] = OpenLibraries(snapshots, budget=most * 2**20)
            opened.load()
            before, opening, asking = memory(), [], []
            for number in range(1, libraries + 1):
                started = time.perf_counter()
                held = opened.open(Selection(number))
                between = time.perf_counter()
                held.library.ask_all([Query(QUESTION)], top=5)
                opening.append(between - started)
                asking.append(time.perf_counter() - started)
            still = sum(opened.held(Selection(number)) is not None for number in range(1, libraries + 1))
            print(
                f"budget {most} MiB: {still} open, {memory() - before:.0f} MB more in memory"
                f" (counted {opened.size / 1e6:.0f} MB); opening {_p(opening)};"
                f" first question to a closed one {_p(asking)}"
            )
            del opened, held
        shutil.rmtree(folder / "host")


def _p(seconds: Sequence[float]) -> str:
    half, most = (np.percentile(seconds, percent) * 1000 for percent in (50, 95))
    return f"p50 {half:.0f} ms, p95 {most:.0f} ms"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libraries", type=int, default=300)
    parser.add_argument("--sentences", type=int, default=1000)
    parser.add_argument("--budget", type=int, default=512, help="MiB that open libraries may take")
    parser.add_argument("--reader", choices=("bundled", "off"), default="off")
    main(**vars(parser.parse_args()))
