"""Title phrases: a title noun with all that belongs to it, left and right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.titles import TitleNoun, names_one_of
from verbale.reading.offices.left import walk_left
from verbale.reading.offices.right import walk_right
from verbale.reading.offices.scene import Scene

_EUROPEAN = "eu"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title phrase: tokens `start` to `end`, noun `head`, the tokens `words` of the title itself.

    `body` is half-open; `country` is the code that the phrase itself names; `possessor` the token of
    an owner ("his", "Trump's", "the country's"); `international`: its body belongs to no state;
    `single`: a plural of which one is meant ("one of the vice presidents").
    """

    start: int
    end: int
    head: int
    words: tuple[int, ...]
    noun: TitleNoun
    body: tuple[int, int] | None = None
    country: str | None = None
    possessor: int | None = None
    former: bool = False
    definite: bool = False
    international: bool = False
    single: bool = False

    @property
    def many(self) -> bool:
        """Whether several may hold the office that the phrase names: "Presidents", not so "one of the presidents"."""
        return self.noun.plural and not self.single


def find_phrases(scene: Scene) -> list[Phrase]:
    """All title phrases of a report in order; a noun inside another title ("Justice Minister") makes none."""
    found: list[Phrase] = []
    nouns = scene.lexicon.nouns
    for sentence in scene.doc.sents:
        inside: set[int] = set()
        phrases: list[Phrase] = []
        for at in range(sentence.start, sentence.end):
            if scene.words[at] in nouns and not _ends_a_name(scene, at):
                phrase = phrase_at(scene, at, sentence.start, sentence.end)
                if phrase and not (phrases and _is_given_name(scene, at, phrases[-1])):
                    phrases.append(_with_owners_title(scene, phrase, phrases))
                    if at not in inside:
                        inside.update(i for i in phrase.words if i != phrase.head)
                        inside.update(range(*phrase.body) if phrase.body else ())
        found += [phrase for phrase in phrases if phrase.head not in inside]
    return found


def _with_owners_title(scene: Scene, phrase: Phrase, before: Sequence[Phrase]) -> Phrase:
    """The phrase begun at the title of its owner: "then-Governor Ann Roe's chief of staff"."""
    last = before[-1] if before else None
    if last is None or phrase.possessor is None or last.end != phrase.start or last.many:
        return phrase
    if phrase.possessor not in scene.person_tokens or phrase.possessor > phrase.head:
        return phrase
    was = phrase.former or "then" in scene.words[last.start : last.end]
    return replace(phrase, start=last.start, former=was)


def _ends_a_name(scene: Scene, at: int) -> bool:
    """Whether a title noun is a person's last name ("Hossein Amir") or ends a body's with "and" ("Law and Justice")."""
    person = scene.persons_to.get(at + 1)
    if person is not None and person.start < at and scene.words[at - 1] not in scene.lexicon.ranks:
        return True
    body = scene.bodies_to.get(at + 1)
    return body is not None and at - 2 >= body.start and scene.words[at - 1] == "and"


def _is_given_name(scene: Scene, at: int, previous: Phrase) -> bool:
    """Whether a title noun right after a title is the first name of its holder ("speaker Amir Levi")."""
    name = scene.person_tokens.get(at + 1)
    if previous.end != at or name is None:
        return False
    return name.start <= at or scene.lexicon.nouns[scene.words[at]].scope == "crown"


def phrase_at(scene: Scene, at: int, floor: int, ceiling: int, *, loose: bool = False) -> Phrase | None:
    """The title phrase around the noun at token `at` of the sentence `floor` to `ceiling`, None where it is none.

    `loose`: a noun that needs an anchor does without, where a predicate has said that it is an office
    ("elected as leader").
    """
    noun = scene.lexicon.nouns[scene.words[at]]
    if not _is_nominal(scene, at):
        return None
    left, right = walk_left(scene, at, floor), walk_right(scene, at, ceiling)
    words = (*left.words, at, *right.words)
    lower = {scene.words[i] for i in words}
    near = lower | {scene.words[i] for span in (left.body, right.body) if span for i in range(*span)}
    if noun.needs and not near & noun.needs and not _sits_for(scene, noun, at):
        return None
    body = right.body or _without_party(scene, noun, left.body)
    anchored = left.anchored or bool(right.words) or right.body is not None or right.country is not None
    anchored = anchored or right.owner is not None
    if noun.anchored and not (
        anchored
        or loose
        or left.former
        or _stands_by_capital(scene, noun, at, right.end)
        or _stands_bare(scene, noun, at, left.start, right.end)
    ):
        return None
    country, international = _country_of_body(scene, body, right.country or left.country)
    single = noun.plural and scene.words[max(floor, left.start - 2) : left.start] in (
        ("one", "of"),
        ("another", "of"),
    )
    return Phrase(
        left.start - 2 * single,
        right.end,
        at,
        words,
        noun,
        body,
        country,
        left.possessor if left.possessor is not None else right.owner,
        left.former,
        left.definite and not single,
        international,
        single,
    )


def _without_party(scene: Scene, noun: TitleNoun, body: tuple[int, int] | None) -> tuple[int, int] | None:
    """The body left of a noun; None for the party of a member of parliament ("Labour MP")."""
    if (
        body
        and noun.scope == "member"
        and body[1] - body[0] == 1
        and scene.words[body[0]] not in scene.lexicon.institutions
    ):
        token = scene.doc[body[0]]
        return None if token.ent_type_ == "NORP" or token.tag_ == "JJ" else body
    return body


def _is_nominal(scene: Scene, at: int) -> bool:
    """Whether a word that may be a verb or adjective ("head", "chief", "general") is a noun here."""
    token = scene.doc[at]
    if scene.words[at] == "pm":
        return scene.is_capital(at) and not scene.words[at - 1][-1:].isdigit()
    if _is_modifier(scene, at):
        return False
    if token.tag_ == "VBZ" and at + 1 in scene.persons_at:
        return at in scene.bodies_to or scene.words[at - 1] in scene.lexicon.institutions
    if token.tag_[0] == "N" or scene.is_capital(at):
        return True
    return token.tag_ in ("JJ", "FW") or token.dep_ in (
        "compound",
        "appos",
        "nsubj",
        "pobj",
        "attr",
        "dobj",
        "nmod",
    )


def _stands_by_capital(scene: Scene, noun: TitleNoun, at: int, end: int) -> bool:
    """Whether a capital makes a title of a bare noun before a name ("Secretary Hale", "Gen. Stone")."""
    titles = noun.scope in ("state", "member", "rank") or scene.words[at] in scene.lexicon.capital_titles
    if not scene.is_capital(at) or not titles:
        return False
    return end in scene.persons_at or scene.words[at].endswith(".")


def _sits_for(scene: Scene, noun: TitleNoun, at: int) -> bool:
    """Whether a member is one of parliament, by the seat: "the Member for Kampala Central"."""
    return (
        noun.word == "member"
        and scene.is_capital(at)
        and scene.words[at + 1 : at + 2] == ("for",)
        and at + 2 < len(scene.words)
        and scene.is_capital(at + 2)
    )


def _stands_bare(scene: Scene, noun: TitleNoun, at: int, start: int, end: int) -> bool:
    """Whether a title stands right before a name with nothing that says of what: "spokesman Tom Hill said"."""
    if (
        noun.word not in scene.lexicon.bare_titles
        or noun.plural
        or start != at
        or end not in scene.persons_at
    ):
        return False
    before = scene.doc[at - 1] if at > 0 else None
    return before is None or before.pos_ in ("PUNCT", "CCONJ", "SCONJ", "ADP", "VERB", "AUX", "SPACE")


def _is_modifier(scene: Scene, at: int) -> bool:
    """Whether a noun only stands before another: "head spy", "the prime minister post"."""
    token = scene.doc[at]
    if token.head.i != at + 1 or at + 1 in scene.person_tokens or scene.words[at + 1] in scene.lexicon.nouns:
        return False
    following = scene.doc[at + 1]
    return (
        following.tag_ in ("NN", "NNS")
        and not scene.is_capital(at + 1)
        and following.lower_ not in scene.lexicon.after_noun
    )


def _country_of_body(
    scene: Scene, body: tuple[int, int] | None, country: str | None
) -> tuple[str | None, bool]:
    """The country that goes with a body, and whether it belongs to no state at all."""
    if body is None:
        return country, False
    name = " ".join(scene.words[body[0] : body[1]])
    if names_one_of(name, scene.lexicon.european):
        return _EUROPEAN, False
    if scene.lexicon.is_international(name) or _is_of_no_state(scene, body):
        return None, True
    inside = [t for i in range(*body) if (t := scene.territories_at.get(i))]
    return country or (inside[-1].code if inside else _mentioned_country(scene, body)), False


def _is_of_no_state(scene: Scene, body: tuple[int, int]) -> bool:
    """Whether a table has the body for one of many states by its initials ("RAMSI"), which are nobody else's."""
    written = "".join(token.text for token in scene.doc[body[0] : body[1]])
    known = load_nouns().institutions.get(written) if written.isupper() else None
    return known is not None and known.sort == "igo" and known.country is None


def _mentioned_country(scene: Scene, body: tuple[int, int]) -> str | None:
    mention = scene.bodies_to.get(body[1]) or scene.bodies_at.get(body[0])
    return mention.country if mention else None


def title_text(scene: Scene, phrase: Phrase) -> str:
    """The title as written, the noun in the singular, without the words that stood between its parts.

    "Presidents" gives "President", "acting Venezuelan president" gives "acting president".
    """
    pieces: list[str] = []
    last = None
    for at in phrase.words:
        token = scene.doc[at]
        if last is not None and at != last + 1:
            pieces[-1] = pieces[-1].rstrip() + " "
        pieces.append(
            (_singular(token.text, phrase.noun) if at == phrase.head else token.text) + token.whitespace_
        )
        last = at
    return "".join(pieces).strip()


def _singular(written: str, noun: TitleNoun) -> str:
    if not noun.plural:
        return written
    stem = noun.word
    if written.isupper() or written[:-1].isupper():
        return stem.upper()
    return stem[:1].upper() + stem[1:] if written[0].isupper() else stem
