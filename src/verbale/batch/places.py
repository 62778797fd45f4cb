"""Files and folders wherever they are: on a disk, or in an object store that pyarrow reaches (s3://, gs://)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, Self, cast

from pyarrow import ArrowInvalid, fs

from verbale.errors import BatchError


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as a listing shows it: `modified` is a moment in UTC, ISO 8601, empty where the store tells none."""

    path: str
    size: int
    modified: str


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder on a file system of pyarrow."""

    system: Any
    path: str

    @classmethod
    def at(cls, uri: str) -> Self:
        """The place that a local path or a URI names.

        Raises:
            BatchError: no store of that kind is known.

        >>> Place.at("crawl/../wire.jsonl").path.endswith("/wire.jsonl")
        True
        """
        if "://" not in uri:
            return cls(fs.LocalFileSystem(), str(Path(uri).resolve()))
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
        return cast("BinaryIO", BufferedReader(self.system.open_input_file(self.path)))

    def exists(self) -> bool:
        """Whether anything is there."""
        return bool(self.system.get_file_info(self.path).type != fs.FileType.NotFound)

    def files(self) -> Iterator[StoredFile]:
        """This file, or all files under this folder, sorted; hidden ones are passed over. Nothing where nothing is."""
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
