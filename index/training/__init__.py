"""How the shipped encoder and reader were made: examples, training, calibration.

`python -m index.training --help`. Nothing else imports this package; what it writes is loaded by
`index.models.encoder.load_encoder` and `index.models.reader.load_reader`.
"""
