"""Indexes are built in a process of its own, one after the other, in fair turns."""
