"""docs/cli.md and docs/settings.md name every command, option, exit code, error and setting."""

import re
from pathlib import Path

import pytest
import typer

from verbale import errors
from verbale.cli.app import app
from verbale.cli.exit_codes import ExitCode
from verbale.settings import Settings

DOCS = Path(__file__).parents[3] / "docs"
COMMANDS = {
    f"{prefix}{command.name}": command
    for prefix, group in [
        ("", app),
        *((f"{g.name or g.typer_instance.info.name} ", g.typer_instance) for g in app.registered_groups),
    ]
    for command in group.registered_commands
}


def section(command: str) -> str:
    """The part of docs/cli.md on one command."""
    text = (DOCS / "cli.md").read_text("utf-8")
    found = re.search(rf"^## {re.escape(command)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section on `{command}`"
    return found.group(1)


def options_of(command: str | None) -> set[str]:
    """The options that a command knows; None is what comes before the command."""
    found = typer.main.get_command(app)
    for name in (command or "").split():
        found = found.commands[name]  # type: ignore[attr-defined]
    opts = {opt for param in found.params for opt in param.opts if opt.startswith("-")}
    return opts - {"--help", "-h"}


def rows(text: str) -> set[str]:
    """What the first columns of the tables in a text name, in backquotes."""
    cells = re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE)
    return {word for cell in cells for word in re.findall(r"(?<![\w-])-{1,2}[a-z][a-z-]*", cell)}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_has_a_row_and_no_other_has(command: str) -> None:
    assert rows(section(f"verbale {command}")) == options_of(command)


def test_every_option_before_the_command_has_a_row() -> None:
    assert rows(section("verbale")) - {"--help", "-h"} == options_of(None)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_in_docs_and_help(command: str) -> None:
    assert re.search(rf"```\n(?:.*\n)*?.*verbale {command}", section(f"verbale {command}"))
    assert f"verbale {command}" in (COMMANDS[command].epilog or "")


def test_every_exit_code_is_documented() -> None:
    documented = set(map(int, re.findall(r"^\| (\d+) \|", section("verbale read"), re.MULTILINE)))
    assert documented == {code.value for code in ExitCode}


def subclasses(error: type[errors.VerbaleError]) -> list[type[errors.VerbaleError]]:
    return [each for child in error.__subclasses__() for each in (child, *subclasses(child))]


def test_every_error_row_is_documented() -> None:
    slugs = set(re.findall(r"^\| `([a-z][a-z-]*)` \|", section("verbale read"), re.MULTILINE))
    assert slugs == {error.slug for error in subclasses(errors.ReportError)}


def test_every_error_is_drawn_in_the_tree() -> None:
    for error in subclasses(errors.VerbaleError):
        assert re.search(rf"── {error.__name__}\b", errors.__doc__ or ""), error
        assert error is errors.ReportError or f" {error.slug} " in (errors.__doc__ or ""), error
    slugs = [error.slug for error in subclasses(errors.VerbaleError)]
    assert len(set(slugs)) == len(slugs)


def test_every_setting_is_documented_with_its_default_and_description() -> None:
    text = (DOCS / "settings.md").read_text("utf-8")
    documented = dict(re.findall(r"^\| `VERBALE_(\w+)` \| (.*) \|$", text, re.MULTILINE))
    assert {name.lower() for name in documented} == set(Settings.model_fields)
    for name, field in Settings.model_fields.items():
        default = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
        assert documented[name.upper()].startswith(f"`{default}` | ")
        assert field.description
        assert field.description.split(".")[0].split(",")[0] in documented[name.upper()]
