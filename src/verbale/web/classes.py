"""What a type of claim means for the relation of its parties: cooperation or conflict, and how much."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from verbale.lexicon.claim_types import load_claim_types
from verbale.lexicon.tables import parse_table


@dataclass(frozen=True, slots=True)
class PloverClass:
    """A class of PLOVER: its score from -10 (conflict) to +10 (cooperation) and its quad class."""

    name: str
    score: float
    quad: str


@cache
def load_plover() -> dict[str, PloverClass]:
    """The classes by name, from the most cooperative to the most hostile.

    >>> load_plover()["AID"].score
    10.0
    """
    rows = parse_table(files("verbale").joinpath("web", "data", "plover.yaml").read_text("utf-8"))
    return {row["class"]: PloverClass(row["class"], float(row["score"]), row["quad"]) for row in rows}


@cache
def plover_of_type(type: str) -> PloverClass | None:
    """The class that a type of claim exports to, None where PLOVER has none.

    >>> plover_of_type("meet").name, plover_of_type("say")
    ('CONSULT', None)
    """
    row = load_claim_types().get(type)
    return load_plover().get(row.plover) if row and row.plover else None


@cache
def tone_of_type(type: str) -> str:
    """The meaning that colours a type: coop, conflict, power, institution or words.

    >>> tone_of_type("meet"), tone_of_type("sanction"), tone_of_type("appoint"), tone_of_type("say")
    ('coop', 'conflict', 'power', 'words')
    """
    row = load_claim_types().get(type)
    if row and row.group in ("power", "institutions"):
        return "power" if row.group == "power" else "institution"
    found = plover_of_type(type)
    if found is None or found.score == 0:
        return "words"
    return "coop" if found.score > 0 else "conflict"
