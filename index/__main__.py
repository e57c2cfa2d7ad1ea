"""`python -m index build|ask`: the library alone, without Discord."""

from index.cli.commands import app
from index.cli.exits import run_app

if __name__ == "__main__":
    run_app(app)
