import pytest
import yaml

from verbale.lexicon.tables import data_path, load_table, parse_table


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("off", "off"),
        ("y", "y"),
        ("true", True),
        ("false", False),
        ("True", "True"),
        ("3", 3),
        ("2024", 2024),
        ("~", None),
        ("'true'", "true"),
        ("{on: [no, off]}", {"on": ["no", "off"]}),
    ],
)
def test_only_true_and_false_are_booleans(text: str, value: object) -> None:
    assert parse_table(text) == value


def test_tables_run_no_code() -> None:
    with pytest.raises(yaml.constructor.ConstructorError):
        parse_table("!!python/object/apply:os.getcwd []")


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        load_table("en", "no-such-table.yaml")


@pytest.mark.parametrize("language", ["en"])
def test_every_shipped_table_is_yaml(language: str) -> None:
    folder = data_path(language)
    names = [file.name for file in folder.iterdir() if file.name.endswith(".yaml")]
    assert "arguments.yaml" in names
    assert all(load_table(language, name) for name in names)
