"""What many tests start from: the seed article, the real model, and a folder with toy articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from index import Library, build
from index.config import LibrarySettings
from index.loading import reader_for
from index.models.encoder import load_encoder
from index.models.protocols import Models

if TYPE_CHECKING:
    from index import Encoder
    from index.calibration import Calibration
    from index.models.protocols import Reader

settings.register_profile("without clock", deadline=None)  # no test depends on how fast a machine is
settings.load_profile("without clock")

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """Load the real, bundled model."""
    return load_encoder()


@pytest.fixture(scope="session")
def reader() -> tuple[Reader | None, Calibration]:
    """Load the real, bundled reader, with what was fitted for it."""
    return reader_for(LibrarySettings(_env_file=None))


@pytest.fixture(scope="session")
def seed_library(
    encoder: Encoder,
    reader: tuple[Reader | None, Calibration],
    tmp_path_factory: pytest.TempPathFactory,
) -> Library:
    """Open the real article under the real models."""
    index = tmp_path_factory.mktemp("library") / "index"
    build(SEEDS, index, encoder=encoder)
    return Library.open(index, Models(encoder, reader[0], reader[1]))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Make a folder with two small articles for the toy encoder."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("The red fox. The blue dog.\nRed red blue.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Green sun!\n", encoding="utf-8")
    return folder
