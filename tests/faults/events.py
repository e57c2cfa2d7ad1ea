"""Strategies for what people and forgers send: presses, options, forms, selects, messages, events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.bot.ui.test_markdown import TEXTS
from tests.faults.bot import OTHER
from tests.faults.dispatches import malformed
from tests.loopback.payloads import (
    ME,
    MEMBER,
    SERVER,
    direct_message,
    fresh_id,
    interaction,
    menu_of,
    message,
    own_message,
    person,
    press_of,
)

if TYPE_CHECKING:
    from tests.bot.discord_api import Json

_SOMEBODY = st.integers(10_000, 10_000_000).map(lambda number: person(number, "Somebody"))
_PERMISSIONS = st.sampled_from(["0", str((1 << 50) - 1)])
_SERVERS = st.sampled_from([SERVER, OTHER])

_WORDS = (
    "answer:next answer:up answer:down answer:share answer:delete answer:again answer:context answer:closest"
    " page:words page:phrase page:article page:gaps page:read gaps:clear gaps:export gaps:page gaps:confirm"
    " forget-me:confirm forget-me:cancel settings:private settings:mentions settings:channels settings:roles"
    " settings:articles settings:libraries settings:language settings:gaps settings:rates settings:follow_ups"
    " library:page library:open library:add library:remove library:clear library:export"
    " library:channels library:roles library:all_roles draft:confirm draft:cancel aliases"
)
_PARTS = st.one_of(
    st.sampled_from(
        [
            "on",
            "off",
            "choose",
            "all",
            "clear",
            "edit",
            "show",
            "first",
            "next",
            "last",
            "jump",
            "0",
            "1",
            "9",
            "confirm",
            "cancel",
        ]
    ),
    st.integers(0, 1 << 70).map(str),
    st.integers(0, 1 << 70).map(lambda number: f"{number:x}"),
    st.text(max_size=20),
)
CUSTOM_IDS = st.one_of(
    st.builds(
        lambda word, parts: ":".join([word, *parts])[:100],
        st.sampled_from(_WORDS.split()),
        st.lists(_PARTS, max_size=6),
    ),
    st.text(min_size=1, max_size=100),
)
"""Of forged buttons: of the forms that the bot knows, nearly of them, and any."""

_CARD = [
    {"type": 17, "components": [{"type": 10, "content": "**They met?**"}, {"type": 10, "content": "> Yes"}]}
]


def pressed(id_: str, kind: int, card: Json, flags: int) -> Json:
    """Make the message on which something with an id was pressed: discord.py looks for it there."""
    options = [{"label": "x", "value": "0"}] if kind == 3 else []
    part = {"type": kind, "custom_id": id_, "style": 2, "label": "x", "options": options}
    return own_message("4100", [*card, {"type": 1, "components": [part]}]) | {"flags": flags}


_CARDS = st.sampled_from([_CARD, [], [{"type": 10, "content": "x"}]])
_FLAGS = st.sampled_from([1 << 15, (1 << 15) | (1 << 6)])


def _interact(kind: int, data: Json, by: Json, where: Json, permissions: str, **more: Json) -> Json:
    return interaction(kind, data, by=by, where=where, permissions=permissions, **more)


PRESSES = st.builds(
    lambda id_, card, flags, *who: _interact(3, press_of(id_), *who, message=pressed(id_, 2, card, flags)),
    CUSTOM_IDS,
    _CARDS,
    _FLAGS,
    _SOMEBODY,
    _SERVERS,
    _PERMISSIONS,
)
SELECTS = st.builds(
    lambda id_, kind, values, card, flags, *who: _interact(
        3,
        {"component_type": kind, "custom_id": id_, "values": values, "resolved": {}},
        *who,
        message=pressed(id_, kind, card, flags),
    ),
    CUSTOM_IDS,
    st.sampled_from([3, 5, 6, 7, 8]),
    st.lists(st.one_of(st.integers(0, 1 << 63).map(str)), max_size=25),
    _CARDS,
    _FLAGS,
    _SOMEBODY,
    _SERVERS,
    _PERMISSIONS,
)
FORMS = st.builds(
    lambda id_, typed, *who: _interact(
        5,
        {
            "custom_id": id_,
            "components": [{"type": 18, "component": {"type": 4, "custom_id": "user", "value": typed}}],
        },
        *who,
        message=own_message("4100", _CARD),
    ),
    CUSTOM_IDS,
    TEXTS.map(lambda text: text[:4000]),
    _SOMEBODY,
    _SERVERS,
    _PERMISSIONS,
)
_LONG = st.one_of(TEXTS, TEXTS.flatmap(lambda text: st.integers(1, 400).map(lambda n: (text * n)[:6000])))


def _option(name: str, kind: int, value: Json) -> Json:
    return {"name": name, "type": kind, "value": value}


_OPTIONS = {
    "ask": ("question", "article"),
    "lookup": ("text", "article"),
    "read": ("article",),
}
COMMANDS = st.one_of(
    [
        st.builds(
            lambda texts, *who, name=name, options=options: _interact(
                2,
                {
                    "id": "6000",
                    "name": name,
                    "type": 1,
                    "options": [
                        _option(option, 3, text)
                        for option, text in zip(options, texts, strict=False)
                        if text is not None
                    ],
                },
                *who,
            ),
            st.tuples(_LONG, *[st.one_of(st.none(), st.none(), st.none(), _LONG)] * (len(options) - 1)),
            _SOMEBODY,
            _SERVERS,
            _PERMISSIONS,
        )
        for name, options in _OPTIONS.items()
    ]
)
"""Slash commands with texts of every length that Discord lets through, and signs of every kind."""
COMPLETIONS = st.builds(
    lambda text, *who: _interact(
        4,
        {
            "id": "6000",
            "name": "lookup",
            "type": 1,
            "options": [_option("text", 3, text) | {"focused": True}],
        },
        *who,
    ),
    _LONG,
    _SOMEBODY,
    _SERVERS,
    _PERMISSIONS,
)
MENUS = st.builds(
    lambda text, *who: _interact(2, menu_of(direct_message(text)), *who),
    _LONG,
    _SOMEBODY,
    _SERVERS,
    _PERMISSIONS,
)
INTERACTIONS = st.one_of(PRESSES, SELECTS, FORMS, COMMANDS, COMPLETIONS, MENUS)


def _mention(text: str, by: Json, where: Json) -> Json:
    made = message(fresh_id(), where["channels"][0]["id"], by=by, text=f"<@{ME['id']}> {text}"[:4000])
    return made | {"guild_id": where["id"], "mentions": [ME], "member": MEMBER}


WRITTEN = st.builds(_mention, _LONG, _SOMEBODY, _SERVERS)
"""Messages that mention the bot."""

_JSON: st.SearchStrategy[Json] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, Json]:
    """Take an event and put something else in the place of one of its parts, at any depth."""
    event, data = draw(st.sampled_from(list(malformed().values())))
    return event, _mutate(draw, data, 0)


def _mutate(draw: st.DrawFn, value: Json, depth: int) -> Json:
    if isinstance(value, dict) and value and depth < 4 and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(value)))
        if key in {"id", "token"} and depth == 0:  # by which its responses are found
            return value
        return value | {key: _mutate(draw, value[key], depth + 1)}
    return draw(_JSON)
