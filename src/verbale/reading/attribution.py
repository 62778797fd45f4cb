"""Attribution: who says so. Finds what is cited, for whom, and whose words a predicate stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Token

from verbale.lexicon.attribution import SpeechRow, load_speech
from verbale.reading.attribution_asides import cites_own_subject, is_own_act, own_words
from verbale.reading.attribution_content import (
    find_content,
    find_listener,
    find_speakers,
)
from verbale.reading.attribution_idioms import find_conveyed
from verbale.reading.attribution_quotes import cite_quotations
from verbale.reading.quotations import Quotation, find_quotations

Range = tuple[int, int]
Speech = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of speech: who (`speakers`, head tokens, () where not said), by which word (`cue`), what (`content`).

    `content` and `quotes` are token ranges, half-open. `listener`: head token of whom it was said to.
    `neutral`: the cue tells nothing but that it was said. `row`: the row of the lexicon, "quotation" for a quotation
    that goes on without a cue of its own.
    """

    row: str
    cue: int
    speakers: tuple[int, ...]
    content: tuple[Range, ...]
    quotes: tuple[Range, ...] = ()
    listener: int | None = None
    neutral: bool = True

    @property
    def kind(self) -> Speech:
        """`direct` where all the content is quoted, `mixed` where some of it is, else `indirect`."""
        if not self.quotes:
            return "indirect"
        covered = all(any(q[0] <= c[0] and c[1] <= q[1] for q in self.quotes) for c in self.content)
        return "direct" if covered else "mixed"


@dataclass(frozen=True, slots=True)
class Attributions:
    """All attributions of a report, and which of them each token is cited by, innermost first to look up."""

    found: tuple[Attribution, ...] = ()
    innermost: Mapping[int, Attribution] = field(default_factory=dict)
    by_cue: Mapping[int, Attribution] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def find_attributions(doc: Doc, quotations: tuple[Quotation, ...] | None = None) -> Attributions:
    """Every act of speech in the report, in order of its cue.

    `quotations`: those of `find_quotations`, found here where None.

    >>> from verbale.reading.parse import load_model
    >>> doc = load_model()("Marin told reporters that Norland had joined the pact.")
    >>> [(doc[a.cue].text, a.speakers, a.listener, a.kind) for a in find_attributions(doc)]
    [('told', (0,), 2, 'indirect')]
    """
    quotations = find_quotations(doc) if quotations is None else quotations
    cues = [found for token in doc for found in [_read_cue(token)] if found is not None]
    cited = cite_quotations(doc, quotations, [(cue.cue, cue.speakers) for cue in cues])
    found = [_with_quotes(cue, cited.by_cue.get(cue.cue, ()), quotations) for cue in cues]
    found += [
        Attribution("quotation", at, speakers, (span,), (span,)) for at, speakers, span in cited.without_cue
    ]
    kept = tuple(sorted((a for a in found if a.content), key=lambda a: (a.cue, a.content)))
    return Attributions(kept, _paint(kept), {a.cue: a for a in kept})


def attribute(doc: Doc, trigger: int, attributions: Attributions) -> tuple[int, ...]:
    """The head tokens of those whom the report cites for the predicate `trigger`, () for the report's own voice.

    The innermost act of speech counts: in "the ministry said Marin thanked Norland for leaving", *leaving* is
    Marin's, *thanked* the ministry's, and *said* the report's own.

    >>> from verbale.reading.parse import load_model
    >>> doc = load_model()("The ministry said Marin thanked Norland for leaving the pact.")
    >>> attributions = find_attributions(doc)
    >>> [attribute(doc, at, attributions) for at in (7, 4, 2)]
    [(3,), (1,), ()]
    """
    found = attributions.innermost.get(trigger) or attributions.by_cue.get(trigger)
    if found is None:
        return ()
    if found.cue == trigger:
        return found.speakers if found.neutral and cites_own_subject(doc[trigger]) else ()
    return () if is_own_act(doc[trigger], found.cue) else found.speakers


def attribution_chain(trigger: int, attributions: Attributions) -> tuple[Attribution, ...]:
    """The acts of speech around the predicate `trigger`, from the innermost out.

    For a caller who finds that the innermost names no actor ("a report said, according to the ministry, ...").
    """
    chain: list[Attribution] = []
    found = attributions.innermost.get(trigger)
    while found is not None and found not in chain:
        chain.append(found)
        found = attributions.innermost.get(found.cue)
    return tuple(chain)


def _read_cue(token: Token) -> Attribution | None:
    lexicon = load_speech()
    row: SpeechRow | None = None
    conveyed = find_conveyed(token)
    if conveyed is not None:
        content = tuple(piece for clause in conveyed.clauses for piece in own_words(clause, conveyed.cue))
        speakers = tuple(t.i for t in conveyed.speakers)
        listener = None if conveyed.listener is None else conveyed.listener.i
        return Attribution("tell", conveyed.cue.i, speakers, content, (), listener)
    if token.lower_ == "according" and any(c.lower_ == "to" for c in token.children):
        row = lexicon.phrases.get("according to")
    elif token.pos_ in ("VERB", "AUX"):
        row = lexicon.verbs.get(token.lemma_.lower())
        if token.lemma_.lower() in lexicon.particled and not _has_particle(token):
            return None
    elif token.pos_ == "NOUN":
        row = lexicon.nouns.get(token.lemma_.lower())
    if row is None:
        return None
    content = find_content(token, row)
    if row.nouns and not content:
        return None
    return Attribution(
        row.id, token.i, find_speakers(token, row), content, (), find_listener(token), row.neutral
    )


def _has_particle(verb: Token) -> bool:
    return any(c.dep_ in ("prt", "advmod") and c.lower_ in ("back", "in") for c in verb.children)


def _with_quotes(
    cue: Attribution, quoted: tuple[Range, ...], quotations: tuple[Quotation, ...]
) -> Attribution:
    inside = tuple(
        (q.start, q.end) for q in quotations if any(c[0] <= q.start and q.end <= c[1] for c in cue.content)
    )
    content = (*cue.content, *(q for q in quoted if q not in inside))
    quotes = tuple(sorted({*inside, *quoted}))
    return Attribution(cue.row, cue.cue, cue.speakers, content, quotes, cue.listener, cue.neutral)


def _paint(attributions: tuple[Attribution, ...]) -> dict[int, Attribution]:
    """For each token the attribution with the shortest content around it, its own cue left out."""
    pieces = [(end - start, a.cue, start, end, a) for a in attributions for start, end in a.content]
    painted: dict[int, Attribution] = {}
    for _, cue, start, end, attribution in sorted(pieces, key=lambda p: (-p[0], p[1], p[2])):
        for at in range(start, end):
            if at != cue:
                painted[at] = attribution
    return painted
