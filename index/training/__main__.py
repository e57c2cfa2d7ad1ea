"""`python -m index.training`: how the shipped encoder and reader were made."""

from index.ending import run_app
from index.training.commands import app

if __name__ == "__main__":
    run_app(app)
