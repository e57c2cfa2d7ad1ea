"""`/lookup`: words and phrases exactly as written."""
