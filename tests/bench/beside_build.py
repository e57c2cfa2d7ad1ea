"""Time answers alone and while another library is built: `python -m tests.bench.beside_build`.

The builder is the bot's own process and embeds random sentences with the real encoder; the questions of
`tests/questions.jsonl` are asked of the seed article under the real models. Blocks of questions without and
with the build take turns, the builder being stopped and let go on, so that other load meets both alike.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import tempfile
import time
from pathlib import Path

import numpy as np

from bot.builds.process import BuilderProcess
from index import FolderBuild, Library, build
from index.config import LibrarySettings
from index.loading import models_for
from tests.bench.libraries import article_of, random_words
from tests.conftest import ROOT, SEEDS

BLOCKS = ("alone", "beside") * 4


async def main(*, sentences: int, pause: float, reader: str) -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        settings = LibrarySettings(_env_file=None, reader=reader)
        models = models_for(settings, say=print)
        build(SEEDS, folder / "index", encoder=models.encoder)
        library = Library.open(folder / "index", models)
        request = FolderBuild(
            index=folder / "built",
            model=settings.model,
            threads=1,
            cache=folder / "vectors.db",
            folder=book(folder / "articles", sentences),
            max_bytes=2**26,
        )
        rows = (ROOT / "tests" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
        questions = [json.loads(row)["question"] for row in rows]
        for question in questions[:5]:
            library.ask(question)
        builder = BuilderProcess()
        embedded = 0

        def progress(done: int, _of: int) -> None:
            nonlocal embedded
            embedded = done

        building = asyncio.create_task(builder.build(request, progress))
        while not embedded and not building.done():  # noqa: ASYNC110 - it has begun when it says so
            await asyncio.sleep(0.1)
        pid = builder.pid
        assert pid is not None
        spent: dict[str, list[float]] = {kind: [] for kind in BLOCKS}
        built, seconds = 0, 0.0
        for kind in BLOCKS:
            os.kill(pid, signal.SIGSTOP if kind == "alone" else signal.SIGCONT)
            before, started = embedded, time.perf_counter()
            for question in questions:
                await asyncio.sleep(pause)
                asked = time.perf_counter()
                await asyncio.to_thread(library.ask, question)
                spent[kind].append(time.perf_counter() - asked)
            if kind == "beside":
                built += embedded - before
                seconds += time.perf_counter() - started
            if building.done():
                print("the build ended before the questions did: ask for more sentences")
                break
        for kind, times in spent.items():
            half, most = (np.percentile(times, percent) * 1000 for percent in (50, 95))
            print(f"{kind}: p50 {half:.0f} ms, p95 {most:.0f} ms, {len(times)} questions")
        ratio = np.percentile(spent["beside"], 95) / np.percentile(spent["alone"], 95)
        print(f"p95 {ratio:.2f} times; {built / seconds:.1f} of {sentences} sentences a second were embedded")
        os.kill(pid, signal.SIGCONT)
        building.cancel()
        await asyncio.wait({building})
        await builder.close(0)


def book(folder: Path, sentences: int) -> Path:
    """Write articles of random sentences."""
    folder.mkdir()
    chance = random.Random(15)
    words = random_words(chance)
    for number in range(sentences // 1_000):
        text = article_of(number, 1_000, chance, words).text
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=20_000, help="in thousands")
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between an answer and a question")
    parser.add_argument("--reader", choices=("bundled", "off"), default="bundled")
    asyncio.run(main(**vars(parser.parse_args())))
