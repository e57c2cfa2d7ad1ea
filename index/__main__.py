"""`python -m index build|ask|evaluate`: the library alone, without Discord."""

from index.cli.commands import app
from index.cli.exits import Version, run_app


@app.callback()
def main(*, version: Version = False) -> None:
    """Find the sentence of an article that answers a question, and quote it."""


if __name__ == "__main__":
    run_app(app)
