"""The tables. A change here needs a migration beside those in `migrations/versions`; a test compares them."""

from __future__ import annotations

import datetime
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Double, ForeignKey, Index, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from bot.state.records import LibraryChoice, Passage

_T = TypeVar("_T")


class Moment(TypeDecorator[datetime.datetime]):
    """An aware time, stored in UTC, as SQLite stores no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, _: Dialect) -> datetime.datetime | None:
        """Turn a time to UTC; a naive one is refused."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"expected an aware time, got {value.isoformat()}")
        return None if value is None else value.astimezone(datetime.UTC)

    def process_result_value(self, value: datetime.datetime | None, _: Dialect) -> datetime.datetime | None:
        """Return a time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=datetime.UTC) if value.tzinfo is None else value.astimezone(datetime.UTC)


class AsJson(TypeDecorator[_T], Generic[_T]):
    """A value as JSON, checked when it is read."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, kind: type[_T]) -> None:
        super().__init__()
        self.kind = kind
        self._adapter: TypeAdapter[_T] = TypeAdapter(kind)

    def process_bind_param(self, value: _T | None, _: Dialect) -> Any:  # noqa: ANN401 - JSON
        """Turn a value into what JSON knows."""
        return None if value is None else self._adapter.dump_python(value, mode="json")

    def process_result_value(self, value: Any, _: Dialect) -> _T | None:  # noqa: ANN401 - JSON
        """Read a value back; ValueError where it is not what was written."""
        return None if value is None else self._adapter.validate_python(value)


class Base(DeclarativeBase):
    """All tables. Discord's ids have 64 bits, and so have ours."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - as SQLAlchemy has it
        int: BigInteger,
        float: Double,
        datetime.datetime: Moment,
        tuple[Passage, ...]: AsJson(tuple[Passage, ...]),
        frozenset[int]: AsJson(frozenset[int]),
        frozenset[str]: AsJson(frozenset[str]),
        dict[str, str]: AsJson(dict[str, str]),
    }


class AnswerRow(Base):
    """A `Record`."""

    __tablename__ = "answers"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    asked_at: Mapped[datetime.datetime] = mapped_column(index=True)
    server: Mapped[int | None] = mapped_column(index=True)
    channel: Mapped[int]
    message: Mapped[int | None] = mapped_column(index=True)
    asker: Mapped[int | None] = mapped_column(index=True)
    question_message: Mapped[int | None] = mapped_column(index=True)
    private: Mapped[bool]
    shared: Mapped[bool]
    verdict: Mapped[str] = mapped_column(String(16))
    confidence: Mapped[float]
    snapshot: Mapped[str]
    passages: Mapped[tuple[Passage, ...]]
    locale: Mapped[str]
    chosen: Mapped[int | None] = mapped_column(index=True)


class VoteRow(Base):
    """One person's vote on an answer; gone with the answer."""

    __tablename__ = "votes"

    answer: Mapped[int] = mapped_column(ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True)
    user: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)
    up: Mapped[bool]


class SettingsRow(Base):
    """The `ServerSettings` of a server."""

    __tablename__ = "settings"

    server: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channels: Mapped[frozenset[int] | None]
    roles: Mapped[frozenset[int] | None]
    private: Mapped[bool]
    mentions: Mapped[bool]
    follow_ups: Mapped[bool]
    articles: Mapped[frozenset[str]]
    only_answered: Mapped[bool]
    language: Mapped[str | None]
    gaps: Mapped[bool]
    user_rate: Mapped[int | None]
    server_rate: Mapped[int | None]
    libraries: Mapped[str] = mapped_column(String(8), server_default=LibraryChoice.BOTH)


class UnansweredRow(Base):
    """An `UnansweredQuestion`; gone with the answer, or after a quarter of an hour."""

    __tablename__ = "unanswered"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    asked_at: Mapped[datetime.datetime]
    server: Mapped[int | None]
    channel: Mapped[int]
    application: Mapped[int | None]
    token: Mapped[str | None]
    locale: Mapped[str]
    process: Mapped[int]
    """The id of the process that answers it."""


class GapRow(Base):
    """A `Gap` of a server."""

    __tablename__ = "gaps"
    __table_args__ = (Index(None, "server", "asked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    server: Mapped[int]
    question: Mapped[str]
    reason: Mapped[str] = mapped_column(String(16))
    asked_at: Mapped[datetime.datetime]


class ChosenRow(Base):
    """A `ChosenAnswer` of a server."""

    __tablename__ = "chosen"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    server: Mapped[int] = mapped_column(index=True)
    question: Mapped[str]
    article: Mapped[str]
    digest: Mapped[str]
    sentence: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    chosen_by: Mapped[int | None] = mapped_column(index=True)
    chosen_at: Mapped[datetime.datetime]


class CatalogRow(Base):
    """A `CatalogEntry`."""

    __tablename__ = "catalog"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    server: Mapped[int] = mapped_column(index=True)
    name: Mapped[str]
    title: Mapped[str]
    language: Mapped[str]
    url: Mapped[str | None]
    source: Mapped[str | None]
    published: Mapped[datetime.date | None]
    original: Mapped[str]
    document: Mapped[str]
    text: Mapped[str]
    size: Mapped[int]
    sentences: Mapped[int]
    version: Mapped[int]
    added_by: Mapped[int | None] = mapped_column(index=True)
    added_at: Mapped[datetime.datetime]
    checked_at: Mapped[datetime.datetime | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    problem: Mapped[str | None]
    channels: Mapped[frozenset[int] | None]
    roles: Mapped[frozenset[int] | None]


class CatalogVersionRow(Base):
    """A `CatalogVersion`; gone with its document."""

    __tablename__ = "catalog_versions"

    entry: Mapped[int] = mapped_column(ForeignKey("catalog.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    original: Mapped[str]
    document: Mapped[str]
    size: Mapped[int]
    added_by: Mapped[int | None] = mapped_column(index=True)
    added_at: Mapped[datetime.datetime]


class AliasesRow(Base):
    """What words of questions mean in a server; there is none where it has said nothing of any."""

    __tablename__ = "aliases"

    server: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    aliases: Mapped[dict[str, str]]


class DepartureRow(Base):
    """A server that the bot is no longer in, and whose documents are kept for a while."""

    __tablename__ = "departures"

    server: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    left_at: Mapped[datetime.datetime]


class IdentityRow(Base):
    """The id of the database, in the one row that is made with the table."""

    __tablename__ = "identity"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
