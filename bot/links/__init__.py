"""Pages that managers name by their links -> documents, and again each day; knows nothing of Discord."""
