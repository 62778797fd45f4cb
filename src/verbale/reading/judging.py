"""Put the grammar's proposals before the judge: which stand, which are of another type, which fall."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.lexicon.predicates import load_predicates
from verbale.lexicon.weak import load_weak_words
from verbale.model import TraceStep
from verbale.reading.composing import Context, compose
from verbale.reading.draft import Draft
from verbale.reading.judge import Hearing, Judge, Verdict
from verbale.reading.predicates import Candidate
from verbale.reading.proposing import propose
from verbale.reading.questions import ask_candidate, ask_statement


class Bench:
    """One report before a judge, with the judge's thresholds: `keep` for what the grammar typed, `say` for
    statements, `find` for types that only the judge sees."""

    def __init__(self, judge: Judge, context: Context) -> None:
        self._hearing: Hearing = judge.hear(context.doc)
        self._thresholds = judge.thresholds
        self._context = context

    def compose(self, candidates: Sequence[Candidate]) -> Iterator[Draft]:
        """The drafts of the candidates that stand, and of the weak proposals that the judge gives a type."""
        context = self._context
        triggers = {candidate.trigger for candidate in candidates}
        weak = propose(context.doc, context.cast, load_predicates(), triggers)
        for candidate in (*candidates, *weak):
            question = ask_candidate(context.doc, context.cast, candidate)
            verdict = self._hearing.judge(question)
            if question.type is not None and verdict.right >= self._thresholds["keep"]:
                yield from self._drafts(candidate, verdict, verdict.right)
            elif verdict.best_right >= self._thresholds["find"]:
                yield from self._retyped(candidate, verdict)

    def _retyped(self, candidate: Candidate, verdict: Verdict) -> Iterator[Draft]:
        row = load_weak_words().rows.get(verdict.best)
        if row is not None:
            yield from self._drafts(replace(candidate, row=row), verdict, verdict.best_right)

    def _drafts(self, candidate: Candidate, verdict: Verdict, confidence: float) -> Iterator[Draft]:
        note = f"right {verdict.right:.2f}; {verdict.best} {verdict.best_right:.2f}"
        for draft in compose(candidate, self._context):
            trace = (*draft.trace, TraceStep("judge", note))
            yield replace(draft, confidence=confidence, trace=trace)

    def statements(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The `say` drafts that stand."""
        context = self._context
        speakers = {attribution.cue: attribution.speakers for attribution in context.attributions}
        for draft in drafts:
            question = ask_statement(context.doc, context.cast, draft, speakers.get(draft.trigger[0], ()))
            verdict = self._hearing.judge(question)
            if verdict.right >= self._thresholds["say"]:
                yield draft.noted("judge", f"right {verdict.right:.2f}", confidence=verdict.right)
