"""The entities of a record as a file of JSON lines, the same bytes for the same record."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from followthemoney.proxy import EntityProxy

from verbale.export.ftm.edges import SURE, draw_edges
from verbale.export.ftm.events import make_event
from verbale.export.ftm.parties import identify_party, make_party
from verbale.export.ftm.proxies import format_proxy
from verbale.export.ftm.reports import document, make_article
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

TopicsOf = Callable[[str], Sequence[str]]


def write_ftm(claims: Iterable[ClaimRow], path: Path, topics_of: TopicsOf, least: float = SURE) -> int:
    """Write the entities of claims, one a line; the folder is made if it is not there.

    Args:
        claims: those of one report side by side.
        path: the file.
        topics_of: the topics that registers give an identity, () for those that no register bears out.
        least: least confidence of a claim that becomes a typed edge.

    Returns:
        How many entities the file holds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        for proxy in list_entities(claims, topics_of, least):
            file.write(format_proxy(proxy))
            count += 1
    return count


def list_entities(
    claims: Iterable[ClaimRow], topics_of: TopicsOf, least: float = SURE
) -> Iterator[EntityProxy]:
    """Article by article what it says, each entity once; last those who are in them, in order of their ids."""
    people: dict[str, PartyRow] = {}
    spellings: dict[str, set[str]] = defaultdict(set)
    posts: set[str | None] = set()
    for _, told in groupby(claims, key=lambda claim: claim.report_id):
        said = list(told)
        yield make_article(said[0])
        sentences: dict[str, list[str]] = defaultdict(list)
        for claim in said:
            for party in (*claim.actor, *claim.recipient, *claim.attributed_to):
                id_ = identify_party(claim, party)
                people.setdefault(id_, party)
                spellings[id_].add(party.name)
                sentences[id_].append(claim.evidence[2])
            for proxy in draw_edges(claim, least) or (make_event(claim),):
                if proxy.schema.name != "Position" or proxy.id not in posts:
                    yield proxy
                posts.add(proxy.id)
        yield from document(said[0], sentences)
    for id_ in sorted(people):
        party = people[id_]
        yield make_party(id_, party, spellings[id_], topics_of(party.identity) if party.identity else ())
