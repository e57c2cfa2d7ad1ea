"""`python -m index.training`: how the shipped encoder and reader were made."""

from index.cli.exits import run_app
from index.training.commands import app

if __name__ == "__main__":
    run_app(app)
