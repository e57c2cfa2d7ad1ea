"""What others on the same machine may read."""

from __future__ import annotations

import logging
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.app.file_modes import keep_private
from bot.state.repository import Repository
from index.files import make_folder
from tests.loopback.fake_discord import TOKEN, FakeDiscord
from tests.loopback.process import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Work in a folder of the test's own, where new files are usually open to others."""
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: str) -> int:
    return stat.S_IMODE(Path(path).stat().st_mode)


def modes_in(folder: str) -> dict[str, int]:
    return {path.name: mode(str(path)) for path in Path(folder).iterdir()}


def made(path: str, mode: int, *, folder: bool = False) -> None:
    Path(path).mkdir() if folder else Path(path).touch()
    Path(path).chmod(mode)


async def test_what_is_kept_is_for_its_owner_alone() -> None:
    async with Repository("sqlite:///.verbatim/state.db") as repository:
        await repository.left(1)  # a write, so that SQLite makes the files beside it
        kept = modes_in(".verbatim")
    assert kept == {"state.db": 0o600, "state.db-wal": 0o600, "state.db-shm": 0o600}
    assert mode(".verbatim") == 0o700


def test_an_index_in_the_same_folder_leaves_it_so() -> None:
    make_folder(Path(".verbatim/seeds-1234"))
    make_folder(Path("elsewhere/index"))
    assert (mode(".verbatim"), mode("elsewhere"), mode("elsewhere/index")) == (0o700, 0o755, 0o755)
    make_folder(Path(".verbatim/seeds-1234"))
    Path("file").touch()
    with pytest.raises(FileExistsError):
        make_folder(Path("file"))


def test_what_an_old_version_made_is_tightened(caplog: pytest.LogCaptureFixture) -> None:
    made(".verbatim", 0o755, folder=True)
    made(".verbatim/state.db", 0o644)
    made(".verbatim/state.db-wal", 0o600)
    made(".env", 0o640)
    keep_private()
    assert (mode(".verbatim"), mode(".verbatim/state.db"), mode(".env")) == (0o700, 0o600, 0o640)
    assert caplog.messages == [
        "others could read .verbatim, .verbatim/state.db: now only its owner can",
        "others can read .env, which may hold the token: chmod 600 .env",
    ]


def test_what_is_closed_or_not_there_is_left_alone(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        keep_private()
        made(".verbatim", 0o700, folder=True)
        made(".verbatim/state.db", 0o600)
        made(".env", 0o400)
        keep_private()
    assert caplog.messages == []


async def test_the_bot_checks_when_it_starts(tmp_path: Path) -> None:
    made(".verbatim", 0o755, folder=True)
    made(".env", 0o644)
    async with FakeDiscord() as discord, verbatim(tmp_path, discord.address, token=TOKEN) as process:
        await discord.identified.wait()
        process.terminate()
        _, err = await process.communicate()
    assert mode(".verbatim") == 0o700
    assert mode(".verbatim/state.db") == 0o600
    assert err.decode().count("others could read .verbatim: now only its owner can") == 1
    assert err.decode().count("chmod 600 .env") == 1
