"""Contents by their digests: what is stored once never changes, and is there whole or not at all."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from bot.errors import ContentError, StorageError
from bot.storage.location import is_local, reach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fsspec import AbstractFileSystem

_T = TypeVar("_T")

CACHE = Path(".verbatim/contents-cache")
"""Where copies of what is stored elsewhere lie, for programs that read files."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_NEW = "new"
"""The folder of what is being written; no digest begins so."""
_OWNER = "owner"
"""The file that says whose the storage is."""


class ContentStore:
    """Bytes by SHA-256, in hex, in files such as `ab/abcdef...`; each method works in a thread of its own.

    Raises, from every method:
        StorageError: the storage cannot be read or written.

    """

    def __init__(self, system: AbstractFileSystem, folder: str, cache: Path) -> None:
        self._system = system
        self._folder = folder
        self._cache = cache
        self._local = is_local(system)
        self._name = folder if self._local else system.unstrip_protocol(folder)

    @classmethod
    def open(cls, address: str, *, cache: Path = CACHE) -> Self:
        """Open the storage of an address, a folder or such as `s3://BUCKET/FOLDER`; nothing is made yet."""
        try:
            system, folder = reach(address)
        except Exception as error:
            # All kinds: each file system fails with what its network and its library fail with.
            raise StorageError(f"the storage of documents cannot be opened: {_reason(error)}") from error
        return cls(system, folder, cache.absolute())

    @classmethod
    def in_memory(cls) -> Self:
        """Store everything in this process alone, for the preview and for tests."""
        return cls.open(f"memory://{secrets.token_hex(16)}")

    async def put(self, content: bytes) -> str:
        """Store a content, also one that is there already, which counts as new again; returns its digest."""

        def put() -> str:
            digest = hashlib.sha256(content).hexdigest()
            with self._failing("write"):
                self._write(self._path(digest), content)
            return digest

        return await asyncio.to_thread(put)

    async def get(self, digest: str) -> bytes:
        """Return a content.

        Raises:
            ContentError: there is none of this digest, or it is damaged.

        """
        return await asyncio.to_thread(self._read, digest)

    async def has(self, digest: str) -> bool:
        """Whether there is a content of this digest."""
        path = self._path(digest)
        return await self._do("read", lambda: bool(self._system.exists(path)))

    async def path(self, digest: str) -> Path:
        """Return a file of this machine that holds a content, for other programs to read; errors as in `get`.

        It stays for a day at least, unless the content is deleted.
        """
        return await asyncio.to_thread(self._file, digest)

    async def delete(self, digest: str, *, put_before: datetime.datetime | None = None) -> None:
        """Remove a content, if there is one; with `put_before` only where it was not put again since."""
        path = self._path(digest)

        def delete() -> None:
            with contextlib.suppress(FileNotFoundError):
                if put_before is None or self._modified(path) < put_before:
                    self._system.rm_file(path)
                    (self._cache / digest).unlink(missing_ok=True)

        await self._do("delete from", delete)

    async def owner(self) -> str | None:
        """Return the mark of whoever may delete from the storage; None if it bears none."""

        def read() -> str | None:
            try:
                content = bytes(self._system.cat_file(f"{self._folder}/{_OWNER}"))
            except FileNotFoundError:
                return None
            return content.decode(errors="replace").strip()

        return await self._do("read", read)

    async def set_owner(self, mark: str) -> None:
        """Have the storage bear a mark."""
        await self._do("write", lambda: self._write(f"{self._folder}/{_OWNER}", f"{mark}\n".encode()))

    @property
    def owner_file(self) -> str:
        """Where the mark stands, for people."""
        return f"{self._name}/{_OWNER}"

    async def digests(self) -> frozenset[str]:
        """List all that is stored."""
        return await self._do(
            "list", lambda: frozenset(name for _, name, _ in self._files() if _DIGEST.fullmatch(name))
        )

    async def put_before(self, moment: datetime.datetime) -> tuple[str, ...]:
        """List what was last put earlier; what was begun earlier and never ended is removed."""

        def find() -> tuple[str, ...]:
            found = []
            for folder, name, path in self._files():
                with contextlib.suppress(FileNotFoundError):
                    if self._modified(path) >= moment:
                        continue
                    if folder == _NEW:
                        self._system.rm_file(path)
                    elif _DIGEST.fullmatch(name):
                        found.append(name)
            self._drop_copies(moment)
            return tuple(sorted(found))

        return await self._do("list", find)

    def _files(self) -> Iterator[tuple[str, str, str]]:
        """Yield the name of each file's folder, its own, and its path."""
        for path in self._system.find(self._folder):
            *_, folder, name = path.split("/")
            yield folder, name, path

    def _write(self, path: str, content: bytes) -> None:
        new = f"{self._folder}/{_NEW}/{secrets.token_hex(16)}"
        if self._local:
            Path(self._folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        for each in (path, new):
            self._system.makedirs(each.rsplit("/", 1)[0], exist_ok=True)
        try:
            with self._system.open(new, "wb") as file:
                file.write(content)
                if self._local:  # a power cut leaves no empty file with a name that says otherwise
                    file.flush()
                    os.fsync(file.fileno())
            self._system.mv(new, path)
        except BaseException:
            with contextlib.suppress(Exception):
                self._system.rm_file(new)
            raise

    def _read(self, digest: str) -> bytes:
        path = self._path(digest)
        try:
            with self._failing("read"):
                content = self._system.cat_file(path)
        except StorageError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                raise ContentError(f"{self._name} has no content of the digest {digest}") from error
            raise
        if hashlib.sha256(content).hexdigest() != digest:
            raise ContentError(f"the content of the digest {digest} in {self._name} is damaged")
        return bytes(content)

    def _file(self, digest: str) -> Path:
        copy = self._cache / digest
        with contextlib.suppress(OSError):
            if not self._local and hashlib.sha256(copy.read_bytes()).hexdigest() == digest:
                copy.touch()
                return copy
        content = self._read(digest)
        if self._local:
            return Path(self._path(digest))
        with self._failing("copy from"):
            self._cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = copy.with_name(f"{_NEW}-{secrets.token_hex(16)}")
            try:
                new.write_bytes(content)
                new.replace(copy)
            finally:
                new.unlink(missing_ok=True)
        return copy

    def _drop_copies(self, moment: datetime.datetime) -> None:
        """Delete copies, whole or not, that nobody asked for since."""
        for path in self._cache.glob("*"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < moment.timestamp():
                    path.unlink()

    def _path(self, digest: str) -> str:
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"expected a SHA-256 in hex, got {digest!r}")
        return f"{self._folder}/{digest[:2]}/{digest}"

    def _modified(self, path: str) -> datetime.datetime:
        """Return when a file was written; without a zone it is UTC."""
        found: datetime.datetime = self._system.modified(path)
        return found if found.tzinfo is not None else found.replace(tzinfo=datetime.UTC)

    async def _do(self, what: str, work: Callable[[], _T]) -> _T:
        def do() -> _T:
            with self._failing(what):
                return work()

        return await asyncio.to_thread(do)

    @contextlib.contextmanager
    def _failing(self, what: str) -> Iterator[None]:
        """Turn any failure into one that says what was tried."""
        try:
            yield
        except Exception as error:
            # All kinds, as in `open`.
            raise StorageError(f"could not {what} the storage {self._name}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return " ".join(str(getattr(error, "strerror", None) or error).split()) or type(error).__name__
