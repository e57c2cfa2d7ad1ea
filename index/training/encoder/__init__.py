"""How the encoder was adapted: questions are brought near what answers them, and away from what does not."""
