"""The catalogue is what answers: built when it changes, once for many changes, and again after a failure."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest_asyncio

from bot.errors import AwayError
from bot.i18n.words import words_for
from bot.publishing import publisher as publishing
from bot.publishing.problems import LibraryProblem
from bot.publishing.publisher import Progress, Publisher, Recipe
from bot.state.repository import Repository
from bot.storage.contents import ContentStore
from index import BuildDone, Document, SnapshotError
from index.store.builder import build_articles
from tests.bot.doubles import article_of
from tests.bot.state.catalog.documents import HANDBOOK, NEWS, PLENTY, newer
from tests.faults.bot import until
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest

    from bot.state.catalog.entries import CatalogEntry
    from index import DocumentsBuild

SERVER = HANDBOOK.server
ENCODER = ToyEncoder()


class Build:
    def __init__(self, request: DocumentsBuild, go: asyncio.Event, failure: Exception | None) -> None:
        self._request, self._go, self._failure = request, go, failure
        self.progress = (1, 3)

    async def done(self) -> BuildDone:
        await self._go.wait()
        if self._failure is not None:
            raise self._failure
        contents = {each.name: each.file.read_bytes() for each in self._request.documents}
        articles = [Document.model_validate_json(c).article(name=name) for name, c in contents.items()]
        sources = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        report = build_articles(articles, self._request.index, encoder=ENCODER, sources=sources)
        return BuildDone(
            articles=report.articles, sentences=report.sentences, embedded=report.embedded, skipped={}
        )


class Builds:
    """Builds at once, unless it is held up."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.go = asyncio.Event()
        self.go.set()
        self.failure: Exception | None = None

    def submit(self, _: int, request: DocumentsBuild, /) -> Build:
        self.asked.append([document.name for document in request.documents])
        return Build(request, self.go, self.failure)


class Answering:
    def __init__(self) -> None:
        self.renewed: list[int | None] = []

    async def ready(self) -> None:
        pass

    async def renew(self, server: int | None) -> None:
        self.renewed.append(server)


class Bot:
    def __init__(self, folder: Path, repository: Repository) -> None:
        self.folder = folder
        self.repository = repository
        self.contents = ContentStore.open(str(folder / "contents"))
        self.builds, self.answering = Builds(), Answering()
        self.publisher = self.started()

    def started(self) -> Publisher:
        recipe = Recipe(self.place_of, "toy", self.folder / "vectors.db", lambda: ENCODER.digest)
        return Publisher(self.repository, self.contents, self.builds, self.answering, recipe)

    def place_of(self, server: int) -> Path:
        return self.folder / str(server)

    async def stored(self, entry: CatalogEntry, text: str) -> CatalogEntry:
        document = Document.of(article_of(text)).model_dump_json().encode()
        return replace(entry, document=await self.contents.put(document))

    async def add(self, entry: CatalogEntry, text: str) -> CatalogEntry:
        entry = await self.stored(entry, text)
        assert await self.repository.add_entry(entry, most=PLENTY) is None
        return entry

    async def published(self) -> None:
        await asyncio.sleep(0)
        await self.publisher.wait(SERVER)


@pytest_asyncio.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    async with Repository(f"sqlite:///{tmp_path / 'state.db'}") as repository:
        bot = Bot(tmp_path, repository)
        bot.publisher.open()
        yield bot
        bot.builds.go.set()
        await bot.publisher.close()


async def test_what_is_added_is_built_and_answers(bot: Bot) -> None:
    entry = await bot.add(HANDBOOK, "Drums are loud.")
    await bot.published()
    assert bot.builds.asked == [[entry.article_name]]
    assert bot.answering.renewed == [SERVER]
    assert bot.publisher.problem(SERVER) is None
    assert bot.publisher.progress(SERVER) is None


async def test_many_changes_during_a_build_are_one_build_more(bot: Bot) -> None:
    bot.builds.go.clear()
    first = await bot.add(HANDBOOK, "Drums are loud.")
    await until(lambda: bool(bot.builds.asked))
    assert bot.publisher.progress(SERVER) == Progress(1, 3)
    second = await bot.add(NEWS, "Flutes are soft.")
    changed = await bot.stored(newer(second), "Flutes are loud.")
    assert await bot.repository.replace_entry(changed, most=PLENTY) is None
    bot.builds.go.set()
    await bot.published()
    assert bot.builds.asked == [[first.article_name], [first.article_name, second.article_name]]


async def test_an_emptied_library_has_no_index_left(bot: Bot) -> None:
    await bot.add(HANDBOOK, "Drums are loud.")
    await bot.published()
    assert bot.place_of(SERVER).exists()
    await bot.repository.remove_entries(SERVER)
    await bot.published()
    assert not bot.place_of(SERVER).exists()
    assert bot.answering.renewed == [SERVER, SERVER]


async def test_a_server_without_documents_has_nothing_to_publish(bot: Bot) -> None:
    assert await bot.repository.catalog(SERVER) == ()
    assert bot.publisher.progress(SERVER) is None
    await bot.publisher.wait(SERVER)


async def test_what_another_process_emptied_has_no_index_left(bot: Bot) -> None:
    await bot.add(HANDBOOK, "Drums are loud.")
    await bot.published()
    await bot.publisher.close()
    await bot.repository.remove_entries(SERVER)
    async with Repository(f"sqlite:///{bot.folder / 'state.db'}") as repository:
        again = Bot(bot.folder, repository)
        again.publisher.open()
        assert again.place_of(SERVER).exists()
        assert await repository.catalog(SERVER) == ()
        await again.published()
        assert not again.place_of(SERVER).exists()
        await again.publisher.close()


async def test_what_a_kill_left_undone_is_done_at_the_next_start(bot: Bot) -> None:
    bot.builds.go.clear()
    await bot.add(HANDBOOK, "Drums are loud.")
    await until(lambda: bool(bot.builds.asked))
    await bot.publisher.close()
    bot.builds.go.set()
    bot.publisher = bot.started()
    bot.publisher.open()
    await until(lambda: bot.answering.renewed == [SERVER])
    assert len(bot.builds.asked) == 2


async def test_what_is_built_already_is_not_built_again_at_a_start(bot: Bot) -> None:
    await bot.add(HANDBOOK, "Drums are loud.")
    await bot.published()
    await bot.publisher.close()
    bot.publisher = bot.started()
    bot.publisher.open()
    bot.publisher.changed(SERVER)
    await bot.published()
    assert len(bot.builds.asked) == 1


async def test_a_build_that_fails_leaves_what_was_there_and_is_said(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    bot.builds.failure = SnapshotError("the disk is full")
    await bot.add(HANDBOOK, "Drums are loud.")
    await bot.published()
    problem = bot.publisher.problem(SERVER)
    assert problem is not None
    assert problem == LibraryProblem.of(SnapshotError("the disk is full"))
    said = "I could not read this library to its end: the disk is full"
    assert words_for("en").say(problem.words_key, **problem.values) == said
    assert bot.answering.renewed == []
    assert f"the library of server {SERVER} stays as it was: the disk is full" in caplog.text
    bot.builds.failure = None
    await bot.add(NEWS, "Flutes are soft.")
    await bot.published()
    assert bot.publisher.problem(SERVER) is None
    assert bot.answering.renewed == [SERVER]


async def test_a_lost_document_is_said_and_the_others_answer(bot: Bot) -> None:
    kept = await bot.add(NEWS, "Flutes are soft.")
    lost = replace(HANDBOOK, document="0" * 64)
    assert await bot.repository.add_entry(lost, most=PLENTY) is None
    await bot.published()
    assert bot.builds.asked[-1] == [kept.article_name]
    assert bot.publisher.problem(SERVER) == LibraryProblem.some_lost([lost.name])


async def test_where_all_documents_are_lost_that_is_said(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    assert await bot.repository.add_entry(replace(HANDBOOK, document="0" * 64), most=PLENTY) is None
    await bot.published()
    assert bot.builds.asked == []
    assert bot.publisher.problem(SERVER) == LibraryProblem.all_lost()
    assert "stays as it was: all of its documents are lost: add them again" in caplog.text


def test_what_people_may_know_of_is_said_in_their_language() -> None:
    problem = LibraryProblem.of(AwayError())
    assert words_for("de").say(problem.words_key, **problem.values) == words_for("de").say("away")
    assert problem.text == "away"
    lost = LibraryProblem.some_lost(["a.pdf", "b.pdf", "c.pdf", "d.pdf"])
    said = words_for("de").say(lost.words_key, **lost.values)
    assert said.endswith("verloren, bitte noch einmal hinzufügen: a.pdf, b.pdf, c.pdf…")


async def test_a_storage_that_is_away_is_tried_again(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(publishing, "RETRY", 0.05)
    entry = await bot.stored(HANDBOOK, "Drums are loud.")
    moved = tmp_path / "contents"
    moved.rename(tmp_path / "elsewhere")
    moved.write_text("no folder")
    assert await bot.repository.add_entry(entry, most=PLENTY) is None
    await asyncio.sleep(0.2)
    assert bot.builds.asked == []
    moved.unlink()
    (tmp_path / "elsewhere").rename(moved)
    await bot.published()
    assert bot.builds.asked == [[entry.article_name]]
