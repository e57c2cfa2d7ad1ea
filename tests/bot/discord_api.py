"""What Discord would say to a body that the bot sends: its own schema where it is at hand, and its limits.

The schema is Discord's OpenAPI document, looked for beside the repository. It misses some limits, which are
therefore always checked: see `broken_limits`.
"""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

import jsonschema
from referencing import Registry
from referencing.jsonschema import DRAFT202012

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simcord import HttpLogEntry

Json: TypeAlias = Any
"""What JSON can hold, looked into as a reader of it would."""

SCHEMA = Path(__file__).parents[3] / "shared" / "discord" / "openapi.json"
COMPONENTS_V2, EPHEMERAL = 1 << 15, 1 << 6
CONTAINER, ACTION_ROW, BUTTON, TEXT = 17, 1, 2, 10


def check_requests(requests: Iterable[HttpLogEntry]) -> None:
    """Fail on the first body that Discord would refuse, or that could ping somebody."""
    for request in requests:
        if request.json is None:
            continue
        origin = f"{request.method} {request.path}"
        assert not (problems := broken_limits(request.json)), (origin, problems)
        if SCHEMA.exists():
            assert not (problems := schema_problems(request.method, request.path, request.json)), (
                origin,
                problems,
            )
        if "components" in request.json or "content" in request.json:
            allowed = request.json["allowed_mentions"]
            assert allowed["parse"] == [], origin
            assert not allowed.get("replied_user"), origin


def broken_limits(body: Json) -> list[str]:
    """List the limits of messages and commands that a body breaks and that the schema does not hold."""
    if isinstance(body, list):
        return [problem for command in body for problem in _command_problems(command)]
    message = body.get("data", body)
    if not isinstance(message, dict):
        return []
    parts = list(_walk(message.get("components") or []))
    texts = [part["content"] for part in parts if part["type"] == TEXT]
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    links = [part["url"] for part in parts if "url" in part]
    v2 = bool(message.get("flags", 0) & COMPONENTS_V2)
    holds = message.get("content") or parts or message.get("embeds")
    empty = not holds and not body.keys() & {"type", "recipient_id"}
    checks = {
        "content over 2,000": len(message.get("content") or "") > 2000,
        "empty message": empty,
        "empty text": any(not text.strip() for text in texts),
        "over 40 components": len(parts) > 40,
        "texts over 4,000": sum(len(text.encode("utf-16-le")) // 2 for text in texts) > 4000,
        "v2 parts without the flag": not v2 and any(part["type"] in {TEXT, CONTAINER} for part in parts),
        "content or embeds beside v2": v2 and bool(message.get("content") or message.get("embeds")),
        "custom_id twice": len(ids) != len(set(ids)),
        "custom_id length": any(not 1 <= len(each) <= 100 for each in ids),
        "button label over 80": any(len(part.get("label") or "") > 80 for part in parts),
        "button with neither label nor emoji": any(
            part["type"] == BUTTON and not part.get("label") and not part.get("emoji") for part in parts
        ),
        "more than 5 in a row": any(
            part["type"] == ACTION_ROW and not 1 <= len(part["components"]) <= 5 for part in parts
        ),
        "link over 512": any(len(link) > 512 for link in links),
        "not a link": any(not _is_link(link) for link in links),
    }
    return [problem for problem, broken in checks.items() if broken]


def schema_problems(method: str, path: str, body: Json) -> list[str]:
    """List what Discord's schema has against a body."""
    validator = _validator(method, _template(method, path))
    return [error.message for error in validator.iter_errors(_with_snowflakes(body))]


def _command_problems(command: Json) -> list[str]:
    if command.get("type", 1) != 1:  # a menu's entry: any name, no description
        return [] if 1 <= len(command["name"]) <= 32 else ["menu name"]
    options = command.get("options", [])
    checks = {
        "command name": re.fullmatch(r"[-_'\w]{1,32}", command["name"]) is None
        or command["name"] != command["name"].lower(),
        "command description": not 1 <= len(command["description"]) <= 100,
        "more than 25 options": len(options) > 25,
        "option description": any(not 1 <= len(option["description"]) <= 100 for option in options),
    }
    return [problem for problem, broken in checks.items() if broken]


def _walk(parts: Iterable[Json]) -> Iterable[Json]:
    for part in parts:
        yield part
        yield from _walk(part.get("components") or [])
        yield from _walk([part["accessory"]] if "accessory" in part else [])


def _is_link(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and url.isascii() and " " not in url


@functools.cache
def _document() -> tuple[dict[str, Json], Registry[Json]]:
    document = json.loads(SCHEMA.read_text("utf-8"))
    registry: Registry[Json] = Registry().with_resource("discord:", DRAFT202012.create_resource(document))
    return document, registry


def _template(method: str, path: str) -> str:
    """Find the document's path for a request, the one with most literal parts."""
    fitting = [
        template
        for template, operations in _document()[0]["paths"].items()
        if method.lower() in operations and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path)
    ]
    assert fitting, f"Discord has no {method} {path}"
    return str(min(fitting, key=lambda template: template.count("{")))


@functools.cache
def _validator(method: str, template: str) -> Json:
    document, registry = _document()
    content = document["paths"][template][method.lower()]["requestBody"]["content"]
    assert "application/json" in content
    pointer = "/".join(
        part.replace("~", "~0").replace("/", "~1")
        for part in [
            "paths",
            template,
            method.lower(),
            "requestBody",
            "content",
            "application/json",
            "schema",
        ]
    )
    return jsonschema.Draft202012Validator({"$ref": f"discord:#/{pointer}"}, registry=registry)


def _with_snowflakes(value: Json) -> Json:
    """Write ids as the document wants them, as strings; discord.py sends some as numbers, which work too."""
    if isinstance(value, dict):
        file = "filename" in value  # of which the id is the number of a part of the request
        return {
            key: str(each) if file and key == "id" else _with_snowflakes(each) for key, each in value.items()
        }
    if isinstance(value, list):
        return [_with_snowflakes(each) for each in value]
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1 << 53:
        return str(value)
    return value
