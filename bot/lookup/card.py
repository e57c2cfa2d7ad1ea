"""What a look-up found -> its card: how many sentences, a page of them, and the buttons that turn it. Pure.

The words looked up stand bold in the first line, and are read from there when a page is turned.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from discord import ui

from bot.library.catalog import name_key
from bot.ui.layout import GREEN, GREY, card_view, small, texts_of
from bot.ui.markdown import HOLE, emphasised, escape, filled, shorten, unescape
from bot.ui.pager import Pager, page_row
from bot.ui.places import place_of
from index import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import discord

    from bot.i18n.words import Words
    from bot.ui.layout import Item
    from index import Article, Match

MATCHES = 5
"""Sentences on a page, at most."""
SENTENCES_SHARE, SENTENCE_SHARE, TITLE_SHARE = 2500, 1400, 100
"""Of the 4,000 units that a card may hold: all sentences of a page, one of them, one title."""

_BOLD = re.compile(r"\*\*(?P<words>(?:\\.|[^\\*])+)\*\*")
_PHRASE = re.compile('["“”„«「](?P<words>[^"“”„«»「」]*)["“”»」]')


@dataclass(frozen=True, slots=True)
class LookupQuery:
    """What is looked up, cleaned of what nobody sees."""

    text: str
    """Words as they were typed; of a phrase without its quotation marks."""
    phrase: bool

    @classmethod
    def of(cls, typed: str) -> LookupQuery:
        """Read what somebody typed."""
        text = unescape(escape(typed)).strip()
        found = _PHRASE.fullmatch(text)
        return cls(text, phrase=False) if found is None else cls(found["words"].strip(), phrase=True)

    @property
    def expression(self) -> str:
        """What to give to the library."""
        return f'"{self.text}"' if self.phrase else self.text


@dataclass(frozen=True, slots=True)
class LookupResult:
    """All that a look-up's card shows."""

    query: LookupQuery
    matches: Sequence[Match]
    article: Article | None = None
    """The only one that was looked in, if somebody chose one."""
    page: int = 0
    """From 0; a page after the last one is the last one."""
    note: str | None = None
    """What is to be said about it besides."""


def bold_of(message: discord.Message) -> str | None:
    """Read the words that were looked up, which are bold in the card's first text; None if nothing is."""
    found = _BOLD.search(next(texts_of(message.components), ""))
    return unescape(found["words"]) if found is not None else None


def lookup_card(found: LookupResult, words: Words) -> ui.LayoutView:
    """Show a page of sentences, or that there are none."""
    return card_view(_parts(found, words), colour=GREEN if found.matches else GREY)


def _parts(found: LookupResult, words: Words) -> Iterator[Item]:
    yield ui.TextDisplay(_first_line(found, words))
    if found.note is not None:
        yield small(found.note)
    pages = math.ceil(len(found.matches) / MATCHES)
    page = max(0, min(found.page, pages - 1))
    shown = found.matches[page * MATCHES : (page + 1) * MATCHES]
    share = min(SENTENCE_SHARE, SENTENCES_SHARE // max(1, len(shown)))
    for match in shown:
        yield ui.TextDisplay(_quoted(match, share))
        yield ui.TextDisplay(_place(match, words))
    if pages > 1:
        yield small(words.say("lookup-page", page=page + 1, pages=pages))
        pager = Pager.PHRASE if found.query.phrase else Pager.WORDS
        article = "" if found.article is None else name_key(found.article.name)
        yield page_row(pager, page, pages=pages, article=article, words=words)


def _first_line(found: LookupResult, words: Words) -> str:
    sentences = len(found.matches)
    if sentences:
        line = words.say("lookup-found", text=HOLE, sentences=sentences)
    else:
        line = words.say("lookup-nothing", text=HOLE)
    return filled(line, f"**{escape(found.query.text)}**")


def _quoted(match: Match, share: int) -> str:
    """Show a sentence as the article has it, what was looked up bold."""
    sentence = match.article.sentences[match.sentence - 1]
    bold = [Span(span.start - sentence.start, span.end - sentence.start) for span in match.spans]
    return f"> {emphasised(match.article.read(sentence), bold, share)}"


def _place(match: Match, words: Words) -> str:
    title = shorten(match.article.title, TITLE_SHARE)
    return f"-# {title} · {place_of(match.article, match.sentence, match.sentence, words)}"
