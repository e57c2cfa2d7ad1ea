"""Text from outside -> text that Discord shows exactly as written: no format, ping, link or hidden sign."""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index import Span

Signs: TypeAlias = "tuple[str, ...]"
"""A text ready to be shown, one entry for each of its code points: as it is, escaped, or dropped ("").

Cutting between entries never cuts inside an escape, and offsets into the text stay valid.
"""

CUT = r"\[…\]"
"""What stands where words were left out, escaped."""

HOLE = "\ue000"
"""What a sentence of the bot's says in the place of a value that `filled` puts there ready to be shown."""

_REACH = 4
"""How many times what can be shown of a text is looked at, at most."""

# What Discord's Markdown, mentions, emoji codes, timestamps, links and invites are made of; "&" and ")" only
# matter to stricter Markdown. A backslash before punctuation shows that punctuation.
_SPECIAL = frozenset("\\`*_~|<>@#:/.-+[](){}!&=")

# Default_Ignorable_Code_Point of Unicode 16's DerivedCoreProperties.txt, and the interlinear annotation marks
# (U+FFF9 to U+FFFB): all are drawn as nothing, or move what stands beside them.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_JOINERS = frozenset("\u200c\u200d")
_EMOJI_STYLE = "\ufe0f"
_KEYS, _KEYCAP = frozenset("0123456789#*"), "\u20e3"
_NEAR = 40  # how far, in signs, a cut may move to come between words
_SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")


def signs(text: str) -> Signs:
    """Make a text ready to be shown, on one line: line breaks and tabs become spaces, invisible signs go.

    A joiner stays between two letters or emoji that it can join (Persian, families of emoji), the emoji
    style where it follows a sign that has one; beside ASCII they would only split words unseen.
    """
    ready: list[str] = []
    before = " "  # the last sign that is shown
    for i, char in enumerate(text):
        after = text[i + 1 : i + 2]
        if char == _EMOJI_STYLE:
            ready.append(char if _takes_style(before, text[i - 1 : i], after) else "")
        elif char in _JOINERS:
            ready.append(char if _joinable(before) and _joinable(after) else "")
        elif char in _SPACES:
            ready.append(" ")
            before = " "
        elif unicodedata.category(char) in {"Cc", "Cs"} or _INVISIBLE.match(char):
            ready.append("")
        else:
            ready.append(f"\\{char}" if char in _SPECIAL else char)
            before = char
    return tuple(ready)


def escape(text: str) -> str:
    """Escape a text so that Discord shows it as written, on one line, and nothing of it is hidden."""
    return "".join(signs(text))


def unescape(shown: str) -> str:
    """Return what an escaped text shows."""
    return _ESCAPE.sub(r"\1", shown)


def width(shown: str) -> int:
    """Count as the strictest of Discord's clients does, in UTF-16 units; never less than `len`."""
    return len(shown) + sum(char > "\uffff" for char in shown)


def fit(ready: Signs, limit: int, *, around: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """Choose the stretch of a text to show within `limit` units: all of it, or what lies around a place.

    Returns where the stretch starts and ends. Marks for what is left out count towards the limit. The
    stretch begins at the start of the text if `around` fits in then; cuts are at white space where near.
    """
    if sum(map(width, ready)) <= limit:
        return 0, len(ready)
    first, last = around
    budget = limit - 2 * (len(CUT) + 1)
    ends = [0, *itertools.accumulate(map(width, ready))]
    start = 0
    if ends[last] > budget:
        spare = max(0, budget - (ends[last] - ends[first]))
        start = bisect_left(ends, max(0, ends[first] - spare // 2))
        start = next((i + 1 for i in range(start, min(first, start + _NEAR)) if ready[i] == " "), start)
    stop = bisect_right(ends, ends[start] + budget) - 1
    if stop < len(ready):
        earliest = max(start, stop - _NEAR, min(last, stop))
        stop = next((i for i in range(stop, earliest, -1) if ready[i] == " "), stop)
        while stop > earliest and _continues(ready[stop]):
            stop -= 1
    return start, stop


def shorten(text: str, limit: int) -> str:
    """Escape a text and keep its beginning, within `limit` units, with a mark where it is cut."""
    ready = signs(text)
    start, stop = fit(ready, limit)
    return marked("".join(ready[start:stop]).strip(), start=start, stop=stop, length=len(ready))


def marked(shown: str, *, start: int, stop: int, length: int) -> str:
    """Mark that a stretch of a longer text was cut at its start or end."""
    return f"{f'{CUT} ' if start > 0 else ''}{shown}{f' {CUT}' if stop < length else ''}"


def filled(sentence: str, shown: str) -> str:
    """Escape a sentence that was said with a `HOLE`, and fill it."""
    return escape(sentence).replace(HOLE, shown, 1)


def emphasised(text: str, spans: Iterable[Span], limit: int, *, bold: bool = True) -> str:
    """Show a text on one line with stretches of it bold, or as plain as the rest, in about `limit` units.

    Where it is too long, what lies around the first of them is shown, with marks where it is cut. The closing
    marks of a stretch that is cut come on top of the limit.
    """
    spans = tuple(spans)
    offset = max(0, spans[0].start - limit) if spans and len(text) > _REACH * limit else 0
    ready = signs(text[offset : offset + _REACH * limit])
    stretches = tuple(_stretches(ready, spans, offset))
    first, last = stretches[0] if stretches else (0, 0)
    # Of a long stretch the beginning will do, so that the cut can come between words.
    marked_up = _bold(ready, stretches) if bold else ready
    start, stop = fit(marked_up, limit, around=(first, min(last, first + limit // 4)))
    if not "".join(ready[:start]).strip():
        start = 0  # nothing that is seen would be left out
    inside = [
        (max(first, start), min(last, stop)) for first, last in stretches if first < stop and last > start
    ]
    shown = "".join((_bold(ready, inside) if bold else ready)[start:stop]).strip()
    # As places in the whole text, so that what was not even looked at counts as cut.
    return marked(shown, start=offset + start, stop=offset + stop, length=len(text))


def _takes_style(before: str, previous: str, after: str) -> bool:
    """Whether the emoji style follows a sign that has one: an emoji, or what a keycap is drawn around."""
    return before == previous and (_joinable(before) or (before in _KEYS and after == _KEYCAP))


def _joinable(char: str) -> bool:
    """Whether a joiner or the emoji style can have an effect beside this sign."""
    return char > "\x7f" and not char.isspace() and not _INVISIBLE.match(char)


def _continues(sign: str) -> bool:
    """Whether a sign is drawn upon the one before it, so that no cut may come between."""
    return sign in _JOINERS or sign == _EMOJI_STYLE or unicodedata.category(sign[-1:] or " ").startswith("M")


def _stretches(ready: Signs, spans: Sequence[Span], offset: int) -> Iterator[tuple[int, int]]:
    """Return what is to be bold, without white space at its ends; what is shown side by side is one."""
    ends: list[tuple[int, int]] = []
    for span in spans:
        first, last = max(0, span.start - offset), min(len(ready), span.end - offset)
        if ends and not any(ready[ends[-1][1] : first]):
            first = ends.pop()[0]
        ends.append((first, last))
    for first, last in ends:
        shown = [place for place in range(first, last) if ready[place].strip()]
        if shown:
            yield shown[0], shown[-1] + 1


def _bold(ready: Signs, stretches: Iterable[tuple[int, int]]) -> Signs:
    parts = list(ready)
    for first, last in stretches:
        parts[first] = f"**{parts[first]}"
        parts[last - 1] = f"{parts[last - 1]}**"
    return tuple(parts)
