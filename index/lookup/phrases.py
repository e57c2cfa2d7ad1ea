"""An article -> the names and phrases that stand in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.lookup import exact
from index.lookup.exact import is_whole
from index.text.english import FUNCTION_WORDS, TITLES
from index.text.folding import UNSPACED
from index.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.lookup.exact import FoldedArticle

MAX_LENGTH = exact.MAX_LENGTH - 2
"""Characters of a phrase, so that a look-up has room for quotation marks around it."""
_MOST_WORDS = 4
"""A longer run of capitals is a headline rather than a name."""
_FREQUENT_WORDS = 2_000
"""Phrases that are no names begin and end with one of so many words of an article."""
_LETTERS = rf"[^\W_{UNSPACED}]+"
_WORD = re.compile(rf"{_LETTERS}(?:[-'.&](?!s\b){_LETTERS})*")
"""In a folded text; without the "s" of a genitive."""
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]{2,98})[”“»\"]|「([^「」]{2,98})」|『([^『』]{2,98})』")
_RUNS = (
    re.compile("[ァ-ヺ][ァ-ヺー・]*[ァ-ヺー]"),
    re.compile("(?<![一-鿿々])[一-鿿々]{2,8}(?![一-鿿々])"),
    re.compile("(?<![가-힣])[가-힣]{2,}"),
)
"""Katakana, ideographs (a longer run is a clause rather than a name) and Hangul."""
_AROUND = " \t\r\n.,;:!?…。、！？-–—"
_MARKS = frozenset('"「」『』')
"""No look-up in quotation marks can have them inside."""
_SENTENCE_MAY_OPEN = frozenset("\"'.:!?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or phrase, spelt as where it stands first."""

    text: str
    place: int
    """Where it stands first in the article."""
    count: int
    name: bool
    """Whether it is a name, or quoted: those are offered before anything is typed."""


def phrases_of(source: FoldedArticle) -> dict[str, Phrase]:
    """Collect the phrases of an article by their folded text, in reading order.

    They are names, what stands in quotation marks, runs of katakana, ideographs and Hangul, and words that
    stand together more than once. A look-up finds each of them.
    """
    text, place = source.article.text, source.folded.place
    names, runs, frequent = _Counted(source), _Counted(source), _Counted(source)
    for start, end in _names(source):
        names.add(start, end)
    for span in source.article.sentences:
        for hit in _QUOTED.finditer(text, span.start, span.end):
            words = hit[hit.lastindex or 0].strip(_AROUND)
            start = text.find(words, hit.start())
            names.add(place(start), place(start + len(words)))
    for run in _RUNS:
        for hit in run.finditer(text):
            runs.add(place(hit.start()), place(hit.end()))
    for start, end in _repeated(source):
        frequent.add(start, end)
    found = names.phrases(name=True, least=1)
    # What was counted as a name already is the same words once more.
    for key, phrase in (runs.phrases(name=True, least=1) | frequent.phrases(name=False, least=2)).items():
        known = found.get(key, phrase)
        found[key] = replace(known, count=max(known.count, phrase.count))
    return dict(sorted(found.items(), key=lambda item: item[1].place))


class _Counted:
    """Counts stretches of an article's folded text, where a look-up would find them."""

    def __init__(self, source: FoldedArticle) -> None:
        self._source = source
        self._counts: Counter[str] = Counter()
        self._first: dict[str, Span] = {}

    def add(self, start: int, end: int) -> None:
        """Count one more; none if a look-up would not find it, or it is too long."""
        folded = self._source.folded
        key = folded.text[start:end]
        if key not in self._first:
            first, last = folded.original(start), folded.original(end)
            if first is None or last is None or not 0 < last - first <= MAX_LENGTH or _MARKS & set(key):
                return
            if not is_whole(folded.text, start, end):
                return
            self._first[key] = Span(first, last)
        self._counts[key] += 1

    def phrases(self, *, name: bool, least: int) -> dict[str, Phrase]:
        """Return what was counted so many times."""
        text = self._source.article.text
        return {
            key: Phrase(" ".join(text[span.start : span.end].split()), span.start, self._counts[key], name)
            for key, span in self._first.items()
            if self._counts[key] >= least
        }


def _sentences(source: FoldedArticle) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """Return where each sentence begins in the folded text, and its words there."""
    folded = source.folded
    for span in source.article.sentences:
        start = folded.place(span.start)
        yield start, list(_WORD.finditer(folded.text, start, folded.place(span.end)))


def _names(source: FoldedArticle) -> Iterator[tuple[int, int]]:
    """Find runs of one to four capitalised words; where they stand in the folded text.

    The first word of a sentence belongs to a name only if it has a capital elsewhere too.
    """
    text = source.folded.text
    runs: list[tuple[bool, list[re.Match[str]]]] = []
    for start, words in _sentences(source):
        run: list[re.Match[str]] = []
        for word in words:
            if run and text[run[-1].end() : word.start()] != " ":
                run = []
            if word[0] not in TITLES and (_is_capital(source, word) or (run and word[0].isdigit())):
                if not run:
                    before = text[max(word.start() - 2, start) : word.start()].rstrip()
                    runs.append((not before or before[-1] in _SENTENCE_MAY_OPEN, run))
                run.append(word)
            else:
                run = []
    inside = {word[0] for opens, run in runs for word in run[opens:]}
    for opens, run in runs:
        kept = run[1:] if opens and run[0][0] not in inside else run
        if 1 <= len(kept) <= _MOST_WORDS:
            yield kept[0].start(), kept[-1].end()


def _is_capital(source: FoldedArticle, word: re.Match[str]) -> bool:
    """Whether a word has a capital; a function word must have no other letters: "US", but not "The"."""
    folded, text = source.folded, source.article.text
    start = folded.original(word.start())
    if start is None or not text[start].isupper():
        return False
    return word[0] not in FUNCTION_WORDS or (
        len(word[0]) > 1 and text[start : folded.original(word.end())].isupper()
    )


def _repeated(source: FoldedArticle) -> Iterator[tuple[int, int]]:
    """Find one to three words that may stand together more than once; where they stand in the folded text."""
    text = source.folded.text
    counts = Counter(_WORD.findall(text))
    frequent = {
        word
        for word, count in counts.most_common(_FREQUENT_WORDS + len(FUNCTION_WORDS))
        if count > 1 and len(word) > 2 and not word.isdigit() and word not in FUNCTION_WORDS
    }
    for _, words in _sentences(source):
        for number, word in enumerate(words):
            if word[0] not in frequent:
                continue
            end = word.end()
            for last in words[number : number + 3]:
                if last is not word and text[end : last.start()] != " ":
                    break
                end = last.end()
                if last[0] in frequent:
                    yield word.start(), end
