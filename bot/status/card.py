"""How the bot is doing -> what Discord shows of it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.ui.layout import card_view, title
from bot.ui.markdown import HOLE, escape, filled, shorten
from index import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.documents.ownership import ForeignStorage
    from bot.i18n.words import Words
    from bot.status.report import Holdings, Status

_NAME_SHARE = 200
_ID_SHARE = 40


def status_card(status: Status, words: Words) -> ui.LayoutView:
    """List what there is to say, one line each."""
    lines = "\n".join(f"**{escape(label)}** · {value}" for label, value in _lines(status, words))
    return card_view([title(words.say("status-title")), ui.TextDisplay(lines)])


def _lines(status: Status, words: Words) -> Iterator[tuple[str, str]]:
    """Yield each line's label, and its value ready to be shown."""
    yield words.say("status-version"), escape(status.version)
    yield words.say("status-running-since"), discord.utils.format_dt(status.since, "f")
    yield words.say("status-servers"), str(status.servers)
    yield from _library_lines(status.holdings, words)
    database = words.say("status-away" if status.away else "status-ready")
    yield words.say("status-database"), escape(database)
    if status.foreign is not None:
        yield words.say("status-storage"), _foreign(status.foreign, words)
    yield words.say("status-answered"), escape(_verdicts(status, words))
    if status.half is not None and status.most is not None:
        times = f"50 %: {_time(status.half, words)}, 95 %: {_time(status.most, words)}"
        yield words.say("status-time"), escape(times)
    yield words.say("status-queue"), str(status.waiting)
    if status.latency is not None:
        yield words.say("status-latency"), escape(_time(status.latency, words))
    if status.memory is not None:
        memory = words.say("status-mebibytes", mebibytes=round(status.memory / 2**20))
        yield words.say("status-memory"), escape(memory)
    if status.failures:
        yield words.say("status-failures"), " ".join(f"`{reference}`" for reference in status.failures)


def _library_lines(holdings: Holdings | None, words: Words) -> Iterator[tuple[str, str]]:
    if holdings is None:
        yield words.say("status-index"), escape(words.say("status-loading"))
        return
    yield words.say("status-articles"), str(holdings.articles)
    yield words.say("status-sentences"), str(holdings.sentences)
    yield words.say("status-index"), escape(holdings.index)
    yield words.say("status-model"), shorten(holdings.model, _NAME_SHARE)
    yield words.say("status-reader"), escape(holdings.reader or words.say("status-off"))


def _foreign(storage: ForeignStorage, words: Words) -> str:
    if storage.found is None:
        return escape(words.say("status-storage-unknown", expected=storage.expected))
    said = words.say("status-storage-foreign", found=HOLE, expected=storage.expected)
    return filled(said, shorten(storage.found, _ID_SHARE))


def _verdicts(status: Status, words: Words) -> str:
    return words.say(
        "status-verdicts",
        answered=status.verdicts[Verdict.ANSWERED],
        unsure=status.verdicts[Verdict.UNSURE],
        missing=status.verdicts[Verdict.NOT_FOUND],
    )


def _time(seconds: float, words: Words) -> str:
    return words.say("status-milliseconds", milliseconds=round(1000 * seconds))
