"""`verbatim run` as a process of its own, connected to a pretended Discord."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.bot.shown import unescaped
from tests.bot.world import texts
from tests.loopback.fake_discord import TOKEN, FakeDiscord
from tests.loopback.payloads import SAID
from tests.loopback.process import STUCK, logged, verbatim

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.bot.discord_api import Json

RESTARTED = r"I was restarted before I could answer\: please ask again\."
LOST = "http://127.0.0.1:9"  # nobody answers at the discard port


@pytest_asyncio.fixture
async def fake_discord() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def connected(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[FakeDiscord]:
    """Yield a pretended Discord that one bot is connected to for all tests."""
    folder = tmp_path_factory.mktemp("running")
    async with FakeDiscord() as server, verbatim(folder, server.address, token=TOKEN):
        await server.identified.wait()
        yield server


async def refused(folder: Path, address: str, library: str = "words", **settings: str) -> str:
    """Run until it ends by itself, as it should with exit code 2; return what it says on its last line."""
    async with verbatim(folder, address, library, **settings) as process:
        out, err = await process.communicate()
    assert process.returncode == 2, err.decode()
    assert TOKEN not in (out + err).decode()
    assert "Traceback" not in err.decode()
    assert out == b""
    return err.decode().splitlines()[-1]


async def test_without_a_token(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    assert "no token: set VERBATIM_TOKEN" in await refused(tmp_path, fake_discord.address)


async def test_with_a_bad_token(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    said = await refused(tmp_path, fake_discord.address, token="wrong")  # noqa: S106 - and made up
    assert "Discord refused the token" in said


async def test_without_an_index(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    said = await refused(tmp_path, fake_discord.address, "real", token=TOKEN, index="nowhere")
    assert said == "error: there is no index in nowhere yet: build it with `verbatim build`"


async def test_with_a_bad_setting(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    said = await refused(tmp_path, fake_discord.address, token=TOKEN, queue_size="none")
    assert "VERBATIM_QUEUE_SIZE" in said


async def test_when_discord_cannot_be_reached(tmp_path: Path) -> None:
    assert "Discord cannot be reached" in await refused(tmp_path, LOST, token=TOKEN)


async def test_with_a_library_that_cannot_be_loaded(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    said = await refused(tmp_path, fake_discord.address, "broken", token=TOKEN)
    assert said == "error: the model is damaged: install it again"


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
async def test_stopping_finishes_what_is_being_answered(
    tmp_path: Path, fake_discord: FakeDiscord, stop: signal.Signals
) -> None:
    async with verbatim(tmp_path, fake_discord.address, "slow", token=TOKEN, log_level="DEBUG") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        await fake_discord.identified.wait()
        await fake_discord.use("ask", question="They met in her hometown?")
        assert await process.stdout.readline() == b"asking\n"
        process.send_signal(stop)
        log = await logged(process, "run: stopping")
        await fake_discord.say("Am I too late?")
        late = await fake_discord.request("POST", "channels/4000/messages")
        assert texts(late["components"]) == [r"I am being restarted\: please ask again in a minute\."]
        process.stdin.write(b"go on\n")
        answer = await fake_discord.request("PATCH", "messages/@original")
        assert texts(answer["components"])[1].startswith("> They met in her hometown of Nara")
        out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    assert TOKEN not in log + (out + err).decode()
    assert "IDENTIFY" in log


async def test_stopping_does_not_wait_for_ever(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    async with verbatim(
        tmp_path, fake_discord.address, "slow", token=TOKEN, shutdown_seconds="0.5"
    ) as process:
        assert process.stdout is not None
        await fake_discord.identified.wait()
        await fake_discord.say("They met in her hometown?")
        assert await process.stdout.readline() == b"asking\n"
        process.send_signal(signal.SIGTERM)
        told = await fake_discord.request("POST", "channels/4000/messages")
        assert texts(told["components"]) == [r"I am being restarted\: please ask again in a minute\."]
        assert process.returncode is None or process.returncode == 0
        assert await process.wait() == 0


async def give_links(fake_discord: FakeDiscord, links: str) -> None:
    """Have Ada give links to the library of the server, and no file."""
    await fake_discord.identified.wait()
    await fake_discord.use("library")
    panel = (await fake_discord.request("PATCH", "messages/@original"))["components"]
    await fake_discord.press("library:add:0:0", panel)
    form = (await fake_discord.request("POST", "/callback"))["data"]
    form["components"] = form["components"][1:]
    await fake_discord.fill_in(form, links)


async def test_a_link_where_the_host_allows_it(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    async with verbatim(tmp_path, fake_discord.address, token=TOKEN, links="on"):
        await give_links(fake_discord, "http://127.0.0.1/")
        shown = await fake_discord.shown()
        assert "127.0.0.1 is not on the public internet" in unescaped("\n".join(shown))


async def test_stopping_does_not_wait_for_links_that_are_being_read(
    tmp_path: Path, fake_discord: FakeDiscord
) -> None:
    settings = {"links": "on", "additions_a_minute": "1"}
    async with verbatim(tmp_path, fake_discord.address, token=TOKEN, **settings) as process:
        await give_links(fake_discord, "http://127.0.0.1/ http://127.0.0.2/")  # the second waits for a minute
        assert "I am reading the links" in unescaped("\n".join(await fake_discord.shown()))
        process.send_signal(signal.SIGTERM)
        _, err = await process.communicate()
    assert process.returncode == 0
    assert "Traceback" not in err.decode()
    assert "could not be sent" not in err.decode()


async def test_an_edit_and_the_deletion_of_a_question_are_followed(
    tmp_path: Path, fake_discord: FakeDiscord
) -> None:
    async with verbatim(tmp_path, fake_discord.address, token=TOKEN):
        await fake_discord.identified.wait()
        await fake_discord.say("They met in her hometown?")
        await fake_discord.request("POST", "channels/4000/messages")
        await fake_discord.edit("For Lee it was a dream?")
        edited = await fake_discord.request("PATCH", "channels/4000/messages/7000")
        assert texts(edited["components"])[1] == r"> For Lee, it was a dream come true\."
        await fake_discord.take_back()
        await fake_discord.request("DELETE", "channels/4000/messages/7000")


async def test_buttons_and_votes_survive_being_killed(tmp_path: Path, fake_discord: FakeDiscord) -> None:
    async with verbatim(tmp_path, fake_discord.address, token=TOKEN) as process:
        await fake_discord.identified.wait()
        await fake_discord.say("They met in her hometown?")
        answer = await fake_discord.request("POST", "channels/4000/messages")
        await fake_discord.press(custom_id(answer, "up"), answer["components"])
        voted = await fake_discord.request("POST", "/callback")
        assert voted["type"] == 7
        process.kill()
        await process.wait()
    fake_discord.identified.clear()
    async with verbatim(tmp_path, fake_discord.address, token=TOKEN):
        await fake_discord.identified.wait()
        await fake_discord.press(custom_id(answer, "next"), answer["components"])
        turned = await fake_discord.request("POST", "/callback")
        assert turned["type"] == 7
        assert texts(turned["data"]["components"])[-1].endswith("· passage 2 of 5")
        assert "1" in [button.get("label") for button in buttons(turned["data"])]


@pytest.mark.parametrize("answered", [False, True])
async def test_askers_whom_a_killed_bot_left_waiting_are_told(
    tmp_path: Path,
    fake_discord: FakeDiscord,
    answered: bool,  # noqa: FBT001 - a parameter
) -> None:
    question = "They met in her hometown?"
    async with verbatim(tmp_path, fake_discord.address, "slow", token=TOKEN) as process:
        assert process.stdout is not None
        await fake_discord.identified.wait()
        await fake_discord.say(question)
        assert await process.stdout.readline() == b"asking\n"
        await fake_discord.use("ask", question=question)
        deferred = await fake_discord.request("POST", "/callback")
        assert deferred["type"] == 5
        await asyncio.to_thread(wait_for_rows, tmp_path / ".verbatim" / "state.db", 2)
        process.kill()
        await process.wait()
    fake_discord.identified.clear()
    fake_discord.promised = 0 if answered else 128
    async with verbatim(tmp_path, fake_discord.address, token=TOKEN) as process:
        told = await fake_discord.request("POST", "channels/4000/messages")
        assert texts(told["components"]) == [RESTARTED]
        assert str(told["message_reference"]["message_id"]) == SAID
        if not answered:  # it was killed just before it could note that
            told = await fake_discord.request("PATCH", "messages/@original")
            assert texts(told["components"]) == [RESTARTED]
        log = await logged(process, "questions unanswered")
        assert f"unanswered: 2, askers told: {1 if answered else 2}" in log
        await asyncio.to_thread(wait_for_rows, tmp_path / ".verbatim" / "state.db", 0)


def wait_for_rows(database: Path, rows: int) -> None:
    """Wait until so many questions are kept, none of them with a token that can be read."""
    until = time.monotonic() + STUCK
    while time.monotonic() < until:
        with contextlib.closing(sqlite3.connect(database)) as connection:
            tokens = connection.execute("SELECT token FROM unanswered").fetchall()
        if len(tokens) == rows:
            assert all(token is None or token.startswith("gAAAA") for (token,) in tokens)
            return
        time.sleep(0.01)
    raise AssertionError(f"expected {rows} rows, got {len(tokens)}")


@pytest.mark.parametrize(
    ("command", "options", "says"),
    [
        ("ask", {"question": "They met in her hometown?"}, "> They met in her hometown of Nara"),
        ("lookup", {"text": "drumstick"}, "**drumstick**"),
        ("read", {}, "South Korean leaders"),
        ("articles", {}, "Drumstick diplomacy"),
        ("help", {}, "How to ask me"),
        ("settings", {}, "Settings of this server"),
        ("gaps", {}, "does not keep questions"),
        ("privacy", {}, "What I read and keep"),
        ("forget-me", {}, "This cannot be undone"),
        ("status", {}, "Running since"),
    ],
)
@pytest.mark.asyncio(loop_scope="module")
async def test_every_command(
    connected: FakeDiscord, command: str, options: dict[str, str], says: str
) -> None:
    await connected.use(command, **options)
    assert says in unescaped("\n".join(await connected.shown()))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_messages_menu(connected: FakeDiscord) -> None:
    await connected.find("They met in her hometown?")
    assert (await connected.shown())[1].startswith("> They met in her hometown of Nara")


@pytest.mark.parametrize("custom_id", ["answer:up:1:0:0:0", "page:words:next:1::", "settings:gaps:on:0", "?"])
@pytest.mark.asyncio(loop_scope="module")
async def test_a_button_that_its_message_does_not_have(connected: FakeDiscord, custom_id: str) -> None:
    await connected.press(custom_id, [])
    assert await connected.shown() == [
        r"I no longer know this button or form\: please use the command again\."
    ]


def buttons(message: Json) -> list[Json]:
    """List the buttons under a card."""
    (container,) = message["components"]
    rows = [item for item in container["components"] if item["type"] == 1]
    return [button for row in rows for button in row["components"]]


def custom_id(message: Json, action: str) -> str:
    """Find the id of the button that does something to an answer."""
    ids = [button["custom_id"] for button in buttons(message) if "custom_id" in button]
    return str(next(each for each in ids if each.startswith(f"answer:{action}:")))
