"""Files behind http and https addresses as pyarrow takes files: by requests for parts of them, through fsspec."""

import shutil
import tempfile
from io import BufferedReader
from typing import Any, BinaryIO, cast

from verbale.errors import BatchError, MissingExtraError

_BLOCK = 1 << 20


def is_web_address(uri: str) -> bool:
    """Whether a file has to be fetched by http.

    >>> is_web_address("https://data.example/a.warc.gz"), is_web_address("s3://bucket/a.warc.gz")
    (True, False)
    """
    return uri.lower().startswith(("http://", "https://"))


def web_file_system() -> Any:
    """The file system of the web; its paths are whole addresses.

    Raises:
        MissingExtraError: fsspec or aiohttp is not installed.
    """
    try:
        from fsspec.implementations.http import HTTPFileSystem  # noqa: PLC0415 - comes with an extra
    except ImportError as error:
        raise MissingExtraError.of("batch") from error
    from pyarrow import fs  # noqa: PLC0415 - comes with an extra

    system = HTTPFileSystem(encoded=True, block_size=_BLOCK, skip_instance_cache=True)
    return fs.PyFileSystem(fs.FSSpecHandler(system))


def describe_web_file(system: Any, uri: str) -> tuple[int, str, bool]:
    """The size of a file, what tells its version, and whether its host sends parts of it.

    Raises:
        BatchError: the file cannot be had, or its host does not say how long it is.
    """
    try:
        found = system.handler.fs.info(uri)
    except FileNotFoundError as error:
        reason = " ".join(str(error.__cause__ or "it is not there").split())
        raise BatchError(f"{uri} cannot be fetched: {reason}: check the address") from error
    if not found.get("size"):
        raise BatchError(f"{uri}: its host does not say how long it is: fetch it first, and name the file")
    version = next(
        (str(found[key]) for key in ("ETag", "Last-Modified", "Content-MD5") if found.get(key)), ""
    )
    return int(found["size"]), version, _sends_parts(system, uri, int(found["size"]))


def open_web_file(system: Any, uri: str) -> BinaryIO:
    """The file, to be read and searched; one whose host sends no parts is fetched into a temporary file first."""
    if _sends_parts(system, uri, system.handler.fs.info(uri)["size"]):
        return cast("BinaryIO", BufferedReader(system.open_input_file(uri)))
    kept = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 - whoever reads it closes it
    with system.handler.fs.open(uri, block_size=0) as stream:
        shutil.copyfileobj(stream, kept, _BLOCK)
    kept.seek(0)
    return kept


def _sends_parts(system: Any, uri: str, size: int) -> bool:
    """Whether a host sends the last byte of a file by itself; few say beforehand whether they would."""
    with system.handler.fs.open(uri) as stream:
        stream.seek(size - 1)
        try:
            return len(stream.read(1)) == 1
        except ValueError:
            return False
