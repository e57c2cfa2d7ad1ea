"""Search scores and readings -> order, confidence, verdict."""
