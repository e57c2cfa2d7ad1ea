"""The building process: real, with a toy encoder; and once with the bundled model."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from index import (
    BuildDone,
    BuildFailed,
    BuildProgress,
    Document,
    DocumentFile,
    DocumentsBuild,
    FolderBuild,
    Library,
    Part,
    read_build_reply,
)
from index.models.protocols import Models
from tests.conftest import ROOT, SEEDS
from tests.index.store.test_builder import article_of
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index import Encoder

TOY = "tests.index.builds.toy_process"


class Builder:
    """A building process, and what is asked of it."""

    def __init__(self, module: str) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            [sys.executable, "-m", module], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe
        )

    def ask(self, build: DocumentsBuild | FolderBuild) -> None:
        self.write(build.model_dump_json())

    def write(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def reply(self) -> BuildProgress | BuildDone | BuildFailed:
        assert self.process.stdout is not None
        return read_build_reply(self.process.stdout.readline())

    def outcome(self) -> BuildDone | BuildFailed:
        while isinstance(reply := self.reply(), BuildProgress):
            pass
        return reply


@contextmanager
def running(module: str = TOY) -> Iterator[Builder]:
    builder = Builder(module)
    with builder.process as process:
        try:
            yield builder
        finally:
            process.kill()


def stored(folder: Path, **texts: str) -> tuple[DocumentFile, ...]:
    """Store documents as JSON, and name them."""
    files = []
    for name, text in texts.items():
        file = folder / f"{name}.json"
        file.write_text(Document.of(article_of(text)).model_dump_json(), encoding="utf-8")
        files.append(DocumentFile(name=f"1f/{name}.txt", file=file))
    return tuple(files)


def test_builds_are_done_one_after_the_other(articles: Path, tmp_path: Path) -> None:
    cache = tmp_path / "vectors.sqlite"
    documents = stored(tmp_path, a="The red fox.", b="The blue dog.")
    ours = DocumentsBuild(index=tmp_path / "ours", model="toy-1", cache=cache, documents=documents)
    theirs = DocumentsBuild(index=tmp_path / "theirs", model="toy-1", cache=cache, documents=documents[:1])
    folder = FolderBuild(
        index=tmp_path / "shared", model="toy-1", cache=cache, folder=articles, max_bytes=1_000
    )
    with running() as builder:
        for build in (ours, theirs, folder):
            builder.ask(build)
        assert builder.reply() == BuildProgress(embedded=0, of=2)
        assert builder.reply() == BuildProgress(embedded=2, of=2)
        assert builder.reply() == BuildDone(articles=2, sentences=2, embedded=2, skipped={})
        assert builder.outcome() == BuildDone(articles=1, sentences=1, embedded=0, skipped={})
        assert builder.outcome() == BuildDone(articles=2, sentences=4, embedded=4, skipped={})
    models = Models(ToyEncoder())
    parts = [Part.open(build.index, model_digest="toy-1") for build in (ours, folder)]
    assert [article.name for article in Library(parts, models).articles] == [
        "1f/a.txt",
        "1f/b.txt",
        "a.txt",
        "b.txt",
    ]
    assert Library(parts[:1], models).ask("dog").quotes[0].article.name == "1f/b.txt"


def test_documents_that_cannot_be_used_are_left_out(tmp_path: Path) -> None:
    good, gone, damaged, changed = stored(tmp_path, good="Red.", gone="Fox.", damaged="Dog.", changed="Sun.")
    gone.file.unlink()
    damaged.file.write_text('{"name": "x"', encoding="utf-8")
    content = json.loads(changed.file.read_bytes()) | {"text": "S"}
    changed.file.write_text(json.dumps(content), encoding="utf-8")
    index = tmp_path / "index"
    with running() as builder:
        builder.ask(DocumentsBuild(index=index, model="m", documents=(good, gone, damaged, changed)))
        outcome = builder.outcome()
        builder.ask(DocumentsBuild(index=index, model="m", documents=(gone,)))
        failed = builder.outcome()
    assert isinstance(outcome, BuildDone)
    assert (outcome.articles, outcome.sentences) == (1, 1)
    assert outcome.skipped.keys() == {gone.name, damaged.name, changed.name}
    why = "the stored text of 1f/gone.txt cannot be read (No such file or directory): add it again"
    assert outcome.skipped[gone.name] == why
    assert "1f/damaged.txt is damaged (" in outcome.skipped[damaged.name]
    assert "its sentences do not fit its text): add it again" in outcome.skipped[changed.name]
    assert failed == BuildFailed(reason=why)
    part = Part.open(index)
    assert [article.name for article in part.articles] == [good.name]
    assert part.sources[gone.name] != part.sources[good.name]


def test_whatever_fails_is_said_and_the_next_build_is_done(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    documents = stored(tmp_path, a="The red fox.")
    with running() as builder:
        builder.ask(DocumentsBuild(index=tmp_path / "file" / "index", model="m", documents=documents))
        failed = builder.outcome()
        assert isinstance(failed, BuildFailed)
        assert "cannot be written" in failed.reason
        builder.ask(FolderBuild(index=tmp_path / "i", model="m", folder=articles / "none", max_bytes=9))
        failed = builder.outcome()
        assert isinstance(failed, BuildFailed)
        assert "is not a folder" in failed.reason
        builder.ask(DocumentsBuild(index=tmp_path / "i", model="m", documents=()))
        failed = builder.outcome()
        assert isinstance(failed, BuildFailed)
        assert failed.reason.startswith("there is no article")
        builder.write("no build")
        failed = builder.outcome()
        assert isinstance(failed, BuildFailed)
        assert failed.reason.startswith("a build was asked for wrongly (")
        builder.ask(DocumentsBuild(index=tmp_path / "i", model="m", documents=documents))
        assert isinstance(builder.outcome(), BuildDone)


def test_it_goes_on_where_a_killed_one_was(tmp_path: Path) -> None:
    cache = tmp_path / "vectors.sqlite"
    lines = {f"n{number}": f"Dog {number}." for number in range(200)}
    *documents, last = stored(tmp_path, **lines, waiting="wait")
    build = DocumentsBuild(index=tmp_path / "index", model="m", cache=cache, documents=(*documents, last))
    with running() as builder:
        builder.ask(build)
        assert builder.reply() == BuildProgress(embedded=0, of=201)
        assert builder.reply() == BuildProgress(embedded=128, of=201)
        builder.process.send_signal(signal.SIGKILL)
        assert builder.process.wait() == -signal.SIGKILL
    with running() as builder:
        builder.ask(build.model_copy(update={"documents": tuple(documents)}))
        assert builder.outcome() == BuildDone(articles=200, sentences=200, embedded=72, skipped={})
    assert Library.open(tmp_path / "index", Models(ToyEncoder(digest="m"))).articles


@pytest.mark.parametrize("text", ["The red fox.", "wait"], ids=["idle", "building"])
def test_it_ends_when_nobody_asks_any_more(tmp_path: Path, text: str) -> None:
    with running() as builder:
        builder.ask(DocumentsBuild(index=tmp_path / "i", model="m", documents=stored(tmp_path, a=text)))
        if text != "wait":
            builder.outcome()
        assert builder.process.stdin is not None
        builder.process.stdin.close()
        assert builder.process.wait(timeout=60) == 0


PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-m", sys.argv[1]], stdin=subprocess.PIPE)
print(child.pid, flush=True)
sys.stdin.read()
"""


def test_it_ends_with_whoever_started_it() -> None:
    read, write = os.pipe()
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, TOY],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=write,
    )
    os.close(write)
    with parent, os.fdopen(read, "rb") as said:
        assert parent.stdout is not None
        assert int(parent.stdout.readline()) > 0
        parent.kill()
        said.read()  # ends when the last process that holds it has ended


@pytest.mark.skipif(sys.platform != "linux", reason="it is read from /proc")
def test_it_computes_only_with_what_is_left_over(tmp_path: Path) -> None:
    with running() as builder:
        builder.ask(DocumentsBuild(index=tmp_path / "i", model="m", documents=stored(tmp_path, a="Fox.")))
        builder.outcome()
        assert os.getpriority(os.PRIO_PROCESS, builder.process.pid) >= 10


def test_with_the_bundled_model(tmp_path: Path, encoder: Encoder) -> None:
    build = FolderBuild(
        index=tmp_path / "index", model=encoder.name, threads=1, folder=SEEDS, max_bytes=2**20
    )
    with running("index.builds") as builder:
        builder.ask(build)
        outcome = builder.outcome()
    assert isinstance(outcome, BuildDone)
    assert outcome.articles == 1
    quote = Library.open(build.index, Models(encoder)).ask("Who played drums?").quotes[0]
    assert "drum" in quote.text
