"""The country of an office that does not name it: from the person, the sentence, or the report."""

from collections import Counter
from collections.abc import Mapping

from verbale.reading.offices.phrases import Phrase
from verbale.reading.offices.scene import Scene


class Countries:
    """Where a report plays: the countries it names, by sentence and in all."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        counts = Counter(t.code for t in scene.territories_at.values())
        order = {t.code: i for i, t in reversed(list(enumerate(scene.territories_at.values())))}
        self.main = min(counts, key=lambda code: (-counts[code], order[code])) if counts else None
        self._known: dict[str, str] = {}

    def learn(self, surname: str, country: str) -> None:
        """Keep the country that a person's title names, for his other titles."""
        self._known.setdefault(surname, country)

    def known(self, surname: str) -> str | None:
        """The country a person's title named elsewhere in the report."""
        return self._known.get(surname)

    def around(self, phrase: Phrase) -> str | None:
        """The country that a title without one goes by: the sentence's first named before it, else the report's."""
        floor = self._scene.doc[phrase.head].sent.start
        for at in range(floor, phrase.start):
            territory = self._scene.territories_at.get(at)
            if territory:
                return territory.code
        return self.main


def needs_country(phrase: Phrase) -> bool:
    """Whether an office belongs to some state, so that a country is to be sought."""
    return not phrase.international and phrase.country is None


def inherit(countries: Mapping[int, str | None], possessor: int | None) -> str | None:
    """The country of the owner of a title ("Trump's adviser"), where one is known."""
    return countries.get(possessor) if possessor is not None else None
