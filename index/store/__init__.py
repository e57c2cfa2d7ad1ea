"""An index on disk: built, written whole, checked when it is opened."""
