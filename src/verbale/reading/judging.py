"""Put the grammar's proposals before the judge: which stand, and how likely they are right."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from verbale.model import TraceStep
from verbale.reading.composing import Context, compose
from verbale.reading.draft import Draft
from verbale.reading.judge import Judge, probability
from verbale.reading.predicates import Candidate
from verbale.reading.questions import describe_candidate, describe_statement


def compose_judged(candidates: Iterable[Candidate], context: Context, judge: Judge | None) -> Iterator[Draft]:
    """The drafts of the candidates that the judge accepts, with their confidence; of all of them without a judge."""
    for candidate in candidates:
        if judge is None:
            yield from compose(candidate, context)
            continue
        weight = judge.weigh(describe_candidate(context.doc, context.cast, candidate))
        if judge.accepts(weight):
            yield from (_judged(draft, weight) for draft in compose(candidate, context))


def judge_statements(drafts: Iterable[Draft], context: Context, judge: Judge | None) -> Iterator[Draft]:
    """The `say` drafts that the judge accepts, with their confidence; all of them without a judge.

    Who is quoted did say so: of quotations the judge only tells the confidence.
    """
    if judge is None:
        yield from drafts
        return
    speakers = {attribution.cue: attribution.speakers for attribution in context.attributions}
    for draft in drafts:
        heads = speakers.get(draft.trigger[0], ())
        weight = judge.weigh(describe_statement(context.doc, context.cast, draft, heads))
        if draft.quote is not None or judge.accepts(weight):
            yield _judged(draft, weight)


def _judged(draft: Draft, weight: int) -> Draft:
    likely = probability(weight)
    step = TraceStep("judge", f"right with probability {likely:.2f}")
    return replace(draft, confidence=likely, trace=(*draft.trace, step))
