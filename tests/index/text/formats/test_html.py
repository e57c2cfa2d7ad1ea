"""Pages of the web: their main text, as Markdown."""

from __future__ import annotations

import pytest

from index.text.formats.html import extract
from index.text.formats.types import Oddity, OddityKind, Unreadable

PAGE = """<!doctype html>
<html lang="de-AT"><head><meta charset="CHARSET"><title> Mühlen
 in Nara </title><script>var menu = "script";</script></head><body>
<nav><a href="/">Home</a> <a href="/more">More</a></nav>
<main><h1>Mühlen in Nara</h1>
<p>Two <b>old</b> mills stood in <a href="/nara">Nara</a> for years,<br>
side by side, as it_was * said [once].</p>
<h2>Installation</h2><p>You need:</p>
<ul><li>wood</li><li><p>a river</p><ul><li>with water</li></ul></li></ul>
<table><tr><th>Model</th><th>Price</th></tr><tr><td>X|1</td><td>20 €</td></tr></table>
<p>Run:</p><pre><code>make build

make run
</code></pre>
<ol><li>First.</li><li>Then.</li></ol>
<p>They fell long ago, and nobody has built another one in their place since that day.</p>
</main><footer>Copyright</footer></body></html>
"""
MARKDOWN = """# Mühlen in Nara

Two old mills stood in Nara for years, side by side, as it_was * said [once].

## Installation

You need:

- wood
- a river
    - with water

| Model | Price |
|---|---|
| X|1 | 20 € |

Run:

```
make build

make run
```

1. First.
2. Then.

They fell long ago, and nobody has built another one in their place since that day.
"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15"])
def test_the_main_text_of_a_page_keeps_its_structure(charset: str) -> None:
    found = extract(PAGE.replace("CHARSET", charset).encode(charset))
    assert found.text == MARKDOWN
    assert (found.markdown, found.title, found.language, found.oddities) == (
        *(True, "Mühlen in Nara", "de"),
        (),
    )


def test_a_page_that_says_another_encoding_than_it_has_is_guessed() -> None:
    found = extract(PAGE.replace("CHARSET", "ascii").encode("cp1252"))
    assert found.text == MARKDOWN
    (odd,) = found.oddities
    assert odd.kind is OddityKind.ENCODING_GUESSED


def test_a_part_of_a_page_gives_all_its_words() -> None:
    found = extract(b"<p>A <b>short</b> one.</p>")
    assert found.text.split() == ["A", "short", "one."]


def test_text_that_is_no_html_is_taken_as_it_is() -> None:
    found = extract(b"Just a line.\nAnd more.")
    assert (found.text, found.markdown) == ("Just a line.\nAnd more.", False)


def test_a_short_page_without_a_main_text_is_said() -> None:
    found = extract(b"<b>So.</b>")
    assert (found.text, found.oddities) == ("So.", (Oddity(OddityKind.MAIN_TEXT_NOT_FOUND),))


@pytest.mark.parametrize("content", [b"<html><body></body></html>", b"<p> </p>", b"<script>run()</script>"])
def test_a_page_without_words_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^holds no words that could be found: save it as text$"):
        extract(content)


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><body><p>Say &b; now.</p></html>'
    assert "hahaha" not in extract(bomb.encode()).text
