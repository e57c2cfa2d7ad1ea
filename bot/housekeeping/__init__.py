"""What is done unasked: old things are deleted, and servers that come and go are noted."""
