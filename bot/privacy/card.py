"""What the bot keeps, and the question whether to forget a person, as Discord shows it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.privacy.buttons import sure_row
from bot.ui.layout import bullets, card_view, plain, title

if TYPE_CHECKING:
    from discord import ui

    from bot.i18n.words import Words
    from bot.state.records import Forgotten


def privacy_card(
    words: Words, *, gaps: bool, days: int, library_days: int, links: bool = False
) -> ui.LayoutView:
    """Say what is read and kept, and how to remove it.

    `gaps` says whether questions are kept here, `days` how long answers are, `library_days` how long the
    documents of a server that the bot has left, `links` whether pages are read by their links.
    """
    sentences = (
        words.say("privacy-read"),
        words.say("privacy-answers", days=days),
        words.say("privacy-gaps-on" if gaps else "privacy-gaps-off"),
        words.say("privacy-unanswered"),
        words.say("privacy-votes"),
        words.say("privacy-documents", days=library_days),
        *([words.say("privacy-links")] if links else ()),
        words.say("privacy-chosen"),
        words.say("privacy-machine"),
        words.say("privacy-remove"),
    )
    return card_view([title(words.say("privacy-title")), bullets(sentences)])


def forget_card(words: Words) -> ui.LayoutView:
    """Ask whether a person is to be forgotten, and say what that means."""
    sure, after = words.say("forget-me-sure"), words.say("forget-me-after")
    return card_view([plain(sure), plain(after), sure_row(words)])


def forgotten_sentence(words: Words, forgotten: Forgotten) -> str:
    """Say how much of a person was removed; most people have added no document and chosen no answer."""
    said = [words.say("forgotten", votes=forgotten.votes, answers=forgotten.answers)]
    if forgotten.documents:
        said.append(words.say("forgotten-documents", documents=forgotten.documents))
    if forgotten.chosen:
        said.append(words.say("forgotten-chosen", count=forgotten.chosen))
    return " ".join(said)
