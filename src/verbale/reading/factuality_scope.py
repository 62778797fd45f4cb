"""How far a cue reaches: the links of the parse that let the modality of a higher word through to a lower one."""

from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.attribution import load_speech
from verbale.lexicon.factuality import CueRow, load_cues
from verbale.reading.factuality_signs import Sign

_NOMINAL_LINKS = {"dobj", "nsubjpass", "attr", "oprd", "acomp"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
_VERBAL = {"VERB", "AUX"}
_MISLEADING = {"dobj", "nsubjpass", "pobj"}
_PHRASES = {"on:pobj", "to:pobj", "into:pobj", "in:pobj"}
_ARRANGING = {"be", "due", "schedule", "slate", "set", "plan", "mean", "intend", "suppose"}
_CLOSED = {"relcl", "appos", "acl", "parataxis", "dep", "intj"}


class Reach(Enum):
    """What comes through a link: everything, only plans and doubts, or only doubt about a whole clause."""

    ALL = "all"
    STATUS = "status"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Step:
    """One link up: the next node, what reaches through it, and the cue that the node is, if it is one."""

    head: Token
    reach: Reach
    operator: Sign | None = None


def object_signs(verb: Token) -> list[Sign]:
    """What the object says of a verb that is itself the predicate: who "announced tariffs" has yet to raise them."""
    if verb.pos_ not in _VERBAL or verb.lemma_.lower() not in load_cues().by_scope["operator"]:
        return []
    found = []
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            row = _row(verb, verb.lemma_.lower(), "operator", child.dep_, child)
            if row is not None and row.governs and row.category == "planned":
                found.append(Sign(row, child.i))
    return found


def climb(node: Token, reach: Reach) -> Step | None:
    """The step from `node` to the word that governs it, None where scope ends."""
    if node.head.i == node.i:
        return None
    if node.dep_ == "conj":
        return _through_coordination(node, reach)
    head, label, preposition = _link(node)
    if preposition is not None and reach is not Reach.CLAUSE:
        found = _row(preposition, preposition.lower_, "preposition", label, node)
        if found is not None:
            return Step(head, Reach.STATUS, Sign(found, preposition.i))
    if label.endswith(":pcomp") and any(c.dep_ in _SUBJECTS for c in node.children):
        return None
    if reach is Reach.CLAUSE:
        return _within_clause(node, head, label)
    operator = _noun_before(node, label) or _operator(head, label, node)
    if operator is not None and operator.row.category == "planned" and _is_over(node, head):
        return None
    if operator is not None:
        return Step(head.doc[operator.token], reach, operator)
    return _through(node, head, label, reach) or _within_clause(node, head, label)


def _within_clause(node: Token, head: Token, label: str) -> Step | None:
    """On to the top of a clause that is claimed or alleged as a whole: all it says is in doubt."""
    if label in ("ccomp", "ccomp/to"):
        row = _row(head, head.lemma_.lower(), "operator", label, node)
        if row is not None and row.category == "alleged":
            return Step(head, Reach.CLAUSE, Sign(row, head.i))
        return None
    return None if node.dep_ in _CLOSED or head.i == node.i else Step(head, Reach.CLAUSE)


def _link(node: Token) -> tuple[Token, str, Token | None]:
    """The governor of `node`, the label of the link, and the preposition that stands between.

    A "relative" clause that "that" only opens says what a noun is about, whatever the parser calls it: "reports that".
    """
    dep = node.dep_
    if dep in ("pobj", "pcomp") and node.head.head.i != node.head.i:
        preposition = node.head
        while preposition.head.dep_ in ("prep", "pcomp") and preposition.head.pos_ == "ADP":
            preposition = preposition.head
        return preposition.head, f"{node.head.lower_}:{dep}", node.head
    if dep == "relcl" and any(c.dep_ == "mark" for c in node.children):
        dep = "acl"
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children):
        dep += "/to"
    return node.head, dep, None


def _speaks_apart(participle: Token) -> bool:
    """Whether a participle tells of an act of speech beside the main clause (", accusing the cabinet of fraud")."""
    first = participle.left_edge.i
    known = participle.lemma_.lower() in load_speech().verbs
    return known and first > 0 and participle.doc[first - 1].text == ","


def _is_over(node: Token, head: Token) -> bool:
    """Whether "to have" makes it past whatever the verb above says of what lies ahead ("is projected to have won").

    What only was arranged stays a plan: "were to have met", "was due to have met".
    """
    perfect = sum(c.dep_ == "aux" and c.lower_ in ("to", "have") for c in node.children) == 2
    return perfect and head.lemma_.lower() not in _ARRANGING


def _noun_before(node: Token, label: str) -> Sign | None:
    """The noun right before an infinitive that the parser hung on the verb ("ignored their call to resign")."""
    if label != "advcl/to":
        return None
    first = min(c.i for c in node.children if c.dep_ in ("aux", "neg"))
    noun = node.doc[first - 1] if first else node
    if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    row = _row(noun, noun.lemma_.lower(), "operator", "acl/to", node)
    return Sign(row, noun.i) if row is not None else None


def _operator(head: Token, label: str, node: Token) -> Sign | None:
    """The cue that governs by `label`; what the parser hung on the object is tried on its verb too.

    Who "was the only one not to sign" did not sign; who "is to sign" will.
    """
    if label == "xcomp/to" and head.lemma_ == "be" and any(c.dep_ == "attr" for c in head.children):
        return None
    row = _row(head, head.lemma_.lower(), "operator", label, node)
    if row is None and head.pos_ in ("ADJ", "ADV", "ADP"):
        row = _row(head, head.lower_, "operator", label, node)
    above = _verb_over(head, label, node)
    if above is not None and (row is None or above.row.category == "negated"):
        return above
    row = row or _row(head, "*", "operator", label, node)
    return Sign(row, head.i) if row is not None else None


def _verb_over(head: Token, label: str, node: Token) -> Sign | None:
    """The cue that the verb over a noun is: "*lacked* the power to dismiss", "*accused* the army of killing"."""
    if head.dep_ not in _MISLEADING or not (":" in label or label == "acl/to"):
        return None
    verb = head.head.head if head.dep_ == "pobj" else head.head
    if verb.pos_ not in _VERBAL:
        return None
    label_there = "advcl/to" if label == "acl/to" else label
    row = _row(verb, verb.lemma_.lower(), "operator", label_there, node)
    return Sign(row, verb.i) if row is not None else None


def _row(cue: Token, word: str, scope: str, label: str, node: Token) -> CueRow | None:
    lemma = node.lemma_.lower()
    for row in load_cues().by_scope[scope].get(word, ()):
        fits = (not row.via or label in row.via) and (not row.tags or cue.tag_ in row.tags)
        following = cue.doc[cue.i + 1].lower_ if cue.i + 1 < len(cue.doc) else ""
        if following in row.unless_next or (row.next and following not in row.next):
            continue
        if fits and lemma not in row.spares and (not row.governs or lemma in row.governs):
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
    if label in _PHRASES and lemma in cues.phrase_carriers:
        return Step(head, reach)
    if label == "of:pobj" and lemma in load_argument_words().collectives:
        return Step(head, reach)
    if label == "compound":
        return Step(head, Reach.STATUS)
    if label == "advcl" and _speaks_apart(node):
        return None
    if label == "advcl" and node.tag_ == "VBG" and not any(c.dep_ == "mark" for c in node.children):
        return Step(head, Reach.STATUS)
    return None


def _through_coordination(node: Token, reach: Reach) -> Step | None:
    """From a conjunct to the first; a verb with a subject or auxiliary of its own leaves the scope of modifiers."""
    head = node.head
    if reach is Reach.CLAUSE:
        return Step(head, reach)
    if node.pos_ not in _VERBAL:
        return Step(head, reach if _joined_by_or(node) else Reach.STATUS)
    if head.pos_ not in _VERBAL or any(c.dep_ in _SUBJECTS or _is_finite_aux(c) for c in node.children):
        return Step(head, Reach.CLAUSE)
    if _form(node) != _form(head) and not _joined_by(node, "nor"):
        base = _bare_verb_above(head) if node.tag_ == "VB" else None
        return Step(base, reach) if base is not None else Step(head, Reach.CLAUSE)
    return Step(head, Reach.STATUS if _joined_by_but(node) else reach)


def _bare_verb_above(head: Token) -> Token | None:
    """The bare verb that a bare conjunct must share its auxiliary with ("will [start] testing and sell")."""
    at = head
    for _ in range(4):
        if at.head.i == at.i or at.dep_ not in ("xcomp", "conj", "pcomp", "prep", "dobj"):
            return None
        at = at.head
        if at.tag_ == "VB":
            return at
    return None


def _joined_by_or(node: Token) -> bool:
    return _joined_by(node, "or") or _joined_by(node, "nor")


def _joined_by(node: Token, word: str) -> bool:
    """Whether a conjunction of that word joins a conjunct to its head: "neither confirmed [nor] denied"."""
    return any(c.dep_ == "cc" and c.lower_ == word for c in node.head.children)


def _joined_by_but(node: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ == "but" and c.i < node.i for c in node.head.children)


def _is_finite_aux(child: Token) -> bool:
    return (
        child.dep_ in ("aux", "auxpass")
        and child.lower_ != "to"
        and child.tag_ in ("MD", "VBD", "VBZ", "VBP")
    )


def _form(verb: Token) -> str:
    return "finite" if verb.tag_ in ("VBD", "VBZ", "VBP") else verb.tag_
