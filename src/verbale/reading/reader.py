"""The reader: the order of its steps, from a parsed report to a reading."""

from collections.abc import Sequence

from verbale.lexicon.predicates import load_predicates
from verbale.model import Reading
from verbale.reading.assembly import assemble
from verbale.reading.attribution import find_attributions
from verbale.reading.bridging import bridge_recipients
from verbale.reading.composing import Context
from verbale.reading.contests import settle_contests
from verbale.reading.coreference import resolve_cast
from verbale.reading.draft import Draft
from verbale.reading.duplicates import merge_drafts
from verbale.reading.first_persons import with_first_persons
from verbale.reading.hosts import with_destinations, with_hosts
from verbale.reading.judge import Judge
from verbale.reading.judging import compose_judged, judge_statements
from verbale.reading.memberships import end_past_memberships, find_memberships
from verbale.reading.mentions import find_mentions
from verbale.reading.offices import name_holders, survey, titles_in
from verbale.reading.parse import Parsed
from verbale.reading.places import find_places
from verbale.reading.predicates import Candidate, find_candidates
from verbale.reading.shells import without_shells
from verbale.reading.stances import take_stance
from verbale.reading.statements import find_statements
from verbale.reading.successions import find_successions
from verbale.reading.tenures import end_left_offices, find_tenures, still_held
from verbale.reading.times import read_story


def read_parsed(parsed: Parsed, reader_version: str = "", judge: Judge | None = None) -> Reading:
    """The actors and claims of one parsed report; pure: no clock, network or store.

    Args:
        parsed: a report with its parse.
        reader_version: stamped on the reading.
        judge: decides on what the grammar proposes; None leaves it to the grammar alone.
    """
    context = survey_report(parsed)
    actors, claims = assemble(parsed, context.cast, find_drafts(context, judge))
    return Reading(parsed.report, actors, claims, reader_version)


def survey_report(parsed: Parsed) -> Context:
    """What the steps before the predicates find: actors, titles, speakers, times and places."""
    doc = parsed.doc
    mentions = name_holders(doc, find_mentions(doc))
    scene = survey(doc, mentions)
    titles = titles_in(scene)
    places = find_places(doc)
    attributions = find_attributions(doc)
    cast = with_first_persons(resolve_cast(doc, mentions, titles), attributions, doc)
    return Context(
        doc=doc,
        scene=scene,
        cast=with_hosts(cast, places),
        titles=titles,
        attributions=attributions,
        story=read_story(doc, parsed.report.published),
        places=places,
    )


def propose(context: Context) -> tuple[Candidate, ...]:
    """What the grammar proposes, visits with their hosts."""
    candidates = find_candidates(context.doc, context.cast, load_predicates())
    return tuple(with_destinations(candidates, context.cast, context.places))


def find_drafts(context: Context, judge: Judge | None = None) -> tuple[Draft, ...]:
    """Every claim of the report, each once, in order of the text."""
    composed = compose_judged(propose(context), context, judge)
    drafts: Sequence[Draft] = settle_contests(without_shells(list(composed)), context.doc)
    drafts = end_past_memberships(drafts, context)
    drafts = [take_stance(d, context) if d.type == "say" else d for d in drafts]
    successions = tuple(find_successions(context, drafts))
    held = (*find_tenures(context), *(d for d in successions if d.type == "hold_office"))
    drafts = [*still_held(drafts, held), *(d for d in successions if d.type != "hold_office")]
    tenures = end_left_offices(held, drafts, context)
    statements = judge_statements(find_statements(context, drafts), context, judge)
    memberships = tuple(find_memberships(context))
    told = bridge_recipients(context, [*drafts, *tenures, *memberships, *statements])
    return merge_drafts(told)
