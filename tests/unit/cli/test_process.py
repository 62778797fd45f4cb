"""The command as a process: start-up, pipes, Ctrl-C, terminals."""

import contextlib
import os
import pty
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest

COMMAND = [sys.executable, "-c", "from verbale.cli import main; main()"]


HEAVY = ("spacy", "thinc", "trafilatura", "py3langid", "numpy", "verbale.pipeline")


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [(["--help"], (*HEAVY, "pydantic")), (["read", "--help"], HEAVY), (["types", "--help"], HEAVY)],
)
def test_help_imports_nothing_heavy(arguments: list[str], heavy: tuple[str, ...]) -> None:
    code = (
        f"import sys\nfrom verbale.cli import main\nsys.argv = {['verbale', *arguments]}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "Usage" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_closed_pipe_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"id": "x"}\n' * 2_000)
    command = [*COMMAND, "read", str(path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"missing-text" in process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(60) == 141
    assert b"Traceback" not in errors
    assert b"BrokenPipe" not in errors


def test_unknown_model_is_a_wrong_setting(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The envoy met the minister.")
    environment = {**os.environ, "VERBALE_SPACY_MODEL": "no_such_model"}
    done = subprocess.run([*COMMAND, "read", str(path)], capture_output=True, env=environment, check=False)
    assert done.returncode == 2
    assert b"VERBALE_SPACY_MODEL is 'no_such_model'" in done.stderr
    assert b"Traceback" not in done.stderr


def feed(pipe: IO[bytes], content: bytes) -> None:
    """Write to a process that may stop before it has read everything."""
    with contextlib.suppress(BrokenPipeError):
        pipe.write(content)
        pipe.flush()


def heed_interrupts() -> None:
    """A job in the background of a shell inherits that Ctrl-C is ignored; the command under test must not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupt_is_clean() -> None:
    command = [*COMMAND, "read", "-", "--format", "jsonl"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 (no threads run yet)
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        # More than what is looked at to tell the format, so that it gets to work; from a thread, since the
        # command stops taking input while nobody takes its output.
        feeder = threading.Thread(target=feed, args=(process.stdin, b'{"id": "x"}\n' * 10_000))
        feeder.start()
        assert b"missing-text" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        output = threading.Thread(target=process.stdout.read)
        output.start()
        errors = process.stderr.read()
        process.wait(60)
        feeder.join()
        output.join()
    assert process.returncode == 130
    assert b"verbale: stopped" in errors
    assert b"Traceback" not in errors


def run_on_terminal(*args: str, stdout: int | None = None) -> tuple[str, int]:
    """What a command writes to the terminal that is its stderr (and stdout, unless given), and its code."""
    master, slave = pty.openpty()
    process = subprocess.Popen([*COMMAND, *args], stdout=stdout or slave, stderr=slave, stdin=slave)
    os.close(slave)
    seen = b""
    while True:
        try:
            block = os.read(master, 65536)
        except OSError:
            break
        if not block:
            break
        seen += block
    os.close(master)
    return seen.decode(), process.wait(60)


def test_types_are_a_table_on_a_terminal() -> None:
    seen, code = run_on_terminal("types")
    assert code == 0
    assert "┏" in seen or "┌" in seen


def test_progress_is_shown_on_a_terminal_only(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"id": "x"}\n' * 300)
    with (tmp_path / "out").open("wb") as out:
        seen, code = run_on_terminal("read", str(path), stdout=out.fileno())
    assert code == 4
    assert "Reading" in seen
    assert "300" in seen
    done = subprocess.run([*COMMAND, "read", str(path)], capture_output=True, check=False)
    assert b"Reading" not in done.stderr
