"""What can be set about the bot, beside what `index/settings.py` sets about the library."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PositiveFloat, PositiveInt, SecretStr

from index.settings import LibrarySettings


class Settings(LibrarySettings):
    """How the bot reaches Discord, and how long it may take to answer."""

    token: SecretStr | None = Field(
        None, description="The bot's token from Discord's developer portal; only `verbatim run` needs it."
    )
    queue_size: PositiveInt = Field(
        64, description="Questions that may wait at a time; one more is answered with “busy”."
    )
    batch_size: PositiveInt = Field(16, description="Waiting questions that are embedded together, at most.")
    deadline_seconds: PositiveFloat = Field(
        10.0, allow_inf_nan=False, description="How long a question may wait for its answer, in seconds."
    )
    shutdown_seconds: PositiveFloat = Field(
        10.0,
        allow_inf_nan=False,
        description="How long a stopping bot goes on with what it is answering, in seconds.",
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)] = Field(
        "INFO", description="What is logged: DEBUG, INFO, WARNING or ERROR."
    )
