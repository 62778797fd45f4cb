"""Names of things in linked data: the context, and URNs made of the record's ids."""

from urllib.parse import quote

CONTEXT: dict[str, object] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "verbale": "urn:verbale:term:",
    "schema:startDate": {"@type": "xsd:date"},
    "schema:endDate": {"@type": "xsd:date"},
    "schema:datePublished": {"@type": "xsd:date"},
    "schema:url": {"@type": "@id"},
    "prov:generatedAtTime": {"@type": "xsd:dateTime"},
    "prov:wasAttributedTo": {"@type": "@id"},
    "prov:wasDerivedFrom": {"@type": "@id"},
    "verbale:confidence": {"@type": "xsd:double"},
}
"""Stands in the file itself: nothing is fetched to read it."""


def make_urn(kind: str, *ids: str) -> str:
    """A URN of what the record has under an id; kinds that ids carry already are not said twice.

    >>> make_urn("claim", "claim:9a04e80d0922"), make_urn("report", "https://wire.example/1 a")
    ('urn:verbale:claim:9a04e80d0922', 'urn:verbale:report:https%3A%2F%2Fwire.example%2F1%20a')
    """
    bare = (each.removeprefix(f"{kind}:") for each in ids)
    return ":".join(["urn:verbale", kind, *(quote(each, safe="") for each in bare)])


def prune(node: dict[str, object]) -> dict[str, object]:
    """The node without what is not known.

    >>> prune({"a": None, "b": [], "c": "", "d": False, "e": 0})
    {'d': False, 'e': 0}
    """
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}
