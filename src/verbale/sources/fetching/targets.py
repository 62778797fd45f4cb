"""Addresses of pages, taken apart and checked before anything is asked."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from verbale.errors import BadUrlError

_UNSAFE = re.compile(r"[\x00-\x20\x7f]")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """One address: where to connect, and what to ask for there (path and query, percent-encoded)."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def is_url(text: str) -> bool:
    """Whether the text is meant as an address on the web, not as a path.

    >>> is_url("HTTPS://example.org/feed"), is_url("reports/https"), is_url("ftp://example.org/x")
    (True, False, True)
    """
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", text) is not None


def parse_target(url: str) -> Target:
    """The address taken apart; letters outside ASCII are encoded as browsers do, the fragment is dropped.

    Raises:
        BadUrlError: no http or https address, no host, a user or password in it, or control characters.

    >>> parse_target("https://Priština.example/vesti?q=šta#top").path
    '/vesti?q=%C5%A1ta'
    >>> parse_target("file:///etc/passwd")
    Traceback (most recent call last):
    verbale.errors.BadUrlError: file:///etc/passwd is no address of a page: write one that begins with https://
    """
    if _UNSAFE.search(url):
        raise BadUrlError(url, f"{url!r} holds blanks or control characters: percent-encode them")
    try:
        parts = urlsplit(url)
        scheme, port = parts.scheme.lower(), parts.port
        host = _ascii_host(parts.hostname or "")
    except ValueError as error:
        raise BadUrlError(url, f"{url} is no valid address ({error}): correct it") from error
    if scheme not in _PORTS or not host:
        raise BadUrlError(url, f"{url} is no address of a page: write one that begins with https://")
    if parts.username is not None or parts.password is not None:
        raise BadUrlError(url, f"{_without_user(url)} holds a user name or password: leave it out")
    path = quote(parts.path or "/", safe="/%:=&~+!$,;'@()*") + (
        "?" + quote(parts.query, safe="/%:=&?~+!$,;'@()*[]") if parts.query else ""
    )
    return Target(url, scheme, host, port or _PORTS[scheme], path)


def follow(target: Target, location: str) -> Target:
    """The address that an answer of `target` points on to.

    >>> follow(parse_target("https://a.example/x/y"), "../z").url
    'https://a.example/z'
    """
    return parse_target(urljoin(target.url, location.strip()))


def _ascii_host(host: str) -> str:
    """The host as DNS has it; addresses in digits stay as they are."""
    if not host or ":" in host or host.isascii():
        return host.rstrip(".")
    return host.encode("idna").decode("ascii").rstrip(".")


def _without_user(url: str) -> str:
    """The address without its user and password, for messages."""
    return re.sub(r"//[^/@]*@", "//…@", url)
