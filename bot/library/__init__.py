"""The way to the library, off the event loop."""
