"""Contents are stored whole or not at all, wherever that is, and what is not theirs any more is said so."""

from __future__ import annotations

import asyncio
import datetime
import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fsspec.implementations.memory import MemoryFileSystem  # noqa: TID251 - the tests damage what it holds

from bot.errors import ContentError, StorageError
from bot.storage.contents import ContentStore
from bot.storage.location import check_address
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENT = "太鼓 drums".encode()
DIGEST = hashlib.sha256(CONTENT).hexdigest()
PLACE = f"{DIGEST[:2]}/{DIGEST}"
DAY = datetime.timedelta(days=1)


@pytest.fixture(params=["local", "memory"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Name a storage of each kind with nothing in it."""
    if request.param == "local":
        yield str(tmp_path / "kept" / "contents")
        return
    yield "memory://kept/contents"
    MemoryFileSystem.store.clear()


@pytest.fixture
def store(address: str, tmp_path: Path) -> ContentStore:
    return ContentStore.open(address, cache=tmp_path / "cache")


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def files(address: str) -> list[str]:
    """List the files of a storage."""
    system = MemoryFileSystem()
    if address.startswith("memory"):
        return sorted(path.removeprefix("/kept/contents/") for path in system.find("/kept/contents"))
    return sorted(
        os.path.relpath(os.path.join(folder, name), address)  # noqa: PTH118
        for folder, _, names in os.walk(address)
        for name in names
    )


def damage(address: str, content: bytes) -> None:
    """Put other bytes in the place of the content."""
    if address.startswith("memory"):
        MemoryFileSystem().pipe_file(f"/kept/contents/{PLACE}", content)
    else:
        with open(f"{address}/{PLACE}", "wb") as file:  # noqa: PTH123
            file.write(content)


async def test_what_is_put_comes_back(store: ContentStore, address: str) -> None:
    assert await store.has(DIGEST) is False
    assert await asyncio.gather(*(store.put(CONTENT) for _ in range(10))) == [DIGEST] * 10
    assert await store.put(b"") == hashlib.sha256(b"").hexdigest()
    assert await store.get(DIGEST) == CONTENT
    assert await store.has(DIGEST) is True
    assert files(address) == sorted([PLACE, f"e3/{hashlib.sha256(b'').hexdigest()}"])


async def test_another_process_finds_it(store: ContentStore, address: str) -> None:
    await store.put(CONTENT)
    assert await ContentStore.open(address).get(DIGEST) == CONTENT


async def test_what_is_missing_or_damaged_is_said_so(store: ContentStore, address: str) -> None:
    for read in (store.get, store.path):
        with pytest.raises(ContentError, match=f"has no content of the digest {DIGEST}"):
            await read(DIGEST)
    await store.put(CONTENT)
    damage(address, CONTENT[:-1])
    for read in (store.get, store.path):
        with pytest.raises(ContentError, match=f"{DIGEST} in .*contents is damaged"):
            await read(DIGEST)
    await store.put(CONTENT)
    assert await store.get(DIGEST) == CONTENT


async def test_a_program_can_read_it_from_a_file(store: ContentStore, address: str, tmp_path: Path) -> None:
    await store.put(CONTENT)
    path = await store.path(DIGEST)
    assert path.read_bytes() == CONTENT
    assert path.is_absolute()
    if address.startswith("memory"):
        path.write_bytes(b"damaged")
        assert (await store.path(DIGEST)).read_bytes() == CONTENT
        assert [each.name for each in (tmp_path / "cache").iterdir()] == [DIGEST]
    else:
        assert path == tmp_path / "kept" / "contents" / PLACE


async def test_what_is_deleted_is_gone(store: ContentStore, address: str) -> None:
    await store.put(CONTENT)
    path = await store.path(DIGEST)
    for _ in range(2):
        await store.delete(DIGEST)
    assert await store.has(DIGEST) is False
    assert not path.exists()
    assert files(address) == []


async def test_what_was_put_again_is_not_old(store: ContentStore) -> None:
    await store.put(CONTENT)
    between = now()
    assert await store.put_before(between) == (DIGEST,)
    assert await store.put_before(between - DAY) == ()
    await asyncio.sleep(0.02)  # the file system's clock ticks
    await store.put(CONTENT)
    assert await store.put_before(between) == ()
    await store.delete(DIGEST, put_before=between)
    assert await store.get(DIGEST) == CONTENT
    await store.delete(DIGEST, put_before=now() + DAY)
    assert await store.has(DIGEST) is False


async def test_what_a_killed_process_left_is_removed(store: ContentStore, tmp_path: Path) -> None:
    await store.put(CONTENT)
    left = tmp_path / "kept" / "contents" / "new" / "0123"
    copy = tmp_path / "cache" / "new-0123"
    for path in (left, copy):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half of it")
    await store.put_before(now() - DAY)
    assert copy.exists()
    for path in (left, copy):
        os.utime(path, (0, 0))
    assert await store.put_before(now() - DAY) == ()
    assert not copy.exists()
    if await store.path(DIGEST) == tmp_path / "kept" / "contents" / PLACE:
        assert not left.exists()


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.bot.storage.full", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == f"could not write the storage {tmp_path}: File too large\n"
    assert files(str(tmp_path)) == []


async def test_a_folder_that_cannot_be_made_is_said_and_hinders_nobody_before(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    store = ContentStore.open(f"{in_the_way}/contents", cache=tmp_path / "cache")
    with pytest.raises(StorageError, match=r"could not write the storage .*contents: Not a directory"):
        await store.put(CONTENT)


async def test_a_storage_of_nothing_has_no_folder_and_later_one_for_its_owner_alone(tmp_path: Path) -> None:
    store = ContentStore.open(str(tmp_path / "contents"), cache=tmp_path / "cache")
    assert await store.put_before(now()) == ()
    assert files(str(tmp_path)) == []
    await store.put(CONTENT)
    assert (tmp_path / "contents").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("digest", ["../../etc/passwd", DIGEST.upper(), "", f"{DIGEST}/x"])
async def test_what_is_no_digest_leads_to_no_file(store: ContentStore, digest: str) -> None:
    for use in (store.get, store.has, store.delete, store.path):
        with pytest.raises(ValueError, match="expected a SHA-256 in hex"):
            await use(digest)


@pytest.mark.parametrize("address", ["https://user:hidden@h/d", "s3://", "", "memory://"])
def test_an_address_of_another_kind_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(ValueError, match="expected a folder, or s3://BUCKET/FOLDER") as caught:
        check_address(address)
    assert "hidden" not in str(caught.value)


def test_a_package_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match=r"s3:// needs a package .*: \.venv/bin/pip install s3fs"):
        check_address("s3://bucket/folder")
