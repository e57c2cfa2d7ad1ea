"""Files' bytes -> text, a module for each format; each is the only door to the library that reads it.

`detection.py` says which format a file has, `reading.py` reads it. An import of either imports no library.
"""
