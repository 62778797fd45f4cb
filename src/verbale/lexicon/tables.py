"""Read the YAML tables that ship in `data/`, with the booleans of YAML 1.2: `on` and `no` are words here."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TableLoader(_Base):  # type: ignore[misc]
    """YAML loader for which only `true` and `false` are booleans."""


TableLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:bool"]
    for first, pairs in _Base.yaml_implicit_resolvers.items()
}
TableLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def data_path(*parts: str) -> Traversable:
    """A file or folder of the package's `data/`."""
    return files("verbale").joinpath("data", *parts)


def load_table(*parts: str) -> Any:
    """The content of one YAML table, named by its path below `data/`.

    >>> load_table("claim_types.yaml")[0]["type"]
    'meet'
    """
    return parse_table(data_path(*parts).read_text(encoding="utf-8"))


def parse_table(text: str) -> Any:
    """The content of a YAML text.

    >>> parse_table("slots: [on, by]")
    {'slots': ['on', 'by']}
    """
    return yaml.load(text, Loader=TableLoader)  # noqa: S506 (a safe loader with fewer booleans)
