"""Words of the article or of people, in bold, or inside a sentence of the bot's own. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.text import escape, fit, marked, signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.text import Signs
    from index import Span

HOLE = "\ue000"
"""What a sentence of the bot's says in the place of a value that `filled` puts there ready to be shown."""

_REACH = 4
"""No more than so many times what can be shown of a text is looked at."""


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


def _stretches(ready: Signs, spans: Sequence[Span], offset: int) -> Iterator[tuple[int, int]]:
    """Give what is to be bold, without white space at its ends; what is shown side by side is one."""
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
