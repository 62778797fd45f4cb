"""Files and folders on a disk, in an object store that pyarrow reaches (s3://, gs://), or on the web."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, Self, cast
from urllib.parse import urlsplit

from pyarrow import ArrowInvalid, fs

from verbale.batch.web_files import describe_web_file, is_web_address, open_web_file, web_file_system
from verbale.errors import BatchError


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as a listing shows it.

    `modified` is a moment in UTC, ISO 8601, or what else tells a new version from an old one; empty where the store
    tells nothing. `in_parts` is false where the file comes as a whole or not at all.
    """

    path: str
    size: int
    modified: str
    in_parts: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder on a file system of pyarrow."""

    system: Any
    path: str

    @classmethod
    def at(cls, uri: str) -> Self:
        """The place that a local path or a URI names.

        Raises:
            BatchError: no store of that kind is known, or the address holds a password.
            MissingExtraError: for an http address, fsspec or aiohttp is not installed.

        >>> Place.at("crawl/../wire.jsonl").path.endswith("/wire.jsonl")
        True
        """
        if "://" not in uri:
            return cls(fs.LocalFileSystem(), str(Path(uri).resolve()))
        _refuse_keys(uri)
        if is_web_address(uri):
            return cls(web_file_system(), uri)
        try:
            return cls(*fs.FileSystem.from_uri(uri))
        except (ArrowInvalid, OSError) as error:
            raise BatchError(
                f"{uri} cannot be reached: {error}: give a path, or an address as s3://…"
            ) from error

    def child(self, *names: str) -> "Place":
        """The place of that name below this one."""
        return Place(self.system, "/".join((self.path.rstrip("/"), *names)))

    def open(self) -> BinaryIO:
        """The file, to be read and searched."""
        if is_web_address(self.path):
            return open_web_file(self.system, self.path)
        return cast("BinaryIO", BufferedReader(self.system.open_input_file(self.path)))

    def exists(self) -> bool:
        """Whether anything is there."""
        return bool(self.system.get_file_info(self.path).type != fs.FileType.NotFound)

    def files(self) -> Iterator[StoredFile]:
        """This file, or all files under this folder, sorted; hidden ones are passed over. Nothing where nothing is.

        Raises:
            BatchError: the store does not answer, or keeps us out.
        """
        try:
            if is_web_address(self.path):
                yield StoredFile(self.path, *describe_web_file(self.system, self.path))
            else:
                yield from self._stored_files()
        except OSError as error:
            reason = " ".join(str(error).split())
            raise BatchError(
                f"{self.path} cannot be listed: {reason}: check the address and the keys (docs/scale.md)"
            ) from error

    def _stored_files(self) -> Iterator[StoredFile]:
        info = self.system.get_file_info(self.path)
        if info.type == fs.FileType.File:
            yield _describe(info)
        elif info.type == fs.FileType.Directory:
            found = self.system.get_file_info(fs.FileSelector(self.path, recursive=True))
            shown = [_describe(each) for each in found if each.type == fs.FileType.File]
            yield from sorted(
                (each for each in shown if "/." not in each.path[len(self.path) :]),
                key=lambda each: each.path.split("/"),
            )

    def make_folder(self) -> None:
        """The folder, made if it is not there."""
        self.system.create_dir(self.path, recursive=True)

    def remove(self) -> None:
        """The file gone, if it was there."""
        if self.exists():
            self.system.delete_file(self.path)

    def move_to(self, other: "Place") -> None:
        """The file under another name, at once where the file system can do that."""
        self.system.move(self.path, other.path)

    def write_json(self, value: object) -> None:
        """The file holding a value, whole or not at all."""
        draft = Place(self.system, f"{self.path}.tmp")
        with draft.system.open_output_stream(draft.path) as out:
            out.write(
                json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "backslashreplace")
            )
        draft.move_to(self)

    def read_json(self) -> Any:
        """The value that `write_json` wrote; None where nothing is."""
        if not self.exists():
            return None
        with self.open() as stream:
            return json.loads(stream.read())


def _describe(info: Any) -> StoredFile:
    modified = info.mtime.astimezone(UTC).isoformat() if info.mtime else ""
    return StoredFile(info.path, info.size or 0, modified)


def _refuse_keys(uri: str) -> None:
    """Raises: BatchError: an address with a password in it, which would end up in tables and messages."""
    parts = urlsplit(uri)
    if parts.password or "secret_key=" in parts.query:
        raise BatchError(
            f"the address of {parts.scheme}://…{parts.path} holds a key: "
            "give keys by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
        )
