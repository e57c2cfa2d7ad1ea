"""What Discord does not take at once: sent again while it is wanted, and seen once."""

from __future__ import annotations

import asyncio
import datetime
import logging
from typing import TYPE_CHECKING

import aiohttp
import discord
import pytest

from bot.interactions import sending

if TYPE_CHECKING:
    from collections.abc import Iterable


class Response:
    """As much of an HTTP response as discord.py's errors look at."""

    def __init__(self, status: int) -> None:
        self.status, self.reason = status, "said"


def answered(status: int, code: int = 0) -> discord.HTTPException:
    kind = discord.DiscordServerError if status >= 500 else discord.HTTPException
    return kind(Response(status), {"code": code, "message": "said"})


class Attempt:
    """Fails with one error after the other, then is taken."""

    def __init__(self, errors: Iterable[Exception]) -> None:
        self.errors = list(errors)
        self.tries = 0

    async def __call__(self) -> str:
        self.tries += 1
        if self.errors:
            raise self.errors.pop(0)
        return "taken"


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.interactions.sending._SHORTEST", 0.0)
    monkeypatch.setattr("bot.interactions.sending._LONGEST", 0.01)


PASSING = [
    answered(500),
    answered(503),
    aiohttp.ServerDisconnectedError(),
    aiohttp.ClientOSError(104, "reset"),
    aiohttp.ClientPayloadError("cut"),
    ConnectionRefusedError(),
    TimeoutError(),
]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("error", PASSING, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("times", [1, 4])
async def test_what_passes_is_sent_again(
    error: Exception, times: int, caplog: pytest.LogCaptureFixture
) -> None:
    attempt = Attempt([error] * times)
    with caplog.at_level(logging.INFO):
        assert await sending.send(attempt, since=now()) == "taken"
    assert attempt.tries == times + 1
    first, last = caplog.messages
    assert first.startswith("could not send a reply yet, trying again: ")
    assert last == "sent a reply after 0 seconds"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("status", [400, 403, 404, 429])
async def test_what_is_refused_is_not_sent_again(status: int, caplog: pytest.LogCaptureFixture) -> None:
    attempt = Attempt([answered(status)])
    with caplog.at_level(logging.INFO), pytest.raises(discord.HTTPException):
        await sending.send(attempt, since=now())
    assert attempt.tries == 1
    assert caplog.messages == []


async def test_what_nobody_waits_for_any_more_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.interactions.sending._LEAST", 1.0)
    attempt = Attempt(ConnectionRefusedError() for _ in range(99))
    with pytest.raises(ConnectionRefusedError):
        await sending.send(attempt, since=now() - datetime.timedelta(minutes=20))
    assert 1 <= attempt.tries <= 3


async def test_a_try_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.interactions.sending._LEAST", 0.05)
    with pytest.raises(aiohttp.ServerTimeoutError, match="no answer from Discord"):
        await sending.send(asyncio.Event().wait, since=now() - datetime.timedelta(minutes=20))


@pytest.mark.usefixtures("quick")
async def test_a_first_response_that_was_taken_unseen_is_none_of_two() -> None:
    attempt = Attempt([aiohttp.ServerDisconnectedError(), answered(400, 40060)])
    assert await sending.respond_first(attempt) is None
    assert attempt.tries == 2


async def test_a_first_response_of_somebody_else_is_refused() -> None:
    attempt = Attempt([answered(400, 40060)])
    with pytest.raises(discord.HTTPException):
        await sending.respond_first(attempt)


async def test_a_first_response_is_tried_for_three_seconds_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.interactions.sending._AT_ONCE", 0.3)
    attempt = Attempt(ConnectionRefusedError() for _ in range(99))
    with pytest.raises(ConnectionRefusedError):
        await sending.respond_first(attempt)
    assert attempt.tries == 1  # the shortest pause is longer


def test_an_error_is_named_on_one_line() -> None:
    assert sending.reason(answered(503)) == "Discord answered 503 (code 0): said"
    assert sending.reason(TimeoutError()) == "TimeoutError"
