"""What Discord sends: people, servers, messages and interactions, as JSON would hold them."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bot.discord_api import Json

ME = {"id": "1000", "username": "Verbatim", "discriminator": "0", "avatar": None, "bot": True}
MEMBER = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
EVERYTHING = str((1 << 50) - 1)
"""Every permission."""

_DISCORD_EPOCH = 1_420_070_400_000  # the first second of 2015, in milliseconds
_counter = itertools.count(1)


def snowflake(milliseconds: int) -> str:
    """Make an id that says when its thing was made, in milliseconds since 1970."""
    return str((milliseconds - _DISCORD_EPOCH) << 22)


def fresh_id() -> str:
    """Make an id of this moment, which no other thing has."""
    now = int(time.time() * 1000) - _DISCORD_EPOCH
    return str((now << 22) + next(_counter) % (1 << 22))


def person(number: int, name: str) -> dict[str, Json]:
    """Make somebody."""
    return {
        "id": str(number),
        "username": name.lower(),
        "discriminator": "0",
        "avatar": None,
        "global_name": name,
    }


ADA = person(2000, "Ada")
SAID = snowflake(1_767_225_600_000)
"""The id of Ada's message, which says that it was written on 1 January 2026."""
APPLICATION = {
    "id": "1000",
    "name": "Verbatim",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "flags": 0,
    "owner": ADA,
    "team": None,
}


def server(number: int, name: str, channel: int) -> dict[str, Json]:
    """Make a server with one channel, which the bot is in."""
    everyone = {
        "id": str(number),
        "name": "@everyone",
        "permissions": "0",
        "position": 0,
        "color": 0,
        "hoist": False,
        "managed": False,
        "mentionable": False,
    }
    questions = {
        "id": str(channel),
        "name": "questions",
        "type": 0,
        "position": 0,
        "permission_overwrites": [],
    }
    return {
        "id": str(number),
        "name": name,
        "owner_id": ADA["id"],
        "roles": [everyone],
        "channels": [questions],
        "members": [MEMBER | {"user": ME}],
        **{each: [] for each in ("emojis", "stickers", "threads", "voice_states", "presences", "features")},
        "member_count": 2,
        "preferred_locale": "en-US",
        "verification_level": 0,
    }


SERVER = server(8000, "Reading room", 4100)


def interaction(
    kind: int,
    data: Json,
    *,
    by: dict[str, Json] = ADA,
    where: dict[str, Json] = SERVER,
    permissions: str = EVERYTHING,
    **more: Json,
) -> dict[str, Json]:
    """Make an interaction of this moment, with an id and a token of its own, in a server's first channel."""
    own, channel = fresh_id(), where["channels"][0]["id"]
    made = {
        "id": own,
        "application_id": ME["id"],
        "type": kind,
        "token": f"interaction-token-{own}",
        "version": 1,
        "locale": "en-GB",
        "guild_id": where["id"],
        "member": MEMBER | {"user": by, "permissions": permissions},
        "channel": {"id": channel, "type": 0, "guild_id": where["id"]},
        "channel_id": channel,
        "data": data,
        "app_permissions": "0",
        "attachment_size_limit": 1 << 20,
        "entitlements": [],
        "authorizing_integration_owners": {},
        "context": 0,
    }
    return made | more


def command(name: str, **options: str) -> dict[str, Json]:
    """Make the data of a slash command whose options are texts."""
    given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
    return {"id": "6000", "name": name, "type": 1, "options": given}


def menu_of(message: dict[str, Json]) -> dict[str, Json]:
    """Make the data of the menu of a message."""
    resolved = {"messages": {message["id"]: message}}
    name = "Find in the article"
    return {"id": "6000", "name": name, "type": 3, "target_id": message["id"], "resolved": resolved}


def press_of(custom_id: str) -> dict[str, Json]:
    """Make the data of a press of a button."""
    return {"component_type": 2, "custom_id": custom_id}


def submit_of(form: Json, text: str) -> dict[str, Json]:
    """Make the data of a form whose fields all hold a text."""
    filled = [label | {"component": label["component"] | {"value": text}} for label in form["components"]]
    return {"custom_id": form["custom_id"], "components": filled}


def message(number: str, channel: str, *, by: dict[str, Json], text: str = "") -> dict[str, Json]:
    """Make a message."""
    return {
        "id": number,
        "channel_id": channel,
        "author": by,
        "content": text,
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
    }


def own_message(channel: str, components: Json = (), *, number: str = "7000") -> dict[str, Json]:
    """Make a message of the bot's with these components."""
    shown = {"components": list(components), "flags": 1 << 15 if components else 0}
    return message(number, channel, by=ME) | shown


def direct_message(text: str) -> dict[str, Json]:
    """Make the direct message that Ada wrote."""
    return message(SAID, "4000", by=ADA, text=text)
