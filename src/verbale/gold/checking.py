"""Check annotated reports against the contract: ids that exist, types and modes that are known, words of the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from verbale.gold.matching import Fields, evidence_of
from verbale.lexicon.claim_types import load_claim_types
from verbale.model import Kind, Status

_ROLES = ("actor", "recipient", "attributed_to")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an annotated report: where in it, and what to do; `fatal` where it cannot be scored."""

    report: str
    where: str
    message: str
    fatal: bool = False

    def __str__(self) -> str:
        return f"{self.report}, {self.where}: {self.message}"


def check_gold(gold: Fields) -> tuple[Problem, ...]:
    """All that is wrong with one annotated report, in the order of its file; nothing for a sound one.

    >>> bad = {"report": {"id": "r1", "text": "She resigned."}, "actors": [],
    ...        "claims": [{"type": "resign", "evidence": "She resigned."}]}
    >>> print(*check_gold(bad))
    r1, claim 1: type 'resign' is not in the ontology: `verbale types` lists it
    """
    report = gold["report"]
    if not (_is_list_of_objects(gold.get("actors")) and _is_list_of_objects(gold.get("claims"))):
        lists = "needs `actors` and `claims`, both lists of objects"
        return (Problem(report["id"], "file", lists, fatal=True),)
    ids = [actor.get("id") for actor in gold["actors"]]
    found = [
        *(("report", False, message) for message in _check_report(report)),
        *(
            (f"actor {at}", *told)
            for at, actor in enumerate(gold["actors"], 1)
            for told in _check_actor(actor, ids)
        ),
        *(
            (f"claim {at}", *told)
            for at, claim in enumerate(gold["claims"], 1)
            for told in _check_claim(claim, ids, report.get("text"))
        ),
    ]
    return tuple(Problem(report["id"], where, message, fatal) for where, fatal, message in found)


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)


def _check_report(report: Fields) -> Iterator[str]:
    if not isinstance(report.get("text"), str) or not report["text"].strip():
        yield "has no `text`"
    if report.get("published") is not None and not _is_day(report["published"]):
        yield f"published {report['published']!r} is no day: write YYYY-MM-DD"


def _check_actor(actor: Fields, ids: list[object]) -> Iterator[tuple[bool, str]]:
    if not actor.get("id") or not actor.get("name"):
        yield True, "needs an `id` and a `name`"
    elif ids.count(actor["id"]) > 1:
        yield False, f"id {actor['id']!r} is given twice"
    if actor.get("kind") not in set(Kind):
        yield True, f"kind {actor.get('kind')!r} is none of {', '.join(Kind)}"


def _check_claim(claim: Fields, ids: list[object], text: object) -> Iterator[tuple[bool, str]]:
    type_ = load_claim_types().get(claim.get("type", ""))
    if type_ is None:
        yield True, f"type {claim.get('type')!r} is not in the ontology: `verbale types` lists it"
    elif claim.get("mode") and claim["mode"] not in type_.modes:
        yield (
            False,
            f"mode {claim['mode']!r} is none of {type_.type}: {', '.join(type_.modes) or 'it has no modes'}",
        )
    yield from ((False, message) for message in _check_parties(claim, ids))
    if (claim.get("status") or Status.HAPPENED) not in set(Status):
        yield False, f"status {claim['status']!r} is none of {', '.join(Status)}"
    yield from ((False, message) for message in _check_evidence(claim, text))
    yield from ((False, message) for message in _check_when(claim.get("when")))


def _check_parties(claim: Fields, ids: list[object]) -> Iterator[str]:
    for role in _ROLES:
        for id_ in claim.get(role) or []:
            if id_ not in ids:
                yield f"{role} {id_!r} is no actor of this report"


def _check_evidence(claim: Fields, text: object) -> Iterator[str]:
    evidence = evidence_of(claim)
    if not evidence:
        yield "has no `evidence`: give the sentence that says it"
    elif isinstance(text, str) and evidence not in text:
        yield f"evidence is not in the text, word for word: {evidence[:60]!r}"


def _check_when(when: object) -> Iterator[str]:
    if when is None:
        return
    if not isinstance(when, Mapping):
        yield "when is no object with `start` and `end`"
        return
    ends = [when.get(end) for end in ("start", "end")]
    wrong = [end for end in ends if end is not None and not _is_day(end)]
    if wrong:
        yield f"when has {wrong[0]!r}, which is no day: write YYYY-MM-DD"
    elif None not in ends and str(ends[0]) > str(ends[1]):
        yield f"when starts on {ends[0]}, after its end on {ends[1]}"


def _is_day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return len(str(value)) == len("2024-06-11")
