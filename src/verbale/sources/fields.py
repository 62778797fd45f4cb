"""Corpora of JSON objects that keep text, date and the rest under names of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from verbale.errors import FieldMapError

FIELDS = ("text", "id", "title", "publisher", "url", "published", "language")
"""What Verbale asks of a report."""

Paths = Mapping[str, tuple[str, ...]]

# Name -> (fields, format of dates where they are not ISO 8601). Names are those of the tools and corpora.
_CORPORA: dict[str, tuple[dict[str, str], str]] = {
    "cc_news": ({"publisher": "domain", "published": "date"}, ""),
    "news-please": ({"text": "maintext", "publisher": "source_domain", "published": "date_publish"}, ""),
    "newsapi": ({"text": "content", "publisher": "source.name", "published": "publishedAt"}, ""),
    "newspaper": ({"publisher": "source_url", "published": "publish_date"}, ""),
    "realnews": ({"publisher": "domain", "published": "publish_date"}, "%m-%d-%Y"),
    "signal1m": ({"text": "content", "publisher": "source"}, ""),
    "trafilatura": (
        {"text": "raw_text|text", "publisher": "source-hostname|hostname", "url": "source|url",
         "published": "date", "id": "fingerprint"},
        "",
    ),
    "webz": ({"id": "uuid", "publisher": "thread.site_full|thread.site"}, ""),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Where each field is found: names of keys in order of choice, dots leading into objects.

    `date_format` is a format of `strptime`, or "epoch" for seconds or milliseconds since 1970 (UTC);
    empty means ISO 8601.
    """

    paths: Paths = field(default_factory=lambda: MappingProxyType({}))
    date_format: str = ""

    def apply(self, row: Mapping[str, object]) -> dict[str, object]:
        """The fields that Verbale asks for, out of one object of a corpus; others are left out.

        A list of paragraphs becomes one text. A date that is not in `date_format` stays as it is.

        >>> parse_fields(["newsapi"]).apply({"content": "One.", "source": {"name": "The Wire"}, "x": 1})
        {'text': 'One.', 'publisher': 'The Wire'}
        """
        found = {name: _look_up(row, self.paths.get(name, (name,))) for name in FIELDS}
        fields = {name: value for name, value in found.items() if value is not None}
        if isinstance(fields.get("text"), list):
            fields["text"] = "\n\n".join(str(part) for part in fields["text"])  # type: ignore[attr-defined]
        if self.date_format and "published" in fields:
            fields["published"] = _read_date(fields["published"], self.date_format)
        return fields

    def __bool__(self) -> bool:
        return bool(self.paths or self.date_format)

    def __reduce__(self) -> tuple[type["FieldMap"], tuple[dict[str, tuple[str, ...]], str]]:
        return FieldMap, (dict(self.paths), self.date_format)


AS_NAMED = FieldMap()
"""Every field under its own name."""


def parse_fields(given: Iterable[str], date_format: str = "") -> FieldMap:
    """The mapping that a user names: corpora by name, fields as `text=body`, alternatives as `text=body|lead`.

    Later ones win over earlier ones.

    Raises:
        FieldMapError: a corpus or field that is not known.

    >>> parse_fields(["cc_news", "publisher=meta.outlet|domain"]).paths["publisher"]
    ('meta.outlet', 'domain')
    >>> parse_fields(["txt=body"])
    Traceback (most recent call last):
    verbale.errors.FieldMapError: 'txt=body': reports have no field 'txt'; they have text, id, title, ...
    """
    paths: dict[str, tuple[str, ...]] = {}
    for each in given:
        name, equals, path = each.partition("=")
        if equals:
            paths[_known(name.strip(), each)] = tuple(
                part.strip() for part in path.split("|") if part.strip()
            )
        else:
            corpus, own_format = _corpus(each)
            paths |= {name: tuple(path.split("|")) for name, path in corpus.items()}
            date_format = date_format or own_format
    return FieldMap(MappingProxyType(paths), date_format)


def corpora() -> tuple[str, ...]:
    """The names of the corpora and tools whose fields are known.

    >>> "cc_news" in corpora()
    True
    """
    return tuple(sorted(_CORPORA))


def _corpus(name: str) -> tuple[dict[str, str], str]:
    if name not in _CORPORA:
        raise FieldMapError(
            f"{name!r} is no corpus whose fields are known ({', '.join(corpora())}): "
            "name its fields, as in text=body"
        )
    return _CORPORA[name]


def _known(name: str, given: str) -> str:
    if name not in FIELDS:
        raise FieldMapError(f"{given!r}: reports have no field {name!r}; they have {', '.join(FIELDS)}")
    return name


def _look_up(row: Mapping[str, object], paths: Iterable[str]) -> object:
    """The value under the first path that leads to one."""
    for path in paths:
        value = _follow(row, path)
        if value is not None and value != "":
            return value
    return None


def _follow(row: Mapping[str, object], path: str) -> object:
    """The value under a key, or where dots lead into objects."""
    if path in row:
        return row[path]
    head, dot, rest = path.partition(".")
    inner = row.get(head)
    return _follow(inner, rest) if dot and isinstance(inner, Mapping) else None


def _read_date(value: object, form: str) -> object:
    """The day that a date in `form` names, in ISO 8601; the value itself where it is none."""
    try:
        if form == "epoch":
            seconds = float(str(value))
            return datetime.fromtimestamp(seconds / (1000 if seconds > 1e11 else 1), UTC).date().isoformat()
        # Only the day is taken: there is no time to put into a zone.
        return datetime.strptime(str(value).strip(), form).date().isoformat()  # noqa: DTZ007
    except (ValueError, OverflowError, OSError):
        return value
