"""What a register holds: entries, listings, tenures, roll calls; one frozen shape whatever the file was."""

from dataclasses import dataclass, field

MAX_NAME = 1_000
"""Longest name, in characters, that is a name and not a fault of the file."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One measure against an entry: under which programme, by whom, since when, with what reference.

    Dates are ISO 8601 as precise as the list gives them: `2023-07-11`, `2023-07`, `2023`. `entry_id` is
    given where the listing stands apart from its entry in the file (FollowTheMoney `Sanction`).
    """

    programme: str | None = None
    authority: str | None = None
    listed_on: str | None = None
    ended_on: str | None = None
    reference: str | None = None
    reason: str | None = None
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, body or thing of a register; `schema` and topics are FollowTheMoney's.

    `names` begins with the main one; `weak_names` are those that the list itself calls low quality.
    `countries` are codes as in `data/territories.json`. `identifiers` are pairs of kind and number.
    `line` is where the entry begins in its file.
    """

    id: str
    schema: str
    names: tuple[str, ...]
    weak_names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    gender: str | None = None
    topics: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    wikidata: str | None = None
    notes: str | None = None
    listings: tuple[Listing, ...] = ()
    line: int = 0

    @property
    def name(self) -> str:
        """The main name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which office, or was member of what, from when to when; open ends are None.

    An office has a `position`; a membership an `organization`, and a `role` as `position`. `holder_id`
    and `post_id` name entries of the same file where it has them; then `holder` and, of a membership,
    `organization` may be "", and `position` None: they are taken from those entries.
    """

    holder: str
    position: str | None
    country: str | None = None
    organization: str | None = None
    start: str | None = None
    end: str | None = None
    holder_id: str | None = None
    post_id: str | None = None
    wikidata: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class RollCall:
    """One recorded vote: votes are pairs of country code and `for`, `against`, `abstain`, `absent`."""

    id: str
    date: str
    body: str
    votes: tuple[tuple[str, str], ...]
    symbol: str | None = None
    title: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be taken, where it is and why; the rest of the file goes on."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.message}"


Row = Entry | Listing | Tenure | RollCall | BadRow


@dataclass(slots=True)
class Facts:
    """What an entry collects while its file is read; `names` in the order found, without repeats."""

    names: dict[str, None] = field(default_factory=dict)
    weak: dict[str, None] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)
    births: dict[str, None] = field(default_factory=dict)
    identifiers: dict[tuple[str, str], None] = field(default_factory=dict)

    def add_name(self, name: str, *, weak: bool = False) -> None:
        """Take a name with its white space in order; nothing where it is empty.

        Raises:
            ValueError: longer than any name is.
        """
        tidy = " ".join(name.split())
        if len(tidy) > MAX_NAME:
            raise ValueError(
                f"a name of {len(tidy)} characters: more than {MAX_NAME} are a fault of the file"
            )
        if tidy:
            (self.weak if weak else self.names).setdefault(tidy)

    def strong_names(self) -> tuple[str, ...]:
        """The names, or the weak ones where there are no others.

        Raises:
            ValueError: no name at all.
        """
        if not self.names and not self.weak:
            raise ValueError("an entry without a name: give it one or take it out")
        return tuple(self.names) or tuple(self.weak)

    def weak_names(self) -> tuple[str, ...]:
        """Weak names that are not strong ones too."""
        return tuple(name for name in self.weak if name not in self.names) if self.names else ()
