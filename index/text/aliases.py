"""`aliases.toml` of an articles folder -> what the words in it mean. Text from outside is checked here."""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING, Annotated

from pydantic import ConfigDict, Field, RootModel, StringConstraints, ValidationError

from index.errors import ArticleError, first_problem
from index.files import read_regular
from index.text.articles import ALIASES, Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_ALIAS_LENGTH, MAX_MEANING_LENGTH = 60, 200
"""In characters."""
_MAX_BYTES = 256 * 2**10
_Word = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_ALIAS_LENGTH, pattern=r"^.+$"),
]
_Meaning = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_MEANING_LENGTH, pattern=r"^.+$"),
]


class Aliases(RootModel[dict[_Word, _Meaning]]):
    """Words, or several of them, and what they mean, as `PM = "prime minister"`."""

    model_config = ConfigDict(frozen=True)

    root: dict[_Word, _Meaning] = Field(max_length=1000)


def collect_aliases(folder: Path) -> Source | None:
    """Read the file of aliases; None if there is none."""
    path = folder / ALIASES
    if not os.path.lexists(path):
        return None
    try:
        content = read_regular(path, limit=_MAX_BYTES)
    except OSError as error:
        return Source(ALIASES, None, None, f"cannot be read: {error.strerror}")
    if len(content) > _MAX_BYTES:
        return Source(ALIASES, None, None, f"is longer than {_MAX_BYTES:,} bytes: shorten it")
    return Source(ALIASES, content, None, problem=None)


def parse_aliases(source: Source) -> Mapping[str, str]:
    """Read what the words of a file of aliases mean.

    Raises:
        ArticleError: it cannot be read, or is not as expected; names the file.

    """
    if source.content is None:
        raise ArticleError(f"{source.name} {source.problem}")
    try:
        return Aliases.model_validate(tomllib.loads(source.content.decode("utf-8-sig"))).root
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ArticleError(f"{source.name} is not TOML in UTF-8: {error}") from error
    except ValidationError as error:
        problem = first_problem(error)
        raise ArticleError(
            f"{source.name}: {problem.path or 'it'}: {problem.message}"
            ' (expected lines such as PM = "prime minister")'
        ) from error
