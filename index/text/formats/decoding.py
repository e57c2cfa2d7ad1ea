"""Bytes -> text, in the encoding that they are most likely in: the only door to charset-normalizer."""

from __future__ import annotations

import codecs

from index.errors import Reason
from index.text.formats.types import Oddity, OddityKind, Unreadable

_COMMON = (
    *("utf_16", "utf_32", "cp1252", "cp1250", "cp1251", "cp1253", "koi8_r"),
    *("cp932", "euc_jp", "cp949", "gb18030", "big5"),
)
"""What people's editors write, or wrote; among all encodings a short text is easily taken for a rare one."""
_COMMONEST = "cp1252"
_SIGNS = frozenset("“”„‘’‚–—…€«»¿¡°§£•\xa0")
"""Signs that people write in Western languages."""


def decode(content: bytes, *, declared: str | None = None) -> tuple[str, tuple[Oddity, ...]]:
    """Decode as UTF-8, else as declared, else as it looks most likely; a byte order mark is taken away.

    Args:
        content: of a file.
        declared: the encoding that the file itself names, believed where it is one and fits.

    Raises:
        Unreadable: it is no text, or in no common encoding.

    """
    oddities: tuple[Oddity, ...] = ()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text, oddities = _declared(content, declared) or _guessed(content, error)
    if (place := text.find("\0")) >= 0:
        message = f"holds a NUL character at offset {place}: text in UTF-8 has none"
        raise Unreadable(Reason.NUL, message, place=place)
    return text, oddities


def recoded(content: bytes, encoding: str) -> bytes:
    """Return a text in UTF-8 if it is in an encoding, and not in UTF-8 already; else as it is."""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = _declared(content, encoding)
        return content if found is None else found[0].encode()
    return content


def _declared(content: bytes, encoding: str | None) -> tuple[str, tuple[Oddity, ...]] | None:
    try:
        # A codec such as "zip" or "hex" makes no text, and some are slow.
        if encoding is None or not codecs.lookup(encoding)._is_text_encoding:  # noqa: SLF001 - no other way
            return None
        return content.decode(encoding), ()
    except (LookupError, ValueError):
        return None


def _guessed(content: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[Oddity, ...]]:
    from charset_normalizer import from_bytes  # noqa: TID251 - this is its door

    matches = from_bytes(content, cp_isolation=["ascii", "utf_8", *_COMMON])
    best = matches.best()
    for match in matches:
        # Of two that are as likely the commonest, if it makes no odd signs of the other one's letters.
        tied = best is not None and (match.chaos, match.coherence) == (best.chaos, best.coherence)
        if tied and _COMMONEST in match.could_be_from_charset and not _odd_signs(str(match)):
            return str(match), (Oddity(OddityKind.ENCODING_GUESSED, _COMMONEST),)
    if best is None:
        byte = f"{content[error.start]:#04x} at offset {error.start}"
        message = f"is not UTF-8 (byte {byte}), nor text in another common encoding: save it as UTF-8"
        raise Unreadable(Reason.ENCODING, message)
    return str(best), (Oddity(OddityKind.ENCODING_GUESSED, best.encoding),)


def _odd_signs(text: str) -> bool:
    return any(not (char.isascii() or char.isalpha() or char in _SIGNS) for char in {*text})
