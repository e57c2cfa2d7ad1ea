"""The disk refuses to take an index: full at any byte, read-only, or no place for one."""

from __future__ import annotations

import contextlib
import errno
import re
import resource
import subprocess
from typing import TYPE_CHECKING

import pytest

from index import Library, SnapshotError, build, loading
from index.config import LibrarySettings
from index.models.protocols import Models
from index.store import writer
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = 4096


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of its own, of 100 pages."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={100 * PAGE}", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root can mount a file system")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def changed(articles: Path, tmp_path: Path) -> Path:
    """Build an index and then change an article; return the article."""
    build(articles, tmp_path / "index", encoder=ToyEncoder())
    article = articles / "a.txt"
    article.write_text("The fox is green.", encoding="utf-8")
    return article


def best(index: Path) -> str:
    return Library.open(index, Models(ToyEncoder())).ask("red fox").quotes[0].text


def left_over(index: Path) -> list[str]:
    return [path.name for path in index.iterdir() if path.name not in {"CURRENT", "LOCK"}][1:]


def test_whatever_a_full_disk_still_takes_the_old_index_answers(articles: Path, small_disk: Path) -> None:
    """Leave one page more free each time, until all of the new index finds room."""
    index = small_disk / "index"
    (articles / "b.txt").write_text("Green sun. " * 200, encoding="utf-8")
    build(articles, index, encoder=ToyEncoder())
    (articles / "a.txt").write_text("The green fox.", encoding="utf-8")
    said = set()
    for pages in range(100):
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(PAGE))
        with filler.open("r+b") as file:
            file.truncate(filler.stat().st_size - pages * PAGE)
        try:
            build(articles, index, encoder=ToyEncoder())
        except SnapshotError as error:
            said.add(re.sub(r"[\d.]+ MiB", "N MiB", str(error)).replace(str(index), "INDEX"))
            assert best(index) == "The red fox."
            assert left_over(index) == []
        else:
            break
    assert best(index) == "The green fox."
    assert pages > 5
    assert all(re.fullmatch(FULL, sentence) for sentence in said), said


FULL = (
    r"the index in INDEX cannot be written: (No space left on device|there was no room for all of it .*)"
    r" \(it takes at least N MiB, N MiB are free\): free some space, or name another folder in VERBATIM_INDEX"
)


def test_whatever_a_limit_on_files_still_takes_the_old_index_answers(changed: Path, tmp_path: Path) -> None:
    """Let files grow by a few bytes more each time; the kernel refuses the rest, as on a full disk."""
    index = tmp_path / "index"
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    refusals = 0
    for limit in range(16, 4096, 48):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        try:
            build(changed.parent, index, encoder=ToyEncoder())
        except SnapshotError as error:
            refusal = str(error)
            refusals += 1
        else:
            break
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        assert refusal.startswith(f"the index in {index} cannot be written: ")
        assert "VERBATIM_INDEX" in refusal or "ulimit -f" in refusal
        assert "\n" not in refusal
        assert best(index) == "The red fox."
        assert left_over(index) == []
    assert best(index) == "The fox is green."
    assert refusals > 5


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (
            errno.ENOSPC,
            r" \(it takes at least 0\.0 MiB, [\d,.]+ MiB are free\): free some space, or name another",
        ),
        (
            errno.EDQUOT,
            ": remove files of yours or have the quota raised, or name another folder in VERBATIM",
        ),
        (errno.EROFS, ": name another folder in VERBATIM_INDEX"),
        (errno.EACCES, ": let this user write there, or name another folder in VERBATIM_INDEX"),
        (errno.EIO, ": name another folder in VERBATIM_INDEX"),
    ],
)
def test_where_the_last_step_is_refused_the_reason_and_what_to_do_are_said(
    changed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, advice: str
) -> None:
    """All is written by then, but the disk does not say that it will last."""

    def refuse(_: Path) -> None:
        raise OSError(code, "The disk says no")

    monkeypatch.setattr(writer, "_sync", refuse)
    with pytest.raises(SnapshotError, match=f"cannot be written: The disk says no{advice}"):
        build(changed.parent, tmp_path / "index", encoder=ToyEncoder())
    assert best(tmp_path / "index") == "The red fox."
    assert left_over(tmp_path / "index") == []


def test_a_build_that_is_given_up_leaves_nothing(
    changed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, "_sync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build(changed.parent, tmp_path / "index", encoder=ToyEncoder())
    assert left_over(tmp_path / "index") == []


def test_asking_goes_on_with_the_old_index_where_the_new_one_finds_no_room(
    changed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writer, "_sync", refuse)
    monkeypatch.setattr(loading, "encoder_for", lambda _: ToyEncoder())
    said: list[str] = []
    for index in (tmp_path / "index", tmp_path / "none"):
        settings = LibrarySettings(_env_file=None, articles=changed.parent, index=index, reader="off")
        if index.exists():
            library = loading.load_fresh(settings, say=said.append)
            assert library.ask("red fox").quotes[0].text == "The red fox."
        else:
            with pytest.raises(SnapshotError, match="No space left on device"):
                loading.load_fresh(settings, say=said.append)
    assert len(said) == 1
    assert said[0].startswith("answering from the index as it was: the index in ")


def test_a_folder_that_cannot_be_made_is_an_error(articles: Path) -> None:
    with pytest.raises(
        SnapshotError, match="cannot be written: Not a directory: name another folder in VERBA"
    ):
        build(articles, articles / "a.txt" / "index", encoder=ToyEncoder())
