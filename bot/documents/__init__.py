"""The one way to change a server's library: files are understood, checked, stored and catalogued."""
