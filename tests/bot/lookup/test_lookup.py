"""`/lookup`: every sentence that has certain words, in pages that anybody may turn, also after a restart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.access.origin import Origin
from bot.errors import RateLimitError
from bot.i18n.words import LANGUAGES, words_for
from bot.lookup.card import LookupQuery, LookupResult, lookup_card
from bot.state.records import ServerSettings
from bot.ui.markdown import escape
from index import Article, Span
from index.lookup.exact import FoldedArticle, Match, find_terms
from tests.bot.answers.test_card import body, parts, without_bold
from tests.bot.discord_api import broken_limits
from tests.bot.doubles import article_of
from tests.bot.shown import kinds_and_text, unescaped
from tests.bot.ui.test_markdown import TEXTS
from tests.bot.world import Loader, texts

if TYPE_CHECKING:
    import simcord

    from tests.bot.world import World

ENGLISH = words_for("en")
MANY = article_of("\n".join(f"Drum number {n} is here." for n in range(1, 1202)), title="Drums")
FIRST = r"One sentence has “**Nara**”\."


def found(article: Article, typed: str, *, page: int = 0, language: str = "en") -> list[str]:
    """Show a look-up; gives the texts of its card."""
    query = LookupQuery.of(typed)
    matches = tuple(FoldedArticle.of(article).matches(find_terms(query.expression)))
    return texts(parts(lookup_card(LookupResult(query, matches, page=page), words_for(language))))


def shown(result: simcord.InteractionResult) -> list[str]:
    assert result.response is not None
    return texts(result.response.components)


async def press(
    who: simcord.MemberActor, result: simcord.InteractionResult, label: str
) -> simcord.InteractionResult:
    assert result.response is not None
    return await who.click(result.response, label=label)


def test_sentences_stand_as_block_quotes_with_the_words_bold_and_their_place() -> None:
    article = article_of("They met in Nara.\nNara, *old* NARA.\nNot narrated.", title="The [talks]")
    assert found(article, "nara") == [
        "2 sentences have “**nara**”\\.",
        "> They met in **Nara**\\.",
        "-# The \\[talks\\] · sentence 1 of 3",
        "> **Nara**, \\*old\\* **NARA**\\.",
        "-# The \\[talks\\] · sentence 2 of 3",
    ]


def test_a_phrase_is_named_without_a_second_pair_of_quotation_marks() -> None:
    article = article_of("Lee Jae-Myung drums.\nJae-Myung met Lee.")
    assert found(article, '"Lee Jae-Myung"')[:3] == [
        "One sentence has “**Lee Jae\\-Myung**”\\.",
        "> **Lee Jae\\-Myung** drums\\.",
        "-# An article · sentence 1 of 2",
    ]
    assert found(article, "Lee Jae-Myung")[0] == "2 sentences have “**Lee Jae\\-Myung**”\\."


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("“Lee Jae”", LookupQuery("Lee Jae", phrase=True)),
        ("„Lee Jae“", LookupQuery("Lee Jae", phrase=True)),
        ("「東京」", LookupQuery("東京", phrase=True)),
        (' "Lee" "Jae" ', LookupQuery('"Lee" "Jae"', phrase=False)),
        ("Na\u200bra\n", LookupQuery("Nara", phrase=False)),
        ('""', LookupQuery("", phrase=True)),
    ],
)
def test_what_is_looked_up_is_what_one_sees(typed: str, query: LookupQuery) -> None:
    assert LookupQuery.of(typed) == query
    assert LookupQuery.of(query.expression) == query


def test_words_side_by_side_are_bold_together() -> None:
    assert found(article_of("東京都で会った。"), "東京 都")[1].startswith("> **東京都**で会った。")


def test_a_long_sentence_is_cut_around_the_words() -> None:
    text = f"{'before ' * 9000}HERE{' after' * 9000}"
    quote = found(article_of(text), "here")[1]
    assert quote.startswith(r"> \[…\] before ")
    assert " **HERE** after" in quote
    assert quote.endswith(r"after \[…\]")
    assert len(quote) <= 1410


def test_pages_hold_five_and_hundreds_of_them_can_be_turned() -> None:
    assert found(MANY, "drum", page=239)[0] == "1,201 sentences have “**drum**”\\."
    assert found(MANY, "drum", page=239)[-1] == "-# page 240 of 241"
    assert found(MANY, "drum", page=99999)[1:] == [
        r"> **Drum** number 1201 is here\.",
        "-# Drums · sentence 1,201 of 1,201",
        "-# page 241 of 241",
    ]


@st.composite
def look_ups(draw: st.DrawFn) -> LookupResult:
    """Draw any look-up: odd sentences, long ones, any stretches of them found."""
    sentence = st.one_of(TEXTS, TEXTS.map(lambda text: (text + " word") * 900)).map(
        lambda text: text.strip() or "x"
    )
    sentences = draw(st.lists(sentence, min_size=1, max_size=6))
    text, spans = "", []
    for own in sentences:
        spans.append(Span(len(text), len(text) + len(own)))
        text += f"{own}\n"
    article = Article("a.txt", text, draw(TEXTS), None, None, "en", tuple(spans))
    matches = []
    for number, span in enumerate(spans, start=1):
        ends = draw(st.sets(st.integers(span.start, span.end), min_size=2, max_size=9))
        borders = sorted(ends)
        pairs = zip(borders[::2], borders[1::2], strict=False)
        matches.append(Match(article, number, tuple(Span(*pair) for pair in pairs)))
    query = LookupQuery.of(draw(TEXTS)[:100])
    return LookupResult(query, matches[: draw(st.integers(0, 6))], None, draw(st.integers(0, 3)))


@given(look_ups(), st.sampled_from(list(LANGUAGES)))
def test_any_card_is_within_discords_limits_and_formatted_by_the_bot_alone(
    drawn: LookupResult, language: str
) -> None:
    card = lookup_card(drawn, words_for(language))
    assert broken_limits(body(card)) == []
    assert card.content_length() <= 4000
    for text in texts(parts(card)):
        assert kinds_and_text(text)[0] <= {
            *("paragraph", "inline", "text", "blockquote", "subtext", "strong_open", "strong_close"),
            *("break", "softbreak"),
        }


@given(look_ups())
def test_any_sentence_reads_as_the_article_has_it(drawn: LookupResult) -> None:
    for match in drawn.matches:
        card = lookup_card(replace(drawn, matches=[match]), ENGLISH)
        bare = without_bold(texts(parts(card))[1].removeprefix("> "))
        words = unescaped(bare.removeprefix(r"\[…\]").removesuffix(r"\[…\]").strip())
        own = unescaped(escape(match.article.read(match.article.sentences[match.sentence - 1])).strip())
        assert words in own
        assert words == own or r"\[…\]" in bare


async def test_everybody_sees_what_was_found(world: World) -> None:
    result = await world.ada.slash(world.channel, "lookup", text="Nara")
    assert not result.ephemeral
    (message,) = world.replies()
    first, match, place = texts(message.components)
    assert first == FIRST
    assert match.startswith("> They met in her hometown of **Nara** in central Japan")
    assert place == "-# Drumstick diplomacy · sentence 9 of 16"


async def test_only_who_looks_up_sees_it_where_answers_are_private(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(private=True))
    result = await world.ada.slash(world.channel, "lookup", text="Takaichi")
    assert result.ephemeral
    assert world.replies() == []
    turned = await press(world.ada, result, "Next")
    assert turned.response is not None
    assert shown(result)[-1] == "-# page 2 of 2"
    assert world.replies() == []


async def test_nothing_found(world: World) -> None:
    result = await world.ada.slash(world.channel, "lookup", text="*zebra* <@123>")
    assert shown(result) == [r"No sentence has “**\*zebra\* \<\@123\>**”\. To search by meaning, use \/ask\."]


async def test_in_a_direct_message(world: World) -> None:
    result = await world.ada.user.slash("lookup", text="Nara")
    assert shown(result)[0] == FIRST


async def test_in_the_servers_language(world: World) -> None:
    await world.services.repository.save_settings(world.server.id, ServerSettings(language="de"))
    result = await world.ada.slash(world.channel, "lookup", text="Takaichi")
    assert shown(result)[0] == r"„**Takaichi**“ steht in 7 Sätzen\."
    await press(world.ada, result, "Weiter")
    assert shown(result)[-1] == r"-# Seite 2 von 2"


async def test_in_one_article_only(world: World) -> None:
    await world.hold_articles(
        article_of("Nara is old.", title="Old"),
        replace(article_of("Nara is new.", title="New"), name="new.txt"),
    )
    result = await world.ada.slash(world.channel, "lookup", text="Nara", article="new.txt")
    assert shown(result) == [FIRST, "> **Nara** is new\\.", "-# New · sentence 1 of 1"]


async def test_only_in_what_the_server_quotes(world: World) -> None:
    other = replace(article_of("Nara is new.", title="New"), name="new.txt")
    await world.hold_articles(article_of("Nara is old.", title="Old"), other)
    settings = ServerSettings(articles=frozenset({"new.txt"}))
    await world.services.repository.save_settings(world.server.id, settings)
    result = await world.ada.slash(world.channel, "lookup", text="Nara")
    assert shown(result) == [FIRST, "> **Nara** is new\\.", "-# New · sentence 1 of 1"]
    refused = await world.ada.slash(world.channel, "lookup", text="Nara", article="article.txt")
    assert refused.ephemeral
    assert shown(refused) == [escape(ENGLISH.say("article-unknown", name="article.txt"))]


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        (ServerSettings(channels=frozenset({1})), "channel-closed"),
        (ServerSettings(roles=frozenset({1})), "role-missing"),
    ],
)
async def test_where_one_may_not_ask_one_may_not_look_up(
    world: World, settings: ServerSettings, reason: str
) -> None:
    public = await world.ada.slash(world.channel, "lookup", text="Takaichi")
    await world.services.repository.save_settings(world.server.id, settings)
    refused = await world.ada.slash(world.channel, "lookup", text="Nara")
    turned = await press(world.ada, public, "Next")
    start = escape(ENGLISH.say(reason, channels="") if "channel" in reason else ENGLISH.say(reason))
    for result in (refused, turned):
        assert result.ephemeral
        assert shown(result)[0].startswith(start.strip())
    assert await world.ada.autocomplete(world.channel, "lookup", "text", "Nar") == []


async def test_a_look_up_that_is_not_taken_counts_for_nothing(world: World) -> None:
    settings, limiter = ServerSettings(user_rate=1), world.services.rate_limiter
    await world.services.repository.save_settings(world.server.id, settings)
    await world.services.worker.close(0)
    refused = await world.ada.slash(world.channel, "lookup", text="Nara")
    assert refused.ephemeral
    assert shown(refused) == [escape(ENGLISH.say("closing"))]
    origin = Origin(user=world.ada.id, channel=world.channel.id, server=world.server.id)
    limiter.take(origin, settings)
    with pytest.raises(RateLimitError):
        limiter.take(origin, settings)


async def test_no_word_in_it(world: World) -> None:
    result = await world.ada.slash(world.channel, "lookup", text="\u200b\u200b")
    assert shown(result) == [escape(ENGLISH.say("question-empty"))]


async def test_who_looked_up_turns_the_pages_of_the_card_itself(world: World) -> None:
    result = await world.ada.slash(world.channel, "lookup", text="the")
    pages = []
    for label in ("Next", "To the end", "Previous", "To the start"):
        await press(world.ada, result, label)
        pages.append(shown(result)[-1])
    assert pages == [f"-# page {page} of 3" for page in (2, 3, 2, 1)]
    assert len(world.replies()) == 1


async def test_others_get_a_page_of_their_own(world: World) -> None:
    bob = world.server.add_member(world.env.create_user("bob"))
    result = await world.ada.slash(world.channel, "lookup", text="the")
    before = shown(result)
    turned = await press(bob, result, "Next")
    assert turned.ephemeral
    assert shown(turned)[-1] == "-# page 2 of 3"
    assert shown(result) == before
    assert len(world.replies()) == 1
    await press(bob, turned, "Next")
    assert shown(turned)[-1] == "-# page 3 of 3"


async def test_old_buttons_work_after_a_restart(world: World) -> None:
    words = await world.ada.slash(world.channel, "lookup", text="the")
    phrase = await world.ada.slash(world.channel, "lookup", text='"and"')
    await world.restart()
    await press(world.ada, words, "Next")
    await press(world.ada, phrase, "Next")
    assert shown(words)[::11] == [r"12 sentences have “**the**”\.", "-# page 2 of 3"]
    assert shown(phrase)[0].endswith(r"sentences have “**and**”\.")
    assert shown(phrase)[-1].startswith("-# page 2 of ")


async def test_a_phrase_stays_one_when_its_page_is_turned(world: World) -> None:
    lines = "\n".join(["big drum", "drum, big"] * 6)
    await world.hold_articles(article_of(lines))
    result = await world.ada.slash(world.channel, "lookup", text="“big drum”")
    await press(world.ada, result, "Next")
    assert shown(result) == [
        r"6 sentences have “**big drum**”\.",
        "> **big drum**",
        "-# An article · sentence 11 of 12",
        "-# page 2 of 2",
    ]


async def test_the_same_button_twice_at_once_shows_the_same_page(world: World) -> None:
    result = await world.ada.slash(world.channel, "lookup", text="the")
    look_up = world.library.lookup

    def look_up_later(text: str, *, articles: frozenset[str] | None) -> tuple[Match, ...]:
        world.library.free.wait()
        return look_up(text, articles=articles)

    world.library.lookup = look_up_later  # type: ignore[method-assign] # for this test alone
    world.hold()
    await press(world.ada, result, "Next")
    await press(world.ada, result, "Next")
    await world.release()
    assert shown(result)[-1] == "-# page 2 of 3"


async def test_an_article_that_has_changed_is_looked_through_anew(world: World) -> None:
    await world.hold_articles(MANY, drums := replace(MANY, name="other.txt"))
    result = await world.ada.slash(world.channel, "lookup", text="drum", article="other.txt")
    assert shown(result)[0] == "1,201 sentences have “**drum**”\\."
    shorter = replace(article_of("One drum.\nNo more."), name=drums.name)
    await world.hold_articles(MANY, shorter)
    await press(world.ada, result, "To the end")
    assert shown(result) == [
        r"One sentence has “**drum**”\.",
        "> One **drum**\\.",
        "-# An article · sentence 1 of 2",
    ]


async def test_an_article_that_has_gone(world: World) -> None:
    await world.hold_articles(MANY, replace(MANY, name="other.txt"))
    result = await world.ada.slash(world.channel, "lookup", text="drum", article="other.txt")
    await world.hold_articles(MANY)
    turned = await press(world.ada, result, "Next")
    assert turned.ephemeral
    assert shown(turned) == [escape(ENGLISH.say("read-gone"))]


@pytest.mark.parametrize("loader", [False], indirect=True)
async def test_while_warming_up(loader: Loader, world: World) -> None:
    assert await world.ada.autocomplete(world.channel, "lookup", "text", "Nara") == []
    world.hold()
    result = await world.ada.slash(world.channel, "lookup", text="Nara")
    loader.ready.set()
    await world.release()
    assert shown(result)[0] == FIRST


async def test_while_the_database_is_away(world: World) -> None:
    await world.services.repository.close()
    result = await world.ada.slash(world.channel, "lookup", text="Takaichi")
    await press(world.ada, result, "Next")
    assert shown(result)[-1] == "-# page 2 of 2"


async def test_a_failure_has_a_reference(world: World, caplog: pytest.LogCaptureFixture) -> None:
    def fail(text: str, *, articles: frozenset[str] | None) -> tuple[Match, ...]:
        raise RuntimeError(f"broken: {text} {articles}")

    world.library.lookup = fail  # type: ignore[method-assign] # for this test alone
    result = await world.ada.slash(world.channel, "lookup", text="Nara")
    assert shown(result)[0].startswith(r"Something went wrong on my side \(reference ")
    assert "broken: Nara None" in caplog.text


async def test_phrases_of_the_article_are_offered(world: World) -> None:
    offered = await world.ada.autocomplete(world.channel, "lookup", "text", "golden")
    assert {"name": "Golden Globes", "value": '"Golden Globes"'} in names_and_values(offered)
    (nara,) = names_and_values(await world.ada.autocomplete(world.channel, "lookup", "text", '"Nar'))
    assert nara == {"name": "Nara", "value": "Nara"}
    anything = await world.ada.autocomplete(world.channel, "lookup", "text", "")
    assert 0 < len(anything) <= 25
    for choice in anything:
        result = await world.ada.slash(world.channel, "lookup", text=choice["value"])
        assert f"**{escape(choice['name'])}**" in shown(result)[0]
        assert "sentence" in shown(result)[2]


def names_and_values(choices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"name": choice["name"], "value": choice["value"]} for choice in choices]
