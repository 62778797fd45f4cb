"""Score the reader on the annotated passages of tests/passages: how many wordings of each family it knows.

    python tools/score_passages.py [words force contact power speech] [--unseen] [--show]

A passage is a line of JSON: `id`, `published`, `text`, and `claims` whose parties are names, not actors with a kind.
A name is taken for the actor of the reading that has it. Core F1 is that of docs/gold.md. `--unseen`: only the even
lines of a file, which nobody looked at when rules were written; `--show`: what is missed and what is wrong
(odd lines only).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from verbale import Reader, Report
from verbale.gold.matching import name_words, names_agree
from verbale.gold.pairing import Compared, pair_claims

FOLDER = Path(__file__).parents[1] / "tests" / "passages"
ROLES = ("actor", "recipient", "attributed_to")

Fields = dict[str, Any]


def main() -> None:
    """Print core precision, recall and F1 of each family and of all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    families = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
    parser.add_argument("families", nargs="*", choices=[[], *families], default=families)
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    reader, total = Reader(), Counter[str]()
    for family in args.families:
        tally = Counter[str]()
        for number, passage in enumerate(read_passages(family), 1):
            if number % 2 and args.unseen:
                continue
            compared = compare(passage, reader)
            pairs = pair_claims(compared)
            tally.update(
                right=len(pairs), read=len(compared.read["claims"]), annotated=len(compared.gold["claims"])
            )
            if args.show and number % 2:
                print("\n".join(tell(passage, compared, {p.gold for p in pairs}, {p.read for p in pairs})))
        print(f"{family:10} {figures(tally)}")
        total += tally
    print(f"{'all':10} {figures(total)}")


def read_passages(family: str) -> Iterator[Fields]:
    """The passages of one file, in order."""
    with (FOLDER / f"{family}.jsonl").open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def compare(passage: Fields, reader: Reader) -> Compared:
    """The passage as an annotated report beside what the reader makes of it."""
    report = Report(
        id=passage["id"], text=passage["text"], published=date.fromisoformat(passage["published"])
    )
    read = reader.read(report).to_dict()
    names = {name for claim in passage["claims"] for role in ROLES for name in claim.get(role) or ()}
    actors = [{"id": name, **standing(name, read)} for name in sorted(names)]
    claims = [{**claim, "evidence": passage["text"]} for claim in passage["claims"]]
    return Compared({"actors": actors, "claims": claims}, read)


def standing(name: str, read: Mapping[str, Any]) -> Fields:
    """Name, kind and country of the actor that was read under this name; those of nobody where none was."""
    same = [a for a in read["actors"] if name_words(a["name"]) == name_words(name)]
    alike = [a for a in read["actors"] if a["kind"] != "state" and names_agree(a["name"], name)]
    found = (same or alike or [{"kind": "group", "country": None}])[0]
    return {"name": name, "kind": found["kind"], "country": found["country"]}


def tell(passage: Fields, compared: Compared, right: set[int], found: set[int]) -> Iterator[str]:
    """The passage, and a line for every claim missed or wrong."""
    yield f"{passage['id']} {passage['text']}"
    for word, reading, hits in (("missed", compared.gold, right), ("wrong", compared.read, found)):
        for index, claim in enumerate(reading["claims"]):
            if index not in hits:
                names = {actor["id"]: actor["name"] for actor in reading["actors"]}
                parties = [", ".join(names[i] for i in claim.get(role) or ()) for role in ROLES[:2]]
                yield f"    {word:6} {claim['type']}({parties[0]} -> {parties[1]})"


def figures(tally: Counter[str]) -> str:
    """Precision, recall and F1 in words."""
    precision = tally["right"] / max(tally["read"], 1)
    recall = tally["right"] / max(tally["annotated"], 1)
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return f"core F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}  ({tally['annotated']} claims)"


if __name__ == "__main__":
    main()
