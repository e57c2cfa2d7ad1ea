"""How many sentences of five PDFs are read as they were written: `python -m tests.bench.pdf`.

Three were made with LibreOffice Writer 7.4 (pages with running lines, two hyphenated columns, lists and a
table) and two with pdfTeX (an article in two columns, a book with footnotes); `paragraphs.json` has what was
written. Where pdfplumber is installed, its lines are joined likewise, in its order and in that of the file.
"""

from __future__ import annotations

import io
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from index.text.formats.page_lines import Line, join
from index.text.formats.pdf import extract
from index.text.structure import structure_of

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent / "pdfs"


def by_pdfplumber(content: bytes, *, in_order: bool) -> str:
    """Read with pdfplumber."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(content)) as pdf:
        pages = [
            [
                Line(line["text"], line["chars"][0]["size"], float(page.height) - line["bottom"])
                for line in page.extract_text_lines(use_text_flow=in_order)
            ]
            for page in pdf.pages
        ]
    return join(pages)[0]


def read(text: str) -> set[str]:
    """Return a text's sentences, their quotation marks straight and without the signs of lists."""
    found = structure_of(text, markdown=True, language="en").sentences
    return {" ".join(text[span.start : span.end].lstrip("- ").replace("’", "'").split()) for span in found}


def lost(name: str, paragraphs: list[str], reader: Callable[[bytes], str]) -> tuple[int, int, float]:
    """Return how many sentences were written, how many of them were not read, and the seconds it took."""
    written = {sentence for paragraph in paragraphs for sentence in read(paragraph)}
    start = time.perf_counter()
    text = reader((FOLDER / f"{name}.pdf").read_bytes())
    return len(written), len(written - read(text)), time.perf_counter() - start


def main() -> None:
    """Print a line for each reader and file."""
    readers: dict[str, Callable[[bytes], str]] = {"pypdf": lambda content: extract(content).text}
    try:
        import pdfplumber  # noqa: F401 - is it there?
    except ImportError:
        pass
    else:
        readers["pdfplumber"] = lambda content: by_pdfplumber(content, in_order=False)
        readers["pdfplumber, in order"] = lambda content: by_pdfplumber(content, in_order=True)
    for reader, run in readers.items():
        for name, paragraphs in json.loads((FOLDER / "paragraphs.json").read_bytes()).items():
            written, missing, seconds = lost(name, paragraphs, run)
            print(f"{reader}: {name}: {missing} of {written} sentences lost, {seconds:.2f} s")


if __name__ == "__main__":
    main()
