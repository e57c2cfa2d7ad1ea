"""What can be set about the bot, beside what `index/config.py` sets about the library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PositiveFloat, PositiveInt, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict

from bot.access.reach import SharedWith
from bot.documents.quota import MIB, Quota
from bot.state.catalog.entries import Amount
from index.config import LibrarySettings

EVERYWHERE, NOWHERE = "everywhere", "nowhere"


class Settings(LibrarySettings):
    """How the bot reaches Discord, what it keeps, and how long it may take to answer."""

    model_config = SettingsConfigDict(hide_input_in_errors=True)  # a traceback shows them, and one is secret

    token: SecretStr | None = Field(
        None, description="The bot's token from Discord's developer portal; only `verbatim run` needs it."
    )
    database_url: SecretStr | None = Field(
        None,
        description="Where the bot keeps its state: `sqlite:///FILE` or "
        "`postgresql://USER:PASSWORD@HOST/DATABASE`; by default `.verbatim/state.db`.",
    )
    queue_size: PositiveInt = Field(
        64,
        description="Questions that may wait at a time; fewer where they could not be answered in time. "
        "Who asks one more hears in how many seconds to come back.",
    )
    batch_size: PositiveInt = Field(
        4, description="Waiting questions that are answered together, at most; fewer where each takes long."
    )
    user_rate: PositiveInt = Field(
        20, description="Questions a minute that one person may ask; a server can choose another number."
    )
    server_rate: PositiveInt = Field(
        200, description="Questions a minute that a server's people may ask together; likewise."
    )
    keep_days: PositiveInt = Field(
        180,
        le=36_500,
        description="How many days answers and the votes on them are kept; buttons of older ones say so.",
    )
    storage_url: str = Field(
        ".verbatim/contents",
        description="Where the documents of servers' libraries are stored: a folder, or "
        "`s3://BUCKET/FOLDER` for several machines. It bears the id of its database, and a bot with another"
        " one deletes nothing from it.",
    )
    library_documents: PositiveInt = Field(100, description="Documents that a server's library may have.")
    library_mib: PositiveInt = Field(50, description="MiB that they may have together, as files.")
    library_sentences: PositiveInt = Field(20_000, description="Sentences that they may have together.")
    additions_a_minute: PositiveInt = Field(
        10,
        description="Files and pages of links that a server's managers may add to its library in a minute, "
        "together.",
    )
    library_keep_days: PositiveInt = Field(
        30,
        le=36_500,
        description="How many days the documents of a server are kept that the bot has left; "
        "if it comes back in time, they are there.",
    )
    deadline_seconds: PositiveFloat = Field(
        10.0, allow_inf_nan=False, description="How long a question may wait for its answer, in seconds."
    )
    shutdown_seconds: PositiveFloat = Field(
        10.0,
        allow_inf_nan=False,
        description="How long a stopping bot goes on with what it is answering, in seconds.",
    )
    libraries: Path = Field(
        Path(".verbatim/libraries"), description="The folder of the indexes of servers' own libraries."
    )
    library_memory_mib: PositiveInt = Field(
        512,
        description="MiB that servers' libraries may take in memory while they are open; beyond that those "
        "that were asked least lately are closed, and opened again when they are asked.",
    )
    shared: str = Field(
        EVERYWHERE,
        description="Where the articles of the host's folder may be quoted: `everywhere`, `nowhere`, or the "
        "ids of servers with commas between.",
    )
    links: Annotated[Literal["on", "off"], BeforeValidator(str.lower)] = Field(
        "off",
        description="Whether managers may add pages by their links, `on` or `off`; this machine then fetches "
        "what they name, from public addresses only, and again about once a day.",
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)] = Field(
        "INFO", description="What is logged: DEBUG, INFO, WARNING or ERROR."
    )

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, address: SecretStr | None) -> SecretStr | None:
        """Refuse at the start what would leave the bot without its database for good."""
        if address is not None:
            from bot.state.connection.engine import database  # as SQLAlchemy takes a while to import

            database(address.get_secret_value())
        return address

    @field_validator("shared")
    @classmethod
    def _known_servers(cls, servers: str) -> str:
        """Refuse what names no servers."""
        if servers not in {EVERYWHERE, NOWHERE} and not all(
            each.strip().isdecimal() for each in servers.split(",")
        ):
            raise ValueError(f"expected {EVERYWHERE}, {NOWHERE}, or ids of servers with commas between")
        return servers

    @property
    def shared_with(self) -> SharedWith:
        """Where the library of the host's folder may answer."""
        if self.shared == EVERYWHERE:
            return SharedWith()
        return SharedWith(frozenset(() if self.shared == NOWHERE else map(int, self.shared.split(","))))

    @field_validator("storage_url")
    @classmethod
    def _known_storage(cls, address: str) -> str:
        """Refuse at the start what would leave the bot without its documents for good."""
        from bot.storage.location import check_address  # as fsspec takes a while to import

        check_address(address)
        return address

    @property
    def reads_links(self) -> bool:
        """Whether pages are added by their links."""
        return self.links == "on"

    @property
    def quota(self) -> Quota:
        """What a server may have."""
        most = Amount(self.library_documents, self.library_mib * MIB, self.library_sentences)
        return Quota(most, file_size=self.max_article_bytes)

    @property
    def state_address(self) -> str:
        """The database; it may hold a password."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return "sqlite:///.verbatim/state.db"
