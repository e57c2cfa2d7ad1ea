from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import threading
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index import (
    ArticleError,
    Library,
    SnapshotError,
    SnapshotMissing,
    build,
    loading,
    why_stale,
)
from index.config import LibrarySettings
from index.models.protocols import Models
from index.store import snapshot
from tests.conftest import ROOT
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def index(articles: Path) -> Path:
    """Build the toy articles once."""
    folder = articles.parent / "index"
    build(articles, folder, encoder=ToyEncoder())
    return folder


def best(index: Path, question: str) -> str:
    return Library.open(index, Models(ToyEncoder())).ask(question).quotes[0].text


def current(index: Path) -> Path:
    return index / (index / "CURRENT").read_text(encoding="ascii")


def edit_manifest(index: Path, **changes: object) -> None:
    """Edit the manifest as one would who also mends the checksums."""
    folder = current(index)
    manifest = json.loads((folder / "manifest.json").read_bytes()) | changes
    content = json.dumps(manifest).encode()
    (folder / "manifest.json").write_bytes(content)
    name = f"snapshot-{sha256(content).hexdigest()}"
    folder.rename(index / name)
    (index / "CURRENT").write_text(name, encoding="ascii")


def edit_article(index: Path, **changes: object) -> None:
    """Edit the first article as one would who also mends the checksums."""
    file = current(index) / "articles.json"
    shelf = json.loads(file.read_bytes())
    shelf["articles"][0]["stored"] |= changes
    file.write_text(json.dumps(shelf), encoding="utf-8")
    manifest = json.loads((current(index) / "manifest.json").read_bytes())
    edit_manifest(index, files=manifest["files"] | {file.name: sha256(file.read_bytes()).hexdigest()})


def test_what_was_built_is_opened_again_as_it_was(articles: Path, index: Path) -> None:
    library = Library.open(index, Models(ToyEncoder()))
    assert [article.name for article in library.articles] == ["a.txt", "b.txt"]
    assert [article.text for article in library.articles] == [
        (articles / name).read_bytes().decode() for name in ("a.txt", "b.txt")
    ]
    assert library.ask("green").quotes[0].text == "Green sun!"


def test_there_is_no_pickle_and_nothing_unfinished(index: Path) -> None:
    build(index.parent / "articles", index, encoder=ToyEncoder())
    assert sorted(path.name for path in index.iterdir()) == ["CURRENT", "LOCK", current(index).name]
    assert {path.suffix for path in current(index).rglob("*") if path.is_file()} == {
        ".json",
        ".npy",
        ".faiss",
    }
    for path in current(index).rglob("*.npy"):
        np.load(path, allow_pickle=False)
    json.loads((current(index) / "articles.json").read_bytes())
    assert (current(index) / "vectors.faiss").read_bytes()[:4] == b"IxM2"


def test_no_index_is_told_from_a_bad_one(tmp_path: Path) -> None:
    with pytest.raises(SnapshotMissing, match=r"there is no index in .* yet: build it with `verbatim build`"):
        Library.open(tmp_path / "none", Models(ToyEncoder()))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def edit(path: Path, old: str, new: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda i: (i / "CURRENT").write_text("snapshot-x"), "CURRENT does not name a snapshot"),
        (lambda i: (i / "CURRENT").write_bytes(b"\0"), "CURRENT does not name a snapshot"),
        (lambda i: (i / "CURRENT").write_text("../" * 30), "CURRENT does not name a snapshot"),
        (lambda i: shutil.rmtree(current(i)), "manifest.json: No such file"),
        (lambda i: (current(i) / "vectors.faiss").unlink(), "vectors.faiss: No such file"),
        (lambda i: cut_short(current(i) / "vectors.faiss"), "vectors.faiss was changed or cut short"),
        (lambda i: cut_short(current(i) / "pairs" / "data.csc.index.npy"), "data.csc.index.npy was changed"),
        (lambda i: edit(current(i) / "articles.json", "red fox", "fed rox"), "articles.json was changed"),
        (lambda i: edit(current(i) / "manifest.json", "toy-1", "toy-2"), "manifest.json was changed"),
        (lambda i: edit_manifest(i, format=1), "of another version (format: Input should be 5, got 1)"),
        (lambda i: edit_article(i, paragraphs=[1]), "a.txt: its paragraphs do not fit its text"),
        (lambda i: edit_article(i, paragraphs=[0, 9]), "a.txt: its paragraphs do not fit its text"),
        (lambda i: edit_article(i, headings=[[9, 1, 0, 1]]), "a.txt: its headings do not fit its text"),
        (lambda i: edit_article(i, lead_ins=[[1, 0, 0, 1]]), "a.txt: its lead-ins do not fit its text"),
        (lambda i: edit_article(i, pages=[0, 99]), "a.txt: its pages do not fit its text"),
        (lambda i: edit_manifest(i, colour="red"), "of another version (colour: Extra inputs"),
        (lambda i: edit_manifest(i, sentences=5), "does not add up"),
        (lambda i: edit_manifest(i, dimension=8), "does not add up"),
    ],
)
def test_a_damaged_index_is_refused_with_the_reason_and_build_mends_it(
    articles: Path, index: Path, damage: Callable[[Path], object], reason: str
) -> None:
    damage(index)
    with pytest.raises(SnapshotError) as error:
        Library.open(index, Models(ToyEncoder()))
    assert reason in str(error.value)
    assert str(error.value).endswith("build it again")
    report = build(articles, index, encoder=ToyEncoder())
    assert str(report.refused) == str(error.value)
    assert report.embedded == 6
    assert best(index, "red") == "Red red blue."


def test_an_index_of_another_model_is_refused(articles: Path, index: Path) -> None:
    other = ToyEncoder(digest="toy-2")
    with pytest.raises(SnapshotError, match=r"was built with another model \(toy\): build it again"):
        Library.open(index, Models(other))
    assert why_stale(articles, index, encoder=other) == "its model toy has changed"
    renamed = ToyEncoder(digest="toy-2")
    renamed.name = "other"
    assert why_stale(articles, index, encoder=renamed) == "its model was toy, now it is other"
    assert build(articles, index, encoder=other).embedded == 6
    Library.open(index, Models(other))


def test_stale_is_what_no_longer_fits_its_articles(articles: Path, index: Path) -> None:
    encoder = ToyEncoder()
    assert why_stale(articles, index, encoder=encoder) is None
    (articles / "c.txt").write_text("Fox.", encoding="utf-8")
    (articles / "a.toml").write_text('title = "A"', encoding="utf-8")
    (articles / "b.txt").unlink()
    assert why_stale(articles, index, encoder=encoder) == "articles: 1 new, 1 gone, 1 changed"
    build(articles, index, encoder=encoder)
    assert why_stale(articles, index, encoder=encoder) is None
    assert isinstance(why_stale(articles, articles.parent / "none", encoder=encoder), SnapshotMissing)


def test_a_fresh_index_is_checked_once(articles: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each checksum is a whole reading of its file."""
    read: list[Path] = []

    def digest(path: Path) -> str:
        read.append(path)
        return sha256(path.read_bytes()).hexdigest()

    monkeypatch.setattr(snapshot, "digest", digest)
    monkeypatch.setattr(loading, "encoder_for", lambda _: ToyEncoder())
    settings = LibrarySettings(_env_file=None, articles=articles, index=index, reader="off")
    loads: list[Callable[[], Library]] = [
        lambda: loading.load_fresh(settings, say=pytest.fail),
        lambda: loading.load(settings),
    ]
    for load in loads:
        read.clear()
        assert load().ask("red", top=1).quotes[0].text == "Red red blue."
        files = [path for path in current(index).rglob("*") if path.is_file()]
        assert sorted(read) == sorted(path for path in files if path.name != "manifest.json")


def test_damage_is_mended_when_the_index_is_opened(articles: Path, index: Path) -> None:
    cut_short(current(index) / "vectors.faiss")
    assert why_stale(articles, index, encoder=ToyEncoder()) is None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "encoder_for", lambda _: ToyEncoder())
        settings = LibrarySettings(_env_file=None, articles=articles, index=index, reader="off")
        said: list[str] = []
        assert loading.load_fresh(settings, say=said.append).ask("green").quotes[0].text == "Green sun!"
    assert len(said) == 1
    assert said[0].startswith("the index was built again: ")
    assert "vectors.faiss was changed or cut short" in said[0]


def test_one_bad_article_leaves_the_old_index_in_use(articles: Path, index: Path) -> None:
    (articles / "a.txt").write_text("The fox is green.", encoding="utf-8")
    (articles / "bad.txt").write_bytes(b"\0")
    (articles / "none.txt").write_bytes(b"")
    before = (index / "CURRENT").read_bytes()
    with pytest.raises(ArticleError, match=r"^bad\.txt holds a NUL character .*; none\.txt is empty"):
        build(articles, index, encoder=ToyEncoder())
    assert (index / "CURRENT").read_bytes() == before
    assert best(index, "red") == "Red red blue."


def test_keep_going_leaves_out_only_the_bad_articles_and_remembers_them(articles: Path, index: Path) -> None:
    (articles / "bad.txt").write_bytes(b"\0")
    report = build(articles, index, encoder=ToyEncoder(), keep_going=True)
    assert (report.articles, list(report.skipped)) == (2, ["bad.txt"])
    assert why_stale(articles, index, encoder=ToyEncoder()) is None
    (articles / "bad.txt").write_bytes(b"Good fox.")
    assert why_stale(articles, index, encoder=ToyEncoder()) == "articles: 1 changed"


def test_keep_going_needs_one_good_article(articles: Path, index: Path) -> None:
    for path in articles.iterdir():
        path.write_bytes(b"\0")
    with pytest.raises(ArticleError):
        build(articles, index, encoder=ToyEncoder(), keep_going=True)
    assert best(index, "green") == "Green sun!"


@pytest.mark.slow
def test_killed_at_any_step_of_a_build_one_whole_index_is_left(articles: Path, index: Path) -> None:
    (articles / "a.txt").write_text("The fox is green. The red fox.", encoding="utf-8")
    seen = set()
    command = [sys.executable, "-m", "tests.index.store.build_killed", str(articles), str(index)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as builds:
        assert builds.stdin is not None
        assert builds.stdout is not None
        for step in range(1, 200):
            print(step, file=builds.stdin, flush=True)
            code = int(builds.stdout.readline())
            seen.add(best(index, "red"))
            if code == 0:
                break
            assert code == -signal.SIGKILL
            if best(index, "red") == "The red fox.":  # the new one is in use: begin again from an old one
                (articles / "a.txt").write_text("Red red blue.", encoding="utf-8")
                build(articles, index, encoder=ToyEncoder())
                (articles / "a.txt").write_text("The fox is green. The red fox.", encoding="utf-8")
        else:
            pytest.fail("the build did not end within 200 steps")
        builds.stdin.close()
    assert builds.returncode == 0
    assert step > 10
    assert seen == {"Red red blue.", "The red fox."}
    assert len(list(index.glob("snapshot-*"))) == 1
    assert not list(index.glob("unfinished-*"))


def test_builders_wait_for_each_other_and_readers_for_none(articles: Path, index: Path) -> None:
    """Build from four threads while others open: everybody sees a whole index."""
    failures: list[BaseException] = []

    def repeat(action: Callable[[], object]) -> None:
        try:
            for _ in range(15):
                action()
        except BaseException as error:  # noqa: BLE001 - reported below
            failures.append(error)

    actions: list[Callable[[], object]] = [lambda: build(articles, index, encoder=ToyEncoder())] * 3
    actions += [lambda: best(index, "green")] * 3
    threads = [threading.Thread(target=repeat, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
