"""Settings -> an open library: the model loaded, the index checked and, where asked for, renewed."""

from __future__ import annotations

import functools
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from index.calibration import SEARCH_ONLY
from index.config import BUNDLED_READER, NO_READER
from index.errors import ArticleError, SnapshotError, SnapshotMissing
from index.library import Library
from index.models.encoder import load_encoder
from index.models.hardware import available_cores
from index.models.protocols import Models
from index.models.reader_files import load_reader
from index.retrieval import vectors
from index.store import builder, freshness, snapshot
from index.store.calibration_file import with_kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.calibration import Calibration
    from index.config import LibrarySettings
    from index.models.protocols import Encoder, Reader

log = logging.getLogger(__name__)

_BUNDLED = Path(__file__).parent / "reader_model"


def encoder_for(settings: LibrarySettings) -> Encoder:
    """Load the encoder that the settings name, and set the threads of torch and of faiss alike.

    Both bring an OpenMP of their own; left to themselves they would start more threads than cores.

    Raises:
        ModelError: the model cannot be loaded.

    """
    threads = settings.threads or available_cores()
    encoder = load_encoder(settings.model, threads=threads)
    vectors.set_threads(threads)
    return encoder


def reader_for(settings: LibrarySettings) -> tuple[Reader | None, Calibration]:
    """Load the reader that the settings name, with what was fitted for it.

    Raises:
        ModelError: it cannot be loaded.

    """
    if settings.reader == NO_READER:
        return None, SEARCH_ONLY
    return load_reader(_BUNDLED if settings.reader == BUNDLED_READER else Path(settings.reader))


def models_for(settings: LibrarySettings, *, say: Callable[[str], None]) -> Models:
    """Load encoder and reader, with what was fitted for them; `say` is told if what is kept is not used.

    Raises:
        ModelError: a model cannot be loaded.

    """
    encoder = encoder_for(settings)
    reader, fitted = reader_for(settings)
    return with_kept(Models(encoder, reader, fitted), settings.index_folder, say=say)


def load(settings: LibrarySettings) -> Library:
    """Open the index as it is; takes seconds, most of them for the model.

    Raises:
        ModelError: the model cannot be loaded.
        SnapshotError: there is no index, or it cannot be used with this model.

    """
    index = settings.index_folder
    snapshot.manifest_of(index)  # so that a missing index is said before the model is loaded
    return Library.open(index, models_for(settings, say=log.warning))


def load_fresh(
    settings: LibrarySettings,
    *,
    say: Callable[[str], None],
    progress: Callable[[int, int], None] | None = None,
) -> Library:
    """Open the index, after building it if it is missing or no longer fits the articles or the model.

    If the articles cannot be read or the new index not written, the old one goes on answering and `say` is
    told why.

    Raises:
        ArticleError: the articles cannot be read and there is no index of them.
        ModelError: the model cannot be loaded.
        SnapshotError: the index cannot be written and there is no old one for this model.

    """
    models = models_for(settings, say=say)
    index, encoder = settings.index_folder, models.encoder
    opened = functools.partial(Library.open, index, models)
    try:
        reason = freshness.why_stale(
            settings.articles, index, encoder=encoder, max_bytes=settings.max_article_bytes
        )
        if reason is None:
            try:
                return opened()
            except SnapshotError as error:  # damaged, or not what this version writes
                reason = error
        builder.build(
            settings.articles,
            index,
            encoder=encoder,
            max_bytes=settings.max_article_bytes,
            progress=progress,
        )
    except (ArticleError, SnapshotError) as error:
        try:
            library = opened()
        except SnapshotError:
            raise error from None
        say(f"answering from the index as it was: {error}")
        return library
    if not isinstance(reason, SnapshotMissing):
        say(f"the index was built again: {reason}")
    return opened()
