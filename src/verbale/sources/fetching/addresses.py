"""Which network addresses a host stands for, and whether they may be asked."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from verbale.errors import FetchError, RefusedAddressError
from verbale.sources.fetching.targets import Target

Address = IPv4Address | IPv6Address
_NAT64 = IPv6Network("64:ff9b::/96")


def resolve_public(target: Target, *, allow_private: bool = False) -> tuple[str, ...]:
    """The network addresses that the host's name stands for, in the order to try them.

    The connection must go to one of these very addresses: a second look-up of the name may answer otherwise.

    Raises:
        FetchError: the name stands for nothing.
        RefusedAddressError: one of its addresses lies on a private or local network.

    >>> from verbale.sources.fetching.targets import parse_target
    >>> resolve_public(parse_target("http://0x7f.1/"))
    Traceback (most recent call last):
    verbale.errors.RefusedAddressError: http://0x7f.1/ leads to 127.0.0.1, on a private or local network: ...
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            target.url, f"{target.url}: no host is called {target.host!r}: check the address and the network"
        ) from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not allow_private and not is_public(address):
            raise RefusedAddressError(
                target.url,
                f"{target.url} leads to {address}, on a private or local network: "
                "give its text as a file, or set VERBALE_FETCH_PRIVATE if the network is yours",
            )
    return addresses


def is_public(address: str) -> bool:
    """Whether an address belongs to the internet at large, and to one machine there.

    IPv4 addresses wrapped into IPv6 ones (mapped, 6to4, Teredo, NAT64) are judged unwrapped.

    >>> is_public("93.184.215.14"), is_public("10.1.2.3"), is_public("::ffff:127.0.0.1"), is_public("fe80::1%eth0")
    (True, False, False, False)
    """
    return all(_is_global(each) for each in _unwrap(ip_address(address.partition("%")[0])))


def _is_global(address: Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _unwrap(address: Address) -> list[Address]:
    """The IPv4 addresses within, or the address itself."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address.teredo:
        return [address, *address.teredo]
    if address in _NAT64:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return [address, address.sixtofour] if address.sixtofour else [address]
