"""The neural models: their weights, their tokens, and the hardware that computes them."""
