"""A question -> an answer in Discord, and the buttons under it."""
