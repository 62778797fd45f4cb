"""The command line: `verbale read`, `explain`, `types`, `schema`; one command a file."""

import sys


def main() -> None:
    """Run the command that the arguments name, and exit with its code (`cli/exit_codes.py`)."""
    try:
        from verbale.cli.app import app

        app(prog_name="verbale")
    except KeyboardInterrupt:
        sys.exit(130)
