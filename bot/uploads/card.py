"""Files that were understood -> the card that shows them before they count, and what came of them. Pure."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.i18n.language_names import language_name
from bot.ui.layout import GREEN, GREY, card_view, plain, row, title
from bot.ui.markdown import HOLE, escape, filled, shorten, width
from bot.uploads.controls import DraftAction, DraftButton, DraftPress
from bot.uploads.lines import NAME_SHARE, TITLE_SHARE, bar, bar_line
from index import PLAIN_TEXT, OddityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.i18n.words import Words
    from bot.publishing.publisher import Progress
    from bot.state.catalog.entries import CatalogEntry
    from bot.ui.layout import Item
    from index import Document, Oddity

_SHARE = 3_200
"""Of all files together, in UTF-16 units after escaping."""
_FILE_SHARE = 1_000
_SENTENCES, _SENTENCE_SHARE = 3, 160
"""How many of a file's first sentences are shown, and how much of each."""
_DETAIL_SHARE = 60
_URL_SHARE = 160
_OUTCOME_SHARE = 250
_SHOWN = 10
"""How many documents or refusals are shown of the many that a link can lead to, at most."""
_REFUSED = 5
"""How many refusals are told of what was confirmed."""
_MINUTE = 60
_ODDITIES = {
    OddityKind.ENCODING_GUESSED: "oddity-encoding-guessed",
    OddityKind.WRONG_SUFFIX: "oddity-wrong-suffix",
    OddityKind.PAGES_WITHOUT_TEXT: "oddity-pages-without-text",
    OddityKind.PAGES_UNREADABLE: "oddity-pages-unreadable",
    OddityKind.TABLES_LEFT_OUT: "oddity-tables-left-out",
    OddityKind.MAIN_TEXT_NOT_FOUND: "oddity-main-text-not-found",
    OddityKind.IMAGES_LEFT_OUT: "oddity-images-left-out",
    OddityKind.OTHER_LANGUAGE: "oddity-other-language",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of files that were confirmed."""

    titles: tuple[str, ...]
    """Of the documents that were added."""
    refusals: tuple[str, ...]
    """Sentences that say which files were not added, and why."""


def preview_card(
    documents: Sequence[Document],
    refusals: Sequence[str],
    words: Words,
    *,
    draft: str,
    replacing: CatalogEntry | None = None,
) -> ui.LayoutView:
    """Show what was understood of files, and what was not; `draft` is the draft's key.

    `refusals` are sentences. Of ten files as of one, all fits into a message; of more, ten are shown.
    """
    say = words.say
    described, refused = documents[:_SHOWN], refusals[:_SHOWN]
    share = min(_FILE_SHARE, _SHARE // max(1, len(described) + len(refused)))
    parts: list[Item] = [title(say("library-preview" if documents else "library-preview-none"))]
    if replacing is not None and documents:
        replaced = filled(say("library-preview-replaces", title=HOLE), shorten(replacing.title, TITLE_SHARE))
        parts.append(ui.TextDisplay(replaced))
    parts += (ui.TextDisplay(_described(document, words, share)) for document in described)
    parts += _more(len(documents) - len(described), words)
    parts += (ui.TextDisplay(shorten(refusal, share)) for refusal in refused)
    parts += _more(len(refusals) - len(refused), words)
    if documents:
        confirm, cancel = DraftPress(DraftAction.CONFIRM, draft), DraftPress(DraftAction.CANCEL, draft)
        success = discord.ButtonStyle.success
        parts.append(
            row(
                DraftButton(confirm, label=say("button-accept"), style=success),
                DraftButton(cancel, label=say("button-cancel")),
            )
        )
    return card_view(parts)


def outcome_card(outcome: Outcome, words: Words, *, ending: str | None = None) -> ui.LayoutView:
    """Say what was added and what was not, and how it ends."""
    parts = [_told(outcome, words), *([plain(ending)] if ending else [])]
    return card_view(parts, colour=GREEN if outcome.titles else GREY)


def progress_card(
    outcome: Outcome, words: Words, *, progress: Progress, seconds: int | None
) -> ui.LayoutView:
    """Say likewise how much is read, and for about how long that goes on, if that can be said."""
    line = bar_line(progress, words)
    if seconds is not None:
        line = f"{line} · {escape(_left(seconds, words))}"
    return card_view([_told(outcome, words), ui.TextDisplay(line)])


def reading_card(done: int, of: int, words: Words) -> ui.LayoutView:
    """Say which page of the links is being read; `done` are, of so many that are known by now."""
    page = words.say("library-page", page=min(done + 1, of), pages=of)
    return card_view(
        [plain(words.say("library-links-reading")), ui.TextDisplay(f"{bar(done, of)} {escape(page)}")]
    )


def archive_card(file: discord.File | None, sentences: Sequence[str]) -> ui.LayoutView:
    """Show an archive that is sent along, and what is missing in it."""
    parts: list[Item] = [ui.File(file)] if file is not None else []
    return card_view([*parts, *(ui.TextDisplay(shorten(each, _FILE_SHARE)) for each in sentences)])


def _told(outcome: Outcome, words: Words) -> Item:
    lines = []
    for each in outcome.titles[:_SHOWN]:
        shown = f"**{shorten(each, TITLE_SHARE)}**"
        lines.append(filled(words.say("library-added-now", title=HOLE), shown))
    if len(outcome.titles) > _SHOWN:
        lines.append(escape(words.say("library-more", count=len(outcome.titles) - _SHOWN)))
    most = max(_REFUSED, _SHOWN - len(outcome.titles))
    lines += (shorten(refusal, _OUTCOME_SHARE) for refusal in outcome.refusals[:most])
    if len(outcome.refusals) > most:
        lines.append(escape(words.say("library-more", count=len(outcome.refusals) - most)))
    return ui.TextDisplay("\n".join(lines))


def _more(count: int, words: Words) -> list[Item]:
    return [plain(words.say("library-more", count=count))] if count > 0 else []


def _left(seconds: int, words: Words) -> str:
    if seconds < 2 * _MINUTE:
        return words.say("library-left-seconds", seconds=seconds)
    return words.say("library-left-minutes", count=round(seconds / _MINUTE))


def _described(document: Document, words: Words, share: int) -> str:
    """Show a document's title and facts, and of the rest what has room."""
    facts = (words.say("library-sentences", count=len(document.sentences)), language_name(document.language))
    named = min(TITLE_SHARE, share // 4)
    shown = [
        f"**{shorten(document.title, named)}**",
        f"-# {' · '.join((shorten(document.name, min(NAME_SHARE, named)), *map(escape, facts)))}",
    ]
    found = [] if document.url is None else [f"-# {shorten(document.url, _URL_SHARE)}"]
    oddities = [f"-# ⚠️ {_odd(oddity, words)}" for oddity in document.oddities]
    for line in itertools.chain(found, oddities, _first_sentences(document)):
        if sum(width(each) + 1 for each in [*shown, line]) <= share:
            shown.append(line)
    return "\n".join(shown)


def _first_sentences(document: Document) -> Iterator[str]:
    """Quote what follows the headings with which most documents begin."""
    headings = {place for place, *_ in document.headings}
    places = (place for place in range(len(document.sentences)) if place not in headings)
    for place in itertools.islice(places, _SENTENCES):
        start, end = document.sentences[place]
        sentence = shorten(document.text[start:end], _SENTENCE_SHARE)
        if sentence:
            yield f"> {sentence}"


def _odd(oddity: Oddity, words: Words) -> str:
    detail = oddity.detail
    if oddity.kind is OddityKind.WRONG_SUFFIX and detail == PLAIN_TEXT:
        detail = words.say("format-plain-text")  # the other formats have names that are no words
    elif oddity.kind is OddityKind.OTHER_LANGUAGE:
        detail = language_name(detail)
    return filled(words.say(_ODDITIES[oddity.kind], detail=HOLE), shorten(detail, _DETAIL_SHARE))
