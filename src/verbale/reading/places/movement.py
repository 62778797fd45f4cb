"""Whether a word tells of a movement, which "to", "from" and "into" give the place of."""

from spacy.tokens import Token

from verbale.lexicon.places import load_place_words

_SENDING = frozenset({"send", "dispatch"})
_CALLING_BACK = frozenset({"recall", "withdraw", "pull"})


def is_motion(anchor: Token, preposition: str) -> bool:
    """Whether the anchor is a movement, or a verb that begins one: "launched an offensive into Syria"."""
    words = load_place_words()
    if anchor.lemma_.lower() in words.motion or (preposition == "from" and _is_called_back(anchor)):
        return True
    if (
        anchor.lemma_ in _SENDING
        and preposition == "to"
        and any(c.dep_ in ("dobj", "nsubjpass") and c.ent_type_ == "PERSON" for c in anchor.children)
    ):
        return True
    if anchor.lemma_ in words.sending and preposition in words.aimed:
        return any(
            c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in words.sent for c in anchor.children
        )
    return preposition == "into" and any(
        c.dep_ == "dobj" and c.lemma_.lower() in words.motion for c in anchor.children
    )


def _is_called_back(anchor: Token) -> bool:
    """Whether what the preposition hangs on is called back: "recalled its [ambassador] from Minsk"."""
    return anchor.dep_ in ("dobj", "nsubjpass") and anchor.head.lemma_ in _CALLING_BACK
