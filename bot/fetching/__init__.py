"""Reading what a link leads to, from public servers only; knows nothing of Discord."""
