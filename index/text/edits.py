"""How few changes make one text of another, of letters or of words: the only door to rapidfuzz."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


def slips(word: str, other: str) -> int:
    """Count the slips between two words: a letter too few, too many, wrong, or swapped with the next.

    That is optimal string alignment (Damerau 1964).
    """
    from rapidfuzz.distance import OSA  # noqa: TID251 - this is its door

    return OSA.distance(word, other)


def nearest(word: str, words: Collection[str], *, most: int) -> Iterator[tuple[int, float, str]]:
    """Find the words that are at most so many slips away, in no order.

    Yields:
        The slips; how little alike the two are, from -1 to 0 (Jaro and Winkler; Winkler 1990); the word.

    """
    from rapidfuzz import process  # noqa: TID251 - this is its door
    from rapidfuzz.distance import OSA, JaroWinkler  # noqa: TID251

    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    for found, distance, _ in near:
        yield distance, -JaroWinkler.similarity(word, found), found


def changes(words: Sequence[str], others: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """List the fewest changes that make one row of words of another.

    Returns:
        For each, the place of the word that went, and the place of the word that came; None for none.

    """
    from rapidfuzz.distance import Levenshtein  # noqa: TID251 - this is its door

    return [
        (None if edit.tag == "insert" else edit.src_pos, None if edit.tag == "delete" else edit.dest_pos)
        for edit in Levenshtein.editops(words, others)
    ]
