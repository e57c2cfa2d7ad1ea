"""Vectors and words -> how near each sentence is to a question."""
