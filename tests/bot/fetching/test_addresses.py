"""Which addresses are public: a table, and what holds for all."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fetching.addresses import is_public

PUBLIC = """
1.0.0.0 1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.216.34 100.63.255.255 100.128.0.0 126.255.255.255
128.0.0.0 168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255
192.0.1.0 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255 198.51.101.0
203.0.112.255 203.0.114.0 223.255.255.255
2001:200:: 2001:4860:4860::8888 2003:: 2400:: 2606:4700:4700::1111 2620:fe::fe 2a00:1450:4001:80b::200e
2a02:26f0:: 2c00:: 2c0f:ffff:: 3000:: 3ffd:: 3ffd:ffff::
::ffff:1.1.1.1 ::ffff:8.8.8.8 ::ffff:93.184.216.34 64:ff9b::8.8.8.8 64:ff9b::5db8:d822
"""

NOT_PUBLIC_4 = """
0.0.0.0 0.0.0.1 0.255.255.255
10.0.0.0 10.0.0.1 10.10.10.10 10.255.255.255
100.64.0.0 100.64.0.1 100.100.100.200 100.127.255.255
127.0.0.0 127.0.0.1 127.0.1.1 127.1.1.1 127.255.255.255
168.63.129.16
169.254.0.0 169.254.0.23 169.254.169.254 169.254.170.2 169.254.255.255
172.16.0.0 172.16.0.1 172.17.0.1 172.20.1.1 172.31.255.255
192.0.0.0 192.0.0.1 192.0.0.8 192.0.0.9 192.0.0.10 192.0.0.170 192.0.0.192 192.0.0.255
192.0.2.0 192.0.2.1 192.0.2.255
192.31.196.1 192.52.193.1 192.88.99.0 192.88.99.1 192.88.99.255 192.175.48.1
192.168.0.0 192.168.0.1 192.168.1.1 192.168.178.1 192.168.255.255
198.18.0.0 198.18.0.1 198.19.255.255
198.51.100.0 198.51.100.7 198.51.100.255
203.0.113.0 203.0.113.9 203.0.113.255
224.0.0.0 224.0.0.1 224.0.0.251 232.1.1.1 233.252.0.1 239.255.255.250 239.255.255.255
240.0.0.0 240.0.0.1 250.1.1.1 255.255.255.254 255.255.255.255
"""

NOT_PUBLIC_6 = """
:: ::1 ::2 ::7f00:1 ::127.0.0.1 ::8.8.8.8 ::10.0.0.1 ::ffff:0:1.1.1.1 ::ffff:0:127.0.0.1
64:ff9b:1:: 64:ff9b:1::8.8.8.8 64:ff9b:1:ffff:ffff:ffff:ffff:ffff 64:ff9b:2::
100:: 100::1 100:0:0:1:: 200:: 400:: 1000:: 1fff:ffff::
2001:: 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:0:ffff:ffff:: 2001:1::1 2001:1::2 2001:1::3
2001:2:: 2001:3::1 2001:4:112::1 2001:10:: 2001:20::1 2001:30::1 2001:1ff:ffff::
2001:db8:: 2001:db8::1 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff
2002:: 2002:7f00:1:: 2002:a00:1:: 2002:c0a8:101:: 2002:808:808:: 2002:a9fe:a9fe::
2620:4f:8000::1 3ffe:: 3ffe:ffff::1 3fff:: 3fff::1 3fff:fff:ffff::
4000:: 5f00:: 5f00::1 6000:: 8000:: a000:: c000:: e000:: f000:: f800::
fc00:: fc00::1 fd00:: fd00:ec2::254 fd20:ce::254 fdff:ffff::
fe00:: fe80:: fe80::1 fe80::a9fe:a9fe febf:ffff:: fec0:: fec0::1 feff:ffff::
ff00:: ff01::1 ff02::1 ff02::2 ff02::fb ff05::1:3 ff0e::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
fe80::1%1 fe80::1%eth0 2606:4700:4700::1111%eth0 ::1%lo ::ffff:8.8.8.8%eth0
"""

SPECIAL_4 = [
    ipaddress.IPv4Network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
]
"""The registry of special addresses (RFC 6890), and multicast."""


def embedded(inner: str) -> list[str]:
    """Write an IPv4 address as every IPv6 address that leads to it, mapped and NAT64 last."""
    number = int(ipaddress.IPv4Address(inner))
    high, low = number >> 16, number & 0xFFFF
    return [
        f"::{inner}",
        f"2002:{high:x}:{low:x}::1",
        f"2001::{high ^ 0xFFFF:x}:{low ^ 0xFFFF:x}",  # Teredo writes it inverted
        f"::ffff:0:{inner}",
        f"64:ff9b:1::{inner}",
        f"::ffff:{inner}",
        f"64:ff9b::{inner}",
    ]


@pytest.mark.parametrize("text", PUBLIC.split())
def test_a_public_address(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", [*NOT_PUBLIC_4.split(), *NOT_PUBLIC_6.split()])
def test_an_address_that_is_not_public(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", NOT_PUBLIC_4.split())
def test_an_address_that_is_not_public_is_not_within_another_one_either(text: str) -> None:
    assert not any(is_public(ipaddress.ip_address(written)) for written in embedded(text))


@given(st.sampled_from(SPECIAL_4).flatmap(lambda network: st.ip_addresses(network=network)))
def test_no_special_address_is_public(address: ipaddress.IPv4Address) -> None:
    assert not is_public(address)
    assert not any(is_public(ipaddress.ip_address(written)) for written in embedded(str(address)))


@given(st.ip_addresses(v=4))
def test_only_what_leads_to_an_address_today_is_as_public_as_that(address: ipaddress.IPv4Address) -> None:
    *old, mapped, nat64 = (is_public(ipaddress.ip_address(written)) for written in embedded(str(address)))
    assert old == [False] * len(old)
    assert mapped is nat64 is is_public(address)


@given(st.ip_addresses(v=6))
def test_public_addresses_are_global_unicast(address: ipaddress.IPv6Address) -> None:
    if is_public(address):
        inside = address.ipv4_mapped is not None or address in ipaddress.ip_network("64:ff9b::/96")
        assert inside or (int(address) >> 125 == 1 and address.is_global)
        assert not address.is_multicast
        assert not address.is_link_local
