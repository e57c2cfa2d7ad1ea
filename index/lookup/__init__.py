"""Exact words -> the sentences that hold them, and what a word may go on as."""
