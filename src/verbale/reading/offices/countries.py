"""The country of an office that does not name it: from the person, the sentence, or the report."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable

from spacy.tokens import Token

from verbale.lexicon.leaders import country_of_known
from verbale.reading.mention import Mention
from verbale.reading.offices.mirrors import countries_of_counterparts
from verbale.reading.offices.phrases import Phrase
from verbale.reading.offices.scene import Scene, Territorial
from verbale.reading.visits import ends_of_visit, holder_of

NEAR = 8
"""Tokens within which the country named last before a title is the title's."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LAST = 10
_LIST = 30
_FAR = 80
_GOING_ON = frozenset({"as", "while", "with"})
_NO_LIST = frozenset({"VB", "MD", "IN", "TO", "WP", "WD"})
_HOLY_SEE = "va"
_AT_HOME = 2
_ABROAD = 3
"""How many times more often another country may be named than the dateline's whose officers need no country, and
how many times for the report to be one on that country filed from abroad."""

_ALONE = frozenset({"president", "minister", "chancellor", "king", "queen", "premier"})
"""Titles that one person of a country holds at a time, unless he is a former holder."""

_SUFFIXES = frozenset(
    {
        "jr",
        "jr.",
        "sr",
        "sr.",
        ",",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
    }
)


class Countries:
    """The countries of the titles of one report, those that are said and those that follow.

    `taken` keeps, for each title held alone ("president"), the countries whose holder is named, with his name.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[str, str] = {}
        self._taken: dict[str, dict[str, str]] = {}
        self._guests: set[str] = set()
        self._international: set[str] = set()
        self._starts = sorted(scene.territories_at)
        self._home = scene.home
        names = sorted((p.name for p in scene.persons_at.values()), key=lambda name: name.count(" "))
        self._full = {name.lower().split()[-1]: name for name in names}
        self._counts: Counter[str] | None = None

    def learn(self, phrase: Phrase, surname: str, country: str, *, is_guest: bool = False) -> None:
        """Keep the country that a person's title names; `is_guest`: by "of Israel" after his name."""
        self._known.setdefault(surname, country)
        if is_guest:
            self._guests.add(country)
        if not phrase.former and _is_alone(phrase):
            self._taken.setdefault(_key(self._scene, phrase), {}).setdefault(country, surname)

    def learn_international(self, surname: str) -> None:
        """Keep that a person serves a body of no one country, so that his other titles give him none."""
        self._international.add(surname)

    def seek(self, phrase: Phrase, surname: str | None, name: str = "") -> str | None:
        """The country of a title that names none; None where nothing tells it.

        In turn: the person's other titles, the table of well-known leaders, those listed before him ("the
        Colombian president, his wife and Interior Minister Rojas"), the sentence, the report. Not
        the country of another holder of the same title, nor one that only "of Israel" after a name brings in.
        """
        if phrase.noun.word == "pope":
            return _HOLY_SEE
        if surname and surname in self._known:
            return self._known[surname]
        leads = phrase.body is None and phrase.noun.scope != "place"
        known = self._known_leader(surname, name) if name and (leads or " " in name) else None
        if known:
            return known
        if surname in self._international or self._serves_many(phrase):
            return None
        listed = self._listed(phrase)
        if listed:
            return listed
        owner = _owner_before(self._scene, phrase) or self._owner(phrase) or _opening(self._scene, phrase)
        if owner:
            return owner
        barred = self._barred(phrase, surname)
        if self._home and self._home not in barred and _is_cited_last(self._scene, phrase):
            return self._home
        guests = barred | self._strangers()
        found = _around(self._scene, phrase, guests) or self._report(phrase, guests)
        return found or _around(self._scene, phrase, barred) or self._report(phrase, barred)

    def _known_leader(self, surname: str | None, name: str) -> str | None:
        """The country of a well-known leader; a surname alone is the one's whose fuller name the report has."""
        fuller = self._full.get(surname or "", name) if " " not in name else name
        return country_of_known(fuller)

    def _strangers(self) -> set[str]:
        """The guests without the country that the report is most about or filed from."""
        return self._guests - {self._home, _first_of(self._count(), ())}

    def _serves_many(self, phrase: Phrase) -> bool:
        """Whether a title alone says that its body is one of many states: "Secretary-General"."""
        written = "".join(self._scene.words[i] for i in phrase.words)
        return phrase.body is None and written in self._scene.lexicon.of_many

    def _owner(self, phrase: Phrase) -> str | None:
        """The country of the person whom "his" takes up: the last one that was a subject."""
        scene, at = self._scene, phrase.possessor
        if at is None or scene.words[at] not in ("his", "her"):
            return None
        for before in range(at - 1, max(at - _FAR, 0), -1):
            person = scene.person_tokens.get(before)
            if person is not None and scene.doc[person.head].dep_ in ("nsubj", "nsubjpass"):
                return self._known.get(surname_of(scene, person)) or country_of_known(person.name)
        return None

    def _listed(self, phrase: Phrase) -> str | None:
        """The country of the person named before in the same list, None outside a list."""
        scene = self._scene
        at = phrase.start - 1
        floor = scene.doc[phrase.head].sent.start
        if at <= floor or scene.words[at] not in ("and", ","):
            return None
        while at > floor and phrase.start - at < _LIST:
            person = scene.person_tokens.get(at)
            if person is not None:
                known = self._known.get(surname_of(scene, person))
                if known:
                    return known
            elif scene.doc[at].tag_[:2] in _NO_LIST:
                return None
            at -= 1
        return None

    def _report(self, phrase: Phrase, barred: Collection[str]) -> str | None:
        """The country of at least half of the report's names of countries, the dateline's, or the one named last."""
        counts, home = self._count(), self._home
        main = _first_of(counts, barred)
        at_home = home is not None and home not in barred
        if home and at_home and main and _AT_HOME * counts[home] >= counts[main] and counts[home] > 1:
            return home
        if main and (2 * counts[main] >= counts.total() or home and counts[main] > _ABROAD * counts[home]):
            return main
        if at_home:
            return home
        for at in reversed(self._starts[: bisect_left(self._starts, phrase.start)][-_LAST:]):
            code = self._scene.territories_at[at].code
            if code not in barred and code != "eu":
                return code
        return main

    def _count(self) -> Counter[str]:
        """How often each country is named, and somebody whose country is known."""
        if self._counts is None:
            scene = self._scene
            named = (
                self._known.get(surname_of(scene, person))
                or self._known_leader(surname_of(scene, person), person.name)
                for person in scene.persons_at.values()
            )
            self._counts = scene.country_counts + Counter(code for code in named if code)
        return self._counts

    def _barred(self, phrase: Phrase, surname: str | None) -> set[str]:
        visited = _visited(self._scene, phrase) | countries_of_counterparts(self._scene, phrase)
        if phrase.noun.word in self._scene.lexicon.crowned:
            visited |= set(self._count()) - self._scene.lexicon.crowns
        if phrase.former or not _is_alone(phrase):
            return visited
        holders = self._taken.get(_key(self._scene, phrase), {})
        return visited | {country for country, other in holders.items() if other != surname}


def surname_of(scene: Scene, person: Mention) -> str:
    """The last word of a name without numeral or suffix ("Abdullah II", "Biden, Jr.")."""
    at = person.end - 1
    while at > person.start and scene.words[at] in _SUFFIXES:
        at -= 1
    return scene.words[at]


def country_around(scene: Scene, phrase: Phrase) -> str | None:
    """The country that an office without a holder goes by: its sentence's, else the report's; None without any."""
    return _around(scene, phrase, ()) or _main(scene, ())


def main_country(scene: Scene) -> str | None:
    """The country that a report names most, the first of equals; None where it names none."""
    return _main(scene, ())


def _is_alone(phrase: Phrase) -> bool:
    return phrase.body is None and phrase.noun.word in _ALONE


def _key(scene: Scene, phrase: Phrase) -> str:
    return " ".join(sorted(scene.words[i] for i in phrase.words if i != phrase.head)) + " " + phrase.noun.word


def _around(scene: Scene, phrase: Phrase, barred: Collection[str]) -> str | None:
    """The country named within NEAR tokens before a title, else the first of its sentence."""
    named = list(_named_before(scene, phrase, barred))
    if not named:
        return None
    last = named[-1]
    if len({territory.code for territory in named}) > 1 and _clause_between(scene, last.end, phrase.start):
        subject = _subject_country(scene, phrase)
        if subject and subject not in barred:
            return subject
    return last.code if phrase.start - last.end <= NEAR else named[0].code


def _owner_before(scene: Scene, phrase: Phrase) -> str | None:
    """The state that "its" takes up: the subject named before in the sentence, else that of the sentence before."""
    owner = phrase.possessor
    if owner is None or scene.words[owner] != "its":
        return None
    start = scene.doc[owner].sent.start
    here = (
        territory
        for at in range(owner - 1, start - 1, -1)
        if (territory := scene.territories_to.get(at + 1)) and scene.doc[at].dep_ in _SUBJECTS
    )
    found = next(here, None) or (_subject_of(scene, scene.doc[start - 1].sent.root) if start else None)
    return found.code if found and found.code != "eu" else None


def _subject_of(scene: Scene, verb: Token) -> Territorial | None:
    subjects = (scene.territories_to.get(c.i + 1) for c in verb.children if c.dep_ in _SUBJECTS)
    return next((territory for territory in subjects if territory), None)


def _opening(scene: Scene, phrase: Phrase) -> str | None:
    """The country whose seat or name opens the sentence: "In London, Foreign Secretary Ann Roe said"."""
    start = scene.doc[phrase.head].sent.start
    territory = scene.territories_at.get(start + 1) if scene.words[start] == "in" else None
    if territory is None or scene.words[territory.end] != "," or phrase.start - territory.end > 1:
        return None
    return territory.code if territory.code != "eu" else None


def _is_cited_last(scene: Scene, phrase: Phrase) -> bool:
    """Whether the officer is cited for the clause before him: "Roe will meet Kos, Interior Minister Doe said".

    Not where a state does what he tells of, which is likely his: "Peru will go on, Defence Minister Roe said".
    """
    holder = holder_of(scene.doc[phrase.head])
    told = [c for c in holder.head.children if c.dep_ == "ccomp" and c.i < phrase.start]
    if holder.dep_ != "nsubj" or not told:
        return False
    doers = (c for clause in told for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    return not any(doer.i + 1 in scene.territories_to for doer in doers)


def _visited(scene: Scene, phrase: Phrase) -> set[str]:
    """The countries that whoever has the title visits, none of which is his own."""
    ends = ends_of_visit(scene.doc[phrase.head])
    named = (scene.territories_to.get(end.i + 1) for end in ends)
    return {territory.code for territory in named if territory}


def _clause_between(scene: Scene, start: int, end: int) -> bool:
    """Whether what was said goes on between two tokens ("... on U.S. goods, as Minister Roe says")."""
    return any(scene.words[i] in _GOING_ON for i in range(start, end))


def _subject_country(scene: Scene, phrase: Phrase) -> str | None:
    """The country that the sentence's main verb has for a subject, None where it has another."""
    root = scene.doc[phrase.head].sent.root
    for child in root.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.i < phrase.start:
            territory = scene.territories_to.get(child.i + 1)
            return territory.code if territory and territory.code != "eu" else None
    return None


def _named_before(scene: Scene, phrase: Phrase, barred: Collection[str]) -> Iterable[Territorial]:
    for at in range(scene.doc[phrase.head].sent.start, phrase.start):
        territory = scene.territories_at.get(at)
        if territory and territory.code not in barred and territory.code != "eu":
            yield territory


def _main(scene: Scene, barred: Collection[str]) -> str | None:
    return _first_of(scene.country_counts, barred)


def _first_of(counts: Counter[str], barred: Collection[str]) -> str | None:
    return next((code for code, _ in counts.most_common() if code not in barred and code != "eu"), None)
