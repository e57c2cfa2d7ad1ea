"""Discord and the terminal's `run` and `preview`: questions in, cards with the article's words out."""
