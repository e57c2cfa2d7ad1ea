"""A database that somebody deletes or replaces while the bot runs is noticed, and made anew at once."""

from __future__ import annotations

import asyncio
import logging
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.state.records import CountedVote, ServerSettings, Tally
from bot.state.resilient import Limits
from tests.bot.state.kept import ANSWER, ASKER, CHOSEN, OTHER, SERVER
from tests.bot.state.opened import opened, stored

if TYPE_CHECKING:
    from pathlib import Path

ONCE = Limits(call=60, retry=600)
"""Nothing comes of a second attempt."""


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.INFO]


@pytest.mark.parametrize("gone", ["state.db", "state.db*", "."])
async def test_a_deleted_database_is_made_anew_with_what_is_known(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, gone: str
) -> None:
    caplog.set_level(logging.INFO, "bot")
    folder = tmp_path / "kept"
    address = f"sqlite:///{folder}/state.db"
    async with opened(address, ONCE) as repository:
        await repository.save_settings(SERVER, CHOSEN)
        assert await repository.settings(7) == ServerSettings()
        await repository.add(ANSWER)
        await repository.vote(ANSWER.id, OTHER, up=True)
        for path in [folder] if gone == "." else sorted(folder.glob(gone)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        votes = [repository.vote(ANSWER.id, user, up=False) for user in (ASKER, 8, 9)]
        counted = await asyncio.gather(*votes)
        assert counted[-1] == CountedVote(Tally(up=0, down=3), changed=True)
        assert not repository.away
        assert await repository.stored_settings(SERVER) == CHOSEN
        assert await repository.tally(ANSWER.id) == Tally(up=0, down=3)
    assert await stored(address) == ANSWER
    assert lines(caplog) == [
        f"{folder}/state.db was deleted or replaced while the bot was running: "
        "what it held is lost, making a new one with what is still known"
    ]


async def test_a_deleted_database_is_noticed_when_it_is_read(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/state.db"
    async with opened(address, ONCE) as repository:
        await repository.add(ANSWER)
        await repository.add(replace(ANSWER, id=1, locale="\ud800"))  # which no database takes
        (tmp_path / "state.db").unlink()
        assert await repository.record(404) is None
        assert (tmp_path / "state.db").exists()
        assert await stored(address) == ANSWER


async def test_what_the_database_in_its_place_holds_is_not_written_over(
    tmp_path: Path,
) -> None:
    address = f"sqlite:///{tmp_path}/state.db"
    backup = tmp_path / "backup.db"
    others = replace(CHOSEN, private=False)
    async with opened(f"sqlite:///{backup}") as repository:
        await repository.save_settings(SERVER, others)
        await repository.add(replace(ANSWER, id=5))
    async with opened(address, ONCE) as repository:
        await repository.save_settings(SERVER, CHOSEN)
        await repository.save_settings(7, CHOSEN)
        backup.replace(tmp_path / "state.db")
        assert await repository.stored_settings(SERVER) == others
        assert await repository.settings(SERVER) == others
        assert await repository.stored_settings(7) == CHOSEN
        assert await repository.record(5) == replace(ANSWER, id=5)
