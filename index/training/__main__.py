"""`python -m index.training train|calibrate`: how the shipped reader was made."""

from index.commands import run_app
from index.training.commands import app

if __name__ == "__main__":
    run_app(app)
