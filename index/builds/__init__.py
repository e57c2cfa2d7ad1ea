"""Building indexes in a process of its own, less urgent than answering: `python -m index.builds`."""
