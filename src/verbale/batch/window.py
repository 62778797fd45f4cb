"""A stretch of a file as a stream: what lies behind its end is not there."""

import io
from typing import Any, BinaryIO


class Window(io.RawIOBase):
    """The bytes of a stream up to `end`, positions as in the whole; reading begins at `start`.

    >>> window = Window(io.BytesIO(b"one two three"), 4, 7)
    >>> window.tell(), window.read()
    (4, b'two')
    """

    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        self._stream = stream
        self._end = end
        self._stream.seek(start)

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always: positions before `start` can be read too, to see how the file begins."""
        return True

    def tell(self) -> int:
        """The position in the whole stream."""
        return self._stream.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a position of the whole stream, or one counted from here or from `end`."""
        origins = {io.SEEK_SET: 0, io.SEEK_CUR: self._stream.tell(), io.SEEK_END: self._end}
        return self._stream.seek(origins[whence] + offset)

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the stretch goes."""
        found = self._stream.read(max(0, min(len(buffer), self._end - self._stream.tell())))
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        """Close the stream below too."""
        if not self.closed:
            self._stream.close()
        super().close()
