"""Empty databases for tests: SQLite in a file, and PostgreSQL where `.ci/run` or you started one."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING

import asyncpg
import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

KINDS = ("sqlite", "postgresql")


@contextlib.asynccontextmanager
async def empty_database(kind: str, folder: Path) -> AsyncIterator[str]:
    """Yield the address of a database that nobody else uses."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/new/state.db"
        return
    async with server() as postgresql:
        name = f"verbatim_test_{secrets.token_hex(8)}"
        await postgresql.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{server_address().rpartition('/')[0]}/{name}"
        finally:
            await postgresql.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.asynccontextmanager
async def server() -> AsyncIterator[asyncpg.Connection]:
    """Talk to the PostgreSQL server as someone who may make databases."""
    connection = await asyncpg.connect(server_address())
    try:
        yield connection
    finally:
        await connection.close()


def server_address() -> str:
    """Return PostgreSQL's address, or skip the test."""
    address = os.environ.get("VERBATIM_TEST_DATABASE_URL")  # noqa: TID251 - a setting of tests alone
    if not address:
        pytest.skip("VERBATIM_TEST_DATABASE_URL names no PostgreSQL (.ci/run starts one)")
    return address
