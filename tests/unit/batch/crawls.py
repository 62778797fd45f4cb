"""Crawls made up: pages and packed records."""

import gzip


def page(number: int) -> bytes:
    return (
        f"<html><head><title>Talks {number}</title></head><body><article><h1>Talks {number}</h1>"
        f"<p>Foreign Minister Anna Kowalska met her colleague Peter Novak in Oslo for the time number {number}, the ministry said.</p>"
        "<p>They discussed fisheries, the climate and the war in the region, and agreed to meet again in spring.</p>"
        "</article></body></html>"
    ).encode()


def record(number: int, body: bytes, http: str = "") -> bytes:
    """A packed record of a crawl."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{http}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
        f"WARC-Date: 2024-06-12T00:00:00Z\r\nWARC-Target-URI: https://wire.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1)
