"""The tokens that mark a window's parts, as BERT's uncased vocabulary numbers them."""

UNKNOWN, CLS, SEP = 100, 101, 102
MARK, MARK_PARAGRAPH = 2, 3
"""Two that the vocabulary leaves free: before a sentence, and before the first of a paragraph."""
VOCABULARY = 30522
"""Word pieces; MPNet knows the same ones."""
LONGEST = 512
"""Tokens of a window, at most."""
