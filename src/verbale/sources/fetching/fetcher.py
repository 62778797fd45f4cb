"""Fetch pages: one request at a time a host, as robots.txt allows, to addresses that were checked."""

import http.client
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from verbale.errors import FetchError, ReportError, RobotsError, TextTooLongError
from verbale.settings import Settings
from verbale.sources.fetching.addresses import resolve_public
from verbale.sources.fetching.bodies import BodyTooLargeError, BrokenBodyError, decode_body
from verbale.sources.fetching.connection import Answer, request
from verbale.sources.fetching.robots import NOTHING, Robots, parse_robots
from verbale.sources.fetching.rules import FetchRules
from verbale.sources.fetching.targets import Target, follow, parse_target

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES = 512_000
_ROBOTS_KEPT = 24 * 3600.0
_ROBOTS_RETRY = 600.0
_ACCEPT = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.8"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `url` is where it came from in the end, a 304 has no body.

    `etag` and `modified` go with the next request for the same address.
    """

    url: str
    status: int
    body: bytes
    content_type: str = ""
    etag: str = ""
    modified: str = ""


@dataclass(slots=True)
class _Host:
    """One host: its locks, when it may be asked next, its robots.txt by origin with the time they hold until.

    `reading` is held while robots.txt is read, `lock` for a single request and never with another one inside.
    """

    lock: threading.Lock = field(default_factory=threading.Lock)
    reading: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    robots: dict[str, tuple[float, Robots]] = field(default_factory=dict)


class Fetcher:
    """Fetches addresses within the rules; safe to share between threads.

    Args:
        rules: the limits.
        clock: seconds of a clock that never goes back; only differences count.
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        rules: FetchRules,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.rules = rules
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()

    def fetch(self, url: str, *, etag: str = "", modified: str = "") -> Fetched:
        """What an address points at, redirects followed and each of them checked like the first.

        `etag` and `modified` are those of an earlier answer: unchanged comes as status 304 without a body.

        Raises:
            BadUrlError, RefusedAddressError, RobotsError, FetchError, TextTooLongError: why it did not come.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        target = parse_target(url)
        for _ in range(self.rules.max_redirects + 1):
            with _told_of(url):
                self._check_robots(target)
                answer = self._ask(target, {name: value for name, value in conditions.items() if value})
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return self._accept(url, target, answer)
            target = self._follow(url, target, answer)
        raise FetchError(
            url, f"{url} points on more than {self.rules.max_redirects} times: give its last address"
        )

    def _follow(self, url: str, target: Target, answer: Answer) -> Target:
        """Where an answer points on to; an address that cannot be asked is told under the first one."""
        try:
            return follow(target, answer.headers["location"])
        except ReportError as error:
            raise FetchError(url, f"{url} points on to a wrong address: {error.message}") from error

    def _accept(self, url: str, target: Target, answer: Answer) -> Fetched:
        """A good answer with its body unpacked."""
        if answer.status not in (200, 304):
            reason = http.client.responses.get(answer.status, "no reason given")
            raise FetchError(
                url, f"{url} answered {answer.status} ({reason.lower()}): check the address, or try later"
            )
        try:
            encoding = answer.headers.get("content-encoding", "") if answer.status == 200 else ""
            body = decode_body(answer.body, encoding, self.rules.max_bytes)
        except BodyTooLargeError:
            raise TextTooLongError(
                url, f"{url} is longer than {self.rules.max_bytes:,} bytes: raise VERBALE_FETCH_MAX_BYTES"
            ) from None
        except BrokenBodyError as error:
            raise FetchError(url, f"{url} cannot be unpacked: {error}: try later") from error
        header = answer.headers.get
        return Fetched(
            url=target.url,
            status=answer.status,
            body=body if answer.status == 200 else b"",
            content_type=header("content-type", ""),
            etag=header("etag", ""),
            modified=header("last-modified", ""),
        )

    def _ask(self, target: Target, extra: dict[str, str], rules: FetchRules | None = None) -> Answer:
        """One request, when it is the host's turn."""
        host = self._host(target)
        headers = {
            "User-Agent": self.rules.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **extra,
        }
        with host.lock:
            addresses = resolve_public(target, allow_private=self.rules.allow_private)
            self._sleep(max(0.0, host.free_at - self._clock()))
            try:
                return request(target, addresses, headers, rules or self.rules)
            except (OSError, http.client.HTTPException) as error:
                raise _describe(target, error, self.rules) from error
            finally:
                known = host.robots.get(target.origin)
                host.free_at = self._clock() + max(self.rules.delay, known[1].delay if known else 0.0)

    def _check_robots(self, target: Target) -> None:
        """Nothing, if the host's robots.txt lets us ask.

        Raises:
            RobotsError: it does not, or cannot be had.
            FetchError, RefusedAddressError: the host cannot be asked at all.
        """
        robots = self._robots(target)
        if not robots.allow(target.path):
            reason = "is broken or did not come" if robots is NOTHING else "keeps programs away from it"
            raise RobotsError(
                target.url,
                f"{target.url} may not be fetched: {target.origin}/robots.txt {reason}: "
                "open it in a browser and save it",
            )

    def _robots(self, target: Target) -> Robots:
        """The rules of the host for us, read once a day; sooner where they could not be read."""
        host = self._host(target)
        with host.reading:
            known = host.robots.get(target.origin)
            if known and self._clock() < known[0]:
                return known[1]
            robots = NOTHING
            try:
                robots = self._fetch_robots(parse_target(f"{target.origin}/robots.txt"))
            finally:
                keep = _ROBOTS_RETRY if robots is NOTHING else _ROBOTS_KEPT
                host.robots[target.origin] = (self._clock() + keep, robots)
            return robots

    def _fetch_robots(self, target: Target) -> Robots:
        """The rules of a host: everything where it has none, nothing where it cannot say."""
        rules = replace(self.rules, max_bytes=_ROBOTS_BYTES)
        answer = self._ask(target, {}, rules)
        for _ in range(self.rules.max_redirects):
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                break
            try:
                target = follow(target, answer.headers["location"])
                answer = self._ask(target, {}, rules)
            except ReportError:
                return NOTHING
        return self._read_robots(answer)

    def _read_robots(self, answer: Answer) -> Robots:
        """The rules that an answer holds."""
        if answer.status >= 500 or answer.status == 429:
            return NOTHING
        if answer.status != 200:
            return Robots()
        try:
            raw = decode_body(
                answer.body[:_ROBOTS_BYTES], answer.headers.get("content-encoding", ""), _ROBOTS_BYTES
            )
        except (BodyTooLargeError, BrokenBodyError):
            return NOTHING
        return parse_robots(raw.decode("utf-8", "replace"), self.rules.token)

    def _host(self, target: Target) -> _Host:
        with self._guard:
            return self._hosts.setdefault(target.host.lower(), _Host())


def open_fetcher(settings: Settings) -> Fetcher | None:
    """The fetcher that the settings allow; None where they do not let us fetch.

    >>> open_fetcher(Settings()) is None
    True
    """
    return Fetcher(FetchRules.of(settings)) if settings.fetch else None


@contextmanager
def _told_of(url: str) -> Iterator[None]:
    """Errors on the way to an address told under it: where it points on to, and a robots.txt, nobody asked for."""
    try:
        yield
    except ReportError as error:
        message = error.message if url in error.message else f"{url}: {error.message}"
        raise type(error)(url, message) from error


def _describe(target: Target, error: Exception, rules: FetchRules) -> FetchError:
    """What kept an answer from coming."""
    if isinstance(error, TimeoutError):
        reason = f"did not answer within {rules.timeout:g} seconds: try later, or raise VERBALE_FETCH_TIMEOUT"
    elif isinstance(error, ssl.SSLError):
        reason = f"has no certificate to trust ({error.reason or error}): check the address"
    elif isinstance(error, http.client.IncompleteRead):
        reason = "broke off its answer: try later"
    elif isinstance(error, http.client.HTTPException):
        reason = f"answered what is no HTTP ({type(error).__name__}): check the address"
    else:
        reason = f"cannot be reached ({error.strerror or error}): check the address and the network"  # type: ignore[attr-defined]
    return FetchError(target.url, f"{target.url} {reason}")
