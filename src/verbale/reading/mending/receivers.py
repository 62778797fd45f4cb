"""Mend who receives what is given, where the parser took him for the thing given or for a word about it."""

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.nouns import load_nouns

_EXACTING = frozenset({"fine"})


def make_receiver(noun: Token) -> None:
    """In "sent Peru ten million euros" Peru receives them, and is not what is sent."""
    verb = noun.head
    later = [c for c in verb.children if c.dep_ == "dobj" and c.i > noun.i]
    if noun.dep_ == "dobj" and len(later) == 1 and noun.left_edge.i == verb.i + 1 and verb.pos_ == "VERB":
        if later[0].left_edge.i == noun.right_edge.i + 1 and later[0].ent_type_ not in ("DATE", "TIME"):
            noun.dep_ = "dative"


def free_receiver(given: Token) -> None:
    """In "handed nine [activists] jail terms", "fined [MegaTV] 200,000 euros" they receive what is given."""
    verb = given.head
    if given.dep_ != "dobj" or verb.lemma_.lower() not in load_argument_words().giving | _EXACTING:
        return
    told = next(
        (c for c in verb.children if c.dep_ == "dative" and c.right_edge.i + 1 == given.left_edge.i), None
    )
    if told is None and given.left_edge.i != verb.i + 1:
        return
    for word in list(given.lefts):
        if _is_named(word, given) and told is not None:
            word.head, word.dep_ = told, "appos"
        elif told is None and (_is_counted(word) or _is_people(word) or _is_named(word, given)):
            for left in list(given.lefts):
                if left.i < word.i and word.tag_ != "CD":
                    left.head = word
            word.head, word.dep_ = verb, "dative"
        else:
            continue
        return


def _is_counted(word: Token) -> bool:
    return word.tag_ == "CD" and any(c.lower_ == "of" for c in word.children)


def _is_people(word: Token) -> bool:
    return word.dep_ in ("compound", "nmod") and word.lower_ in load_nouns().plurals


def _is_named(word: Token, given: Token) -> bool:
    """Whether a name stands before a sum, which nobody names: "[MegaTV] 200,000 euros"."""
    return (
        word.dep_ in ("compound", "nmod")
        and word.tag_ == "NNP"
        and given.ent_type_ == "MONEY"
        and any(c.tag_ == "CD" and c.i > word.i for c in given.lefts)
    )


def split_gift(given: Token) -> None:
    """In "gave two journalists long [sentences]" the sentences are given, and are no other name for journalists."""
    receiver = given.head
    verb = receiver.head
    if (
        given.dep_ != "appos"
        or receiver.dep_ not in ("dative", "dobj")
        or given.left_edge.i != receiver.i + 1
    ):
        return
    if verb.lemma_.lower() not in load_argument_words().giving or receiver.left_edge.i != verb.i + 1:
        return
    if given.pos_ != "NOUN" or any(c.dep_ == "dobj" and c.i != receiver.i for c in verb.children):
        return
    given.head, given.dep_ = verb, "dobj"
    receiver.dep_ = "dative"


def part_receiver(given: Token) -> None:
    """In "granted [Peru] diplomatic recognition" Peru receives it, and is no part of its name."""
    verb = given.head
    if given.dep_ != "dobj" or verb.lemma_.lower() not in load_argument_words().giving:
        return
    if any(c.dep_ == "dative" for c in verb.children):
        return
    names = [c for c in given.children if c.dep_ in ("nmod", "compound") and c.i < given.i]
    if len(names) != 1 or not any(c.dep_ == "amod" and c.i > names[0].i for c in given.children):
        return
    receiver = names[0]
    if receiver.pos_ != "PROPN" and not any(c.pos_ == "PROPN" for c in receiver.children):
        return
    for child in list(given.children):
        if child.dep_ == "det" and child.i < receiver.i:
            child.head = receiver
    receiver.head, receiver.dep_ = verb, "dative"
