"""What words of questions mean in a server. Managers change what they see of it, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.state.connection.locks import lock_server
from bot.state.connection.notifications import notify
from bot.state.connection.restoring import add_where_none
from bot.state.connection.write_queue import Kind, one_by_one
from bot.state.tables import AliasesRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class AliasChange:
    """A server's aliases as somebody saw them, and as they are to be."""

    server: int
    before: Mapping[str, str]
    after: Mapping[str, str]
    most: int
    """How many the server may have."""

    def applied(self, now: Mapping[str, str]) -> dict[str, str]:
        """Make the change where others have changed more meanwhile; made twice, it is as made once."""
        made: dict[str, str] = {}
        for alias, meaning in self.after.items():
            if self.before.get(alias) != meaning:
                made[alias] = meaning
            elif alias in now:
                made[alias] = now[alias]
        added = {alias: meaning for alias, meaning in now.items() if alias not in self.before}
        return made | {alias: meaning for alias, meaning in added.items() if alias not in made}


async def _change(session: AsyncSession, change: AliasChange) -> dict[str, str] | None:
    await lock_server(session, change.server)
    row = await session.get(AliasesRow, change.server)
    aliases = change.applied({} if row is None else row.aliases)
    if len(aliases) > change.most:
        return None
    if not aliases:
        if row is not None:
            await session.delete(row)
    elif row is None:
        session.add(AliasesRow(server=change.server, aliases=aliases))
    else:
        row.aliases = aliases
    await session.flush()
    await notify(session, change.server)
    return aliases


async def _restore(session: AsyncSession, known: Mapping[int, Mapping[str, str]]) -> None:
    rows = {server: [AliasesRow(server=server, aliases=dict(each))] for server, each in known.items()}
    await add_where_none(session, AliasesRow.server, rows)


CHANGE_ALIASES = one_by_one("change aliases", _change)
RESTORE_ALIASES = one_by_one("restore aliases", _restore)

KINDS: tuple[Kind[Any, Any], ...] = (RESTORE_ALIASES, CHANGE_ALIASES)
"""In the order in which a transaction does them."""
