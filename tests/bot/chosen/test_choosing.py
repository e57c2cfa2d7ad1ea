"""Managers choose what answers a question, from an answer and from `/gaps`; it comes first, until it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest
import pytest_asyncio

from bot.state.records import GapReason, ServerSettings
from bot.ui.markdown import escape
from tests.bot.doubles import article_of, drum_session
from tests.bot.uploads.building import card, control, say, shown, told
from tests.bot.world import button, texts

if TYPE_CHECKING:
    from simcord import InteractionResult, MemberActor

    from tests.bot.discord_api import Json
    from tests.bot.world import World

QUESTION = "What did they engrave?"
ARTICLE = drum_session()
ENGRAVED = next(
    number for number, span in enumerate(ARTICLE.sentences, 1) if "his name engraved" in ARTICLE.read(span)
)
BY_MANAGERS = say("chosen-by-managers")


@pytest_asyncio.fixture
async def grace(world: World) -> MemberActor:
    """Let a manager in, and have the server keep its gaps."""
    role = world.server.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    grace = world.server.add_member(world.env.create_user("grace", global_name="Grace"), roles=[role])
    await world.services.repository.save_settings(world.server.id, ServerSettings(gaps=True))
    await world.env.settle()
    return grace


async def asked(world: World, question: str = QUESTION) -> discord.Message:
    await world.ada.slash(world.channel, "ask", question=question)
    return world.replies()[-1]


async def opened(world: World, grace: MemberActor, answer: discord.Message) -> InteractionResult:
    return await grace.context_menu(world.channel, "This answers it", answer)


def options(result: InteractionResult) -> list[Json]:
    """List what can be chosen, as it is offered."""
    found: list[Json] = []

    def visit(components: Json) -> None:
        for item in components:
            raw = item if isinstance(item, dict) else item.to_dict()
            found.extend(raw.get("options") or [])
            visit(raw.get("components") or [])

    visit(card(result).components)
    return found


async def choose(grace: MemberActor, result: InteractionResult, sentence: int) -> None:
    (value,) = [each["value"] for each in options(result) if each["value"].endswith(f":{sentence}")]
    await grace.select(card(result), [value], custom_id=control(card(result), "choose"))


async def find(grace: MemberActor, result: InteractionResult, words: str) -> None:
    """Type words of a sentence into the form."""
    form = await grace.click(card(result), custom_id=control(card(result), "find"))
    await grace.submit_modal(form, {"words": words})


async def chosen(world: World, grace: MemberActor, sentence: int = ENGRAVED) -> InteractionResult:
    """Choose a sentence by its words."""
    result = await opened(world, grace, await asked(world))
    await find(grace, result, "drumstick with his name")
    await choose(grace, result, sentence)
    return result


def sentence(number: int) -> str:
    return ARTICLE.read(ARTICLE.sentences[number - 1])


async def test_a_manager_chooses_and_it_comes_first(world: World, grace: MemberActor) -> None:
    result = await chosen(world, grace)
    header, now, quoted = shown(result)
    assert header == f"-# {escape(QUESTION)}"
    assert now == say("chosen-now")
    assert quoted.startswith(f"> {escape(sentence(ENGRAVED))}\n-# ")
    answer = await asked(world)
    header, quoted, standing = texts(answer.components)
    assert quoted == f"> {escape(sentence(ENGRAVED))}"
    assert standing.endswith(BY_MANAGERS)
    (kept,) = await world.services.repository.chosen.stored(world.server.id)
    assert (kept.question, kept.sentence, kept.chosen_by) == (QUESTION, ENGRAVED, grace.id)


async def test_it_says_so_in_each_language_and_on_its_other_pages(world: World, grace: MemberActor) -> None:
    await chosen(world, grace)
    await world.services.repository.save_settings(world.server.id, ServerSettings(language="de"))
    answer = await asked(world)
    assert texts(answer.components)[-1].endswith("Ausgewählt von der Verwaltung dieses Servers")
    await world.ada.click(answer, custom_id=button(answer, "next"))
    answer = world.replies()[-1]
    assert "Ausgewählt" not in texts(answer.components)[-1]
    await world.ada.click(answer, custom_id=button(answer, "previous"))
    assert texts(world.replies()[-1].components)[-1].endswith("Ausgewählt von der Verwaltung dieses Servers")


async def test_another_question_is_answered_as_ever(world: World, grace: MemberActor) -> None:
    before = texts((await asked(world, "Who made the drum kit?")).components)
    await chosen(world, grace)
    assert texts((await asked(world, "Who made the drum kit?")).components) == before


async def test_the_sentences_of_the_answer_and_those_around_are_offered(
    world: World, grace: MemberActor
) -> None:
    answer = await asked(world)
    (query,) = world.library.queries
    quoted = [quote.sentence for quote in world.library.ask_all([query], top=5)[0].quotes]
    offered = [int(each["value"].rpartition(":")[2]) for each in options(await opened(world, grace, answer))]
    assert offered[: len(quoted)] == quoted
    last = len(world.library.article.sentences)
    around = {near for place in quoted for near in range(max(1, place - 2), min(last, place + 2) + 1)}
    assert sorted(offered) == sorted(around)


async def test_words_that_no_sentence_has_lead_to_the_closest(world: World, grace: MemberActor) -> None:
    result = await opened(world, grace, await asked(world))
    await find(grace, result, "drumstick with my name")
    assert f"-# {say('chosen-closest', text='drumstick with my name')}" in shown(result)
    assert options(result)


async def test_nobody_else_may_choose(world: World, grace: MemberActor) -> None:
    assert grace.id
    answer = await asked(world)
    registered = world.env.backend.find_command(
        "This answers it", world.server.id, discord.AppCommandType.message.value
    )
    assert registered is not None
    world.server.set_command_permissions(int(registered["id"]), {world.ada: True})
    denied = await world.ada.context_menu(world.channel, "This answers it", answer)
    assert shown(denied) == [say("needs-manage-server")]


async def test_only_answers_of_the_bot_have_a_question(world: World, grace: MemberActor) -> None:
    message = await world.ada.send(world.channel, "-# What is this?")
    assert shown(await opened(world, grace, message)) == [say("chosen-no-answer")]


async def test_a_question_that_leans_on_another_is_refused(world: World, grace: MemberActor) -> None:
    answer = await asked(world)
    await world.ada.send(world.channel, f"{world.me.mention} and who is that?", reply_to=answer)
    assert shown(await opened(world, grace, world.replies()[-1])) == [say("chosen-leans")]


async def test_what_is_chosen_can_be_seen_changed_and_taken_back(world: World, grace: MemberActor) -> None:
    await chosen(world, grace)
    result = await opened(world, grace, await asked(world))
    assert say("chosen-so-far") in shown(result)
    assert any(text.startswith(f"> {escape(sentence(ENGRAVED))}") for text in shown(result))
    await choose(grace, result, ENGRAVED + 1)
    assert texts((await asked(world)).components)[1] == f"> {escape(sentence(ENGRAVED + 1))}"
    await grace.click(card(result), custom_id=control(card(result), "remove"))
    assert shown(result)[1:] == [say("chosen-removed")]
    assert BY_MANAGERS not in texts((await asked(world)).components)[-1]
    assert await world.services.repository.chosen.stored(world.server.id) == ()
    await grace.click(card(result), custom_id=control(card(result), "again"))
    assert say("chosen-which") in shown(result)


async def test_from_the_gaps_and_then_it_is_none_any_more(world: World, grace: MemberActor) -> None:
    await world.services.repository.add_gap(world.server.id, QUESTION, GapReason.NOT_FOUND)
    listed = await grace.slash(world.channel, "gaps")
    result = await grace.click(card(listed), label=say("button-choose-sentence"))
    assert shown(result)[0] == f"-# {escape(QUESTION)}"
    await find(grace, result, "drumstick with his name")
    await choose(grace, result, ENGRAVED)
    assert await world.services.repository.gaps(world.server.id) == ()
    again = await grace.click(card(listed), label=say("button-choose-sentence"))
    assert shown(again) == [say("gap-gone")]


async def test_it_goes_when_most_votes_are_against_it(world: World, grace: MemberActor) -> None:
    await chosen(world, grace)
    answer = await asked(world)
    voters = [world.server.add_member(world.env.create_user(f"voter{number}")) for number in range(2)]
    await world.env.settle()
    await world.ada.click(answer, custom_id=button(answer, "up"))
    for voter in voters:
        assert BY_MANAGERS in texts((await asked(world)).components)[-1]
        await voter.click(answer, custom_id=button(answer, "down"))
    assert BY_MANAGERS not in texts((await asked(world)).components)[-1]
    reasons = [(gap.question, gap.reason) for gap in await world.services.repository.gaps(world.server.id)]
    assert (QUESTION, GapReason.OUTVOTED) in reasons


async def test_it_is_not_quoted_of_a_text_that_has_changed(world: World, grace: MemberActor) -> None:
    await chosen(world, grace)
    other = article_of(drum_session().text.replace("engraved", "carved"), title="Drumstick diplomacy")
    world.library.article = other
    await world.hold_articles(other)
    answer = await asked(world)
    assert BY_MANAGERS not in texts(answer.components)[-1]
    assert say("chosen-out-of-reach") in shown(await opened(world, grace, answer))


async def test_a_choice_among_sentences_of_an_old_text_is_refused(world: World, grace: MemberActor) -> None:
    result = await opened(world, grace, await asked(world))
    await find(grace, result, "drumstick with his name")
    await world.hold_articles(article_of(drum_session().text + "More.", title="Drumstick diplomacy"))
    value = options(result)[0]["value"]
    pressed = await grace.select(card(result), [value], custom_id=control(card(result), "choose"))
    assert told(pressed) == [say("chosen-changed")]
    assert await world.services.repository.chosen.stored(world.server.id) == ()


async def test_it_is_for_its_own_server_alone(world: World, grace: MemberActor) -> None:
    await chosen(world, grace)
    elsewhere = world.env.create_guild("Elsewhere")
    channel = elsewhere.create_text_channel("questions")
    eve = elsewhere.add_member(world.env.create_user("eve"))
    await world.env.settle()
    await eve.slash(channel, "ask", question=QUESTION)
    assert BY_MANAGERS not in texts(world.replies(channel)[-1].components)[-1]
    await world.ada.send_dm(QUESTION)
    assert BY_MANAGERS not in str([request.json for request in world.env.http_requests][-1])


@pytest.mark.parametrize("question", ["they engrave what did?", "WHAT DID THEY ENGRAVE"])
async def test_asked_in_a_message_put_otherwise(world: World, grace: MemberActor, question: str) -> None:
    await chosen(world, grace)
    await world.ada.send(world.channel, f"{world.me.mention} {question}")
    assert texts(world.replies()[-1].components)[-1].endswith(BY_MANAGERS)


async def test_after_a_restart_the_card_still_works(world: World, grace: MemberActor) -> None:
    result = await opened(world, grace, await asked(world))
    await find(grace, result, "drumstick with his name")
    await world.restart()
    await choose(grace, result, ENGRAVED)
    assert texts((await asked(world)).components)[-1].endswith(BY_MANAGERS)
