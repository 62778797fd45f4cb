"""What the service can do, and what it knows of: types and properties."""

from importlib.metadata import version
from typing import Any

from verbale.record.wording.names import kind_name

TYPES = ("person", "body", "state", "group", "office")
"""Kinds of identities, which are the types here."""

PROPERTIES = {
    "name": "Name",
    "alias": "Other names",
    "kind": "Kind",
    "country": "Country (code)",
    "office": "Office",
    "claims": "Claims",
    "first": "First reported",
    "last": "Last reported",
}
"""Properties with their names."""


def describe_type(kind: str) -> dict[str, str]:
    """A kind as a type.

    >>> describe_type("body")
    {'id': 'body', 'name': 'Body'}
    """
    return {"id": kind, "name": kind_name(kind)}


def make_manifest(base: str, *, with_tokens: bool) -> dict[str, Any]:
    """The manifest.

    Args:
        base: address of the server, with a slash at its end.
        with_tokens: whether it wants a token.
    """
    service = f"{base}api/reconcile"
    manifest: dict[str, Any] = {
        "versions": ["0.2"],
        "name": "Verbale: people and bodies of the record",
        "identifierSpace": f"{base}identity/",
        "schemaSpace": f"{service}/types/",
        "serviceVersion": version("verbale"),
        "defaultTypes": [describe_type(kind) for kind in TYPES],
        "view": {"url": f"{base}identity/{{{{id}}}}"},
        "preview": {"url": f"{service}/preview?id={{{{id}}}}", "width": 420, "height": 220},
        "suggest": {
            each: {"service_url": service, "service_path": f"/suggest/{each}"}
            for each in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": service, "service_path": "/properties"},
            "property_settings": [],
        },
    }
    if with_tokens:
        manifest["authentication"] = {"type": "apiKey", "name": "Authorization", "in": "header"}
    return manifest
