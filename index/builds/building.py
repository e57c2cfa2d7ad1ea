"""What is asked -> an index."""

from __future__ import annotations

import contextlib
import hashlib
import logging
from typing import TYPE_CHECKING

from pydantic import ValidationError

from index.builds.messages import BuildDone, BuildFailed, BuildProgress, DocumentsBuild
from index.errors import ArticleError, VerbatimError, first_problem
from index.files import read_regular
from index.store import builder
from index.store.vector_cache import DEFAULT_MAX_BYTES, VectorCache
from index.text.documents import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.builds.messages import Build, DocumentFile, Reply
    from index.models.protocols import Encoder
    from index.store.builder import Report
    from index.types import Article

log = logging.getLogger(__name__)


def answer(build: Build, load: Callable[[Build], Encoder], say: Callable[[Reply], None]) -> None:
    """Build an index, and say how it goes and how it ended; whatever goes wrong is said.

    Args:
        build: what is asked.
        load: loads its encoder.
        say: is told of progress, then that it is done or failed.

    """
    try:
        say(_built(build, load(build), lambda embedded, of: say(BuildProgress(embedded=embedded, of=of))))
    except BrokenPipeError:
        raise  # nobody listens any more
    except VerbatimError as error:
        say(BuildFailed(reason=str(error)))
    except Exception as error:
        log.exception("a build failed")
        kind = type(error).__name__
        say(BuildFailed(reason=f"the build of {build.index} failed ({kind}: {error}): the log says where"))


def _built(build: Build, encoder: Encoder, progress: Callable[[int, int], None]) -> BuildDone:
    with contextlib.ExitStack() as stack:
        cache = None
        if build.cache is not None:
            longest = build.cache_bytes or DEFAULT_MAX_BYTES
            cache = stack.enter_context(VectorCache(build.cache, max_bytes=longest))
        if isinstance(build, DocumentsBuild):
            return _of_documents(build, encoder, cache, progress)
        report = builder.build(
            build.folder,
            build.index,
            encoder=encoder,
            keep_going=build.keep_going,
            max_bytes=build.max_bytes,
            cache=cache,
            progress=progress,
        )
        return _done(report)


def _of_documents(
    build: DocumentsBuild,
    encoder: Encoder,
    cache: VectorCache | None,
    progress: Callable[[int, int], None],
) -> BuildDone:
    articles, sources, problems = [], {}, {}
    for document in build.documents:
        try:
            article, sources[document.name] = _read(document)
            articles.append(article)
        except ArticleError as error:
            problems[document.name] = error
            sources.setdefault(document.name, "")
    if problems and not articles:
        raise ArticleError("; ".join(map(str, problems.values())))
    report = builder.build_articles(
        articles,
        build.index,
        encoder=encoder,
        sources=sources,
        skipped=problems,
        cache=cache,
        progress=progress,
    )
    return _done(report)


def _read(document: DocumentFile) -> tuple[Article, str]:
    """Read a stored document; return its article and the digest of the file."""
    try:
        content = read_regular(document.file)
        article = Document.model_validate_json(content).article(name=document.name)
    except OSError as error:
        raise ArticleError(
            f"the stored text of {document.name} cannot be read ({error.strerror}): add it again"
        ) from error
    except ValidationError as error:
        problem = first_problem(error)
        raise ArticleError(
            f"the stored text of {document.name} is damaged ({problem.path}: {problem.message}): add it again"
        ) from error
    return article, hashlib.sha256(content).hexdigest()


def _done(report: Report) -> BuildDone:
    return BuildDone(
        articles=report.articles,
        sentences=report.sentences,
        embedded=report.embedded,
        skipped={name: str(error) for name, error in report.skipped.items()},
    )
