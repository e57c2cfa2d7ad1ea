"""Whether an index still is what its articles and its model would make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import SnapshotError
from index.store import snapshot
from index.store.builder import DEFAULT_MAX_BYTES
from index.text.folder import sources_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from index.models.protocols import Encoder


def sources_of(index: Path, *, model_digest: str) -> dict[str, str] | None:
    """Say what an index was made from: for each name, the digest of its source.

    Args:
        index: the folder that keeps the index.
        model_digest: of the encoder that will ask.

    Returns:
        None where there is no index, or none that can be used with this model.

    """
    try:
        manifest = snapshot.manifest_of(index)
    except SnapshotError:
        return None
    return manifest.sources if manifest.model_digest == model_digest else None


def why_stale(
    folder: Path, index: Path, *, encoder: Encoder, max_bytes: int = DEFAULT_MAX_BYTES
) -> str | SnapshotError | None:
    """Say why an index cannot serve its articles and this model as it is; None if it can.

    Damage is seen only when it is opened: the files beside the manifest are not read.

    Raises:
        ArticleError: the articles folder cannot be read.

    """
    sources = {source.name: source.digest for source in sources_in(folder, max_bytes=max_bytes)}
    try:
        manifest = snapshot.manifest_of(index)
    except SnapshotError as error:
        return error
    if manifest.model_digest != encoder.digest:
        if manifest.model == encoder.name:
            return f"its model {encoder.name} has changed"
        return f"its model was {manifest.model}, now it is {encoder.name}"
    return None if sources == manifest.sources else _changes(sources, manifest.sources)


def _changes(now: Mapping[str, str], then: Mapping[str, str]) -> str:
    counts = {
        "new": len(now.keys() - then.keys()),
        "gone": len(then.keys() - now.keys()),
        "changed": sum(now[name] != then[name] for name in now.keys() & then.keys()),
    }
    return "articles: " + ", ".join(f"{count} {word}" for word, count in counts.items() if count)
