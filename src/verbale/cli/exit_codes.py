"""Exit codes of every command, as docs/cli.md lists them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command came to."""

    OK = 0
    """Every report was read."""
    INTERNAL = 1
    """A fault of Verbale itself, with its traceback."""
    USAGE = 2
    """A wrong option, argument or setting; nothing was read."""
    SOME_UNREAD = 3
    """Some reports were read, others could not be."""
    NONE_READ = 4
    """No report could be read."""
    BAD_DATA = 5
    """A shipped table is broken: reinstall."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C; what was printed before stands."""
    PIPE_CLOSED = 141
    """The program that was reading the output has stopped."""
