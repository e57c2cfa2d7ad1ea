"""Which links are asked for, however they are written."""

from __future__ import annotations

import pytest
from yarl import URL

from bot.errors import LinkError
from bot.fetching.addresses import is_public
from bot.fetching.urls import checked_url, redirected_url

LOOPBACK = """
127.0.0.1 127.0.0.1. 127.0.0.1.. 127.1 127.0.1 0x7f.1 0x7f.0.0.1 0X7F.0.0.1 0x7f000001 2130706433 017700000001
0177.0.0.1 0177.1 127.0.0.01 00000000177.0.0.1 0 0. 0.0.0.0 0x0 [::1] [::] [0:0:0:0:0:0:0:1]
[::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1] [::127.0.0.1] [64:ff9b::127.0.0.1]
[64:ff9b::7f00:1] [2002:7f00:1::] [fe80::1%25eth0] ①②⑦.⓪.⓪.① １２７.０.０.１ 127。0。0。1 127．0．0．1
127｡0｡0｡1 %31%32%37.0.0.1 127.0.0.1%2e 169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376
[fd00:ec2::254] 10.1 192.168.1 100.100.100.200 255.255.255.255 1.2.3 1.2.3.4.5 256.1.1.1 4294967296 0x7f.1.
"""


@pytest.mark.parametrize("host", LOOPBACK.split())
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_that_is_not_public_is_refused_however_it_is_written(scheme: str, host: str) -> None:
    with pytest.raises(LinkError) as caught:
        checked_url(f"{scheme}://{host}/", is_public)
    assert caught.value.words_key in {"link-private", "link-malformed"}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("https://example.com", "https://example.com"),
        ("  HTTP://EXAMPLE.com/A?b=c#d \n", "http://example.com/A?b=c"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("http://example.com:443/a", "http://example.com:443/a"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("https://1.1.1.1/", "https://1.1.1.1/"),
        ("https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"),
        ("https://1password.example/", "https://1password.example/"),
        ("https://0x7f.example/", "https://0x7f.example/"),
        ("https://example.com./", "https://example.com./"),
    ],
)
def test_a_link_that_is_asked_for(typed: str, asked: str) -> None:
    assert str(checked_url(typed, is_public)) == asked


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("file:///etc/passwd", "link-scheme"),
        ("ftp://example.com/", "link-scheme"),
        ("gopher://example.com:80/", "link-scheme"),
        ("javascript:alert(1)", "link-scheme"),
        ("data:text/html,a", "link-scheme"),
        ("dict://example.com:80/", "link-scheme"),
        ("", "link-malformed"),
        ("example.com/page", "link-malformed"),
        ("//example.com/page", "link-malformed"),
        ("/etc/passwd", "link-malformed"),
        ("http://", "link-malformed"),
        ("http:///page", "link-malformed"),
        ("http://[::1", "link-malformed"),
        ("http://example.com:http/", "link-malformed"),
        ("http://example.com:99999/", "link-malformed"),
        (f"http://example.com/{'a' * 2048}", "link-malformed"),
        ("http://ada:secret@example.com/", "link-credentials"),
        ("http://ada@example.com/", "link-credentials"),
        ("http://example.com@127.0.0.1/", "link-credentials"),
        ("http://:secret@example.com/", "link-credentials"),
        ("http://example.com:8080/", "link-port"),
        ("http://example.com:22/", "link-port"),
        ("https://example.com:6379/", "link-port"),
        ("http://example.com:0/", "link-port"),
    ],
)
def test_a_link_that_is_refused(typed: str, key: str) -> None:
    with pytest.raises(LinkError) as caught:
        checked_url(typed, is_public)
    assert caught.value.words_key == key


@pytest.mark.parametrize(
    ("at", "location", "target"),
    [
        ("http://a.example/b/c", "d", "http://a.example/b/d"),
        ("http://a.example/b", "/d?e#f", "http://a.example/d?e"),
        ("http://a.example/b", "https://c.example/", "https://c.example/"),
        ("https://a.example/b", "//c.example/", "https://c.example/"),
    ],
)
def test_a_redirect_that_is_followed(at: str, location: str, target: str) -> None:
    assert str(redirected_url(URL(at), location, is_public)) == target


@pytest.mark.parametrize(
    ("location", "key"),
    [
        ("http://a.example/", "link-downgrade"),
        ("https://127.0.0.1/", "link-private"),
        ("//[::ffff:10.0.0.1]/", "link-private"),
        ("file:///etc/passwd", "link-scheme"),
        ("https://a.example:8443/", "link-port"),
        ("https://ada:secret@a.example/", "link-credentials"),
        ("https://[", "link-malformed"),
        ("https://a\udcff.example/", "link-malformed"),
    ],
)
def test_a_redirect_that_is_refused(location: str, key: str) -> None:
    with pytest.raises(LinkError) as caught:
        redirected_url(URL("https://a.example/b"), location, is_public)
    assert caught.value.words_key == key
