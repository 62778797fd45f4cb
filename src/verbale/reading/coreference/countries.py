"""The countries of actors: from their titles, the words beside their names, and what the report is about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from verbale.model import Kind
from verbale.reading.coreference.entities import Roll
from verbale.reading.mention import Mention, Title


class Setting:
    """Where the report's states are named: the country nearest to a token, and the one it is most about."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        named = [(m.head, m.country) for m in mentions if m.kind in (Kind.STATE, Kind.BODY, Kind.GROUP) and m.country]
        self._tokens = [head for head, _ in named]
        self._codes = [code for _, code in named]
        self._doc = doc
        self._counts = Counter(code for code in self._codes if code and code != "eu")

    def dominant(self, least: float = 0.5) -> str | None:
        """The country of at least this share of all mentions of countries, None where none reaches it."""
        if not self._counts:
            return None
        code, count = min(self._counts.items(), key=lambda item: (-item[1], self._codes.index(item[0])))
        return code if count >= least * self._counts.total() else None

    def nearest(self, token: int) -> str | None:
        """The country named last before the token in its sentence, else first after it in the sentence."""
        at = bisect_right(self._tokens, token)
        sentence = self._doc[token].sent
        if at and self._tokens[at - 1] >= sentence.start:
            return self._codes[at - 1]
        if at < len(self._tokens) and self._tokens[at] < sentence.end:
            return self._codes[at]
        return None

    def before(self, token: int) -> str | None:
        """The country named last before the token, None at the beginning."""
        at = bisect_right(self._tokens, token)
        return self._codes[at - 1] if at else None


def give_countries(roll: Roll, doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title]) -> None:
    """Give each person and each national body without a country the one that the report ties to it. Changes `roll`."""
    for title in titles:
        if title.holder is not None and title.office.country:
            for index in roll.by_token.get(title.holder, ()):
                roll.entities[index].country = roll.entities[index].country or title.office.country
