"""The answers that servers' managers have chosen: which sentence answers which question."""
