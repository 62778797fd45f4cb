"""Compressed files of every kind are read as their content."""

import gzip
import io
import json
from pathlib import Path

import pytest
import zstandard

from verbale.errors import ReportError
from verbale.model import Report
from verbale.sources import Origin, SourceOptions, read_paths, read_stream

GOOD = "The foreign minister of Norway met her colleague from Kenya."
LINES = "".join(json.dumps({"id": f"r{n}", "text": GOOD}) + "\n" for n in range(3)).encode()


def pack_zstd(raw: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(raw)


def read_all(raw: bytes, **options: int) -> list[Report | ReportError]:
    return list(read_stream(io.BytesIO(raw), Origin("in"), SourceOptions(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize("pack", [gzip.compress, pack_zstd])
@pytest.mark.parametrize("raw", [LINES, GOOD.encode(), f'[{{"text": "{GOOD}"}}]'.encode()])
def test_packed_is_read_as_plain(pack: object, raw: bytes) -> None:
    assert read_all(pack(raw)) == read_all(raw)  # type: ignore[operator]


def test_several_members_are_one_file() -> None:
    lines = LINES.splitlines(keepends=True)
    assert read_all(b"".join(map(gzip.compress, lines))) == read_all(LINES)
    assert read_all(b"".join(map(pack_zstd, lines))) == read_all(LINES)


def test_name_without_the_packing_tells_the_format(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(GOOD.encode()))
    (result,) = read_paths([path], SourceOptions())
    assert isinstance(result, ReportError)
    assert result.slug == "empty-text"


@pytest.mark.parametrize("pack", [gzip.compress, pack_zstd])
def test_damage_ends_the_file_with_a_reason(pack: object) -> None:
    packed = bytearray(pack(LINES * 5000))  # type: ignore[operator]
    packed[len(packed) // 2 :] = bytes(len(packed) - len(packed) // 2)
    *_, last = read_all(bytes(packed))
    assert isinstance(last, ReportError)
    assert last.slug == "broken-archive"


def test_bomb_is_not_unpacked_beyond_the_limit() -> None:
    (result,) = read_all(gzip.compress(bytes(20_000_000)), max_bytes=10_000)
    assert isinstance(result, ReportError)
    assert result.slug == "text-too-long"


def test_packed_twice_is_refused() -> None:
    (result,) = read_all(gzip.compress(gzip.compress(LINES)))
    assert isinstance(result, ReportError)
    assert result.slug == "binary-file"
    assert "compressed twice" in result.message
