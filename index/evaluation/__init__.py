"""Questions with known answers -> how good a library is."""
