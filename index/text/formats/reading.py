"""A file of a known format -> its text, by the module of that format, which is imported then."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from index.text.formats.types import Format

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.text.formats.types import Extracted

_MODULES: Mapping[Format, str] = {
    Format.PLAIN: "plain",
    Format.MARKDOWN: "markdown",
    Format.HTML: "html",
    Format.PDF: "pdf",
    Format.DOCX: "docx",
}


class _Reader(Protocol):
    def extract(self, content: bytes) -> Extracted: ...


def read(format_: Format, content: bytes) -> Extracted:
    """Read a file.

    Raises:
        Unreadable: it has no text, or is not what its beginning says.

    """
    module = import_module(f"index.text.formats.{_MODULES[format_]}")
    return cast("_Reader", module).extract(content)
