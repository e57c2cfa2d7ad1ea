"""A server's library is changed as its managers want, within its quota, and never half."""

from __future__ import annotations

import asyncio
import datetime
import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from bot.access.rate_limits import RateLimiter
from bot.documents.documents import UNUSED_KEPT, Documents
from bot.documents.quota import MIB, Quota
from bot.errors import AwayError, RateLimitError, RefusedError, StorageAwayError
from bot.i18n.words import words_for
from bot.interactions.failures import explain
from bot.state.catalog.entries import Amount, LinkCheck
from bot.state.records import new_id
from bot.state.repository import Repository
from bot.storage.contents import ContentStore
from index import ArticleError
from tests.bot.state.kept import ASKER, NOON, OTHER, SERVER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.documents.archive import Archive
    from index import Document

HANDBOOK = b"# The handbook\n\nDrums are loud. They were made in Nara.\n"
SECOND = b"# The handbook\n\nDrums are loud. They were made in Nara. Now they are made in Seoul.\n"
ENGLISH = words_for("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "contents"


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> ContentStore:
    return ContentStore.open(str(folder), cache=tmp_path / "cache")


@pytest.fixture
def documents(repository: Repository, store: ContentStore) -> Documents:
    return of(repository, store)


def of(repository: Repository, store: ContentStore, quota: Quota = Quota(), *, rate: int = 100) -> Documents:  # noqa: B008 - it is frozen
    limiter = RateLimiter(user_rate=1, server_rate=1, addition_rate=rate)
    return Documents(repository, store, limiter, quota)


async def add(documents: Documents, name: str = "handbook.md", content: bytes = HANDBOOK) -> Document:
    """Preview and add a document, and return what was understood."""
    document = await documents.preview(SERVER, name, content)
    await documents.add(SERVER, ASKER, document, content)
    return document


async def refusal(awaitable: object) -> str:
    """Return what is said where something is not done."""
    with pytest.raises(RefusedError) as caught:
        await awaitable  # type: ignore[misc]
    return explain(caught.value, ENGLISH).sentence


def stored(folder: Path) -> list[Path]:
    """List the files of contents."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "owner")


async def exported(documents: Documents, most: int = MIB) -> list[Archive]:
    return [archive async for archive in documents.export(SERVER, most=most)]


def files(archives: Sequence[Archive]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for archive in archives:
        with zipfile.ZipFile(io.BytesIO(archive.content)) as opened:
            assert opened.testzip() is None
            found |= {name: opened.read(name) for name in opened.namelist()}
    return found


async def test_a_preview_keeps_nothing(documents: Documents, repository: Repository, folder: Path) -> None:
    document = await documents.preview(SERVER, "../handbook.md", HANDBOOK)
    assert (document.name, document.title, document.url) == ("handbook.md", "The handbook", None)
    assert await repository.stored_catalog(SERVER) == ()
    assert stored(folder) == []


async def test_a_document_is_added_as_it_was_understood(
    documents: Documents, repository: Repository, store: ContentStore
) -> None:
    document = await documents.preview(SERVER, "handbook.md", HANDBOOK)
    entry = await documents.add(SERVER, ASKER, document, HANDBOOK)
    assert await repository.catalog(SERVER) == (entry,)
    assert (entry.name, entry.title, entry.language) == ("handbook.md", "The handbook", "en")
    assert (entry.size, entry.sentences, entry.version, entry.added_by) == (len(HANDBOOK), 3, 1, ASKER)
    assert entry.text == document.article().digest
    assert await store.get(entry.original) == HANDBOOK
    assert await documents.document(entry) == document


async def test_who_adds_a_document_twice_has_it_once(documents: Documents, repository: Repository) -> None:
    document = await documents.preview(SERVER, "handbook.md", HANDBOOK)
    entry_id = new_id()
    adding = (documents.add(SERVER, ASKER, document, HANDBOOK, entry_id=entry_id) for _ in range(2))
    await asyncio.gather(*adding)
    assert [entry.id for entry in await repository.stored_catalog(SERVER)] == [entry_id]


async def test_a_document_is_replaced_by_the_version_that_was_seen(
    documents: Documents, repository: Repository
) -> None:
    await add(documents)
    (first,) = await repository.stored_catalog(SERVER)
    await documents.limit(SERVER, first.id, channels=frozenset({1}), roles=None)
    newer = await documents.preview(SERVER, "handbook.md", SECOND, replacing=first)
    await documents.replace(first, OTHER, newer, SECOND)
    (second,) = await repository.stored_catalog(SERVER)
    assert (second.id, second.version, second.sentences, second.added_by) == (first.id, 2, 4, OTHER)
    assert second.channels == frozenset({1})
    assert await documents.document(second) == newer
    said = await refusal(documents.replace(first, ASKER, newer, HANDBOOK))
    assert said == "Somebody else has changed that document in the meantime: please look at it again."
    assert await repository.stored_catalog(SERVER) == (second,)


async def test_a_link_is_read_again_until_a_file_takes_its_place(
    documents: Documents, repository: Repository
) -> None:
    document = await documents.preview(SERVER, "news.md", HANDBOOK)
    check, later = LinkCheck(NOON, etag='"1"'), LinkCheck(NOON + datetime.timedelta(days=1), etag='"2"')
    link = "https://drums.example/news"
    entry = await documents.add(SERVER, ASKER, document, HANDBOOK, source=link, check=check)
    assert (entry.source, entry.checked_at, entry.etag) == (link, NOON, '"1"')
    entry = await documents.replace(entry, entry.added_by, document, SECOND, source=link, check=later)
    assert (entry.source, entry.etag) == (link, '"2"')
    assert await repository.links_checked_before(NOON + datetime.timedelta(days=2)) == (entry,)
    entry = await documents.replace(entry, ASKER, document, HANDBOOK)
    assert (entry.source, entry.checked_at, entry.etag) == (None, None, None)
    assert await repository.stored_catalog(SERVER) == (entry,)


async def test_a_document_is_renamed_and_reads_the_same(documents: Documents, repository: Repository) -> None:
    document = await add(documents)
    (entry,) = await repository.stored_catalog(SERVER)
    renamed = await documents.rename(entry, " All about\ndrums ")
    assert await repository.stored_catalog(SERVER) == (renamed,)
    assert renamed.title == "All about drums"
    assert await documents.document(renamed) == document.model_copy(update={"title": "All about drums"})
    assert renamed.text == entry.text
    assert (await documents.rename(renamed, "\n")).title == "All about drums"


async def test_documents_are_removed(documents: Documents, repository: Repository) -> None:
    await add(documents)
    await add(documents, "other.md")
    first, second = await repository.stored_catalog(SERVER)
    await documents.remove(SERVER, first.id)
    assert await repository.catalog(SERVER) == (second,)
    gone = "That document is not in the library any more: please look at the list again."
    assert await refusal(documents.remove(SERVER, first.id)) == gone
    assert await refusal(documents.limit(SERVER, first.id, channels=None, roles=None)) == gone
    assert await refusal(documents.remove(7, second.id)) == gone
    assert await documents.remove_all(SERVER) == 1
    assert await repository.catalog(SERVER) == ()


@pytest.mark.parametrize(
    ("most", "said"),
    [
        (
            Amount(1, MIB, 100),
            "This server's library may have one document, and no more: please remove one first.",
        ),
        (
            Amount(5, len(HANDBOOK) + 1, 100),
            "The files of this server's library may have 0 MiB together, and this would be more:"
            " please remove one first, or add a smaller one.",
        ),
        (
            Amount(5, MIB, 5),
            "This server's library may have 5 sentences, and this would be more: please remove a document"
            " first, or add a shorter one.",
        ),
    ],
)
async def test_a_quota_that_is_reached_is_said_before_and_holds_in_any_case(
    repository: Repository, store: ContentStore, most: Amount, said: str
) -> None:
    documents = of(repository, store, Quota(most))
    document = await add(documents)
    assert await refusal(documents.preview(SERVER, "more.md", HANDBOOK)) == said
    assert await refusal(documents.add(SERVER, ASKER, document, HANDBOOK)) == said
    (entry,) = await repository.stored_catalog(SERVER)
    assert await documents.preview(SERVER, "handbook.md", HANDBOOK, replacing=entry) == document
    await documents.preview(7, "handbook.md", HANDBOOK)


async def test_a_file_that_is_too_large_is_refused(repository: Repository, store: ContentStore) -> None:
    documents = of(repository, store, Quota(file_size=MIB))
    said = await refusal(documents.preview(SERVER, "a.txt", b"x" * (MIB + 1)))
    assert said == "“a.txt” has 2 MiB, and a file may have 1 MiB: please split it or save it smaller."


async def test_only_so_many_files_a_minute_are_taken_from_a_server(
    repository: Repository, store: ContentStore
) -> None:
    documents = of(repository, store, rate=1)
    await documents.preview(SERVER, "a.md", HANDBOOK)
    with pytest.raises(RateLimitError) as caught:
        await documents.preview(SERVER, "b.md", HANDBOOK)
    sentence = explain(caught.value, ENGLISH).sentence
    assert sentence.startswith("Much has been added here in a short time: please go on in ")
    await documents.preview(7, "a.md", HANDBOOK)
    await documents.extract(SERVER, "page.md", HANDBOOK)


async def test_a_file_that_cannot_be_read_is_said_to_be(documents: Documents) -> None:
    with pytest.raises(RefusedError) as caught:
        await documents.preview(SERVER, "empty.md", b" \n")
    assert isinstance(caught.value.__cause__, ArticleError)
    said = explain(caught.value, ENGLISH).sentence
    assert said == "“empty.md” is empty: please give a file with at least one sentence."
    said = explain(caught.value, words_for("de")).sentence
    assert said == "„empty.md“ ist leer: bitte eine Datei mit mindestens einem Satz geben."


async def test_what_the_storage_has_lost_is_said_and_not_used(
    documents: Documents, repository: Repository, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await add(documents)
    await add(documents, "second.md", SECOND)
    lost, there = await repository.stored_catalog(SERVER)
    for digest in (lost.original, lost.document):
        (folder / digest[:2] / digest).unlink()
    said = "My storage has lost “handbook.md”: please add the file again, or tell whoever runs me."
    assert await refusal(documents.document(lost)) == said
    assert await refusal(documents.rename(lost, "Another")) == said
    (archive,) = await exported(documents)
    assert (archive.lost, archive.too_large, archive.documents) == (("handbook.md",), (), 1)
    assert files([archive]) == {"second.md": SECOND}
    assert await repository.stored_catalog(SERVER) == (lost, there)
    assert lost.original in caplog.text
    (folder / there.document[:2] / there.document).write_text("{}")
    assert await refusal(documents.document(there)) == said.replace("handbook", "second")


async def test_all_files_are_taken_away_as_they_were(documents: Documents, repository: Repository) -> None:
    await add(documents, "drums.md")
    await add(documents, "Drums.md", SECOND)
    await add(documents, "notes.txt", b"Drums are loud.")
    (archive,) = await exported(documents)
    assert archive.documents == 3
    assert files([archive]) == {
        "drums.md": HANDBOOK,
        "Drums (2).md": SECOND,
        "notes.txt": b"Drums are loud.",
    }
    await repository.remove_entries(SERVER)
    assert [(archive.content, archive.documents) for archive in await exported(documents)] == [(b"", 0)]


async def test_what_is_too_much_for_one_archive_comes_in_several(documents: Documents) -> None:
    noise = [os.urandom(3000).hex().encode() + b"." for _ in range(4)]
    for number, content in enumerate(noise):
        await add(documents, f"{number}.txt", content)
    archives = await exported(documents, most=15_000)
    assert [archive.documents for archive in archives] == [1, 1, 1, 1]
    assert all(len(archive.content) <= 15_000 for archive in archives)
    assert files(archives) == {f"{number}.txt": content for number, content in enumerate(noise)}
    (none,) = await exported(documents, most=5_000)
    assert (none.content, none.too_large) == (b"", ("0.txt", "1.txt", "2.txt", "3.txt"))


async def test_contents_that_no_document_has_go_after_a_day(
    documents: Documents, repository: Repository, store: ContentStore, folder: Path
) -> None:
    now = datetime.datetime.now(datetime.UTC)
    await add(documents)
    await add(documents, "second.md", SECOND)
    first, second = await repository.stored_catalog(SERVER)
    newer = await documents.replace(second, ASKER, await documents.document(first), HANDBOOK)
    await documents.remove(SERVER, first.id)
    unused = await store.put(b"of nobody")
    await documents.delete_unused(now)
    assert await store.has(unused)
    for path in stored(folder):
        os.utime(path, (0, 0))
    fresh = await store.put(b"put just now")
    await documents.delete_unused(now)
    expected = {newer.original, newer.document, second.original, second.document, fresh}
    assert {path.name for path in stored(folder)} == expected
    await documents.delete_unused(now + UNUSED_KEPT + datetime.timedelta(days=1))
    assert {path.name for path in stored(folder)} == expected - {fresh}


async def test_what_is_stored_of_a_removed_document_goes_with_it(
    documents: Documents, repository: Repository, folder: Path
) -> None:
    for name, content in (("handbook.md", HANDBOOK), ("copy.md", HANDBOOK), ("second.md", SECOND)):
        await add(documents, name, content)
    first, copy, second = await repository.stored_catalog(SERVER)
    for path in stored(folder):
        os.utime(path, (0, 0))
    await documents.remove(SERVER, second.id)
    kept = {first.original, first.document, copy.document}
    assert {path.name for path in stored(folder)} == kept
    await documents.remove(SERVER, first.id)
    assert {path.name for path in stored(folder)} == {copy.original, copy.document}
    await documents.remove_all(SERVER)
    assert stored(folder) == []


async def test_another_database_deletes_nothing(
    documents: Documents, store: ContentStore, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await add(documents)
    for path in stored(folder):
        os.utime(path, (0, 0))
    async with Repository.in_memory() as other:
        await of(other, store).delete_unused(datetime.datetime.now(datetime.UTC))
    assert len(stored(folder)) == 2
    assert "it bears the id of another database" in caplog.text


async def test_without_the_database_nothing_is_added_or_deleted(
    documents: Documents, repository: Repository, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    document = await add(documents)
    (entry,) = await repository.stored_catalog(SERVER)
    await repository.close()
    for change in (
        documents.preview(SERVER, "handbook.md", HANDBOOK),
        documents.add(SERVER, ASKER, document, SECOND),
        documents.replace(entry, ASKER, document, SECOND),
        documents.rename(entry, "Another"),
        documents.limit(SERVER, entry.id, channels=None, roles=None),
        documents.remove(SERVER, entry.id),
        documents.remove_all(SERVER),
    ):
        with pytest.raises(AwayError):
            await change
    for path in stored(folder):
        os.utime(path, (0, 0))
    await documents.delete_unused(datetime.datetime.now(datetime.UTC))
    assert len(stored(folder)) == 4
    assert "contents that no document has stay for now: the database is away" in caplog.text
    assert await repository.catalog(SERVER) == (entry,)


async def test_without_the_storage_nothing_is_added(repository: Repository, tmp_path: Path) -> None:
    in_the_way = tmp_path / "state.db"
    documents = of(repository, ContentStore.open(f"{in_the_way}/contents"))
    document = await documents.preview(SERVER, "handbook.md", HANDBOOK)
    with pytest.raises(StorageAwayError, match="could not read the storage"):
        await documents.add(SERVER, ASKER, document, HANDBOOK)
    assert await repository.stored_catalog(SERVER) == ()
