"""What every command does about errors, Ctrl-C and a closed pipe."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from verbale.cli.exit_codes import ExitCode
from verbale.errors import DataError, ReportError, VerbaleError


@contextmanager
def exit_cleanly() -> Iterator[None]:
    """Turn what may go wrong in a command into a line on stderr and the exit code for it."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        raise typer.Exit(ExitCode.PIPE_CLOSED) from None
    except KeyboardInterrupt:
        complain("stopped")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except VerbaleError as error:
        complain(str(error))
        raise typer.Exit(_code_of(error)) from None


def _code_of(error: VerbaleError) -> ExitCode:
    """The exit code that an error ends a command with."""
    if isinstance(error, ReportError):
        return ExitCode.NONE_READ
    return ExitCode.BAD_DATA if isinstance(error, DataError) else ExitCode.USAGE


def complain(message: str) -> None:
    """A line on stderr, without what could steer a terminal."""
    typer.echo(f"verbale: {printable(message)}", err=True)


def printable(text: str) -> str:
    r"""The text on one line, control characters as blanks: a report must not steer the terminal.

    >>> printable("He \x1b[31mresigned\n")
    'He  [31mresigned '
    """
    return "".join(" " if ord(char) < 32 or 127 <= ord(char) < 160 else char for char in text)


def write_utf8() -> None:
    """Make stdout UTF-8 whatever the locale; half a surrogate pair comes as its JSON escape."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Send the rest of stdout nowhere, so that the interpreter's last flush does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
