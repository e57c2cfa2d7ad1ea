"""The tab of where, for whom and from what questions are answered: what there is to choose from. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.settings.article_select import article_select, names_of, pages
from bot.settings.changes import Field, Order, SettingsPress
from bot.settings.controls import button, control
from bot.settings.panel import capital
from bot.state.records import LibraryChoice
from bot.ui.layout import row
from bot.ui.picks import channel_select, role_select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings.panel import Panel
    from bot.ui.layout import Item

_CHOSEN = {
    Field.CHANNELS: (
        *("settings-channels", "settings-channels-all"),
        *("settings-channels-about", "settings-channels-gone"),
    ),
    Field.ROLES: ("settings-roles", "settings-roles-all", "settings-roles-about", "settings-roles-gone"),
}
"""What each is called; what is said where none is chosen, where some are, and where all of those are gone."""
_LIBRARIES = {
    LibraryChoice.BOTH: "settings-libraries-both",
    LibraryChoice.OWN: "settings-libraries-own",
    LibraryChoice.SHARED: "settings-libraries-shared",
}


def scope(panel: Panel) -> Iterator[Item]:
    """Make the parts of the tab, from top to bottom."""
    yield from _channels(panel)
    yield from _roles(panel)
    if panel.facts.shared:
        yield from _libraries(panel)
        if panel.settings.libraries is not LibraryChoice.OWN:
            yield from _articles(panel)


def _channels(panel: Panel) -> Iterator[Item]:
    stored, there = panel.settings.channels, panel.facts.channels
    yield _chosen(panel, Field.CHANNELS, stored, there)
    press, placeholder = (
        panel.press(Field.CHANNELS, Order.CHOOSE),
        panel.words.say("settings-channels-choose"),
    )
    select = channel_select(stored, there, custom_id=press.custom_id, placeholder=placeholder)
    yield row(control(press, select))


def _roles(panel: Panel) -> Iterator[Item]:
    stored, there = panel.settings.roles, panel.facts.roles
    yield _chosen(panel, Field.ROLES, stored, there)
    press, placeholder = panel.press(Field.ROLES, Order.CHOOSE), panel.words.say("settings-roles-choose")
    select = role_select(stored, there, custom_id=press.custom_id, placeholder=placeholder)
    yield row(control(press, select))


def _chosen(panel: Panel, field: Field, stored: frozenset[int] | None, there: frozenset[int]) -> Item:
    """Say which channels or roles are chosen, with a way out where all of them are gone.

    Then only a button opens the server again, as a select that is empty cannot be emptied.
    """
    name, everything, about, about_gone = map(panel.words.say, _CHOSEN[field])
    gone = stored is not None and not stored & there
    text = panel.text(field, name, about_gone if gone else about, state=everything if stored is None else "")
    if not gone:
        return ui.TextDisplay(text)
    return ui.Section(text, accessory=button(panel.press(field, Order.ALL), capital(everything)))


def _libraries(panel: Panel) -> Iterator[Item]:
    say = panel.words.say
    text = panel.text(Field.LIBRARIES, say("settings-libraries"), say("settings-libraries-about"))
    yield ui.TextDisplay(text)
    press = panel.press(Field.LIBRARIES, Order.CHOOSE)
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=press.custom_id,
        placeholder=say("settings-libraries-choose"),
        options=[
            discord.SelectOption(label=say(key), value=choice, default=choice is panel.settings.libraries)
            for choice, key in _LIBRARIES.items()
        ],
    )
    yield row(control(press, select))


def _articles(panel: Panel) -> Iterator[Item]:
    say, articles = panel.words.say, panel.facts.articles
    if not articles:
        reason = say("warming-up" if articles is None else "articles-none")
        yield ui.TextDisplay(panel.text(Field.ARTICLES, say("settings-articles"), reason))
        return
    last = pages(articles) - 1
    page = min(panel.page, last)
    about = [say("settings-articles-about")]
    chosen = names_of(articles, panel.settings.articles)
    state = "" if chosen else say("settings-articles-all")
    if last:  # then the select shows only some of the chosen
        state = chosen or state
        about.append(say("articles-page", page=page + 1, pages=last + 1))
    yield ui.TextDisplay(panel.text(Field.ARTICLES, say("settings-articles"), *about, state=state))
    press = panel.press(Field.ARTICLES, Order.CHOOSE)
    select = article_select(
        articles,
        panel.settings.articles,
        page=page,
        custom_id=press.custom_id,
        placeholder=say("settings-articles-choose"),
    )
    yield row(control(press, select))
    if last:
        before = SettingsPress(Field.ARTICLES, Order.SHOW, max(0, page - 1))
        after = SettingsPress(Field.ARTICLES, Order.SHOW, page + 1)
        yield row(
            button(before, say("button-previous-page"), disabled=page == 0),
            button(after, say("button-next-page"), disabled=page == last),
        )
