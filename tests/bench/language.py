"""How surely a text's language is told: `python -m tests.bench.language`.

English are the descriptions and licences of all that is installed, whole and in parts, names and code in
them included; other languages are what the bot says in its own, and paragraphs.
"""

from __future__ import annotations

import importlib.metadata
import time
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: TID251 - it is measured here

from bot.i18n.words import LANGUAGES
from index.text.language import language_of
from tests.index.text.test_language import PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = ("METADATA", ".md", ".rst", "LICENSE", "LICENSE.txt")
NAMES = "AUTHORS", "top_level", "entry_points", "RECORD"


def english() -> Iterator[str]:
    """Yield files, and parts of them as short as a note."""
    for distribution in importlib.metadata.distributions():
        for path in distribution.files or ():
            if str(path).endswith(ENGLISH) and not any(name in str(path) for name in NAMES):
                file = Path(str(distribution.locate_file(path)))
                text = file.read_text("utf-8", errors="replace") if file.is_file() else ""
                yield from (text[:20_000], text[:1_000], text[1_000:1_600], text[5_000:5_300])


def main() -> None:
    """Print how often a language is told wrongly, and how surely."""
    started = time.perf_counter()
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.classify("The first one.")
    print(f"loaded in {time.perf_counter() - started:.2f} s")
    parts = {part for part in english() if len(part.encode()) >= 150}
    told = [identifier.classify(part) for part in parts]
    wrong = sorted((probability, code) for code, probability in told if code not in {"en", "zxx"})
    print(f"English: {len(parts)} parts, {len(wrong)} taken for another language, most surely {wrong[-1:]}")
    print(f"  after all: {sum(language_of(part) not in {'en', None} for part in parts)}")
    others = [(code, text) for code, texts in PARAGRAPHS.items() for text in texts if code != "en"]
    for code in LANGUAGES.keys() - {"en"}:
        said = (resources.files("bot.i18n") / "translations" / f"{code}.ftl").read_text("utf-8")
        lines = [line.partition("=")[2] for line in said.splitlines() if "=" in line]
        others += [(code, " ".join(lines[start : start + 10])) for start in range(0, len(lines), 10)]
    missed = [(code, len(text), language_of(text)) for code, text in others if language_of(text) != code]
    least = min(probability for code, text in others for told, probability in [identifier.classify(text)])
    print(f"other languages: {len(others)} texts, {len(missed)} not told {missed}, least surely {least:.2f}")


if __name__ == "__main__":
    main()
