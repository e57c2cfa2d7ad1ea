"""The command `verbatim`: the only place where settings, log, library and client are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from index.cli import commands
from index.cli.exits import Verbose, Version, ending, run_app, sensible_settings

if TYPE_CHECKING:
    from bot.app.config import Settings

app = typer.Typer(
    name="verbatim",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # they print local variables, and one of them may be the token
)
app.add_typer(commands.app, name="")  # its commands stand beside the two below


@app.callback()
def verbatim(*, version: Version = False) -> None:
    """Answer questions about an article in the article's own words."""


@app.command()
def run(*, verbose: Verbose = False) -> None:
    """Answer questions in Discord, until Ctrl-C."""
    with ending(verbose=verbose):
        settings = _settings()
        from bot.app.run import run as answer

        answer(settings, verbose=verbose)


@app.command()
def preview(
    *,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to serve; 0 is any free port.")] = 0,
    verbose: Verbose = False,
) -> None:
    """Try the bot on a local page that looks like Discord, without a token."""
    with ending(verbose=verbose):
        settings = _settings()
        from bot.app.preview import preview as serve

        serve(settings, port=port, open_page=open_page)


def _settings() -> Settings:
    from bot.app.config import Settings

    with sensible_settings():
        return Settings()


def main() -> None:
    """Run a command; an expected failure is one line on stderr and an exit code."""
    run_app(app)


if __name__ == "__main__":
    main()
