"""`/read` and `/articles`: the articles themselves."""
