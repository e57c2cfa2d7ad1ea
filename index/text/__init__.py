"""Files -> articles, their sentences, and the chunks and windows in which they are searched and read."""
