"""What the file is called that is made of a page."""

from __future__ import annotations

import pytest

from bot.links.file_names import file_name

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("url", "content_type", "name"),
    [
        ("https://news.test/", "text/html", "news.test.html"),
        ("https://news.test/2026/drums/?page=2", "text/html", "drums.html"),
        ("https://news.test/drums.HTM", "application/xhtml+xml", "drums.HTM"),
        ("https://news.test/drums.php", "text/html", "drums.php.html"),
        ("https://news.test/drums", "application/pdf", "drums.pdf"),
        ("https://news.test/drums.pdf", "application/pdf", "drums.pdf"),
        ("https://news.test/get?id=5", DOCX, "get.docx"),
        ("https://news.test/README.md", "text/plain", "README.md"),
        ("https://news.test/README", "text/markdown", "README.md"),
        ("https://news.test/notes.v2", "text/plain", "notes.v2.txt"),
        ("https://news.test/%E5%A4%AA%E9%BC%93", "text/html", "太鼓.html"),
        ("https://news.test/a%2F..%2Fb", "text/html", "b.html"),
    ],
)
def test_the_name_says_what_it_is(url: str, content_type: str, name: str) -> None:
    assert file_name(url, content_type) == name


def test_a_long_name_keeps_its_ending() -> None:
    name = file_name(f"https://news.test/{'a' * 300}", "application/pdf")
    assert len(name) <= 200
    assert name.endswith("a.pdf")
