"""Read the headline present where the parser misses the verb: "Police in Lima arrest a mayor", "Roe pardons Doe".

A small parser takes "arrest" and "pardons" for nouns; "arrested" and "pardoned" it does not. A sentence that is left
without a finite verb is therefore parsed once more with the likeliest word in the past tense, and keeps that parse
where it makes the word a main verb with a subject. The words of the report stay as they are.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from spacy.attrs import DEP, HEAD, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.attribution import load_speech
from verbale.lexicon.predicates import load_predicates
from verbale.reading.mending.verbs import names_people

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_BEFORE_OBJECTS = frozenset(
    {"DT", "PRP$", "CD", "NNP", "NNPS", "JJ", "JJR", "NN", "NNS", "TO", "PRP", "IN", "VBN", "VBG", "RB", "WP"}
)
_PLURALS = frozenset({"police", "people", "and"})
_CLOSING = frozenset({'"', "'", ")"})
_PARSING = ("tok2vec", "tagger", "parser")
_TRIES = 3
_SHORTEST = 4
_LONGEST = 120


@Language.factory("verbale_headlines")
def make_headline_reader(nlp: Language, name: str) -> "HeadlineReader":  # noqa: ARG001 (spaCy hands a factory both)
    """The component of a pipeline that has the parser's steps before it."""
    return HeadlineReader(nlp)


class HeadlineReader:
    """A step of the pipeline that parses again the sentences which seem to lack their verb."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Give `doc` the better parses of its verbless sentences; its words stay as they are."""
        found = [better for sentence in doc.sents if _lacks_verb(sentence) for better in self._try(sentence)]
        if found:
            _write(doc, found)
        return doc

    def _try(self, sentence: Span) -> Iterator[tuple[int, Doc, int]]:
        """The first parse that a word in the past tense makes whole: where it begins, itself, and that word."""
        for token, base in _likely_verbs(sentence):
            at = token.i - sentence.start
            parse = self._parse_with(sentence, at, self._past_of(base))
            if _is_main_verb(parse[at]):
                yield sentence.start, parse, at
                return

    def _parse_with(self, sentence: Span, at: int, word: str) -> Doc:
        words = [token.text for token in sentence]
        words[at] = word
        doc = Doc(self._nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in sentence])
        for token in doc:
            token.is_sent_start = token.i == 0
        for step in _PARSING:
            doc = self._nlp.get_pipe(step)(doc)
        return doc

    def _past_of(self, base: str) -> str:
        """The past tense of a verb.

        >>> from verbale.reading.parse import load_model
        >>> reader = HeadlineReader(load_model())
        >>> [reader._past_of(base) for base in ("arrest", "seize", "deny", "overthrow", "begin", "put")]
        ['arrested', 'seized', 'denied', 'overthrew', 'began', 'placed']
        """
        if base in ("put", "cut", "set", "hit", "let", "quit", "shut", "bid", "rid"):
            return "placed"
        forms = self._irregular.get(base)
        return forms if forms is not None else _regular_past(base)

    @cached_property
    def _irregular(self) -> Mapping[str, str]:
        """Irregular past tenses by their verbs, out of the lemmatiser's exceptions."""
        exceptions = self._nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")["verb"]  # type: ignore[attr-defined]
        forms: dict[str, list[str]] = {}
        for form in sorted(exceptions):
            for base in exceptions[form]:
                if not form.endswith(("ing", "s", "'d")) and form != base:
                    forms.setdefault(base, []).append(form)
        return {base: _finite_of(found) for base, found in forms.items()}


def _finite_of(forms: Iterable[str]) -> str:
    """Of "took" and "taken" the one that needs no auxiliary."""
    forms = list(forms)
    return next((form for form in forms if not form.endswith(("en", "wn", "un"))), forms[0])


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def _lacks_verb(sentence: Span) -> bool:
    """Whether a whole sentence has no finite verb at its head, or one without a subject."""
    last = len(sentence) - 1
    while last > 0 and (sentence[last].is_space or sentence[last].text in _CLOSING):
        last -= 1
    if not _SHORTEST <= len(sentence) <= _LONGEST or sentence[last].text != ".":
        return False
    root = sentence.root
    if root.tag_ in _FINITE:
        return not any(child.dep_ in (*_SUBJECTS, "expl") for child in root.children)
    return not any(c.tag_ in _FINITE and c.dep_ in ("aux", "auxpass", "cop") for c in root.children)


def _likely_verbs(sentence: Span) -> Iterator[tuple[Token, str]]:
    """The words that may be the missing verb, with its base form, from left to right; no more than a few."""
    verbs, speech, happen = load_predicates().verbs, load_speech().verbs, load_argument_words().happen
    tried = 0
    for token in sentence[1:-1]:
        if not token.is_lower or token.tag_ in ("VBD", "VBG", "MD", "TO", "DT") or tried == _TRIES:
            continue
        if (
            names_people(token.lower_)
            or token.nbor(-1).tag_ not in _NOUNS
            or token.nbor(1).tag_ not in _BEFORE_OBJECTS
        ):
            continue
        base = next((b for b in _bases(token.lower_) if b in verbs or b in speech or b in happen), None)
        if base is not None and _agrees(token, base, sentence):
            tried += 1
            yield token, base


def _bases(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]


def _agrees(token: Token, base: str, sentence: Span) -> bool:
    """Whether a word in -s follows a singular, or one without it a plural, somewhere before it in the sentence."""
    before = sentence.doc[sentence.start : token.i]
    plural = any(t.tag_ in ("NNS", "NNPS") or t.lower_ in _PLURALS for t in before) or (
        before[-1].tag_ == "NNP" and before[-1].lower_.endswith("s")
    )
    return plural if token.lower_ == base else any(t.tag_ in ("NN", "NNP", "NNPS") for t in before)


def _is_main_verb(token: Token) -> bool:
    if token.tag_ not in ("VBD", "VBN") or token.dep_ != "ROOT":
        return False
    return any(child.dep_ in _SUBJECTS and child.i < token.i for child in token.children)


def _write(doc: Doc, found: Iterable[tuple[int, Doc, int]]) -> None:
    arcs: Any = doc.to_array([TAG, HEAD, DEP])
    for start, parse, at in found:
        part = parse.to_array([TAG, HEAD, DEP])
        word = parse[at].doc[at]
        present = "VBZ" if doc[start + at].lower_.endswith("s") else "VBP"
        part[word.i, 0] = doc.vocab.strings.add(present)
        arcs[start : start + len(parse)] = part
    doc.from_array([TAG, HEAD, DEP], arcs)
