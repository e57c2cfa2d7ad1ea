"""`/library`: managers add documents to their server's library, and look after them."""
