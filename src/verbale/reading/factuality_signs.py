"""Cues that hang on one node of the parse: auxiliaries, adverbs, determiners, marks, the words before it."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from verbale.lexicon.attribution import load_speech
from verbale.lexicon.factuality import CueRow, load_cues

_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "attr", "csubj"}
_LEADING = {"aux", "auxpass", "neg", "mark", "det", "amod", "poss", "compound"}
_CONDITIONAL = {"would", "could", "might", "'d"}
_INDEFINITE = {"a", "an", "any", "such", "another", "some"}
_LEAD_TOKENS = 6
_LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue found in the text: its row and token; `suppresses` where its own negation makes it do so."""

    row: CueRow
    token: int
    suppresses: bool = False


def find_signs(node: Token, *, own: bool = True) -> list[Sign]:
    """The cues among the dependents of `node`, in order of the text.

    `own`: `node` is the predicate itself, so that words right before it count ("yet to agree").
    """
    found: list[Sign] = []
    table = load_cues().by_scope
    earliest = node.i
    for child in node.children:
        dep = child.dep_
        if dep in _LEADING and node.i - _LEAD_TOKENS <= child.i < earliest:
            earliest = child.i
        if dep in _ARGUMENTS:
            found += _in_argument(child)
        elif dep == "advcl":
            found += _conditions(child)
        elif dep == "aux" and _opens_condition(child, node):
            found += _modifier(child, table["mark"])
        else:
            found += _modifier(child, table["mark" if dep == "mark" else "modifier"])
    if own or node.pos_ in ("VERB", "AUX"):
        found += _lead(node.doc, earliest, node.i)
    return _drop_unable(_drop_idle_conditions(found), node)


def _modifier(child: Token, table: Mapping[str, tuple[CueRow, ...]]) -> list[Sign]:
    rows = table.get(child.lower_, ())
    return [Sign(row, child.i) for row in rows if _fits(row, child)]


def _fits(row: CueRow, cue: Token) -> bool:
    if row.via and cue.dep_ not in row.via:
        return False
    if row.tags and cue.tag_ not in row.tags:
        return False
    if row.governs and not any(
        c.dep_ in _ARGUMENTS and c.lemma_.lower() in row.governs for c in cue.head.children
    ):
        return False
    following = cue.doc[cue.i + 1].lower_ if cue.i + 1 < len(cue.doc) else ""
    return following not in row.unless_next and not (cue.dep_ == "mark" and _is_reached(cue))


def _is_reached(mark: Token) -> bool:
    """Whether "until" opens what did happen: "they marched until they were dispersed", no refusal to go before it."""
    clause, main = mark.head, mark.head.head
    if mark.lower_ not in ("until", "till") or clause.dep_ != "advcl" or not _is_past(clause):
        return False
    open_ = any(c.dep_ == "neg" or c.tag_ == "MD" for c in main.children)
    return _is_past(main) and not open_ and main.lemma_.lower() not in load_speech().verbs


def _is_past(verb: Token) -> bool:
    """Whether a verb is told as past by itself or by its first auxiliary."""
    first = min([verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))], key=lambda t: t.i)
    return first.tag_ == "VBD"


def _in_argument(argument: Token) -> list[Sign]:
    table = load_cues().by_scope["argument"]
    found = [Sign(row, argument.i) for row in table.get(argument.lower_, ()) if _fits(row, argument)]
    for child in argument.children:
        if child.dep_ in ("det", "preconj", "neg"):
            found += [Sign(row, child.i) for row in table.get(child.lower_, ()) if _fits(row, child)]
    return found


def _conditions(clause: Token) -> list[Sign]:
    table = load_cues().by_scope["condition"]
    for child in clause.children:
        if child.dep_ in ("mark", "aux") and child.lower_ in table:
            if child.dep_ == "aux" and not _inverted(child, clause):
                continue
            return [Sign(row, child.i) for row in table[child.lower_]]
    return []


def _inverted(auxiliary: Token, clause: Token) -> bool:
    """Whether the auxiliary stands before the subject of its clause ("should a truce fail")."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > auxiliary.i for c in clause.children)


def _opens_condition(auxiliary: Token, verb: Token) -> bool:
    """Whether a clause before the main one is a condition by its order of words alone ("Had they agreed, ...")."""
    return verb.dep_ in ("advcl", "ccomp") and verb.i < verb.head.i and _inverted(auxiliary, verb)


def _lead(doc: Doc, earliest: int, node: int) -> list[Sign]:
    table = load_cues().by_scope["lead"]
    found: list[Sign] = []
    for at in range(earliest - 1, node):
        if at < 0:
            continue
        rows = dict.fromkeys(table.get(doc[at].lower_, ()))
        found.extend(
            Sign(row, at) for row in rows if any(_ends_at(doc, at, phrase.split()) for phrase in row.words)
        )
    return found


def _ends_at(doc: Doc, at: int, words: list[str]) -> bool:
    start = at - len(words) + 1
    return start >= 0 and all(doc[start + k].lower_ == word for k, word in enumerate(words))


def _drop_idle_conditions(found: list[Sign]) -> list[Sign]:
    """Conditions count only where the main clause itself is open ("will act if ...")."""
    open_ = any(
        sign.row.category in ("planned", "called_for") and sign.row.scope == "modifier" for sign in found
    )
    return [sign for sign in found if sign.row.scope != "condition" or open_]


def _drop_unable(found: list[Sign], node: Token) -> list[Sign]:
    """Without the auxiliary of "could not agree": what could not be was not."""
    if not any(sign.row.category == "negated" for sign in found):
        return found
    return [sign for sign in found if node.doc[sign.token].lower_ != "could"]


def stands_as_idea(trigger: Token) -> bool:
    """Whether the predicate is the subject of what it would bring about ("An attack would cost lives").

    A definite one has happened all the same ("The attack would haunt him").
    """
    verb = trigger.head
    if trigger.dep_ not in ("csubj", "nsubj", "nsubjpass") or verb.lower_ == trigger.lower_:
        return False
    if trigger.dep_ != "csubj" and any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in _INDEFINITE) for c in trigger.children
    ):
        return False
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "have" not in auxiliaries and not auxiliaries.isdisjoint(_CONDITIONAL)


def stands_in_question(doc: Doc, trigger: int) -> bool:
    """Whether the sentence of `trigger` ends in a question mark."""
    for at in range(trigger + 1, min(len(doc), trigger + 120)):
        if doc[at].is_sent_start:
            return False
        if doc[at].lower_ == "?":
            return True
    return False


def stands_in_heading(doc: Doc, trigger: int) -> bool:
    """Whether `trigger` stands in a line of title case that ends without a full stop, followed by another line."""
    end = trigger
    while end < len(doc) and not (doc[end].is_space and _LINE_END in doc[end].text):
        if end > trigger + 25 or (doc[end].is_sent_start and end > trigger):
            return False
        end += 1
    if end >= len(doc) or doc[end - 1].is_punct:
        return False
    start = trigger
    while (
        start > 0 and not (doc[start - 1].is_space and _LINE_END in doc[start - 1].text) and end - start < 26
    ):
        start -= 1
    words = [t for t in doc[start:end] if t.is_alpha and len(t) > 3]
    return len(words) > 2 and end - start < 26 and sum(t.text[0].isupper() for t in words) >= 0.8 * len(words)
