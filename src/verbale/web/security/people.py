"""Who asks: tokens with a name and a role, compared in constant time."""

import hashlib
import hmac
from dataclasses import dataclass
from enum import IntEnum

from verbale.errors import SettingsError

SHORTEST_TOKEN = 16
"""Characters that a token must have: fewer can be guessed."""


class Role(IntEnum):
    """What somebody may do; each role may do what those before it may."""

    READ = 1
    """See every page and query the API."""
    REVIEW = 2
    """Accept, reject, correct, merge, split, confirm."""
    ADMIN = 3
    """Add reports and forget them."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may use the record; `name` signs his decisions."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens that VERBALE_TOKENS names, kept as digests."""

    digests: tuple[tuple[bytes, Person], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.digests)

    def find(self, token: str) -> Person | None:
        """Whose token it is; every token is compared, so that time tells nothing.

        >>> tokens = parse_tokens("anna:review:correct-horse-battery")
        >>> tokens.find("correct-horse-battery").role.name
        'REVIEW'
        >>> tokens.find("correct-horse-batterx") is None
        True
        """
        given = _digest(token)
        found = None
        for digest, person in self.digests:
            if hmac.compare_digest(digest, given):
                found = person
        return found

    def sign_in(self, person: Person, until: int) -> str:
        """A cookie that stands for a person until a time (seconds since 1970) without holding his token."""
        digest = next(digest for digest, each in self.digests if each == person)
        return f"{person.name}.{until}.{_sign(digest, person.name, until)}"

    def find_signed(self, cookie: str, now: float) -> Person | None:
        """Whose cookie it is; None where it is forged, outdated, or its token was taken back."""
        name, _, rest = cookie.partition(".")
        until, _, signature = rest.partition(".")
        if not until.isascii() or not until.isdigit() or len(until) > 12 or int(until) < now:
            return None
        found = None
        for digest, person in self.digests:
            expected = _sign(digest, person.name, int(until))
            if person.name == name and hmac.compare_digest(expected.encode(), signature.encode()):
                found = person
        return found


def parse_tokens(setting: str) -> Tokens:
    """The tokens of VERBALE_TOKENS: `name:role:token`, several separated by blanks.

    Raises:
        SettingsError: a part that is not of that form, an unknown role, a token that can be guessed.

    >>> len(parse_tokens("anna:review:0123456789abcdef bot:read:fedcba9876543210").digests)
    2
    >>> bool(parse_tokens(""))
    False
    """
    return Tokens(tuple(_parse_token(part, at) for at, part in enumerate(setting.split(), start=1)))


def _parse_token(part: str, at: int) -> tuple[bytes, Person]:
    """One token; what is wrong with it is said without showing it."""
    name, _, rest = part.partition(":")
    role, _, token = rest.partition(":")
    roles = {each.name.lower(): each for each in Role}
    if not name or "." in name or role not in roles:
        raise SettingsError(
            f"setting VERBALE_TOKENS, entry {at} is not `name:role:token`: give a name without a full stop and "
            f"one of the roles {', '.join(roles)}"
        )
    if len(token) < SHORTEST_TOKEN:
        raise SettingsError(
            f"setting VERBALE_TOKENS, entry {at} ({name}) has a token of {len(token)} characters: "
            f"give {SHORTEST_TOKEN} or more, for instance from `openssl rand -hex 24`"
        )
    return _digest(token), Person(name, roles[role])


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def _sign(digest: bytes, name: str, until: int) -> str:
    return hmac.new(digest, f"{name}.{until}".encode(), hashlib.sha256).hexdigest()
