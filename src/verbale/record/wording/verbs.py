"""How a claim is said in a line: "met", "is to visit", "did not impose sanctions on"."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from verbale.lexicon.tables import parse_table


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of record/wording/verbs.yaml: the verb of a type of claim in the forms that pages need.

    `as_` and `as_base` are said where nothing follows the verb ("they spoke"), `ended` of what is over; `beside` are
    forms of a mode where somebody follows ("beat"). `passive` is said of the recipient where nobody is said to act; of
    "object" and "topic" `follows` is the one that stands right after the verb where no recipient does; `doing` ties a
    topic that is a doing ("of" lying); `wants` is "words" where the verb says nothing without an object or topic.
    `tally` is what several claims are counted as.
    """

    past: str
    base: str
    tally: str
    as_: str | None = None
    as_base: str | None = None
    ended: str | None = None
    passive: str | None = None
    follows: str | None = None
    doing: str | None = None
    wants: str | None = None
    modes: dict[str, tuple[str, str]] = field(default_factory=dict)
    beside: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def wants_words(self) -> bool:
        """Whether it takes an object or topic to say anything."""
        return self.wants == "words"


@cache
def load_wording() -> dict[str, Wording]:
    """All rows by type.

    >>> load_wording()["meet"].past
    'met'
    """
    rows = parse_table(files("verbale.record.wording").joinpath("verbs.yaml").read_text("utf-8"))
    return {name: _make(row) for name, row in rows.items()}


def _make(row: dict[str, str | dict[str, list[str]]]) -> Wording:
    plain = {
        ("as_" if name == "as" else name): value for name, value in row.items() if isinstance(value, str)
    }
    return Wording(
        **plain, modes=_make_modes(row.get("modes", {})), beside=_make_modes(row.get("beside", {}))
    )


def _make_modes(modes: str | dict[str, list[str]]) -> dict[str, tuple[str, str]]:
    assert isinstance(modes, dict)
    return {mode: (past, base) for mode, (past, base) in modes.items()}


def say_verb(
    type: str,
    mode: str | None = None,
    status: str = "happened",
    *,
    negated: bool = False,
    alone: bool = False,
    ended: bool = False,
) -> str:
    """The verb of a claim with how it stands.

    Args:
        type: type of the claim; one that has no row is said as it is written.
        mode: its mode; None or one without words of its own takes the type's.
        status: happened, planned, alleged or called_for.
        negated: the report says that it did not happen.
        alone: no party follows the verb.
        ended: of a state that is over.

    >>> say_verb("meet", status="planned")
    'is to meet'
    >>> say_verb("prosecute", "convict", "alleged", negated=True)
    'allegedly did not convict'
    >>> say_verb("hold_office", negated=True)
    'is not'
    >>> say_verb("contest", "win"), say_verb("contest", "win", alone=True)
    ('beat', 'won')
    """
    past, base = _forms(type, mode, alone=alone, ended=ended)
    match status, negated:
        case "happened", False:
            return past
        case "alleged", False:
            return f"allegedly {past}"
        case "planned", _:
            return f"is {'not ' if negated else ''}to {base}"
        case "called_for", _:
            return f"{'should not' if negated else 'should'} {base}"
        case _:
            denied = _deny(past, base)
            return f"allegedly {denied}" if status == "alleged" else denied


def say_tally(type: str, count: int) -> str:
    """How many claims of a type there are.

    >>> say_tally("meet", 2), say_tally("call", 1), say_tally("praise", 3)
    ('2 meetings', '1 call', '3 words of praise')
    """
    row = load_wording().get(type)
    one, _, many = (row.tally if row else type.replace("_", " ")).partition("|")
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def _forms(type: str, mode: str | None, *, alone: bool, ended: bool) -> tuple[str, str]:
    """Past and base form of a type in a mode."""
    row = load_wording().get(type)
    if row is None:
        words = type.replace("_", " ")
        return words, words
    if mode in row.beside and not alone:
        return row.beside[mode]
    if mode in row.modes:
        return row.modes[mode]
    if alone and row.as_:
        return row.as_, row.as_base or row.base
    return (row.ended or row.past) if ended else row.past, row.base


def _deny(past: str, base: str) -> str:
    """What did not happen, or does not hold."""
    verb, _, rest = past.partition(" ")
    return f"{verb} not {rest}".strip() if verb in ("is", "was") else f"did not {base}"
