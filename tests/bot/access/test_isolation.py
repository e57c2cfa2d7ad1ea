"""Nobody sees a word of a document that is not for them, whichever way they try.

Two servers, each with documents of its own; in the first, one is for a role and one for a channel alone. Each
secret is one word, which no request of the bot's may hold.
"""

from __future__ import annotations

import asyncio
import datetime
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from discord import ui

from bot.access.rate_limits import RateLimiter
from bot.client import Client
from bot.i18n.words import words_for
from bot.interactions.services import Services
from bot.library.catalog import name_key, text_key
from bot.library.interface import SHARED
from bot.library.open_libraries import OpenLibraries
from bot.library.worker import LibraryWorker
from bot.state.catalog.entries import CatalogEntry
from bot.state.chosen.answers import ChosenAnswer
from bot.state.records import GapReason, LibraryChoice, ServerSettings
from bot.ui.markdown import escape
from index import Answer, Query, Quote, Verdict
from tests.bot.doubles import WordLibrary, article_of, stopped
from tests.bot.state.catalog.documents import PLENTY
from tests.bot.world import button, texts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from simcord import ChannelHandle, Env, GuildHandle, InteractionResult, MemberActor

    from bot.state.repository import Repository
    from index import Article

QUESTION = "What is the password of the tower?"
HOSTS, OPEN, STAFF, CELLAR, OTHERS = "granite", "marble", "basalt", "quartz", "obsidian"
"""The passwords in the host's folder, in the first server's three documents, and in the second's."""


class Library(WordLibrary):
    """Answers from whichever articles may be quoted."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.articles = tuple(articles)

    def ask_all(self, queries: Sequence[Query], *, top: int) -> tuple[Answer, ...]:
        return tuple(self._chosen_first(self._quoted(query, top), query) for query in queries)

    def _quoted(self, query: Query, top: int) -> Answer:
        quoted = [each for each in self.articles if query.articles is None or each.name in query.articles]
        quotes = tuple(Quote(article, 1, 1.0) for article in quoted[:top])
        return Answer(query.text, Verdict.ANSWERED, 1.0, quotes)


@dataclass(frozen=True)
class Snapshot:
    articles: tuple[Article, ...]
    size: int = 1


class Snapshots:
    """A snapshot for each server that has documents, and one of the host's folder."""

    def __init__(self) -> None:
        self.articles: dict[int | None, list[Article]] = {None: [secret("host.txt", HOSTS)]}

    def load(self) -> None:
        pass

    def open(self, server: int | None) -> Snapshot | None:
        return Snapshot(tuple(self.articles[server])) if server in self.articles else None

    def join(self, parts: Sequence[Snapshot]) -> Library:
        return Library([article for part in parts for article in part.articles])


def secret(name: str, password: str) -> Article:
    text = f"The password of the tower is {password}.\nThe {password} stands in the hall."
    return replace(article_of(text, title=f"On {password}"), name=name)


@dataclass
class Town:
    """The simulated Discord with two servers."""

    env: Env
    repository: Repository
    snapshots: Snapshots
    first: GuildHandle
    second: GuildHandle
    questions: ChannelHandle
    cellar: ChannelHandle
    ada: MemberActor
    """A member of the first."""
    grace: MemberActor
    """One with the role."""
    eve: MemberActor
    """A member of the second."""
    asked: ChannelHandle
    """The second's channel."""
    articles: dict[str, Article]

    async def choose_answer(self, password: str, question: str) -> None:
        """Choose the first sentence of a document of the first server."""
        article = self.articles[password]
        (span, _) = article.sentences
        chosen = ChosenAnswer(
            id=int(article.name.partition("/")[0], 16),
            server=self.first.id,
            question=question,
            article=article.name,
            digest=article.digest,
            sentence=1,
            start=span.start,
            end=span.end,
            chosen_by=self.grace.id,
            chosen_at=datetime.datetime.now(datetime.UTC),
        )
        assert await self.repository.chosen.choose(chosen) is None

    async def chosen_left(self, count: int) -> tuple[ChosenAnswer, ...]:
        """Wait until so many answers are left that the first server's managers chose."""
        async with asyncio.timeout(60):
            while len(left := await self.repository.chosen.stored(self.first.id)) != count:  # noqa: ASYNC110 - there is no event
                await asyncio.sleep(0.01)
        return left

    async def add(self, server: int, password: str, **limits: object) -> None:
        number = len(self.articles) + 1
        entry = CatalogEntry(
            id=number,
            server=server,
            name=f"{password[0]}.txt",
            title="",
            language="en",
            url=None,
            source=None,
            published=None,
            original=f"{number:064x}",
            document=f"{number + 100:064x}",
            text="",
            size=1,
            sentences=2,
            version=1,
            added_by=None,
            added_at=datetime.datetime.now(datetime.UTC),
            **limits,  # type: ignore[arg-type]
        )
        article = secret(entry.article_name, password)
        entry = replace(entry, text=article.digest)
        self.articles[password] = article
        self.snapshots.articles.setdefault(server, []).append(article)
        assert await self.repository.add_entry(entry, most=PLENTY) is None

    def said(self) -> str:
        """Return all that the bot has sent so far."""
        return json.dumps([str(request.json) for request in self.env.http_requests], ensure_ascii=False)

    async def choose(self, server: GuildHandle, libraries: LibraryChoice) -> None:
        await self.repository.save_settings(server.id, ServerSettings(libraries=libraries))

    async def forged(self, who: MemberActor, channel: ChannelHandle, *custom_ids: str) -> None:
        """Have somebody press buttons that were made for a document of others."""
        for custom_id in custom_ids:
            view = ui.LayoutView().add_item(ui.ActionRow(ui.Button(custom_id=custom_id, label="?")))
            message = await self.env.bot.get_partial_messageable(channel.id).send(view=view)
            await who.click(message, custom_id=custom_id)


@pytest.fixture
def snapshots() -> Snapshots:
    return Snapshots()


@pytest_asyncio.fixture
async def simcord_bot(snapshots: Snapshots, repository: Repository) -> AsyncIterator[Client]:
    libraries = OpenLibraries(snapshots, budget=100)
    worker = LibraryWorker(
        libraries, queue_size=9, batch_size=4, deadline=10, question_seconds=0.01, clock=stopped
    )
    worker.open()
    yield Client(Services.of(worker, repository, RateLimiter(user_rate=1000, server_rate=1000)))
    await worker.close(5)


@pytest_asyncio.fixture
async def town(simcord_env: Env, snapshots: Snapshots, repository: Repository) -> Town:
    env = simcord_env
    first, second = env.create_guild("First"), env.create_guild("Second")
    role = first.create_role("staff")
    made = Town(
        env,
        repository,
        snapshots,
        first,
        second,
        questions=first.create_text_channel("questions"),
        cellar=first.create_text_channel("cellar"),
        ada=first.add_member(env.create_user("ada")),
        grace=first.add_member(env.create_user("grace"), roles=[role]),
        eve=second.add_member(env.create_user("eve")),
        asked=second.create_text_channel("questions"),
        articles={},
    )
    await env.settle()
    await made.add(first.id, OPEN)
    await made.add(first.id, STAFF, roles=frozenset({role.id}))
    await made.add(first.id, CELLAR, channels=frozenset({made.cellar.id}))
    await made.add(second.id, OTHERS)
    return made


async def every_way(town: Town, who: MemberActor, channel: ChannelHandle, hidden: str) -> None:
    """Try every way in which somebody could come to see an article that is not for them."""
    article = town.articles[hidden]
    for chosen in ({}, {"article": article.name}, {"article": article.title}, {"article": f"On {hidden}"}):
        result = await who.slash(channel, "ask", question=QUESTION, **chosen)
        await who.slash(channel, "ask", question=QUESTION, private=True, **chosen)
        await who.slash(channel, "lookup", text="password tower", **chosen)
        await who.slash(channel, "read", **chosen)
        if result.response is not None and not result.ephemeral:
            for action in ("next", "more", "up", "down"):
                for custom_id in _ids(result.response.components):
                    if custom_id.startswith(f"answer:{action}:"):
                        await who.click(result.response, custom_id=custom_id)
    await who.slash(channel, "articles")
    await who.slash(channel, "help")
    for command, option, typed in (
        *(("ask", "article", "On"), ("read", "article", ""), ("lookup", "article", article.name[:3])),
        *(("lookup", "text", hidden[:3]), ("lookup", "text", "")),
    ):
        offered = await who.autocomplete(channel, command, option, typed)
        assert not [choice for choice in offered if hidden in str(choice) or article.name in str(choice)]
    me = town.env.bot.user
    assert me is not None
    mention = await who.send(channel, f"{me.mention} {QUESTION}")
    await who.send(channel, f"{me.mention} and in the hall?", reply_to=mention)
    await who.context_menu(channel, "Find in the article", mention)
    key, text = name_key(article.name), text_key(article)
    await town.forged(
        who, channel, *(f"page:{pager}:next:1:{key}:{text}" for pager in ("article", "words", "phrase"))
    )


def _ids(components: object) -> list[str]:
    found: list[str] = []
    for item in components:  # type: ignore[attr-defined]
        raw = item if isinstance(item, dict) else item.to_dict()
        found += [raw["custom_id"]] if "custom_id" in raw else []
        found += _ids(raw.get("components") or [])
    return found


def _quoted(result: InteractionResult) -> str:
    assert result.response is not None
    return " ".join(texts(result.response.components))


@pytest.mark.parametrize("libraries", list(LibraryChoice))
async def test_no_word_of_another_servers_document_is_seen(town: Town, libraries: LibraryChoice) -> None:
    await town.choose(town.second, libraries)
    for hidden in (OPEN, STAFF, CELLAR):
        await every_way(town, town.eve, town.asked, hidden)
    assert not [word for word in (OPEN, STAFF, CELLAR) if word in _without_names(town)]


@pytest.mark.parametrize("hidden", [STAFF, CELLAR])
async def test_no_word_of_what_is_for_other_roles_or_channels_is_seen(town: Town, hidden: str) -> None:
    await every_way(town, town.ada, town.questions, hidden)
    assert hidden not in _without_names(town)
    assert OPEN in _without_names(town)


def _without_names(town: Town) -> str:
    """Return all that the bot has said, without what only repeats what was typed as an article's title."""
    said = town.said()
    for hidden in town.articles:
        said = said.replace(f"There is no article “On {hidden}”", "")
    return said


async def test_each_sees_what_is_for_them(town: Town) -> None:
    def has(result: InteractionResult, *words: str) -> bool:
        return all(word in _quoted(result) for word in words)

    listed = await town.grace.slash(town.questions, "articles")
    assert has(listed, OPEN, STAFF, HOSTS)
    assert not has(listed, CELLAR)
    assert has(await town.ada.slash(town.cellar, "articles"), OPEN, CELLAR, HOSTS)
    assert has(await town.eve.slash(town.asked, "articles"), OTHERS, HOSTS)
    assert has(await town.eve.slash(town.asked, "ask", question=QUESTION), OTHERS)


async def test_what_is_for_a_role_is_answered_to_it_alone(town: Town) -> None:
    article = town.articles[STAFF].name
    result = await town.grace.slash(town.questions, "ask", question=QUESTION, article=article)
    assert STAFF in _quoted(result)
    assert result.ephemeral
    assert not [each for each in _ids(result.response.components) if each.startswith("answer:share")]  # type: ignore[union-attr]
    looked_up = await town.grace.slash(town.questions, "lookup", text="password")
    assert STAFF in _quoted(looked_up)
    assert looked_up.ephemeral
    me = town.env.bot.user
    assert me is not None
    await town.grace.send(town.questions, f"{me.mention} {QUESTION}")
    (answer,) = [message for message in town.questions.history() if message.author == me]
    assert OPEN in " ".join(texts(answer.components))
    assert STAFF not in " ".join(texts(answer.components))


async def test_what_becomes_secret_is_seen_no_more(town: Town) -> None:
    """Buttons of an answer that everybody saw quote nothing that was limited since."""
    article = town.articles[OPEN]
    result = await town.ada.slash(town.questions, "ask", question=QUESTION, article=article.name)
    assert OPEN in _quoted(result)
    entry = (await town.repository.stored_catalog(town.first.id))[0]
    await town.repository.limit_entry(town.first.id, entry.id, channels=None, roles=frozenset({1}))
    pressed = await town.ada.click(result.response, custom_id=button(result.response, "up"))  # type: ignore[arg-type]
    assert OPEN not in " ".join(texts(pressed.response.components if pressed.response else []))


@pytest.mark.parametrize(
    ("libraries", "seen"),
    [
        (LibraryChoice.OWN, {OTHERS}),
        (LibraryChoice.SHARED, {HOSTS}),
        (LibraryChoice.BOTH, {HOSTS, OTHERS}),
    ],
)
async def test_managers_choose_which_libraries_answer(
    town: Town, libraries: LibraryChoice, seen: set[str]
) -> None:
    await town.choose(town.second, libraries)
    listed = _quoted(await town.eve.slash(town.asked, "articles"))
    assert {word for word in (HOSTS, OPEN, STAFF, CELLAR, OTHERS) if word in listed} == seen


async def test_a_removed_document_is_gone_before_its_library_is_built_anew(town: Town) -> None:
    (entry,) = await town.repository.stored_catalog(town.second.id)
    await town.eve.slash(town.asked, "articles")
    await town.repository.remove_entry(town.second.id, entry.id)
    before = len(town.said())
    await every_way(town, town.eve, town.asked, OTHERS)
    assert OTHERS not in _without_names(town)[before:]


async def test_a_direct_message_is_answered_from_the_hosts_folder(town: Town) -> None:
    await town.ada.send_dm(QUESTION)
    said = town.said()
    assert HOSTS in said
    assert not [word for word in (OPEN, STAFF, CELLAR, OTHERS) if word in said]


async def test_what_is_chosen_of_a_document_for_a_role_is_shown_to_it_alone(town: Town) -> None:
    await town.choose_answer(STAFF, QUESTION)
    by_managers = escape(words_for("en").say("chosen-by-managers"))
    theirs = await town.grace.slash(town.questions, "ask", question=QUESTION)
    assert theirs.ephemeral
    assert STAFF in _quoted(theirs)
    assert by_managers in _quoted(theirs)
    for who, channel in ((town.ada, town.questions), (town.eve, town.asked)):
        other = await who.slash(channel, "ask", question=QUESTION)
        assert STAFF not in _quoted(other)
        assert by_managers not in _quoted(other)
    me = town.env.bot.user
    assert me is not None
    await town.grace.send(town.questions, f"{me.mention} {QUESTION}")
    *_, aloud = [message for message in town.questions.history() if message.author == me]
    assert by_managers not in " ".join(texts(aloud.components))
    await town.grace.send_dm(QUESTION)
    assert town.said().count(by_managers) == 1


@pytest.mark.parametrize("gaps", [True, False])
async def test_what_is_chosen_goes_with_its_document(town: Town, gaps: bool) -> None:  # noqa: FBT001 - a parameter
    await town.repository.save_settings(town.first.id, ServerSettings(gaps=gaps))
    await town.choose_answer(OPEN, QUESTION)
    await town.choose_answer(STAFF, "Which stone is it?")
    entry, *_ = await town.repository.stored_catalog(town.first.id)
    newer = replace(entry, version=2, original="a" * 64, document="b" * 64, text="c" * 64)
    assert await town.repository.replace_entry(newer, most=PLENTY) is None
    (left,) = await town.chosen_left(1)
    assert left.question == "Which stone is it?"
    async with asyncio.timeout(60):
        while gaps and not await town.repository.gaps(town.first.id):  # noqa: ASYNC110 - likewise
            await asyncio.sleep(0.01)
    listed = [(gap.question, gap.reason) for gap in await town.repository.gaps(town.first.id)]
    assert listed == ([(QUESTION, GapReason.CHANGED)] if gaps else [])
    await town.repository.remove_entries(town.first.id)
    await town.chosen_left(0)


def test_the_hosts_library_is_that_of_no_server() -> None:
    assert SHARED.server is None
    assert Snapshots().open(None) is not None
