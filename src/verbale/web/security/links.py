"""Addresses that may become links, and where a form may lead back to."""

from urllib.parse import urlsplit


def safe_url(url: str | None) -> str | None:
    """The address if it is one of the web (http, https); None for everything else.

    >>> safe_url("https://example.org/a")
    'https://example.org/a'
    >>> safe_url(" javascript:alert(1)") is None
    True
    """
    if not url or any(ord(char) <= 32 or 127 <= ord(char) < 160 for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def safe_path(path: str | None, otherwise: str = "/") -> str:
    r"""The path if it leads to a page of ours; else `otherwise`.

    >>> safe_path("/search?q=x")
    '/search?q=x'
    >>> safe_path("//evil.example"), safe_path("/\\evil.example"), safe_path("https://evil.example")
    ('/', '/', '/')
    """
    if not path or not path.startswith("/") or path.startswith("//") or "\\" in path:
        return otherwise
    return otherwise if any(ord(char) < 32 or ord(char) == 127 for char in path) else path
