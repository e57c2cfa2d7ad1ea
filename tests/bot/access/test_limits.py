"""Where, by whom and how much may be asked, as people in a server meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from bot.access.rate_limits import PRESSES, RateLimiter
from bot.i18n.words import words_for
from bot.interactions.failures import Failure, failure_card
from bot.interactions.services import Services
from bot.state.records import ServerSettings
from bot.ui.markdown import escape
from tests.bot.access.test_rate_limits import Clock
from tests.bot.answers.test_card import parts
from tests.bot.shown import kinds_and_text
from tests.bot.world import button, texts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import TypeAlias

    from simcord import ChannelHandle, MemberActor

    from bot.library.worker import LibraryWorker
    from bot.state.repository import Repository
    from tests.bot.world import World

    Way: TypeAlias = Callable[[World, MemberActor, ChannelHandle], Awaitable[list[str]]]

ENGLISH = words_for("en")
QUESTION = "They met in her hometown?"
NARA = "> They met in her hometown of Nara"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(worker: LibraryWorker, repository: Repository, clock: Clock) -> Services:
    """Count questions by the test's own clock."""
    return Services.of(worker, repository, RateLimiter(user_rate=2, server_rate=3, clock=clock))


async def slash(_: World, who: MemberActor, channel: ChannelHandle) -> list[str]:
    """Ask by command, and give what is shown; a refusal is seen by nobody else."""
    result = await who.slash(channel, "ask", question=QUESTION)
    assert result.response is not None
    shown = texts(result.response.components)
    assert result.response.ephemeral is not answered(shown)
    return shown


async def mention(world: World, who: MemberActor, channel: ChannelHandle) -> list[str]:
    """Ask by message, and give what the reply shows."""
    message = await who.send(channel, f"{world.me.mention} {QUESTION}")
    reply = world.replies(channel)[-1]
    assert reply.reference is not None
    assert reply.reference.message_id == message.id
    return texts(reply.components)


async def menu(world: World, who: MemberActor, channel: ChannelHandle) -> list[str]:
    """Ask by another message's menu, and give what is shown to nobody else."""
    message = await world.ada.send(channel, QUESTION)
    result = await who.context_menu(channel, "Find in the article", message)
    assert result.response is not None
    assert result.response.ephemeral
    return texts(result.response.components)


every_way = pytest.mark.parametrize("ask", [slash, mention, menu])


def answered(shown: list[str]) -> bool:
    return any(text.startswith(NARA) for text in shown)


def say(key: str, **values: str | int) -> str:
    return escape(ENGLISH.say(key, **values))


async def store(world: World, settings: ServerSettings) -> None:
    await world.services.repository.save_settings(world.server.id, settings)


async def thread_in(world: World, channel: ChannelHandle) -> ChannelHandle:
    parent = world.env.bot.get_channel(channel.id)
    if isinstance(parent, discord.ForumChannel):
        await parent.create_thread(name="post", content="Hello")
    else:
        assert isinstance(parent, discord.TextChannel)
        await parent.create_thread(name="aside", type=discord.ChannelType.public_thread)
    await world.env.settle()
    return channel.threads[-1]


def test_channels_are_mentioned_and_all_else_is_escaped() -> None:
    card = failure_card(Failure("Not <#123>. Try:", "log", channels=(123, 45)))
    sentence, channels = texts(parts(card))
    assert sentence == "Not \\<\\#123\\>\\. Try\\:"
    assert channels == "<#123> <#45>"
    assert "mention" in kinds_and_text(channels)[0]
    assert "mention" not in kinds_and_text(sentence)[0]


@every_way
async def test_a_closed_channel_names_the_open_ones(world: World, ask: Way) -> None:
    other, third = (world.server.create_text_channel(name) for name in ("other", "third"))
    await world.env.settle()
    await store(world, ServerSettings(channels=frozenset({other.id, third.id})))
    assert await ask(world, world.ada, world.channel) == [
        say("channel-closed"),
        f"{other.mention} {third.mention}",
    ]
    assert world.library.asked == []
    assert answered(await ask(world, world.ada, other))


@every_way
async def test_a_closed_channel_where_no_other_is_left(world: World, ask: Way) -> None:
    await store(world, ServerSettings(channels=frozenset()))
    assert await ask(world, world.ada, world.channel) == [say("channel-closed-everywhere")]


@every_way
async def test_a_thread_or_post_counts_by_its_channel_and_category(
    world: World, ask: Way, clock: Clock
) -> None:
    category = world.server.create_category("Lobby")
    inside = world.server.create_text_channel("inside", category=category)
    forum = world.server.create_forum_channel("help")
    await world.env.settle()
    await store(world, ServerSettings(channels=frozenset({category.id, forum.id})))
    for channel in (inside, await thread_in(world, inside), await thread_in(world, forum)):
        clock.now += 60
        assert answered(await ask(world, world.ada, channel))
    closed = await ask(world, world.ada, await thread_in(world, world.channel))
    assert closed[0] == say("channel-closed")


@every_way
async def test_roles(world: World, ask: Way) -> None:
    reader = world.server.create_role("Reader")
    bob = world.server.add_member(world.env.create_user("bob"), roles=[reader])
    await world.env.settle()
    await store(world, ServerSettings(roles=frozenset({reader.id})))
    assert await ask(world, world.ada, world.channel) == [say("role-missing")]
    assert answered(await ask(world, bob, world.channel))
    await store(world, ServerSettings(roles=frozenset({world.server.default_role.id})))
    assert answered(await ask(world, world.ada, world.channel))


async def test_mentions_switched_off(world: World, clock: Clock) -> None:
    await store(world, ServerSettings(mentions=False))
    assert await mention(world, world.ada, world.channel) == [say("mentions-off")]
    assert world.library.asked == []
    assert answered(await slash(world, world.ada, world.channel))
    clock.now += 60
    await world.ada.send_dm(QUESTION)
    assert answered(texts(world.replies(world.ada.user.dm_channel)[0].components))


async def test_one_person_may_ask_so_much_in_whatever_way(world: World, clock: Clock) -> None:
    for ask in (slash, mention):
        assert answered(await ask(world, world.ada, world.channel))
    clock.now += 20.5
    for ask in (slash, mention, menu):
        assert await ask(world, world.ada, world.channel) == [say("cooldown-user", seconds=40)]
    assert len(world.library.asked) == 2
    clock.now += 39.5
    assert answered(await menu(world, world.ada, world.channel))


async def test_a_whole_server_may_ask_so_much(world: World, clock: Clock) -> None:
    people = [world.server.add_member(world.env.create_user(name)) for name in ("bob", "cleo", "dora")]
    await world.env.settle()
    for who, ask in zip(people, (slash, mention, menu), strict=True):
        assert answered(await ask(world, who, world.channel))
    clock.now += 59
    for ask in (slash, mention, menu):
        assert await ask(world, world.ada, world.channel) == [say("cooldown-server", seconds=1)]
    await world.ada.send_dm(QUESTION)
    assert answered(texts(world.replies(world.ada.user.dm_channel)[0].components))


async def test_a_message_is_told_once_a_minute_that_there_is_no_more(world: World, clock: Clock) -> None:
    bob = world.server.add_member(world.env.create_user("bob"))
    await world.env.settle()
    for _ in range(2):
        assert answered(await mention(world, world.ada, world.channel))
    assert answered(await mention(world, bob, world.channel))
    for _ in range(2):  # others do not see this
        assert await slash(world, world.ada, world.channel) == [say("cooldown-user", seconds=60)]
    assert await mention(world, world.ada, world.channel) == [say("cooldown-user", seconds=60)]
    assert await mention(world, bob, world.channel) == [say("cooldown-server", seconds=60)]
    before = world.replies()
    for who in (world.ada, bob):
        for _ in range(5):
            await who.send(world.channel, f"{world.me.mention} {QUESTION}")
    assert world.replies() == before
    clock.now += 60
    assert answered(await mention(world, world.ada, world.channel))


async def test_notes_to_messages_have_a_limit_too(world: World) -> None:
    await store(world, ServerSettings(mentions=False))
    for _ in range(2):
        assert await mention(world, world.ada, world.channel) == [say("mentions-off")]
    assert await mention(world, world.ada, world.channel) == [say("cooldown-user", seconds=60)]
    before = world.replies()
    await world.ada.send(world.channel, f"{world.me.mention} {QUESTION}")
    assert world.replies() == before


async def test_what_is_refused_is_not_counted(world: World) -> None:
    await store(world, ServerSettings(channels=frozenset()))
    for _ in range(3):
        await slash(world, world.ada, world.channel)
    await store(world, ServerSettings())
    result = await world.ada.slash(world.channel, "ask", question="\u200b\u200b\u200b")
    assert result.response is not None
    assert texts(result.response.components) == [say("question-empty")]
    assert answered(await slash(world, world.ada, world.channel))
    assert answered(await mention(world, world.ada, world.channel))


async def test_a_limit_set_in_the_panel_counts_from_the_next_question_on(world: World) -> None:
    role = world.server.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    grace = world.server.add_member(world.env.create_user("grace"), roles=[role])
    await world.env.settle()
    assert answered(await slash(world, grace, world.channel))
    opened = await grace.slash(world.channel, "settings")
    assert opened.response is not None
    await grace.click(opened.response, label="How I answer")
    form = await grace.click(opened.response, label="Change")
    await grace.submit_modal(form, {"user": "1", "server": ""})
    assert await mention(world, grace, world.channel) == [say("cooldown-user", seconds=60)]
    assert answered(await mention(world, world.ada, world.channel))
    form = await grace.click(opened.response, label="Change")
    await grace.submit_modal(form, {"user": "", "server": ""})
    assert answered(await slash(world, grace, world.channel))


async def test_presses_commands_and_completions_have_a_limit_of_their_own(world: World, clock: Clock) -> None:
    bob = world.server.add_member(world.env.create_user("bob"))
    await world.env.settle()
    answer = (await world.ada.slash(world.channel, "ask", question=QUESTION)).response
    assert answer is not None
    for _ in range(PRESSES):
        world.services.rate_limiter.press(world.ada.user.id)
    clock.now += 20
    told = [say("cooldown-presses", seconds=40)]
    helped = await world.ada.slash(world.channel, "help")
    assert helped.response is not None
    assert helped.response.ephemeral
    assert texts(helped.response.components) == told
    assert await world.ada.autocomplete(world.channel, "lookup", "text", "dream") == []
    pressed = await world.ada.click(answer, custom_id=button(answer, "context"))
    assert pressed.response is not None
    assert texts(pressed.response.components) == told
    assert answered(await slash(world, world.ada, world.channel))  # questions have theirs
    assert await bob.autocomplete(world.channel, "lookup", "text", "dream") != []
    helped = await bob.slash(world.channel, "help")
    assert helped.response is not None
    assert texts(helped.response.components) != told
    clock.now += 40
    helped = await world.ada.slash(world.channel, "help")
    assert helped.response is not None
    assert texts(helped.response.components) != told
