"""What the styles and kinds of lists of a Word document make of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document  # noqa: TID251 - its door is `docx.py`, which this is a part of
    from docx.oxml.xmlchemy import BaseOxmlElement as Element  # noqa: TID251 - likewise

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Begins the names of what a document is made of."""
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CODE = re.compile(r"code|preformatted|source|listing", re.IGNORECASE)
_LIST = re.compile(r"list (bullet|number)(?: (\d))?", re.IGNORECASE)
BODY_TEXT = 9
"""The outline level that makes no heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph."""

    level: int | None = None
    """Of a heading."""
    code: bool = False
    depth: int | None = None
    """Of a list's item."""
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The document's styles and its kinds of lists."""

    styles: dict[str, Style]
    default: Style
    ordered: frozenset[tuple[str, int]]
    """Ids of lists with the depths at which they are numbered."""

    @classmethod
    def of(cls, document: Document) -> Styles:
        """Read them."""
        elements = {style.style_id: style.element for style in document.styles}
        styles = {name: cls._style(element, elements) for name, element in elements.items()}
        return cls(styles, Style(), frozenset(_ordered(document)))

    @classmethod
    def _style(cls, element: Element | None, all_: dict[str, Element]) -> Style:
        for _ in range(len(all_)):  # a style may be based on itself, by mistake
            if element is None:
                break
            name = value_of(element, "name") or ""
            if heading := _HEADING.fullmatch(name):
                return Style(level=int(heading[1]))
            if name.lower() == "title":
                return Style(level=1)
            outline = value_of(element, "pPr", "outlineLvl")
            if outline and int(outline) < BODY_TEXT:
                return Style(level=int(outline) + 1)
            if listed := _LIST.fullmatch(name):
                return Style(depth=int(listed[2] or 1) - 1, ordered=listed[1].lower() == "number")
            if _CODE.search(name):
                return Style(code=True)
            element = all_.get(value_of(element, "basedOn") or "")
        return Style()


def _ordered(document: Document) -> Iterator[tuple[str, int]]:
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return
    kinds = {
        (kind.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl")))
        for kind in numbering.iterchildren(f"{W}abstractNum")
        for level in kind.iterchildren(f"{W}lvl")
        if value_of(level, "numFmt") not in {"bullet", "none"}
    }
    for own in numbering.iterchildren(f"{W}num"):
        abstract = value_of(own, "abstractNumId")
        yield from ((own.get(f"{W}numId"), depth) for kind, depth in kinds if kind == abstract)


def value_of(element: Element, *path: str) -> str | None:
    """Return the value of an element below another; None where there is no such one."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return None if found is None else found.get(f"{W}val")
