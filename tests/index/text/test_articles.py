from __future__ import annotations

import datetime
import os
import socket
from pathlib import Path

import pytest

from index import Article, ArticleError
from index.text.articles import collect, parse

MIB = 2**20


def read(folder: Path, *, max_bytes: int = MIB) -> list[Article]:
    return [parse(source) for source in collect(folder, max_bytes=max_bytes)]


def one(folder: Path, content: bytes, name: str = "a.txt") -> Article:
    (folder / name).write_bytes(content)
    (article,) = read(folder)
    return article


def test_files_come_in_order_of_name_and_only_those_of_known_formats(tmp_path: Path) -> None:
    for name in ("b.txt", "A.MD", "c.png", ".hidden.txt"):
        (tmp_path / name).write_text("Text.", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    assert [article.name for article in read(tmp_path)] == ["A.MD", "b.txt"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9.\r\nTwo.\r\n", "Café.\r\nTwo.\r\n"),
        (b"One.\n\nTwo.", "One.\n\nTwo."),
        (b"One.\rTwo.\r", "One.\rTwo.\r"),
    ],
)
def test_only_the_byte_order_mark_is_taken_from_the_text(tmp_path: Path, content: bytes, text: str) -> None:
    article = one(tmp_path, content)
    assert article.text == text
    assert [article.read(span)[-1] for span in article.sentences] == [".", "."][: text.count(".")]


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.txt", b"Short one. Next.", "Short one."),
        ("a.txt", b"x" * 500, "x" * 59 + "…"),
        (
            "a.md",
            b"# A heading that goes on\tand on, longer than anybody reads, and further still.",
            "A heading that goes on and on, longer than anybody reads,…",
        ),
    ],
)
def test_without_a_sidecar_the_first_words_are_the_title(
    tmp_path: Path, name: str, content: bytes, title: str
) -> None:
    assert one(tmp_path, content, name).title == title


def test_a_sidecar_gives_title_link_date_and_language(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        'title = "Trommeln"\nurl = "https://example.org/a?b=c"\npublished = 2026-01-13\nlanguage = "de"\n',
        encoding="utf-8",
    )
    article = one(tmp_path, b"Das ist z.B. ein Satz. Und noch einer.")
    assert (article.title, article.url) == ("Trommeln", "https://example.org/a?b=c")
    assert (article.published, article.language) == (datetime.date(2026, 1, 13), "de")
    assert len(article.sentences) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "a.txt is empty"),
        (b" \n\t\r\n", "a.txt is empty"),
        (
            b"\xff\xfe\0",
            "a.txt is not UTF-8 (byte 0xff at offset 0), nor text in another",
        ),
        (b"a\0b", "a.txt holds a NUL character at offset 1"),
        (b"\x89PNG\r\n\x1a\n", "a.txt is a PNG image, which cannot be read: save it as text"),
        (b"MZ\x90\0", "a.txt is a program, which cannot be read"),
        (b"x" * (MIB + 1), "a.txt is longer than the limit of 1,048,576 bytes: split it or"),
    ],
)
def test_a_file_that_cannot_be_an_article_is_named_with_the_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    with pytest.raises(ArticleError) as error:
        one(tmp_path, content)
    assert str(error.value).startswith(reason)


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        (b'titel = "x"', "a.toml, beside a.txt: titel: Extra inputs are not permitted (known: title, url,"),
        (b'url = "javascript:alert(1)"', "a.toml, beside a.txt: url: URL scheme should be 'http' or 'https'"),
        (b"published = 7", "a.toml, beside a.txt: published:"),
        (b'language = "English"', "a.toml, beside a.txt: language:"),
        (b"title =", "a.toml, beside a.txt, is not TOML in UTF-8: Invalid value (at"),
        (b'title = "\xff"', "a.toml, beside a.txt, is not TOML in UTF-8:"),
    ],
)
def test_a_wrong_sidecar_is_named_with_the_reason(tmp_path: Path, toml: bytes, reason: str) -> None:
    (tmp_path / "a.toml").write_bytes(toml)
    with pytest.raises(ArticleError) as error:
        one(tmp_path, b"Text.")
    assert str(error.value).startswith(reason)


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    with pytest.raises(ArticleError, match=r"a\.txt cannot be read: No such file or directory"):
        read(tmp_path)


def put(kind: str, path: Path) -> None:
    """Put something at a path that one could wait for, or read from for ever."""
    if kind == "a named pipe":
        os.mkfifo(path)
    elif kind == "a socket":
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))
    elif kind == "a folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")


@pytest.mark.parametrize("kind", ["a named pipe", "a socket", "a device"])
@pytest.mark.parametrize("linked", [False, True])
def test_what_is_no_file_is_refused_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, *, linked: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    put(kind, Path("other" if linked else "a.txt"))  # a socket's path must be short
    if linked:
        Path("a.txt").symlink_to("other")
    with pytest.raises(ArticleError, match=rf"^a\.txt cannot be read: it is {kind}, not a file$"):
        read(tmp_path)


@pytest.mark.parametrize("kind", ["a named pipe", "a device", "a folder"])
def test_a_sidecar_that_is_no_file_is_refused_and_not_waited_for(tmp_path: Path, kind: str) -> None:
    put(kind, tmp_path / "a.toml")
    with pytest.raises(ArticleError, match=rf"^a\.txt has a\.toml beside it, .* be read: it is {kind}, not"):
        one(tmp_path, b"Text.")


def test_a_sidecar_that_leads_nowhere_or_is_too_long_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to("gone")
    with pytest.raises(ArticleError, match=r"^a\.txt has a\.toml beside it, which cannot be read: No such"):
        one(tmp_path, b"Text.")
    (tmp_path / "a.toml").unlink()
    (tmp_path / "a.toml").write_bytes(b"#" * (2**16 + 1))
    with pytest.raises(ArticleError, match=r"^a\.txt has a\.toml beside it, which is longer than 65,536 by"):
        one(tmp_path, b"Text.")


def test_a_file_that_vanishes_while_the_folder_is_read_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Text.", encoding="utf-8")
    sources = collect(tmp_path, max_bytes=MIB)
    next(sources)
    (tmp_path / "b.txt").unlink()
    with pytest.raises(ArticleError, match=r"^b\.txt cannot be read: No such file or directory$"):
        parse(next(sources))


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux has such files")
def test_a_file_that_grows_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    """Linux gives such a file no length: what it holds is told by reading alone."""
    (tmp_path / "a.txt").symlink_to("/proc/self/maps")
    with pytest.raises(ArticleError, match=r"^a\.txt is longer than the limit of 100 bytes"):
        read(tmp_path, max_bytes=100)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0)
    try:
        with pytest.raises(ArticleError, match=r"^the articles folder .* cannot be read: Permission denied$"):
            read(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_leads_in_a_circle_is_none(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    with pytest.raises(ArticleError, match=r"a is not a folder"):
        read(tmp_path / "a")


def test_no_folder_and_no_article_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"nowhere is not a folder"):
        read(tmp_path / "nowhere")
    with pytest.raises(ArticleError, match=r"no article in .*: put a file there that ends in \.txt, "):
        read(tmp_path)


def test_the_digest_follows_the_file_and_its_sidecar(tmp_path: Path) -> None:
    def digest() -> str:
        (source,) = collect(tmp_path, max_bytes=MIB)
        return source.digest

    (tmp_path / "a.txt").write_bytes(b"Text.")
    plain = digest()
    os.utime(tmp_path / "a.txt", (1, 1))
    assert digest() == plain
    (tmp_path / "a.toml").write_bytes(b'title = "T"')
    titled = digest()
    (tmp_path / "a.txt").write_bytes(b"Text!")
    assert len({plain, titled, digest()}) == 3
