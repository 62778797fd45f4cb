"""Fetch the one page that somebody asks to have read; never one inside the network that the server stands in.

Off unless VERBALE_FETCH_URLS is set. The name is resolved once and the connection made to that very address, so
that a name which answers differently the second time gains nothing; redirects are checked as the first address is.
"""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import urljoin, urlsplit

from verbale.errors import ReportError, UnreadableFileError
from verbale.model import Report
from verbale.sources import Origin, SourceOptions
from verbale.sources.html import read_html
from verbale.sources.plain import read_plain

LARGEST_PAGE = 5_000_000
"""Bytes of a page that are taken."""
SECONDS = 15
REDIRECTS = 4


def fetch_report(url: str, options: SourceOptions) -> Report:
    """The report at an address.

    Raises:
        ReportError: the address is no public one of the web, does not answer, or holds no report.
    """
    for _ in range(REDIRECTS + 1):
        status, headers, body = _get(url)
        if status in (301, 302, 303, 307, 308) and headers.get("location"):
            url = urljoin(url, headers["location"])
            continue
        if status != 200:
            raise _refusal(url, f"answers {status}: open it in a browser and paste its text")
        origin = Origin(url)
        is_page = "html" in headers.get("content-type", "html")
        return read_html(body, origin, options) if is_page else read_plain(body, origin, options)
    raise _refusal(url, f"redirects more than {REDIRECTS} times: give the address that it ends at")


def _get(url: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one request."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise _refusal(url, "is no address of the web: give one that begins with https://")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = resolve_public(parts.hostname, port, url)
    connection = _Connection(parts.hostname, port, address, secure=parts.scheme == "https")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("GET", path, headers={"User-Agent": "Verbale", "Accept": "text/html, text/plain"})
        answer = connection.getresponse()
        body = answer.read(LARGEST_PAGE + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _refusal(url, f"cannot be fetched ({error}): check it, or paste the text") from error
    finally:
        connection.close()
    if len(body) > LARGEST_PAGE:
        raise _refusal(url, f"is larger than {LARGEST_PAGE:,} bytes: paste the text")
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def resolve_public(host: str, port: int, url: str) -> str:
    """The first address of a host, if all its addresses are public.

    Raises:
        ReportError: it has none, or one that lies inside this machine or its network.
    """
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise _refusal(url, "names a host that cannot be found: check its spelling") from error
    if not found or not all(ipaddress.ip_address(each.partition("%")[0]).is_global for each in found):
        raise _refusal(url, "lies inside this network, from which nothing is fetched: paste the text")
    return found[0]


def _refusal(url: str, reason: str) -> ReportError:
    return UnreadableFileError(url, f"{url} {reason}")


class _Connection(http.client.HTTPConnection):
    """A connection to an address already resolved, checked against the name that was asked for."""

    def __init__(self, host: str, port: int, address: str, *, secure: bool) -> None:
        super().__init__(host, port, timeout=SECONDS)
        self._address = address
        self._secure = secure

    def connect(self) -> None:
        """Connect to the address; with TLS its certificate must be the host's."""
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
