"""Changes of the record as an Atom feed (RFC 4287), for feed readers and monitors."""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from verbale.record.queries.changes import Change, ChangeKind

_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "verbale")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SAID = {ChangeKind.NEW: "New", ChangeKind.GONE: "No longer claimed", ChangeKind.REVISED: "Revised"}


def make_atom(changes: Iterable[Change], *, title: str, since: datetime, self_url: str = "") -> bytes:
    """The feed, the newest change first; the same changes give the same bytes.

    Args:
        changes: oldest first, as `stream_changes` has them.
        title: of the feed; also what its id follows from.
        since: `updated` where nothing changed.
        self_url: the address that the feed is served at; "" where there is none.
    """
    newest_first = list(changes)[::-1]
    feed = ET.Element("feed", {"xmlns": _ATOM})
    _add(feed, "id", _make_id("feed", title))
    _add(feed, "title", title)
    _add(feed, "updated", _to_text(newest_first[0].at if newest_first else since))
    _add(ET.SubElement(feed, "author"), "name", "Verbale")
    if self_url:
        ET.SubElement(feed, "link", {"rel": "self", "href": self_url})
    for change in newest_first:
        feed.append(_make_entry(change))
    ET.indent(feed)
    body: str = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _make_entry(change: Change) -> ET.Element:
    claim = change.claim
    entry = ET.Element("entry")
    _add(entry, "id", _make_id(change.kind.value, claim.id, change.at.isoformat()))
    _add(entry, "title", f"{_SAID[change.kind]}: {say_claim(change)}")
    _add(entry, "updated", _to_text(change.at))
    if claim.url.startswith(("https://", "http://")):
        ET.SubElement(entry, "link", {"rel": "alternate", "href": _NO_XML.sub("", claim.url)})
    said = " ".join(filter(None, (claim.publisher or claim.report_id, str(claim.published or ""))))
    again = f" Changed: {', '.join(change.changed)}." if change.changed else ""
    content = _add(entry, "content", f"“{claim.evidence[2]}” ({said.strip()}).{again}")
    content.set("type", "text")
    ET.SubElement(entry, "category", {"term": claim.type})
    return entry


def say_claim(change: Change) -> str:
    """A claim on one line: who, what, whom, how it stands, where, when."""
    claim = change.claim
    names = [
        ", ".join(party.known_as or party.name for party in parties)
        for parties in (claim.actor, claim.recipient)
    ]
    deed = " ".join(filter(None, (claim.type.replace("_", " "), claim.mode and f"({claim.mode})")))
    standing = ("not " if claim.negated else "") + claim.status.replace("_", " ")
    day = str(claim.when_start or claim.when_end or "")
    return " · ".join(filter(None, (names[0], deed, names[1], standing, claim.place, day)))


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = _NO_XML.sub("\ufffd", text)
    return child


def _make_id(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, '/'.join(parts))}"


def _to_text(moment: datetime) -> str:
    """A moment as RFC 3339 has it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
