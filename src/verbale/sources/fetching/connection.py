"""One request to one network address, with an end in time and size."""

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from verbale.sources.fetching.rules import FetchRules
from verbale.sources.fetching.targets import Target

_BLOCK = 65536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: status, headers by lower-case name, the body as sent (cut after `max_bytes` + 1)."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _PinnedConnection(http.client.HTTPConnection):
    """A connection to one of the network addresses that were looked up, and checked, before.

    The host's name is used for the Host header and the certificate, never looked up again.
    """

    def __init__(self, target: Target, addresses: Sequence[str], timeout: float) -> None:
        super().__init__(target.host, target.port, timeout=timeout)
        self.default_port = 443 if target.scheme == "https" else 80
        self._addresses = addresses
        self._secure = target.scheme == "https"
        self._wire: socket.socket | None = None

    def connect(self) -> None:
        self.sock = self._wire = self._reach()
        if self._secure:
            # The handshake comes after the socket is known here, so that `cut` can end it.
            secure = _tls().wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock = self._wire = secure
            secure.do_handshake()

    def _reach(self) -> socket.socket:
        """A connection to the first address that takes one."""
        for address in self._addresses[:-1]:
            with contextlib.suppress(OSError):
                return socket.create_connection((address, self.port), self.timeout)
        return socket.create_connection((self._addresses[-1], self.port), self.timeout)

    def cut(self) -> None:
        """End the connection from another thread, whatever it waits for."""
        # `sock` is forgotten as soon as the headers of a last answer are read; its body still comes over it.
        if self._wire:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self._wire, socket.SHUT_RDWR)


@cache
def _tls() -> ssl.SSLContext:
    """The machine's authorities (SSL_CERT_FILE too), and those that Python packages ship."""
    # Comes with trafilatura; only fetching needs it.
    import certifi  # noqa: PLC0415

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def request(
    target: Target, addresses: Sequence[str], headers: Mapping[str, str], rules: FetchRules
) -> Answer:
    """Ask one of the host's addresses for the target's path.

    Raises:
        TimeoutError: the answer was not there whole after `rules.timeout` seconds.
        OSError: no connection, or no trust in the host's certificate.
        http.client.HTTPException: what came is no HTTP, or is cut off.
    """
    connection = _PinnedConnection(target, addresses, rules.timeout)
    with _deadline(connection, rules.timeout):
        connection.request("GET", target.path, headers=dict(headers))
        response = connection.getresponse()
        body = _read(response, rules.max_bytes)
        names = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, names, body)


def _read(response: http.client.HTTPResponse, limit: int) -> bytes:
    """The body, or its first `limit` + 1 bytes.

    Raises:
        http.client.IncompleteRead: the host closed before it had sent what it promised.
    """
    parts, size = [], 0
    while size <= limit and (part := response.read1(min(_BLOCK, limit + 1 - size))):
        parts.append(part)
        size += len(part)
    if size <= limit and response.length:
        raise http.client.IncompleteRead(b"", response.length)
    return b"".join(parts)


@contextmanager
def _deadline(connection: _PinnedConnection, seconds: float) -> Iterator[None]:
    """Cut the connection after so many seconds: a host that drips bytes never times out by itself."""
    expired = threading.Event()

    def expire() -> None:
        expired.set()
        connection.cut()

    timer = threading.Timer(seconds, expire)
    timer.daemon = True
    timer.start()
    try:
        yield
        if expired.is_set():
            raise TimeoutError
    except (OSError, http.client.HTTPException, ValueError) as error:
        if expired.is_set():
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()
        connection.close()
