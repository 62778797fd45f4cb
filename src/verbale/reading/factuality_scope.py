"""How far a cue reaches: the links of the parse that let the modality of a higher word through to a lower one."""

from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Token

from verbale.lexicon.factuality import CueRow, load_cues
from verbale.reading.factuality_signs import Sign

_NOMINAL_LINKS = {"dobj", "nsubjpass", "attr", "oprd", "acomp"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
_VERBAL = {"VERB", "AUX"}


class Reach(Enum):
    """What comes through a link: everything, or only plans and doubts but no negation."""

    ALL = "all"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Step:
    """One link up: the next node, what reaches through it, and the cue that the node is, if it is one."""

    head: Token
    reach: Reach
    operator: Sign | None = None


def climb(node: Token, reach: Reach) -> Step | None:
    """The step from `node` to the word that governs it, None where scope ends."""
    if node.head.i == node.i:
        return None
    if node.dep_ == "conj":
        return _through_coordination(node, reach)
    head, label, preposition = _link(node)
    if preposition is not None:
        found = _row(preposition, preposition.lower_, "preposition", label)
        if found is not None:
            return Step(head, Reach.STATUS, Sign(found, preposition.i))
    operator = _noun_before(node, label) or _operator(head, label, preposition is not None)
    if operator is not None:
        return Step(head.doc[operator.token], reach, operator)
    return _through(node, head, label, reach)


def _link(node: Token) -> tuple[Token, str, Token | None]:
    """The governor of `node`, the label of the link, and the preposition that stands between."""
    dep = node.dep_
    if dep in ("pobj", "pcomp") and node.head.head.i != node.head.i:
        preposition = node.head
        while preposition.head.dep_ in ("prep", "pcomp") and preposition.head.pos_ == "ADP":
            preposition = preposition.head
        return preposition.head, f"{node.head.lower_}:{dep}", node.head
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children):
        dep += "/to"
    return node.head, dep, None


def _noun_before(node: Token, label: str) -> Sign | None:
    """The noun right before an infinitive that the parser hung on the verb ("ignored their call to resign")."""
    if label != "advcl/to":
        return None
    first = min(c.i for c in node.children if c.dep_ in ("aux", "neg"))
    noun = node.doc[first - 1] if first else node
    if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    row = _row(noun, noun.lemma_.lower(), "operator", "acl/to")
    return Sign(row, noun.i) if row is not None else None


def _operator(head: Token, label: str, preposed: bool) -> Sign | None:
    """The cue that governs by `label`; a prepositional phrase that the parser hung on the object is tried on its verb."""
    lemma = head.lemma_.lower()
    row = _row(head, lemma, "operator", label)
    if row is None and head.pos_ in ("ADJ", "ADV", "ADP"):
        row = _row(head, head.lower_, "operator", label)
    if row is None and preposed and head.dep_ in ("dobj", "nsubjpass") and head.head.pos_ in _VERBAL:
        verb = head.head
        row = _row(verb, verb.lemma_.lower(), "operator", label)
        if row is not None:
            return Sign(row, verb.i)
    row = row or _row(head, "*", "operator", label)
    return Sign(row, head.i) if row is not None else None


def _row(cue: Token, word: str, scope: str, label: str) -> CueRow | None:
    for row in load_cues().by_scope[scope].get(word, ()):
        if (not row.via or label in row.via) and (not row.tags or cue.tag_ in row.tags):
            return row
    return None


def _through(node: Token, head: Token, label: str, reach: Reach) -> Step | None:
    """The step through a link without a cue of its own."""
    cues = load_cues()
    lemma = head.lemma_.lower()
    if label in ("xcomp", "xcomp/to"):
        return Step(head, reach)
    if label in _NOMINAL_LINKS and lemma in cues.object_carriers:
        return Step(head, reach)
    if label == "nsubj" and lemma in cues.subject_carriers:
        return Step(head, reach)
    if label == "in:pobj" and lemma == "be":
        return Step(head, reach)
    if label == "advcl" and node.tag_ == "VBG" and not any(c.dep_ == "mark" for c in node.children):
        return Step(head, Reach.STATUS)
    return None


def _through_coordination(node: Token, reach: Reach) -> Step | None:
    """From a conjunct to the first: a verb with words of its own (subject, auxiliary) is not in its modifiers' scope."""
    head = node.head
    if node.pos_ not in _VERBAL:
        return Step(head, reach if _joined_by_or(node) else Reach.STATUS)
    if head.pos_ not in _VERBAL or any(c.dep_ in _SUBJECTS or _is_finite_aux(c) for c in node.children):
        return None
    if _form(node) != _form(head):
        return None
    return Step(head, Reach.STATUS if _joined_by_but(node) else reach)


def _joined_by_or(node: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in node.head.children)


def _joined_by_but(node: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ == "but" and c.i < node.i for c in node.head.children)


def _is_finite_aux(child: Token) -> bool:
    return child.dep_ in ("aux", "auxpass") and child.lower_ != "to" and child.tag_ in ("MD", "VBD", "VBZ", "VBP")


def _form(verb: Token) -> str:
    return "finite" if verb.tag_ in ("VBD", "VBZ", "VBP") else verb.tag_
