"""Values <-> rows, and rows -> the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite

from bot.state.records import LibraryChoice, Record, ServerSettings, UnansweredQuestion
from bot.state.tables import AnswerRow, SettingsRow, UnansweredRow, VoteRow
from index import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncSession


async def put(
    session: AsyncSession, rows: Sequence[AnswerRow | SettingsRow | UnansweredRow | VoteRow]
) -> None:
    """Write rows of one table over those with the same keys, in one statement; the last of a key counts."""
    if not rows:
        return
    table = rows[0].__table__
    key = [column.key for column in table.primary_key]
    values = [{column.key: getattr(row, column.key) for column in table.columns} for row in rows]
    written = {tuple(value[column] for column in key): value for value in values}
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    statement = insert(type(rows[0])).values([*written.values()])
    others = {name: statement.excluded[name] for name in values[0] if name not in key}
    await session.execute(statement.on_conflict_do_update(index_elements=key, set_=others))


def row_of(record: Record) -> AnswerRow:
    """Make a row of an answer."""
    return AnswerRow(
        id=record.id,
        asked_at=record.asked_at,
        server=record.server,
        channel=record.channel,
        message=record.message,
        asker=record.asker,
        question_message=record.question_message,
        private=record.private,
        shared=record.shared,
        verdict=record.verdict.value,
        confidence=record.confidence,
        snapshot=record.snapshot,
        passages=record.passages,
        locale=record.locale,
        chosen=record.chosen,
    )


def record_of(row: AnswerRow) -> Record:
    """Read an answer from its row."""
    return Record(
        id=row.id,
        asked_at=row.asked_at,
        server=row.server,
        channel=row.channel,
        message=row.message,
        asker=row.asker,
        question_message=row.question_message,
        private=row.private,
        shared=row.shared,
        verdict=Verdict(row.verdict),
        confidence=row.confidence,
        snapshot=row.snapshot,
        passages=row.passages,
        locale=row.locale,
        chosen=row.chosen,
    )


def unanswered_row(question: UnansweredQuestion, process: int) -> UnansweredRow:
    """Make a row of a question that a process answers."""
    return UnansweredRow(
        id=question.id,
        asked_at=question.asked_at,
        server=question.server,
        channel=question.channel,
        application=question.application,
        token=question.token,
        locale=question.locale,
        process=process,
    )


def unanswered_of(row: UnansweredRow) -> UnansweredQuestion:
    """Read such a question from its row."""
    return UnansweredQuestion(
        id=row.id,
        asked_at=row.asked_at,
        server=row.server,
        channel=row.channel,
        application=row.application,
        token=row.token,
        locale=row.locale,
    )


def settings_row(server: int, settings: ServerSettings) -> SettingsRow:
    """Make a row of a server's settings."""
    return SettingsRow(
        server=server,
        channels=settings.channels,
        roles=settings.roles,
        private=settings.private,
        mentions=settings.mentions,
        follow_ups=settings.follow_ups,
        articles=settings.articles,
        only_answered=settings.only_answered,
        language=settings.language,
        gaps=settings.gaps,
        user_rate=settings.user_rate,
        server_rate=settings.server_rate,
        libraries=settings.libraries.value,
    )


def settings_of(row: SettingsRow) -> ServerSettings:
    """Read a server's settings from its row."""
    return ServerSettings(
        channels=row.channels,
        roles=row.roles,
        private=row.private,
        mentions=row.mentions,
        follow_ups=row.follow_ups,
        articles=row.articles,
        only_answered=row.only_answered,
        language=row.language,
        gaps=row.gaps,
        user_rate=row.user_rate,
        server_rate=row.server_rate,
        libraries=LibraryChoice(row.libraries),
    )
