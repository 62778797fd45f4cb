"""The words of a report as plain lists: what the mention rules look at, read off the Doc once."""

from dataclasses import dataclass

from spacy.tokens import Doc

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAME_TAGS = frozenset(
    {"NNP", "NNPS", "JJ", "NN", "NNS", "FW", "CD", "VBN", "VBG", "JJR", "JJS", "XX", "ADD", "UH", "VB", "VBP"}
)

_MODIFIERS = frozenset(("amod", "compound", "nmod", "nummod"))


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists over the tokens: text, lower case, tag, dependency, head index, sentence number."""

    doc: Doc
    text: list[str]
    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    sentence: list[int]
    starts: frozenset[int]

    def __len__(self) -> int:
        return len(self.text)

    def is_capital(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[i][:1].isupper()

    def is_name(self, i: int) -> bool:
        """Whether the token can be part of a name: a capital letter and the tag of a noun or the like."""
        return self.text[i][:1].isupper() and self.tag[i] in _NAME_TAGS

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether both tokens exist and stand in one sentence."""
        return 0 <= i < len(self.text) and 0 <= j < len(self.text) and self.sentence[i] == self.sentence[j]

    def ends_phrase(self, end: int) -> bool:
        """Whether a place name that ends here is all its preposition has: not "the Polish" of "the Polish city"."""
        if self.doc[end - 1].ent_type_ in ("DATE", "TIME"):
            return False
        return self.dep[end - 1] not in _MODIFIERS or self.head[end - 1] < end or self.text[end] == ","

    def root(self, start: int, end: int) -> int:
        """The token of a span whose head lies outside it, the last such one."""
        head = self.head
        for i in range(end - 1, start - 1, -1):
            if not start <= head[i] < end or head[i] == i:
                return i
        return end - 1

    def span_text(self, start: int, end: int) -> str:
        """The words as written, on one line."""
        return " ".join(self.doc[start:end].text.split())


def read_words(doc: Doc) -> Words:
    """The lists of a Doc, in one pass."""
    words = Words(doc, [], [], [], [], [], [], frozenset())
    number, starts = -1, []
    for token in doc:
        if token.is_sent_start or number < 0:
            number += 1
            starts.append(token.i)
        words.text.append(token.text)
        words.lower.append(token.lower_)
        words.tag.append(token.tag_)
        words.dep.append(token.dep_)
        words.head.append(token.head.i)
        words.sentence.append(number)
    return Words(
        doc, words.text, words.lower, words.tag, words.dep, words.head, words.sentence, frozenset(starts)
    )
