"""Plain text: the text is the file's own, line ends untouched."""

from __future__ import annotations

from index.text.formats.decoding import decode
from index.text.formats.types import Extracted


def extract(content: bytes) -> Extracted:
    """Decode a file.

    Raises:
        Unreadable: it is not text in a common encoding.

    """
    text, oddities = decode(content)
    return Extracted(text, markdown=False, oddities=oddities)
