"""Coreference: one actor for all mentions of the same thing in a report."""

from collections.abc import Sequence

from spacy.tokens import Doc

from verbale.reading.coreference.bodies import cluster_bodies, cluster_states
from verbale.reading.coreference.casting import make_cast
from verbale.reading.coreference.countries import give_countries
from verbale.reading.coreference.entities import Roll
from verbale.reading.coreference.persons import cluster_persons
from verbale.reading.coreference.walk import walk
from verbale.reading.mention import Cast, Mention, Title

__all__ = ["resolve_cast"]


def resolve_cast(doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title]) -> Cast:
    """The actors of a report in order of first mention, ids a1, a2 ..., and which each token stands for.

    Args:
        doc: the report.
        mentions: from `find_mentions`, in order of the text.
        titles: from `find_titles`; one without holder stands for whoever bears that title in the
            report, else for an office-holder left unnamed.
    """
    roll = Roll()
    cluster_persons(roll, mentions)
    cluster_bodies(roll, doc, mentions)
    cluster_states(roll, mentions)
    give_countries(roll, doc, mentions, titles)
    walk(roll, doc, mentions, titles)
    return make_cast(roll, doc, mentions, titles)
