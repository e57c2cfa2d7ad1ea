"""Which addresses are on the public internet."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import TypeAlias

Address: TypeAlias = "ipaddress.IPv4Address | ipaddress.IPv6Address"
Allowed: TypeAlias = Callable[[Address], bool]
"""Says whether a server at an address may be asked."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 as networks without it see it; the last 32 bits are the address (RFC 6052)."""
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
# `is_global` is the registry of special addresses as the running Python knows it, which differs between
# its versions; what matters here and is missing in one of them stands here too.
_NOT_PUBLIC_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "100.64.0.0/10",  # carrier-grade NAT; Alibaba's metadata
        "168.63.129.16/32",  # Azure's platform, though its address is a public one
        "192.0.0.0/24",  # IETF protocols; Oracle's metadata
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.175.48.0/24",  # AS112
    )
)
_NOT_PUBLIC_6 = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # IETF protocols, among them Teredo
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",  # AS112
        "3ffe::/16",  # 6bone
        "3fff::/20",  # documentation
    )
)


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, and so nobody's inner network.

    An IPv6 address that holds an IPv4 address is public if that one is (mapped, and NAT64), or never
    (compatible, 6to4 and Teredo, by which nobody publishes any more).
    """
    if isinstance(address, ipaddress.IPv4Address):
        return _is_unicast(address) and not any(address in network for network in _NOT_PUBLIC_4)
    if address.scope_id is not None:
        return False
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    inside = address in _GLOBAL_UNICAST and _is_unicast(address)
    return inside and not any(address in network for network in _NOT_PUBLIC_6)


def _is_unicast(address: Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved)
