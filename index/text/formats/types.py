"""What the formats give: a file's text, how it is marked, and what is odd about it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.errors import Reason

CONTROLS = dict.fromkeys([*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20), 0x7F], None)
"""For `str.translate`: takes out what no text needs, and what other programs take for its end."""


PLAIN_TEXT = "plain text"


class Format(enum.Enum):
    """A kind of file that can be read."""

    PLAIN = PLAIN_TEXT
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "DOCX"

    @property
    def foreign(self) -> bool:
        """Whether a parser that others wrote takes the file apart, which belongs in a process of its own."""
        return self not in {Format.PLAIN, Format.MARKDOWN}


class OddityKind(enum.StrEnum):
    """What a person should know of a file before it is quoted."""

    ENCODING_GUESSED = "encoding_guessed"
    """It is not UTF-8; the detail is the encoding that it was read in, such as `cp1252`."""
    WRONG_SUFFIX = "wrong_suffix"
    """Its name says another format; the detail is the one that it was read as, a value of `Format`."""
    PAGES_WITHOUT_TEXT = "pages_without_text"
    """The detail names them, counted from 1, such as `2, 5-7`."""
    PAGES_UNREADABLE = "pages_unreadable"
    """Pages that are damaged and were left out; the detail names them likewise."""
    TABLES_LEFT_OUT = "tables_left_out"
    """Tables within tables; the detail is their number."""
    MAIN_TEXT_NOT_FOUND = "main_text_not_found"
    """All of the page's words were taken, its menus and notes too; there is no detail."""
    IMAGES_LEFT_OUT = "images_left_out"
    """The detail is their number."""
    OTHER_LANGUAGE = "other_language"
    """It is not in English, which the bundled models read; the detail is the language's ISO 639 code."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd about a file that was read all the same."""

    kind: OddityKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read from a file."""

    text: str
    markdown: bool
    """Whether the text is marked as Markdown; otherwise each of its lines is a paragraph."""
    title: str | None = None
    """As the file says it."""
    language: str | None = None
    """ISO 639-1 code, as the file says it."""
    pages: tuple[int, ...] = ()
    """The offsets at which pages begin, as `Article.pages` has them."""
    oddities: tuple[Oddity, ...] = ()


class Unreadable(Exception):
    """A file that cannot be read; the message goes on where the file's name ends: "is protected ..."."""

    def __init__(self, reason: Reason, message: str, **values: int) -> None:
        super().__init__(message)
        self.reason = reason
        self.values = values
