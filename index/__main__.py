"""`python -m index build|ask`: the library alone, without Discord."""

from index.commands import app
from index.ending import run_app

if __name__ == "__main__":
    run_app(app)
