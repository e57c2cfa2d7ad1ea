"""An Answer as people read it at a terminal, a build's progress, and the prompt that goes on asking."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from rich.progress import Progress
from rich.text import Text

from index.errors import QuestionError
from index.types import Excerpt, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rich.console import Console

    from index.library import Library
    from index.types import Answer, Article

_SAYS = {
    Verdict.ANSWERED: "",
    Verdict.UNSURE: "This may answer it:",
    Verdict.NOT_FOUND: "The article does not seem to say.",
}
_CLOSEST = "The closest passages:"
_HOW_TO_ASK = (
    "Ask me what you want to know from the article, and I will quote it: for example, who, where or when."
)
_A_MOMENT = 0.7
"""Seconds of work after which a progress bar appears."""
_HISTORY = 1000

# An article cannot steer the terminal: controls (but for line ends and tabs) and the marks that turn
# the direction of writing are not printed.
_UNPRINTED = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *(0x061C, 0x200E, 0x200F),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)


def show(answer: Answer, console: Console) -> None:
    """Print how the question was read, the quotes that lead the answer, and the runners-up dimmed."""
    if answer.small_talk:
        _print(console, Text(_HOW_TO_ASK, style="yellow"))
        return
    if answer.read_as:
        _print(console, Text(f"Read as: {', '.join(answer.read_as)}", style="dim"))
    answered, missing = answer.verdict is Verdict.ANSWERED, answer.verdict is Verdict.NOT_FOUND
    leading = answer.leading
    if says := " ".join(filter(None, [_SAYS[answer.verdict], _CLOSEST if missing and leading else ""])):
        _print(console, Text(says, style="yellow"))
    others = [Excerpt((quote,)) for quote in answer.quotes[answer.led :]] if leading else []
    excerpts = (*leading, *others)
    for place, excerpt in enumerate(excerpts):
        leads = place < len(leading) and not missing
        if place > 0:
            console.print()
        if place == 1 and leads and answered:
            _print(console, Text("Also:", style="dim"))
        if lead_in := excerpt.lead_in:
            _print(console, Text(_printed(excerpt.article.read(lead_in)), style="dim"))
        claimed = answered or (place == 0 and not missing)
        _print(console, _words(excerpt, bold=claimed, style="" if leads else "dim"))
        titled = place == 0 or excerpt.article.name != excerpts[place - 1].article.name
        style = "cyan" if leads else "dim"
        _print(console, Text(f"  {_where(excerpt, titled=titled)}", style=style))
        if excerpt.also:
            also = "; ".join(_dated(article) for article in excerpt.also)
            _print(console, Text(f"  also in {also}", style=style))


def _words(excerpt: Excerpt, *, bold: bool, style: str) -> Text:
    words, shown = Text(style=style), 0
    for answer in excerpt.answers if bold else ():
        words.append(_printed(excerpt.text[shown : answer.start]))
        words.append(_printed(excerpt.text[answer.start : answer.end]), style="bold")
        shown = answer.end
    return words.append(_printed(excerpt.text[shown:]))


def _where(excerpt: Excerpt, *, titled: bool) -> str:
    article, alone = excerpt.article, excerpt.first == excerpt.last
    places = f"sentence {excerpt.first}" if alone else f"sentences {excerpt.first} to {excerpt.last}"
    headings, page = article.path(excerpt.first - 1), article.page(excerpt.first - 1)
    above = _printed(" › ".join(heading for heading in headings if heading != article.title))
    on = "" if page is None else f"page {page}"
    place = " · ".join(filter(None, [above, on, f"{places} of {len(article.sentences)}"]))
    # Of copies the newest is shown, so its date is what tells it from them.
    title = _dated(article) if excerpt.also else _printed(article.title)
    return f"{title} · {place}" if titled else place


def _dated(article: Article) -> str:
    title, published = _printed(article.title), article.published
    return title if published is None else f"{title}, {published.isoformat()}"


def _printed(text: str) -> str:
    return text.translate(_UNPRINTED)


def _print(console: Console, text: Text) -> None:
    # In a file or a pipe a sentence stays on its line.
    console.print(text, soft_wrap=not console.is_terminal)


@contextlib.contextmanager
def progress_bar(
    console: Console, doing: str = "embedding sentences"
) -> Iterator[Callable[[int, int], None]]:
    """Return long work something to report to; the bar appears once it takes longer than a moment."""
    start = time.monotonic()
    with Progress(
        console=console, transient=True, auto_refresh=False, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(doing, total=None, visible=False)

        def report(done: int, total: int) -> None:
            visible = time.monotonic() - start > _A_MOMENT
            bar.update(task, completed=done, total=total, visible=visible, refresh=visible)

        yield report


def converse(library: Library, console: Console, *, top: int, history: Path) -> None:
    """Ask until Ctrl-D; Ctrl-C gives up the line. Arrow keys bring back earlier questions."""
    with _remembering(history):
        while True:
            try:
                question = input("? ")
            except EOFError:
                console.print()
                return
            except KeyboardInterrupt:
                console.print()
                continue
            if not question.strip():
                continue
            try:
                show(library.ask(question, top=top), console)
            except QuestionError as error:
                console.print(Text(str(error), style="yellow"))
            console.print()


@contextlib.contextmanager
def _remembering(history: Path) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # a Python built without it: the prompt works, without history
        yield
        return
    with contextlib.suppress(OSError):
        readline.read_history_file(history)
    readline.set_history_length(_HISTORY)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            history.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(history)
            history.chmod(0o600)
