"""Files that others made are taken apart in a process of its own, which may take so much and no more."""
