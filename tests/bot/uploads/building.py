"""Libraries that are built as a test says, and what people see of the panel."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.i18n.words import words_for
from bot.ui.markdown import escape
from tests.bot.world import ids, texts

if TYPE_CHECKING:
    from simcord import Env, InteractionResult, MemberActor

    from bot.publishing.problems import LibraryProblem
    from bot.publishing.publisher import Progress
    from bot.state.catalog.entries import CatalogEntry
    from tests.bot.discord_api import Json
    from tests.bot.world import World

GUIDE = ("guide.md", b"# Guide\n\nThe pump starts at noon.\n\nIt stops when the tank is full.\n\nAsk Nara.")
NOTES = ("notes.md", "# Notes\n\nThe café opens at nine. It closes at ten.".encode())


class HeldPublishing:
    """Is ready with a library when it is told to be."""

    def __init__(self) -> None:
        self.env: Env | None = None
        self.now: Progress | None = None
        self.wrong: LibraryProblem | None = None
        self.ready = asyncio.Event()
        self.ready.set()

    def progress(self, _: int) -> Progress | None:
        return self.now

    def problem(self, _: int) -> LibraryProblem | None:
        return self.wrong

    async def wait(self, _: int) -> None:
        assert self.env is not None
        if not self.ready.is_set():
            await self.env.external_wait(self.ready.wait(), reason="the library is built")


def say(key: str, **values: str | float) -> str:
    return escape(words_for("en").say(key, **values))


def card(result: InteractionResult) -> Json:
    """Return what the person alone sees, as it is now."""
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


def shown(result: InteractionResult) -> list[str]:
    return texts(card(result).components)


def told(result: InteractionResult) -> list[str]:
    """List what was told in private beside the card."""
    assert all(each.ephemeral for each in result.followups)
    return [text for each in result.followups for text in texts(each.components)]


def control(message: Json, action: str) -> str:
    """Find the id of the first control that does something."""
    return next(each for each in ids(accessible(message)) if each.split(":")[1] == action)


def accessible(message: Json) -> list[Json]:
    """List the components of a message with the buttons beside its sections."""
    found: list[Json] = []

    def visit(components: Json) -> None:
        for item in components:
            raw = item if isinstance(item, dict) else item.to_dict()
            found.append({key: value for key, value in raw.items() if key != "components"})
            visit(raw.get("components") or [])
            visit([raw["accessory"]] if raw.get("accessory") else [])

    visit(message.components)
    return found


async def upload(world: World, person: MemberActor, *files: tuple[str, bytes]) -> InteractionResult:
    """Give files by the panel's form; returns the preview."""
    opened = await person.slash(world.channel, "library")
    form = await person.click(card(opened), custom_id=control(card(opened), "add"))
    return await person.submit_modal(form, {"files": list(files)})


async def add(world: World, person: MemberActor, *files: tuple[str, bytes]) -> InteractionResult:
    """Give files, and confirm them; returns the confirmed preview."""
    preview = await upload(world, person, *files)
    await person.click(card(preview), custom_id=control(card(preview), "confirm"))
    return preview


async def stored(world: World) -> tuple[CatalogEntry, ...]:
    return await world.services.repository.stored_catalog(world.server.id)
