"""The queue of builds, with real processes that embed by a toy encoder."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from typing import TYPE_CHECKING

import pytest

from bot.builds.liveness import Patience
from bot.builds.process import BuilderProcess
from bot.builds.queue import Build, BuildQueue
from bot.errors import BuildError, ClosingError
from index import BuildDone, DocumentFile, DocumentsBuild, Part
from tests.bot.state.kept import until
from tests.conftest import ROOT
from tests.index.builds.test_process import TOY, stored

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path


class Processes:
    """Makes processes, and keeps them to look at."""

    def __init__(self) -> None:
        self.made: list[BuilderProcess] = []

    def __call__(self) -> BuilderProcess:
        self.made.append(BuilderProcess((sys.executable, "-m", TOY)))
        return self.made[-1]

    @property
    def running(self) -> list[int]:
        return [process.pid for process in self.made if process.pid is not None]


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Processes:
    monkeypatch.chdir(ROOT)
    return Processes()


@pytest.fixture
async def queue(processes: Processes) -> AsyncIterator[BuildQueue]:
    made = BuildQueue(processes)
    yield made
    await made.close()


@pytest.fixture
def request_of(tmp_path: Path) -> Callable[..., DocumentsBuild]:
    """Make requests for an index of one document, with a model that is named like the file `go`."""

    def make(text: str, *, index: str = "index") -> DocumentsBuild:
        folder = tmp_path / f"{index}-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        return DocumentsBuild(
            index=tmp_path / index,
            model=str(tmp_path / "go"),
            cache=tmp_path / "vectors.sqlite",
            documents=stored(folder, a=text),
        )

    return make


def is_running(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def text_of(index: Path) -> str:
    (article,) = Part.open(index).articles
    return article.text


async def test_an_index_is_built_and_progress_seen(
    queue: BuildQueue, request_of: Callable[..., DocumentsBuild]
) -> None:
    build = queue.submit(1, request_of("The red fox."))
    assert (build.progress, build.ended, queue.latest(1)) == ((0, 0), False, build)
    assert await build.done() == BuildDone(articles=1, sentences=1, embedded=1, skipped={})
    assert (build.progress, build.ended, queue.latest(1)) == ((1, 1), True, None)
    assert text_of(build.request.index) == "The red fox."
    assert await build.done() == await build.done()


async def test_keys_take_turns_and_the_newest_request_of_each_is_built(
    queue: BuildQueue, request_of: Callable[..., DocumentsBuild], tmp_path: Path
) -> None:
    ended: list[str] = []

    async def note(name: str, done: Awaitable[BuildDone]) -> None:
        await done
        ended.append(name)

    def submit(key: str, text: str) -> Build:
        return queue.submit(key, request_of(text, index=key))

    first = submit("a", "Red wait now.")
    await until(lambda: queue.latest("a") is first and tmp_path.joinpath("a", "LOCK").exists())
    again = submit("a", "Red again.")  # comes after the one that is being built, and after the others
    other, third = submit("b", "Blue."), submit("c", "Green.")
    assert submit("a", "Red at last.") is again is queue.latest("a") is not first
    assert submit("b", "Blue at last.") is other
    builds = {"first": first, "again": again, "other": other, "third": third}
    notes = [asyncio.create_task(note(name, build.done())) for name, build in builds.items()]
    (tmp_path / "go").touch()
    await asyncio.wait_for(asyncio.gather(*notes), 60)
    assert ended == ["first", "again", "other", "third"]
    assert [text_of(tmp_path / key) for key in "abc"] == ["Red at last.", "Blue at last.", "Green."]


async def test_who_asks_again_and_again_comes_after_the_others(
    queue: BuildQueue, request_of: Callable[..., DocumentsBuild], tmp_path: Path
) -> None:
    first = queue.submit("a", request_of("Red wait now.", index="a"))
    await until(lambda: tmp_path.joinpath("a", "LOCK").exists())
    other = queue.submit("b", request_of("Blue.", index="b"))
    again = queue.submit("a", request_of("Red.", index="a"))
    (tmp_path / "go").touch()
    await first.done()
    await again.done()
    assert other.ended


async def test_one_process_builds_all_and_ends_when_there_is_nothing_to_do(
    processes: Processes, request_of: Callable[..., DocumentsBuild]
) -> None:
    queue = BuildQueue(processes, idle_seconds=0.05)
    builds = [queue.submit(number, request_of(f"Fox {number}.", index=f"i{number}")) for number in range(3)]
    assert [(await build.done()).sentences for build in builds] == [1, 1, 1]
    assert len(processes.made) == 1
    await until(lambda: not processes.running)
    await queue.submit(0, request_of("Fox 0 again.", index="i0")).done()
    assert len(processes.made) == 2
    await queue.close()


async def test_several_processes_build_at_a_time(
    processes: Processes, request_of: Callable[..., DocumentsBuild]
) -> None:
    queue = BuildQueue(processes, processes=2)
    waiting = queue.submit("a", request_of("Red wait now.", index="a"))
    await queue.submit("b", request_of("Blue.", index="b")).done()
    again = queue.submit("a", request_of("Red.", index="a"))
    await queue.submit("c", request_of("Green.", index="c")).done()
    assert (waiting.ended, again.ended, len(processes.running)) == (False, False, 2)
    await queue.close()


async def test_a_process_that_dies_is_started_again(
    queue: BuildQueue, processes: Processes, request_of: Callable[..., DocumentsBuild], tmp_path: Path
) -> None:
    build = queue.submit(1, request_of("Red die once again."))
    assert (await build.done()).embedded == 1
    (tmp_path / "go").unlink()
    dying = queue.submit(1, request_of("Red die always."))
    with pytest.raises(BuildError, match=r"the process that builds died twice \(exit code -9\); see whether"):
        await dying.done()
    assert text_of(dying.request.index) == "Red die once again."
    assert (await queue.submit(1, request_of("Red.")).done()).articles == 1
    assert len(processes.running) == 1


async def test_a_process_that_is_killed_is_started_again(
    queue: BuildQueue, processes: Processes, request_of: Callable[..., DocumentsBuild], tmp_path: Path
) -> None:
    build = queue.submit(1, request_of("Red wait now."))
    await until(lambda: tmp_path.joinpath("index", "LOCK").exists())
    (pid,) = processes.running
    os.kill(pid, 9)
    (tmp_path / "go").touch()
    assert (await build.done()).embedded == 1
    assert processes.running != [pid]


HANGING = """
import os, pathlib, signal, sys
def hang(when):
    if when == sys.argv[2] and not pathlib.Path(sys.argv[1]).exists():
        pathlib.Path(sys.argv[1]).touch()
        os.kill(os.getpid(), signal.SIGSTOP)
hang("hearing")
sys.stdin.readline()
hang("building")
print('{"kind": "failed", "reason": "it was asked"}', flush=True)
sys.stdin.readline()
"""
"""Stops itself the first time; the second time it says how the build ended."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much a process has computed")
@pytest.mark.parametrize("when", ["hearing", "building"])
async def test_a_process_that_hangs_is_ended_and_started_again(
    request_of: Callable[..., DocumentsBuild], tmp_path: Path, when: str, caplog: pytest.LogCaptureFixture
) -> None:
    made: list[BuilderProcess] = []

    def start() -> BuilderProcess:
        command = sys.executable, "-c", HANGING, str(tmp_path / "hung"), when
        made.append(BuilderProcess(command, patience=Patience(still=3)))
        return made[-1]

    queue = BuildQueue(start)
    file = tmp_path / "document.json"
    many = tuple(DocumentFile(name=f"{i:x}/document.md", file=file) for i in range(10_000))
    build = queue.submit(1, request_of("Red.").model_copy(update={"documents": many}))
    await until(lambda: (tmp_path / "hung").exists())
    (process,) = made
    pid = process.pid
    assert pid is not None
    with pytest.raises(BuildError, match=r"^it was asked$"):
        await build.done()
    assert not is_running(pid)
    assert "it was ended, as it said nothing and computed nothing for 3 seconds" in caplog.text
    await queue.close()


async def test_a_build_that_fails_says_why(
    queue: BuildQueue, request_of: Callable[..., DocumentsBuild]
) -> None:
    nothing = request_of("Red.").model_copy(update={"documents": ()})
    with pytest.raises(BuildError, match=r"^there is no article"):
        await queue.submit(1, nothing).done()
    assert (await queue.submit(1, request_of("Red.")).done()).articles == 1


async def test_a_process_that_cannot_be_started_is_said(request_of: Callable[..., DocumentsBuild]) -> None:
    queue = BuildQueue(lambda: BuilderProcess(("no-such-command",)))
    with pytest.raises(BuildError, match="died twice"):
        await queue.submit(1, request_of("Red.")).done()
    await queue.close()


async def test_what_it_says_that_nobody_understands_is_a_failure(
    request_of: Callable[..., DocumentsBuild],
) -> None:
    queue = BuildQueue(lambda: BuilderProcess((sys.executable, "-c", "print('hello'); input()")))
    with pytest.raises(BuildError, match="died twice"):
        await queue.submit(1, request_of("Red.")).done()
    await queue.close()


async def test_closing_ends_the_process_and_all_builds(
    processes: Processes, request_of: Callable[..., DocumentsBuild], tmp_path: Path
) -> None:
    queue = BuildQueue(processes)
    builds = [queue.submit(key, request_of("Red wait now.", index=key)) for key in "ab"]
    await until(lambda: tmp_path.joinpath("a", "LOCK").exists())
    (pid,) = processes.running
    await asyncio.wait_for(queue.close(timeout=1), 60)
    assert not is_running(pid)
    for build in builds:
        with pytest.raises(ClosingError):
            await build.done()
    with pytest.raises(ClosingError):
        queue.submit("a", request_of("Red."))
    await queue.close()
