"""`python -m index.builds`: see `serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.builds.serving import serve
from index.config import LibrarySettings
from index.loading import encoder_for

if TYPE_CHECKING:
    from index.builds.messages import Build
    from index.models.protocols import Encoder


def _load(build: Build) -> Encoder:
    return encoder_for(LibrarySettings(model=build.model, threads=build.threads))


if __name__ == "__main__":
    serve(_load)
