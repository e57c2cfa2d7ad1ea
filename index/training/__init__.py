"""How the shipped reader was made: examples, training, calibration. `python -m index.training --help`.

Nothing else imports this package; what it writes is loaded by `index.reader.load_reader`.
"""
