"""Who "I" and "we" are: in quoted words whoever speaks them, so that "I oppose the bill," said Marin, is her stand."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.model import Kind
from verbale.reading.attribution import Attributions
from verbale.reading.mention import Cast
from verbale.reading.parties import actors_at

_ONE = frozenset({"i", "me", "my", "myself"})
_STANDS = load_argument_words().standing


def with_first_persons(cast: Cast, attributions: Attributions, doc: Doc) -> Cast:
    """The cast with the first persons of quoted words given to their speaker; those of the report's own voice stay out.

    "We" is the speaker only where it takes a stand: who says "we attacked the town" was seldom there himself.
    """
    found: dict[int, tuple[int, ...]] = {}
    for attribution in attributions:
        for start, end in attribution.quotes:
            speakers: tuple[int, ...] | None = None
            for token in doc[start:end]:
                if not _is_first_person(token) or attributions.innermost.get(token.i) is not attribution:
                    continue
                if speakers is None:
                    speakers = _one_person(actors_at(doc, attribution.speakers, cast), cast)
                if speakers:
                    found[token.i] = speakers
    return replace(cast, by_token={**found, **cast.by_token}) if found else cast


def _is_first_person(token: Token) -> bool:
    if token.lower_ in _ONE:
        return True
    return token.lower_ == "we" and token.dep_ == "nsubj" and token.head.lemma_.lower() in _STANDS


def _one_person(speakers: tuple[int, ...], cast: Cast) -> tuple[int, ...]:
    """The speaker, where it is one who may say "I"."""
    if len(speakers) != 1 or cast.actors[speakers[0]].kind not in (Kind.PERSON, Kind.OFFICE, Kind.GROUP):
        return ()
    return speakers
