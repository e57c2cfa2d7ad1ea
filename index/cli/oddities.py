"""What is odd about a file that was read all the same -> a sentence for the person at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.text.formats.types import OddityKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.text.formats.types import Oddity

_SAYS: Mapping[OddityKind, str] = {
    OddityKind.ENCODING_GUESSED: "is not UTF-8 and was read as {}",
    OddityKind.WRONG_SUFFIX: "was read as {}, whatever its name says",
    OddityKind.PAGES_WITHOUT_TEXT: "has no text on these pages: {}",
    OddityKind.PAGES_UNREADABLE: "has pages that cannot be read: {}",
    OddityKind.TABLES_LEFT_OUT: "has tables within tables, which are left out: {}",
    OddityKind.MAIN_TEXT_NOT_FOUND: "has no main text that could be found, so all of its words were taken",
    OddityKind.IMAGES_LEFT_OUT: "has images, which are left out: {}",
    OddityKind.OTHER_LANGUAGE: "is not in English, of which the bundled models find little in it: {}",
}


def sentence(name: str, oddity: Oddity) -> str:
    """Say what is odd about the file of a name."""
    return f"{name} {_SAYS[oddity.kind].format(oddity.detail)}"
