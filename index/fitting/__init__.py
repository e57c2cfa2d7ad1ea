"""What was read for questions whose answers are known -> the fitted numbers of `index.calibration`.

For the reader that ships (`python -m index.training calibrate`) and for one's own articles
(`verbatim evaluate --calibrate`).
"""
