"""`/help`, the smallest feature: the one to copy."""
