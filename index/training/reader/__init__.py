"""How the readers were made: question sets to tokens (`prepare`), then a teacher and its students (`learn`).

What runs on a GPU (`learn` and all that it imports) needs torch, numpy and safetensors alone.
"""
