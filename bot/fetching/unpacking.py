"""Bytes packed with gzip -> as they were, as far as they may be large."""

from __future__ import annotations

import zlib

from bot.errors import LinkError

MOST_MEBIBYTES = 10
"""Of what a link leads to, packed or not."""
MOST_BYTES = MOST_MEBIBYTES * 2**20
_GZIP_ONLY = 31


def unpacked(content: bytes) -> bytes:
    """Unpack up to 10 MiB.

    Raises:
        LinkError: there is more in it.
        zlib.error: it is not packed with gzip, or not whole.

    """
    unpacker = zlib.decompressobj(_GZIP_ONLY)
    whole = unpacker.decompress(content, MOST_BYTES + 1)
    if len(whole) > MOST_BYTES:
        raise LinkError("link-too-big", mebibytes=MOST_MEBIBYTES)
    if not unpacker.eof or unpacker.unused_data:
        raise zlib.error(f"got {len(content)} bytes, and they are not one whole package")
    return whole
