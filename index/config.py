"""What can be set about the library: from the environment (VERBATIM_...), from `.env`, or by a flag.

This module and `bot/app/config.py`, which adds what Discord needs, are the only readers of the
environment.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from pydantic import Field, PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.models.bundle import BUNDLED_MODEL

BUNDLED_READER, NO_READER = "bundled", "off"


class LibrarySettings(BaseSettings):
    """Where the articles and their index stand, and how they are embedded."""

    model_config = SettingsConfigDict(
        env_prefix="VERBATIM_",
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    articles: Path = Field(
        Path("seeds"), description="The folder of articles: plain text, Markdown, HTML, PDF and DOCX."
    )
    index: Path | None = Field(
        None,
        description="The folder that keeps the index; by default in `.verbatim`, one per articles folder.",
    )
    model: str = Field(
        BUNDLED_MODEL,
        min_length=1,
        description="The sentence-transformers model: the bundled one (adapted), a folder, or a hub name.",
    )
    reader: str = Field(
        BUNDLED_READER,
        min_length=1,
        description="The reader that marks answers: bundled, off, or a folder that training wrote.",
    )
    threads: PositiveInt | None = Field(
        None, description="Threads that torch and faiss compute with; by default one a core."
    )
    max_article_mib: PositiveInt = Field(10, description="The largest article that is read, in MiB.")

    @property
    def max_article_bytes(self) -> int:
        """The largest article that is read, in bytes."""
        return self.max_article_mib * 2**20

    @property
    def index_folder(self) -> Path:
        """Where the index is kept: as set, else in `.verbatim/`, by the name and place of the articles."""
        if self.index is not None:
            return self.index
        place = self.articles.resolve()
        name = re.sub(r"[^\w.-]+", "-", place.name) or "articles"
        return Path(".verbatim") / f"{name}-{hashlib.sha256(bytes(place)).hexdigest()[:8]}"
