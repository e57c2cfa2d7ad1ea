"""A file of a known format -> its text, by the module of that format, which is imported then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.text.formats.types import Format

if TYPE_CHECKING:
    from index.text.formats.types import Extracted


def read(format_: Format, content: bytes) -> Extracted:
    """Read a file.

    Raises:
        Unreadable: it has no text, or is not what its beginning says.

    """
    if format_ is Format.MARKDOWN:
        from index.text.formats.markdown import extract
    else:
        from index.text.formats.plain import extract
    return extract(content)
