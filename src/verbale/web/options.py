"""How the server is set up, out of settings and the command line."""

import getpass
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from verbale.errors import OpenAddressError
from verbale.settings import Settings
from verbale.web.security.people import Person, Role, Tokens, parse_tokens

LOOPBACK = frozenset(("127.0.0.1", "::1", "localhost"))


def read_clock() -> datetime:
    """The moment it is; the one place where the web reads the clock for the record."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class WebOptions:
    """What the application needs to know about where it runs.

    `local`: only this machine can reach it. `nobody`: who asks where there are no tokens, None to refuse him.
    `now` gives the moment for what is written.
    """

    tokens: Tokens = field(default_factory=Tokens)
    local: bool = True
    nobody: Person | None = field(default_factory=lambda: Person("local", Role.ADMIN))
    rate_limit: int = 0
    max_request: int = 4_000_000
    query_seconds: float = 10.0
    fetch_urls: bool = False
    settings: Settings = field(default_factory=Settings)
    now: Callable[[], datetime] = read_clock


def make_options(settings: Settings, host: str) -> WebOptions:
    """The options for serving at an address.

    Raises:
        OpenAddressError: others could reach the address, and no token is set.
        SettingsError: VERBALE_TOKENS is not of its form.
    """
    tokens = parse_tokens(settings.tokens)
    local = host in LOOPBACK
    if not local and not tokens:
        raise OpenAddressError(
            f"{host} can be reached from other machines, and no token is set: set VERBALE_TOKENS "
            "(`name:role:token`, docs/settings.md), or serve at 127.0.0.1"
        )
    return WebOptions(
        tokens=tokens,
        local=local and not tokens,
        nobody=None if tokens else Person(_user(), Role.ADMIN),
        rate_limit=settings.rate_limit,
        max_request=settings.max_request,
        query_seconds=settings.query_seconds,
        fetch_urls=settings.fetch_urls,
        settings=settings,
    )


def _user() -> str:
    """Who runs the server: his name signs decisions made without a token."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "local"
