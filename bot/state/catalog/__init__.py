"""The catalogue: which documents each server's library is made of, and what became of them."""
