"""The buttons under an answer, as those who asked, others, and who keeps order press them."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
import logging
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.i18n.words import words_for
from bot.state.records import GapReason, ServerSettings, Tally
from bot.ui.markdown import escape
from tests.bot.doubles import article_of
from tests.bot.world import button, record_id, texts

if TYPE_CHECKING:
    from simcord import InteractionResult, MemberActor

    from tests.bot.world import World

ENGLISH = words_for("en")
QUESTION = "They met in her hometown?"
NARA = "> They met in her hometown of Nara"


async def ask(world: World, **options: object) -> Any:  # noqa: ANN401 - a simulated message
    result = await world.ada.slash(world.channel, "ask", question=QUESTION, **options)
    return result.response


async def press(who: MemberActor, message: Any, action: str) -> InteractionResult:  # noqa: ANN401 - as above
    return await who.click(message, custom_id=button(message, action))


def member(world: World, name: str) -> MemberActor:
    return world.server.add_member(world.env.create_user(name, global_name=name.title()))


def keeper(world: World) -> MemberActor:
    """Make someone who may manage messages."""
    role = world.server.create_role("keepers", permissions=discord.Permissions(manage_messages=True))
    return world.server.add_member(world.env.create_user("keeper"), roles=[role])


def shown(message: Any) -> list[str]:  # noqa: ANN401 - as above
    return texts(message.components)


async def test_the_next_passage_and_back(world: World) -> None:
    answer = await ask(world)
    await press(world.ada, answer, "next")
    assert shown(answer)[-1].endswith("· passage 2 of 5")
    assert not shown(answer)[1].startswith(NARA)
    await press(world.ada, answer, "previous")
    assert shown(answer)[1].startswith(NARA)
    assert world.library.asked == [(QUESTION,)]


async def test_in_context_and_without(world: World) -> None:
    answer = await ask(world)
    before = shown(answer)
    await press(world.ada, answer, "context")
    quote = shown(answer)[1].split("\n")
    assert [line.startswith("> -# ") for line in quote] == [True, True, False, True, True]
    await press(world.ada, answer, "context")
    assert shown(answer) == before


async def test_the_closest_passages_unfold(world: World) -> None:
    result = await world.ada.slash(world.channel, "ask", question="Quantum chromodynamics lectures?")
    answer = result.response
    assert answer is not None
    assert shown(answer)[1:] == [r"The article does not seem to say\."]
    await press(world.ada, answer, "closest")
    assert shown(answer)[2].startswith("> ")
    assert "**" not in shown(answer)[2]


async def test_the_closest_passage_is_small_until_they_unfold(world: World) -> None:
    question = "Drums, bosons, unicorn quantum chromodynamics dream?"
    result = await world.ada.slash(world.channel, "ask", question=question)
    answer = result.response
    assert answer is not None
    said, small, place = shown(answer)[1:]
    assert said == r"The article does not seem to say\. What comes closest\:"
    assert small.startswith("> -# ")
    await press(world.ada, answer, "up")
    assert shown(answer)[1:] == [said, small, place]
    await press(world.ada, answer, "closest")
    assert shown(answer)[1:] == [said, small.replace("> -# ", "> "), place]
    await press(world.ada, answer, "next")
    assert shown(answer)[-1].endswith("· passage 2 of 5")


async def test_several_passages_until_somebody_turns_to_one(world: World) -> None:
    answer = await ask(world)
    several = shown(answer)
    assert several[3] == r"-# Also\:"
    await press(world.ada, answer, "next")
    assert shown(answer)[1:] == [several[4], f"{several[5]} · passage 2 of 5"]
    await press(world.ada, answer, "previous")
    assert shown(answer) == several


async def test_cards_have_titles_where_there_are_several_articles(world: World) -> None:
    answer = await ask(world)
    other = dataclasses.replace(article_of("More drums.", title="Other"), name="other.txt")
    world.library.articles = (world.library.article, other)
    old = world.services.worker
    await world.restart(fresh=True)
    await old.close(1)
    place = "-# Drumstick diplomacy · sentence 9 of 16 · quite sure · 100 %"
    assert shown(await ask(world))[2] == place
    private = await ask(world, private=True)
    await press(world.ada, private, "share")
    assert shown(world.replies()[-1])[2] == place
    await press(world.ada, answer, "up")
    assert shown(answer)[2] == place


async def test_what_another_article_says_too_is_said_until_that_changes(world: World) -> None:
    own = world.library.article
    copy = dataclasses.replace(own, name="copy.txt", title="Copy", published=datetime.date(2025, 1, 1))
    await world.hold_articles(own, copy)
    answer = await ask(world)
    line = r"-# also in Copy, 2025\-01\-01"
    assert shown(answer)[3] == line
    await press(world.ada, answer, "up")
    assert shown(answer)[3] == line
    await world.hold_articles(own, dataclasses.replace(copy, text=own.text.replace("Nara", "Kyoto")))
    await press(world.ada, answer, "down")
    assert line not in shown(answer)
    assert shown(answer)[1].startswith(NARA)


async def test_someone_else_turns_pages_on_a_copy_of_their_own(world: World) -> None:
    bob = member(world, "bob")
    answer = await ask(world)
    before = shown(answer)
    result = await press(bob, answer, "next")
    copy = result.response
    assert copy is not None
    assert copy.ephemeral
    assert shown(copy)[-1].endswith("· passage 2 of 5")
    assert shown(answer) == before
    await press(bob, copy, "next")
    assert shown(copy)[-1].endswith("· passage 3 of 5")
    with pytest.raises(ValueError, match="not enough"):
        button(copy, "delete")


async def test_votes_count_once_a_person_and_can_be_changed(world: World) -> None:
    bob = member(world, "bob")
    answer = await ask(world)
    await press(world.ada, answer, "up")
    await press(bob, answer, "up")
    record = await world.services.repository.record(record_id(answer))
    assert record is not None
    assert await world.services.repository.tally(record.id) == Tally(2, 0)
    await press(bob, answer, "down")
    assert await world.services.repository.tally(record.id) == Tally(1, 1)
    await press(bob, answer, "down")
    assert await world.services.repository.tally(record.id) == Tally(1, 1)
    assert shown(answer)[1].startswith(NARA)


async def test_two_people_vote_at_once(world: World) -> None:
    bob, repository = member(world, "bob"), world.services.repository
    answer = await ask(world)
    gate = hold(world, "vote")
    await press(world.ada, answer, "up")
    await press(bob, answer, "up")
    gate.set()
    await world.env.settle()
    record = await repository.record(record_id(answer))
    assert record is not None
    assert await repository.tally(record.id) == Tally(2, 0)


async def test_a_vote_against_is_a_gap_only_where_the_server_keeps_them(world: World) -> None:
    repository = world.services.repository
    answer = await ask(world)
    await press(world.ada, answer, "down")
    assert await repository.gaps(world.server.id) == ()
    await repository.save_settings(world.server.id, ServerSettings(gaps=True))
    await press(world.ada, answer, "up")
    assert await repository.gaps(world.server.id) == ()
    for _ in range(2):
        await press(world.ada, answer, "down")
    (gap,) = await repository.gaps(world.server.id)
    assert (gap.question, gap.reason) == (QUESTION, GapReason.DOWNVOTED)


async def test_what_was_not_found_is_a_gap_only_where_the_server_keeps_them(world: World) -> None:
    repository = world.services.repository
    await world.ada.slash(world.channel, "ask", question="Quantum chromodynamics lectures?")
    assert await repository.gaps(world.server.id) == ()
    await repository.save_settings(world.server.id, ServerSettings(gaps=True))
    await world.ada.slash(world.channel, "ask", question="Quantum chromodynamics lectures?")
    await ask(world)
    (gap,) = await repository.gaps(world.server.id)
    assert (gap.question, gap.reason) == ("Quantum chromodynamics lectures?", GapReason.NOT_FOUND)


async def test_a_private_answer_is_private_until_it_is_shared(world: World) -> None:
    bob = member(world, "bob")
    answer = await ask(world, private=True)
    assert answer.ephemeral
    assert world.replies() == []
    with pytest.raises(Exception, match="not visible"):
        await press(bob, answer, "up")
    await press(world.ada, answer, "share")
    (public,) = world.replies()
    assert shown(public)[0] == f"-# {escape(QUESTION)}\n-# Shared by Ada"
    assert shown(public)[1].startswith(NARA)
    again = await press(world.ada, answer, "share")
    assert again.response is not None
    assert shown(again.response) == [escape(ENGLISH.say("already-shared"))]
    assert world.replies() == [public]
    await press(bob, public, "up")
    await press(world.ada, public, "delete")
    assert world.replies() == []


async def test_a_double_click_shares_once(world: World) -> None:
    answer = await ask(world, private=True)
    gate = hold(world, "claim_share")
    clicks = [await press(world.ada, answer, "share") for _ in range(2)]
    assert world.replies() == []
    gate.set()
    await world.env.settle()
    assert len(world.replies()) == 1
    responses = [shown(click.response) for click in clicks if click.response is not None]
    assert [escape(ENGLISH.say("already-shared"))] in responses


async def test_a_double_click_deletes_once(world: World) -> None:
    answer = await ask(world)
    gate = hold(world, "record")
    for _ in range(2):
        await press(world.ada, answer, "delete")
    gate.set()
    await world.env.settle()
    assert world.replies() == []


async def test_only_the_asker_and_who_keeps_order_may_delete(world: World) -> None:
    bob, order = member(world, "bob"), keeper(world)
    first, second = await ask(world), await ask(world)
    refused = await press(bob, first, "delete")
    assert refused.response is not None
    assert refused.response.ephemeral
    assert shown(refused.response) == [escape(ENGLISH.say("not-yours-delete"))]
    assert len(world.replies()) == 2
    await press(world.ada, first, "delete")
    await press(order, second, "delete")
    assert world.replies() == []
    assert await world.services.repository.record(record_id(first)) is None


async def test_in_direct_messages(world: World) -> None:
    await world.ada.send_dm(QUESTION)
    (answer,) = world.replies(world.ada.user.dm_channel)
    await world.ada.user.click(answer, custom_id=button(answer, "next"))
    (answer,) = world.replies(world.ada.user.dm_channel)
    assert shown(answer)[-1].endswith("· passage 2 of 5")
    await world.ada.user.click(answer, custom_id=button(answer, "delete"))
    assert world.replies(world.ada.user.dm_channel) == []


async def test_buttons_work_after_a_restart(world: World) -> None:
    public, private = await ask(world), await ask(world, private=True)
    await world.restart()
    await press(world.ada, public, "next")
    assert shown(public)[-1].endswith("· passage 2 of 5")
    await press(world.ada, public, "up")
    await press(world.ada, private, "context")
    await press(world.ada, private, "share")
    assert len(world.replies()) == 2
    await press(world.ada, public, "delete")
    assert len(world.replies()) == 1


async def test_after_the_article_changed_a_button_says_so_and_asks_again(world: World) -> None:
    answer = await ask(world)
    before = shown(answer)
    await reload(world, "They met in her hometown, Kyoto.\nMore.")
    result = await press(world.ada, answer, "next")
    note = result.response
    assert note is not None
    assert note.ephemeral
    assert shown(note) == [f"-# {escape(QUESTION)}", escape(ENGLISH.say("article-changed"))]
    assert shown(answer) == before
    await press(world.ada, note, "again")
    assert shown(note)[1] == r"> They met in her hometown, Kyoto\."
    await press(world.ada, note, "share")
    assert shown(world.replies()[-1])[1] == r"> They met in her hometown, Kyoto\."


async def test_an_answer_that_is_not_known_any_more_is_asked_again(world: World) -> None:
    answer = await ask(world)
    await world.services.repository.delete_messages([answer.id])
    result = await press(world.ada, answer, "context")
    note = result.response
    assert note is not None
    assert shown(note)[1] == escape(ENGLISH.say("answer-unknown"))
    await press(world.ada, note, "again")
    assert shown(note)[1].startswith(NARA)


async def test_a_vote_while_the_database_is_away(world: World) -> None:
    answer = await ask(world)
    await world.services.repository.close()
    result = await press(world.ada, answer, "up")
    assert result.response is not None
    assert result.response.ephemeral
    assert shown(result.response) == [escape(ENGLISH.say("away"))]
    await press(world.ada, answer, "next")
    assert shown(answer)[-1].endswith("· passage 2 of 5")


async def test_a_press_that_comes_too_late_is_a_line_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await ask(world)
    world.env.inject_error(
        "POST", "/interactions/*/callback", status=404, code=10062, message="Unknown interaction"
    )
    await press(world.ada, answer, "next")
    (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert "Unknown interaction" in record.getMessage()


async def test_the_menu_answers_a_message_to_who_asks_alone(world: World) -> None:
    bob = member(world, "bob")
    message = await bob.send(world.channel, f"{QUESTION} **@everyone**")
    result = await world.ada.context_menu(world.channel, "Find in the article", message)
    answer = result.response
    assert answer is not None
    assert answer.ephemeral
    assert world.replies() == []
    assert shown(answer)[0].split("\n")[1] == "-# From a message by Bob"
    assert shown(answer)[1].startswith("> ")
    await press(world.ada, answer, "share")
    assert shown(world.replies()[0])[0].split("\n")[1:] == ["-# From a message by Bob", "-# Shared by Ada"]


async def test_the_menu_on_a_message_without_text(world: World) -> None:
    message = await world.ada.send(world.channel, attachments=[("drum.png", b"a picture")])
    result = await world.ada.context_menu(world.channel, "Find in the article", message)
    assert result.response is not None
    assert result.response.ephemeral
    assert shown(result.response) == [escape(ENGLISH.say("nothing-to-find"))]


async def test_only_sure_answers_where_the_server_wants_it_so(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(only_answered=True))
    question = "drums dream unicorn quantum chromodynamics"
    result = await world.ada.slash(world.channel, "ask", question=question)
    assert result.response is not None
    said, closest, place = shown(result.response)[1:]
    assert said == escape(ENGLISH.say("verdict-not-found-closest"))
    assert closest.startswith("> -# According to the South Korean government")
    assert place == "-# sentence 5 of 16"


async def test_answers_are_private_where_the_server_wants_it_so(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(private=True))
    assert (await ask(world)).ephemeral
    assert not (await ask(world, private=False)).ephemeral


async def test_the_bot_speaks_the_language_of_the_server(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(language="ja"))
    answer = await ask(world)
    place = escape(words_for("ja").say("place", sentence=9, sentences=16))
    assert shown(answer)[2].split(" · ")[0] == f"-# {place}"


def hold(world: World, method: str) -> asyncio.Event:
    """Let a call to what the bot keeps wait until the event is set, and not be taken for stuck."""
    gate, repository = asyncio.Event(), world.services.repository
    free = getattr(repository, method)

    async def held(*args: object, **options: object) -> object:
        await world.env.external_wait(gate.wait(), reason="the database is slow")
        return await free(*args, **options)

    setattr(repository, method, held)
    return gate


async def reload(world: World, text: str) -> None:
    """Restart with another text in the article's file."""
    old = world.services.worker
    world.library.article = dataclasses.replace(article_of(text), name=world.library.article.name)
    world.library.articles = (world.library.article,)
    await world.restart(fresh=True)
    await old.close(1)
