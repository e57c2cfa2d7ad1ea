"""A file's name and bytes -> Article, with what is odd about the file."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import ArticleError, Reason
from index.text import english
from index.text.formats.decoding import recoded
from index.text.formats.detection import detect
from index.text.formats.reading import read
from index.text.formats.types import Format, Oddity, OddityKind, Unreadable
from index.text.language import language_of
from index.text.structure import structure_of
from index.types import CUT, Article

if TYPE_CHECKING:
    import datetime

_CODED = frozenset({Format.PLAIN, Format.MARKDOWN, Format.HTML})
"""What is text in an encoding."""
_TITLE_LENGTH = 60
_TITLE_FROM = 1000
"""Characters of the first sentence that a title is made of, white space and signs among them."""


@dataclass(frozen=True, slots=True)
class About:
    """What is said about a file beside it; it comes before what the file says itself."""

    title: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    language: str | None = None
    """ISO 639 code; where neither this nor the file says it, what the text is plainly in, else English."""
    encoding: str | None = None
    """Of its text, where that is not UTF-8; whoever says it may be wrong."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article, and what is odd about its file."""

    article: Article
    oddities: tuple[Oddity, ...]


def parse(name: str, content: bytes, about: About) -> Parsed:
    """Make an article of a file, in this process.

    Raises:
        ArticleError: it is empty or cannot be read; names the file.

    """
    try:
        format_, oddities = detect(name, content)
        if about.encoding is not None and format_ in _CODED:
            content = recoded(content, about.encoding)
        extracted = read(format_, content)
    except Unreadable as error:
        raise ArticleError(f"{name} {error}", error.reason, error.values) from error
    text = extracted.text
    language = about.language or extracted.language or language_of(text) or english.CODE
    if about.language is None and language != english.CODE:
        oddities += (Oddity(OddityKind.OTHER_LANGUAGE, language),)
    structure = structure_of(text, markdown=extracted.markdown, language=language)
    if not structure.sentences:
        raise ArticleError(f"{name} is empty: an article needs at least one sentence", Reason.EMPTY)
    first = structure.sentences[0]
    article = Article(
        name=name,
        text=text,
        title=about.title or extracted.title or _first_words(text[first.start : first.end]),
        url=about.url,
        published=about.published,
        language=language,
        sentences=structure.sentences,
        paragraphs=structure.paragraphs,
        headings=structure.headings,
        lead_ins=structure.lead_ins,
        pages=extracted.pages,
    )
    return Parsed(article, oddities + extracted.oddities)


def is_foreign(name: str, content: bytes) -> bool:
    """Whether a file belongs into a process of its own to be read."""
    try:
        return detect(name, content)[0].foreign
    except Unreadable:
        return False


def _first_words(sentence: str) -> str:
    words = sentence[:_TITLE_FROM].lstrip("#").strip()
    title = textwrap.shorten(words, _TITLE_LENGTH, placeholder=CUT)
    return words[: _TITLE_LENGTH - 1] + CUT if title == CUT else title
