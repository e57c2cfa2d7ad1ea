"""`python -m index.training train|calibrate`: how the shipped reader was made."""

from index.ending import run_app
from index.training.commands import app

if __name__ == "__main__":
    run_app(app)
