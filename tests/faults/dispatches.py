"""Events that Discord should never send: of a wrong shape, by wrong types, missing, unknown, huge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.loopback.payloads import SERVER, command, direct_message, interaction, press_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.bot.discord_api import Json

_WORD = "not a number"


def _without(made: Mapping[str, Json], key: str) -> dict[str, Json]:
    return {name: value for name, value in made.items() if name != key}


def malformed() -> dict[str, tuple[str, Json]]:
    """Name each, with its event and data, made of this moment."""
    message = direct_message("They met in her hometown?")
    asked = interaction(2, command("ask", question="They met in her hometown?"))
    pressed = interaction(3, press_of("answer:up:1:0:0:0"))
    modal = interaction(5, {"custom_id": "read:jump:1", "components": []})
    said = {
        "id a word": message | {"id": _WORD},
        "id null": message | {"id": None},
        "id over 64 bits": message | {"id": "9" * 40},
        "null": None,
        "a list": [message],
        "a text": _WORD,
        "without author": _without(message, "author"),
        "author a text": message | {"author": _WORD},
        "author without id": message | {"author": _without(message["author"], "id")},
        "channel null": message | {"channel_id": None},
        "channel a word": message | {"channel_id": _WORD},
        "content null": message | {"content": None},
        "content a number": message | {"content": 5},
        "content huge": message | {"content": "word " * 200_000},
        "mentions a number": message | {"mentions": 5},
        "mentions of null": message | {"mentions": [None]},
        "embeds a text": message | {"embeds": _WORD},
        "attachments of numbers": message | {"attachments": [1]},
        "components null": message | {"components": None},
        "time a word": message | {"timestamp": _WORD},
        "type unknown": message | {"type": 9999},
        "server a word": message | {"guild_id": _WORD},
        "server unknown": message | {"guild_id": "77"},
        "reference a number": message | {"type": 19, "message_reference": 5},
    }
    done = {
        "null": None,
        "without type": _without(asked, "type"),
        "type unknown": asked | {"type": 9999},
        "id a word": asked | {"id": _WORD},
        "token null": asked | {"token": None},
        "data null": asked | {"data": None},
        "data a list": asked | {"data": []},
        "without command name": asked | {"data": _without(asked["data"], "name")},
        "command unknown": asked | {"data": asked["data"] | {"name": "unheard-of"}},
        "options a text": asked | {"data": asked["data"] | {"options": _WORD}},
        "options of null": asked | {"data": asked["data"] | {"options": [None]}},
        "option of a wrong type": asked | {"data": command("ask") | {"options": [_number_option()]}},
        "option unknown": asked | {"data": command("ask", unheard="of")},
        "without options": asked | {"data": command("ask")},
        "member null": asked | {"member": None},
        "nobody": _without(asked, "member"),
        "member without user": asked | {"member": _without(asked["member"], "user")},
        "permissions a word": asked | {"member": asked["member"] | {"permissions": _WORD}},
        "channel missing": _without(_without(asked, "channel"), "channel_id"),
        "server a word": asked | {"guild_id": _WORD},
        "locale unknown": asked | {"locale": "xx-XX"},
        "press without message": pressed,
        "press with id null": pressed | {"data": press_of("x") | {"custom_id": None}},
        "press with id a number": pressed | {"data": press_of("x") | {"custom_id": 5}},
        "press of an unknown kind": pressed | {"data": press_of("x") | {"component_type": 9999}},
        "press of a message null": pressed | {"message": None},
        "modal without components": modal,
        "modal of null": modal | {"data": modal["data"] | {"components": None}},
    }
    others = {
        "server null": ("GUILD_CREATE", None),
        "server without channels": ("GUILD_CREATE", _without(SERVER, "channels") | {"id": "8300"}),
        "server with channels null": ("GUILD_CREATE", SERVER | {"id": "8200", "channels": None}),
        "server gone without id": ("GUILD_DELETE", {}),
        "edit without id": ("MESSAGE_UPDATE", {"content": "x"}),
        "deletion with id a word": ("MESSAGE_DELETE", {"id": _WORD, "channel_id": "4000"}),
        "deletion of many null": ("MESSAGE_DELETE_BULK", {"ids": None, "channel_id": "4000"}),
        "role null": ("GUILD_ROLE_UPDATE", {"guild_id": "8000", "role": None}),
        "channel of an unknown type": ("CHANNEL_CREATE", {"id": "1", "type": 9999, "guild_id": "8000"}),
        "thread of nothing": ("THREAD_CREATE", {}),
        "reaction of nothing": ("MESSAGE_REACTION_ADD", {}),
        "event unknown": ("UNHEARD_OF", {"a": 1}),
    }
    return (
        {f"message: {name}": ("MESSAGE_CREATE", data) for name, data in said.items()}
        | {f"interaction: {name}": ("INTERACTION_CREATE", data) for name, data in done.items()}
        | {f"other: {name}": pair for name, pair in others.items()}
    )


def _number_option() -> dict[str, Json]:
    return {"name": "question", "type": 4, "value": 5}
