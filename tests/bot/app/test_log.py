"""The log, at whatever level: it has neither tokens nor what people write, and is still of use."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

import pytest

from bot.app.log import Redacting
from tests.bot.world import ids
from tests.loopback.fake_discord import TOKEN, FakeDiscord
from tests.loopback.process import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "MTIz.secret.token"  # noqa: S105 - it opens nothing
QUESTION = "They met in her hometown?"


class Log:
    """What a logger's records become."""

    def __init__(self, name: str) -> None:
        self._stream = io.StringIO()
        handler = logging.StreamHandler(self._stream)
        handler.setFormatter(Redacting(SECRET))
        self.logger = logging.getLogger(name)
        self.logger.addHandler(handler)
        self.logger.setLevel(logging.DEBUG)

    @property
    def text(self) -> str:
        return self._stream.getvalue()


@pytest.fixture
def log() -> Iterator[Log]:
    """Give the log of one of discord.py's loggers."""
    log = Log("discord.of-the-tests")
    yield log
    log.logger.handlers.clear()


def test_the_log_blots_the_token_out(log: Log) -> None:
    log.logger.warning("as message %s and argument %r", SECRET, (SECRET,))
    try:
        int(f"in a traceback: {SECRET}")
    except ValueError:
        log.logger.exception("and")
    assert SECRET not in log.text
    assert log.text.count("[token]") == 3


@pytest.mark.parametrize(
    "address",
    ["https://discord.com/api/v10/interactions/12/aW50:e_-r/callback", "/webhooks/12/aW50:e_-r?wait=true"],
)
def test_interactions_tokens_are_blotted_out(log: Log, address: str) -> None:
    log.logger.debug("POST %s has returned %d", address, 204)
    assert "aW50" not in log.text
    assert "/12/[token]" in log.text
    assert "has returned 204" in log.text


def test_of_an_event_its_name_and_size_are_left(log: Log) -> None:
    log.logger.debug("WebSocket Event: %s", {"t": "MESSAGE_CREATE", "op": 0, "d": {"content": QUESTION}})
    log.logger.debug("For Shard ID %s: %s", None, {"t": None, "op": 11, "d": None})
    assert "WebSocket Event: MESSAGE_CREATE [79 characters]" in log.text
    assert "For Shard ID None: op 11 [" in log.text
    assert QUESTION not in log.text


def test_of_a_request_its_method_address_size_and_status_are_left(log: Log) -> None:
    log.logger.debug("%s %s with %s has returned %s", "POST", "/channels/1", f'{{"a": "{QUESTION}"}}', 200)
    log.logger.debug("%s %s has received %s", "GET", "/channels/1", [{"content": QUESTION}])
    assert "POST /channels/1 with [34 characters] has returned 200" in log.text
    assert "GET /channels/1 has received [42 characters]" in log.text


def test_a_lost_connection_is_one_line(log: Log) -> None:
    try:
        int("no number")
    except ValueError:
        log.logger.exception("Attempting a reconnect in %.2fs", 1.234)
    (line,) = log.text.splitlines()
    assert "WARNING" in line
    assert line.endswith("lost the connection to Discord (ValueError): connecting again in 1.2 seconds")


def test_other_libraries_records_stay_as_they_are() -> None:
    log = Log("of-the-tests")
    log.logger.debug("%s", {"op": 1})
    log.logger.handlers.clear()
    assert log.text.endswith("{'op': 1}\n")


async def test_nothing_that_people_write_is_in_it_at_any_level(tmp_path: Path) -> None:
    async with (
        FakeDiscord() as discord,
        verbatim(tmp_path, discord.address, token=TOKEN, log_level="DEBUG") as process,
    ):
        await discord.identified.wait()
        await discord.use("ask", question=QUESTION)
        answer = await discord.request("PATCH", "@original")
        await discord.say("For Lee it was a dream?")
        await discord.request("POST", "channels/4000/messages")
        (context,) = [each for each in ids(answer["components"]) if each.startswith("answer:context:")]
        await discord.press(context, answer["components"])
        await discord.request("POST", "/callback")
        await discord.use("settings")
        panel = await discord.request("PATCH", "@original")
        await discord.press("settings:language:show:0", panel["components"])
        panel = await discord.request("PATCH", "@original")
        await discord.press("settings:rates:edit:0", panel["components"])
        while (form := await discord.request("POST", "/callback"))["type"] != 9:
            pass
        await discord.fill_in(form["data"], "typed in a form")
        await discord.shown()
        process.terminate()
        _, err = await process.communicate()
    log = err.decode()
    for secret in ("hometown", "it was a dream", "typed in a form", "interaction-token", TOKEN):
        assert secret not in log
    for useful in ("IDENTIFY", "INTERACTION_CREATE [", "MESSAGE_CREATE [", "/[token]/callback has returned"):
        assert useful in log
