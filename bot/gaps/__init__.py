"""`/gaps`: questions without a good answer."""
