"""Formats told by suffix or by first bytes."""

import pytest

from verbale.sources.formats import Format, format_of_bytes, format_of_name


@pytest.mark.parametrize(
    ("opening", "form"),
    [
        (b"", Format.TEXT),
        (b"The minister resigned.", Format.TEXT),
        (b"<The minister> resigned.", Format.TEXT),
        (b"[Correction] The minister resigned.", Format.TEXT),
        (b"{sic} The minister resigned.", Format.TEXT),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", Format.HTML),
        (b"\n <!-- saved --> <html lang='en'>", Format.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', Format.HTML),
        (b'{"text": "One."}', Format.JSONL),
        (b'{"text": "One."}\n{"text": "Two."}', Format.JSONL),
        (b'{"text": oops}\n{"text": "Two."}', Format.JSONL),
        (b'{\n "text": "One."\n}', Format.JSON),
        (b'{"id": "a",\n "text": "One."\n}', Format.JSON),
        (b'[{"text": "One."}]', Format.JSON),
        (b"[]", Format.JSON),
    ],
)
def test_by_first_bytes(opening: bytes, form: Format) -> None:
    assert format_of_bytes(opening) is form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.TXT", Format.TEXT),
        ("a.htm", Format.HTML),
        ("a.ndjson", Format.JSONL),
        ("a.b.json", Format.JSON),
        ("a", None),
    ],
)
def test_by_suffix(name: str, form: Format | None) -> None:
    assert format_of_name(name) is form
