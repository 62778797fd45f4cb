"""The small words that names and headline-like phrases lose on their way into the record."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from verbale.lexicon.tables import parse_table

_ARTICLES: Final = {
    "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "any", "all", "some", "no",
    "every", "each", "another",
}  # fmt: skip
_OWN: Final = _ARTICLES | {"to", "not", "of", "for", "whether", "how", "why", "what"}


@cache
def _load() -> tuple[frozenset[str], tuple[str, ...], frozenset[str], frozenset[str], frozenset[str]]:
    """Rows of record/wording/articles.yaml: states, beginnings of states, heads, abbreviations, exceptions."""
    rows = parse_table(files("verbale.record.wording").joinpath("articles.yaml").read_text("utf-8"))
    whole = frozenset(name for name in rows["states"] if not name.endswith("*"))
    first = tuple(name.removesuffix("*") for name in rows["states"] if name.endswith("*"))
    heads, short, bare = (frozenset(rows[key].split()) for key in ("heads", "short", "bare"))
    return whole, first, heads, short, bare


@cache
def call_in_sentence(name: str, kind: str) -> str:
    """A name as a sentence has it: "the United States", "the Court of Justice"; most go without an article.

    >>> [call_in_sentence(name, "state") for name in ("United States", "Serbia", "European Union")]
    ['the United States', 'Serbia', 'the European Union']
    >>> [call_in_sentence(name, "body") for name in ("Ministry of Defence", "Amnesty International", "EU", "Congress")]
    ['the Ministry of Defence', 'Amnesty International', 'the EU', 'Congress']
    >>> call_in_sentence("Anna Court", "person"), call_in_sentence("Harvard Law School's board", "body")
    ('Anna Court', "Harvard Law School's board")
    """
    whole, first, heads, short, bare = _load()
    if kind not in ("state", "body") or not name[:1].isupper() or name in bare:
        return name
    if name in whole | short or (kind == "state" and name.startswith(first)):
        return f"the {name}"
    head = re.split(r" (?:of|for|on|in|and) ", name, maxsplit=1)[0].rsplit(" ", 1)[-1].lower()
    return f"the {name}" if kind == "body" and head in heads and not re.search(r"['’]s? ", name) else name


def restore_article(words: str, sentence: str) -> str:
    """Words of a sentence with the article or "his" that stands before them there.

    >>> restore_article("move was criminal", "Trump claimed the move was criminal.")
    'the move was criminal'
    >>> restore_article("to resign", "He refused the offer to resign."), restore_article("oil", "No word of it.")
    ('to resign', 'oil')
    """
    if words.split(" ", 1)[0].lower() in _OWN:
        return words
    before, found, _ = " ".join(sentence.split()).partition(f" {words[:60]}")
    last = before.rsplit(" ", 1)[-1].lower() if found else ""
    return f"{last} {words}" if last in _ARTICLES else words
