"""Records of an XML file one by one, each with the line it begins on; memory holds one record."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from verbale.errors import RegisterError
from verbale.registers.rows import MAX_NAME, BadRow, Entry, Row

_BLOCK = 1 << 16
_DEEPEST = 100


def read_records(path: Path, tags: frozenset[str]) -> Iterator[tuple[int, Element]]:
    """Elements with one of these tags (without namespace), in the order of their ends.

    A record inside a record belongs to the outer one. The root comes as an element without children,
    under line 0, before the first record: for its attributes.

    Raises:
        RegisterError: the file cannot be opened, is no well-formed XML or ends early, or declares a DTD
            or entities (which can be made to fill any memory).
    """
    records = _Records(tags)
    parser = DefusedXMLParser(target=records, forbid_dtd=True)
    records.parser = parser.parser
    try:
        with path.open("rb") as stream:
            for block in iter(lambda: stream.read(_BLOCK), b""):
                parser.feed(block)
                yield from records.take()
        parser.close()
        yield from records.take()
    except ParseError as error:
        line, column = error.position
        raise RegisterError(
            f"{path}, line {line}, column {column}: {error.msg}; download the file anew"
        ) from error
    except DefusedXmlException as error:
        raise RegisterError(
            f"{path}: declares {type(error).__name__.replace('Forbidden', '').lower()}s, which official lists "
            "do not; take the file from its publisher"
        ) from error
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}; check the path") from error
    except (ValueError, LookupError) as error:
        raise RegisterError(f"{path}: {error}; save the file as UTF-8") from error


def read_entries(
    paths: Sequence[Path], tags: frozenset[str], make: Callable[[Element, int], Entry]
) -> Iterator[Row]:
    """The entries that `make` gives for the records of files and their lines; its ValueError makes a bad row.

    Raises:
        RegisterError: a file cannot be opened or is no sound XML.
    """
    for path in paths:
        for line, record in read_records(path, tags):
            if not line:
                continue
            try:
                entry = make(record, line)
            except ValueError as error:
                yield BadRow(str(path), line, str(error))
                continue
            if len(entry.id) > MAX_NAME:
                message = f"an id of {len(entry.id)} characters: more than {MAX_NAME} are a fault of the file"
                yield BadRow(str(path), line, message)
            else:
                yield entry


class _Records:
    """Target of the parser: builds the elements below records, forgets all others."""

    def __init__(self, tags: frozenset[str]) -> None:
        self._tags = tags
        self._done: list[tuple[int, Element]] = []
        self._builder: TreeBuilder | None = None
        self._depth = 0
        self._line = 0
        self._seen_root = False
        self.parser: object = None

    def take(self) -> list[tuple[int, Element]]:
        """The records finished since the last call."""
        done, self._done = self._done, []
        return done

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local_name(tag)
        if not self._seen_root:
            self._seen_root = True
            self._done.append((0, Element(name, attributes)))
            return
        if self._builder is None and name in self._tags:
            self._builder, self._depth = TreeBuilder(), 0
            self._line = getattr(self.parser, "CurrentLineNumber", 0)
        if self._builder is not None:
            self._depth += 1
            if self._depth > _DEEPEST:
                raise ValueError(f"line {self._line}: elements nested more than {_DEEPEST} deep")
            self._builder.start(name, attributes)

    def data(self, text: str) -> None:
        """Text of an element."""
        if self._builder is not None:
            self._builder.data(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._builder is None:
            return
        self._builder.end(local_name(tag))
        self._depth -= 1
        if self._depth == 0:
            self._done.append((self._line, self._builder.close()))
            self._builder = None

    def close(self) -> None:
        """The file ends."""


def local_name(tag: str) -> str:
    """A tag without its namespace.

    >>> local_name("{http://www.un.org/sanctions/1.0}Profile")
    'Profile'
    """
    return tag.rpartition("}")[2]


def text_of(element: Element, path: str) -> str:
    """The text at a path below an element, trimmed; empty where there is none."""
    return (element.findtext(path) or "").strip()


def texts_of(element: Element, path: str) -> tuple[str, ...]:
    """All texts at a path below an element, trimmed, without the empty ones."""
    found = ((child.text or "").strip() for child in element.iterfind(path))
    return tuple(text for text in found if text)
