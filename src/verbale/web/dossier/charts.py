"""The charts of a dossier, out of what somebody has to do with others."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.dealings import Dealing, Dealings
from verbale.record.wording.names import country_name
from verbale.record.wording.verbs import say_verb
from verbale.web.charts.chart import Chart
from verbale.web.charts.counts import Count, draw_counts
from verbale.web.charts.network import Node, Tie, draw_network
from verbale.web.charts.timeline import Mark, draw_timeline
from verbale.web.charts.worldmap import Point, draw_map
from verbale.web.classes import plover_of_type, tone_of_type
from verbale.web.paths import identity_path, ties_path
from verbale.web.templating import make_query

MET = frozenset(("meet", "visit", "attend", "negotiate", "agree"))
"""Types of claim that put the parties at a place."""
AROUND = 24
"""Others that the network shows: those with the most claims."""


def draw_timeline_of(name: str, dealings: Dealings) -> Chart | None:
    """What somebody is reported to have done, by kind and day."""
    lanes = tuple(dict.fromkeys(row.group for row in load_claim_types().values()))
    marks = [
        Mark(
            each.day,
            load_claim_types()[each.type].group,
            tone_of_type(each.type),
            "negated" if each.negated else each.status,
            _say(each, dealings),
            f"/claims/{each.id}",
        )
        for each in dealings.claims
        if each.day and each.type in load_claim_types() and each.type != "hold_office"
    ]
    return draw_timeline("timeline", f"{name} in the reports, by kind and day", marks, lanes)


def draw_map_of(name: str, identity: str, dealings: Dealings) -> Chart | None:
    """Where somebody met others, travelled and took part."""
    places: dict[tuple[str, str, float, float], Counter[str]] = defaultdict(Counter)
    for each in dealings.claims:
        if (
            each.type in MET
            and each.place
            and each.lat is not None
            and each.lon is not None
            and not each.negated
        ):
            places[each.place, each.place_country or "", each.lat, each.lon][tone_of_type(each.type)] += 1
    points = [
        Point(
            place,
            country_name(country),
            lat,
            lon,
            tones.total(),
            tones.most_common(1)[0][0],
            "/search" + make_query({"actor": identity, "place": place}),
        )
        for (place, country, lat, lon), tones in sorted(places.items(), key=lambda item: item[0])
    ]
    return draw_map("map", f"Meetings and visits of {name}", points)


def draw_network_of(name: str, identity: str, kind: str, dealings: Dealings) -> Chart | None:
    """Whom somebody has to do with, and who of them had to do with each other in the same claims."""
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    for each in dealings.claims:
        found = plover_of_type(each.type)
        if found is None or each.negated or each.roles == {"attributed_to"}:
            continue
        among = sorted({identity, *each.others})
        for at, one in enumerate(among):
            for other in among[at + 1 :]:
                scores[(other, one) if other == identity else (one, other)].append(found.score)
    strength = Counter({other: len(found) for (one, other), found in scores.items() if one == identity})
    around = [other for other, _ in sorted(strength.items(), key=lambda item: (-item[1], item[0]))[:AROUND]]
    nodes = [Node(identity, name, kind, identity_path(identity))]
    nodes += [
        Node(other, dealings.others[other].name, dealings.others[other].kind, identity_path(other))
        for other in around
    ]
    ties = [
        Tie(one, other, len(found), sum(found) / len(found), ties_path(one, other))
        for (one, other), found in sorted(scores.items())
    ]
    known = {identity, *around}
    return draw_network(
        "network",
        f"Whom {name} has to do with",
        nodes,
        [tie for tie in ties if {tie.one, tie.other} <= known],
    )


def draw_counts_of(title: str, claims: Sequence[Dealing], href: str) -> Chart | None:
    """Claims by PLOVER class over time."""
    counts = Counter(
        (each.day, found.name)
        for each in claims
        if each.day and not each.negated and (found := plover_of_type(each.type))
    )
    return draw_counts(
        "classes", title, [Count(day, name, n) for (day, name), n in sorted(counts.items())], href
    )


def _say(each: Dealing, dealings: Dealings) -> str:
    """A claim in a few words: the verb and whom else it names."""
    names = [dealings.others[one].name for one in each.others[:3]]
    more = f" and {len(each.others) - 3} more" if len(each.others) > 3 else ""
    verb = say_verb(each.type, each.mode, each.status, negated=each.negated, alone=not names)
    where = f", {each.place}" if each.place else ""
    said = "" if each.when_start or each.when_end else " (day of the report)"
    return f"{verb} {', '.join(names)}{more}{where}{said}".replace(" ,", ",")
