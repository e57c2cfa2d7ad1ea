"""A document of the catalogue -> lines about it, ready to be shown. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.i18n.language_names import language_name
from bot.ui.links import page_link
from bot.ui.markdown import HOLE, escape, filled, shorten, width

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from bot.i18n.words import Words
    from bot.publishing.problems import LibraryProblem
    from bot.publishing.publisher import Progress
    from bot.state.catalog.entries import CatalogEntry

_KIB, MIB = 2**10, 2**20
TITLE_SHARE, NAME_SHARE, PROBLEM_SHARE = 120, 80, 100
"""In UTF-16 units, after escaping."""
_NAMED = 2
"""Channels and roles that a limit names, at most."""
_CELLS = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a server's library is."""

    read: Mapping[str, str] | None
    """Digests of the texts that are answered from, by the names of their articles; None if nobody knows."""
    progress: Progress | None
    """How far a build is; None where nothing is being built."""
    problem: LibraryProblem | None = None
    """Why the library is not what it should be."""


def heading(entry: CatalogEntry) -> str:
    """Show a document's title."""
    return f"**{shorten(entry.title, TITLE_SHARE)}**"


def lines(
    entry: CatalogEntry, reading: Reading, words: Words, *, there: Collection[int] | None, share: int
) -> list[str]:
    """Say all that is known of a document, within `share` units; what has no room is left out at the end.

    `there` has the channels and roles that the server has, to name those that limit it; with None that is
    left out.
    """
    shown = [f"{_small(line)}" for line in _all_lines(entry, reading, words, there)]
    kept: list[str] = []
    for line in shown:
        if sum(width(each) + 1 for each in [*kept, line]) <= share:
            kept.append(line)
    return kept


def bar(done: int, of: int) -> str:
    """Draw how much is done."""
    full = min(_CELLS, _CELLS * done // max(1, of))
    return "▓" * full + "░" * (_CELLS - full)


def bar_line(progress: Progress, words: Words) -> str:
    """Draw how much is done, and say it in percent."""
    done, of = progress.embedded, progress.of
    percent = min(100, 100 * done // max(1, of))
    return f"{bar(done, of)} {escape(words.say('library-percent', percent=percent))}"


def problem_sentence(problem: LibraryProblem, words: Words) -> str:
    """Say why a library is not what it should be."""
    return words.say(problem.words_key, **problem.values)


def mebibytes(size: int) -> float:
    """Return a size in MiB with one digit after the point, rounded up."""
    return math.ceil(10 * size / MIB) / 10


def _all_lines(
    entry: CatalogEntry, reading: Reading, words: Words, there: Collection[int] | None
) -> Iterator[str]:
    say = words.say
    facts = (
        say("library-sentences", count=entry.sentences),
        language_name(entry.language),
        _size(entry.size, words),
    )
    yield " · ".join((shorten(entry.name, NAME_SHARE), *map(escape, facts)))
    yield " · ".join(_origin(entry, words))
    if state := _state(entry, reading, words):
        yield state
    if there is not None:
        yield from _limits(entry, there, words)
    link = page_link(entry.source or entry.url)
    if link is not None:
        yield f"[{escape(say('library-source'))}]({link})"


def _limits(entry: CatalogEntry, there: Collection[int], words: Words) -> Iterator[str]:
    if entry.channels is not None:
        mentions = [f"<#{each}>" for each in sorted(entry.channels & set(there))]
        yield _limit(mentions, "library-only-channels", "library-nowhere", words)
    if entry.roles is not None:
        mentions = [f"<@&{each}>" for each in sorted(entry.roles & set(there))]
        yield _limit(mentions, "library-only-roles", "library-nobody", words)


def _size(size: int, words: Words) -> str:
    if size < MIB:
        return words.say("library-kibibytes", kibibytes=math.ceil(size / _KIB))
    return words.say("status-mebibytes", mebibytes=mebibytes(size))


def _origin(entry: CatalogEntry, words: Words) -> Iterator[str]:
    when = discord.utils.format_dt(entry.added_at, "R")
    yield filled(words.say("library-added", when=HOLE), when)
    if entry.added_by is not None:
        yield filled(words.say("library-added-by", user=HOLE), f"<@{entry.added_by}>")
    if entry.version > 1:
        yield escape(words.say("library-version", number=entry.version))
    if entry.checked_at is not None:
        checked = words.say("library-checked" if entry.problem is None else "library-tried", when=HOLE)
        yield filled(checked, discord.utils.format_dt(entry.checked_at, "R"))


def _state(entry: CatalogEntry, reading: Reading, words: Words) -> str | None:
    """Say what keeps a document from being answered from, if anything does."""
    if entry.problem is not None:
        problem = shorten(entry.problem, PROBLEM_SHARE)
        return filled(words.say("library-unreadable", reason=HOLE), problem)
    if reading.read is None or reading.read.get(entry.article_name) == entry.text:
        return None
    if reading.progress is None:
        return escape(words.say("library-waiting"))
    return filled(words.say("library-reading", progress=HOLE), bar_line(reading.progress, words))


def _limit(mentions: list[str], some: str, none: str, words: Words) -> str:
    if not mentions:
        return escape(words.say(none))
    named, more = " ".join(mentions[:_NAMED]), len(mentions) - _NAMED
    line = filled(words.say(some, places=HOLE), named)
    return f"{line} {escape(words.say('library-more', count=more))}" if more > 0 else line


def _small(line: str) -> str:
    return f"-# {line}"
