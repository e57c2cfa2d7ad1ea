"""How Discord shows things: pure, and of no feature."""
