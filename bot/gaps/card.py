"""Groups of gaps -> what a server's managers see of them. Pure."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.gaps.buttons import answer_button, list_row, sure_row, turn_row
from bot.gaps.groups import REASONS
from bot.ui.layout import card_view, plain, small, title
from bot.ui.markdown import escape, fit, signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.gaps.groups import Group
    from bot.i18n.words import Words
    from bot.ui.layout import Item

ON_A_PAGE = 7
QUESTION_SHARE = 300
"""In UTF-16 units, after escaping."""


def gaps_card(groups: Sequence[Group], page: int, words: Words) -> ui.LayoutView:
    """List the groups of a page, counted from 0; the nearest page where there is no such one."""
    pages = max(1, math.ceil(len(groups) / ON_A_PAGE))
    page = min(page, pages - 1)
    shown = groups[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    parts: list[Item] = [title(words.say("gaps-title"))]
    for group in shown:
        beside = answer_button(group.question, words)
        parts.append(ui.Section(_described(group, words), accessory=beside))  # type: ignore[arg-type] # as in `row`
    if pages > 1:
        parts += (small(words.say("gaps-page", page=page + 1, pages=pages)), turn_row(page, pages, words))
    return card_view([*parts, list_row(page, words)])


def clear_card(count: int, page: int, words: Words) -> ui.LayoutView:
    """Ask whether so many questions are to be deleted."""
    return card_view([plain(words.say("gaps-clear-sure", count=count)), sure_row(page, words)])


def file_card(file: discord.File) -> ui.LayoutView:
    """Show a file that is sent along."""
    return card_view([ui.File(file)])


def _described(group: Group, words: Words) -> str:
    """Say how often a question was asked, why it is listed, and when it was asked last."""
    line = words.say("gaps-line", count=group.count, question=_cut(group.question))
    reasons = " · ".join(words.say(REASONS[reason]) for reason in group.reasons)
    when = discord.utils.format_dt(group.last_asked, "R")
    return f"{escape(line)}\n-# {escape(reasons)} · {when}"


def _cut(question: str) -> str:
    """Keep the beginning of a question, not escaped yet, within its share."""
    start, stop = fit(signs(question), QUESTION_SHARE)
    return question if stop - start == len(question) else f"{question[start:stop].strip()} […]"
