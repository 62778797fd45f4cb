"""Claims as pages show them, wherever they come from: a fresh reading or the record."""

from dataclasses import dataclass
from datetime import date

from verbale.model import Actor, Claim, Reading
from verbale.record.queries.claim_rows import ClaimRow, PartyRow, ReviewRow
from verbale.record.queries.report import ReportView
from verbale.record.wording.names import country_name
from verbale.record.wording.verbs import say_verb
from verbale.web.classes import tone_of_type
from verbale.web.marking import Span


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a claim; `ref` names him in his report, `identity` in the record where he is known to it."""

    ref: str
    name: str
    kind: str = ""
    country: str | None = None
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One claim, ready for a page: the verb said with its standing, parties with names, evidence cut in three."""

    id: str
    type: str
    verb: str
    tone: str
    status: str
    negated: bool
    evidence: tuple[str, str, str]
    mode: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    attributed_to: tuple[Party, ...] = ()
    details: tuple[str, ...] = ()
    office: str | None = None
    quote: str | None = None
    when_start: date | None = None
    when_end: date | None = None
    when_text: str | None = None
    place: str | None = None
    country: str | None = None
    confidence: float | None = None
    review: ReviewRow | None = None


def cards_of_reading(reading: Reading) -> list[Card]:
    """The cards of a reading that is not stored, in the order of its claims."""
    parties = {actor.id: _party(actor) for actor in reading.actors}
    return [_card(claim, parties) for claim in reading.claims]


def spans_of_reading(reading: Reading) -> list[Span]:
    """What of the text a page marks: evidence and trigger of each claim, mentions of each actor."""
    spans = [
        Span(start, end, "mention", actor.id) for actor in reading.actors for start, end in actor.mentions
    ]
    for claim in reading.claims:
        spans.append(Span(claim.evidence.start, claim.evidence.end, "evidence", claim.id))
        spans.append(Span(claim.trigger.start, claim.trigger.end, "trigger", claim.id))
    return spans


def cut_evidence(text: str, start: int, trigger_start: int, trigger_end: int) -> tuple[str, str, str]:
    """The sentence before, in and after its trigger; `start` is where in the report the sentence begins.

    >>> cut_evidence("They met on Monday.", 100, 105, 108)
    ('They ', 'met', ' on Monday.')
    """
    first, last = max(0, trigger_start - start), max(0, trigger_end - start)
    return text[:first], text[first:last], text[last:]


def say_office(title: str | None, body: str | None, country: str | None) -> str | None:
    """An office in words; `country` is a name.

    >>> say_office("Secretary", "Security Council", "Russia")
    'Secretary, Security Council (Russia)'
    """
    if not title:
        return None
    return title + (f", {body}" if body else "") + (f" ({country})" if country else "")


def _party(actor: Actor) -> Party:
    return Party(actor.id, actor.name, actor.kind.value, actor.country)


def _card(claim: Claim, parties: dict[str, Party]) -> Card:
    """The card of one claim of a reading."""
    interval = claim.when.interval if claim.when else None
    office = claim.office
    recipients = tuple(parties[each] for each in claim.recipient)
    return Card(
        id=claim.id,
        type=claim.type,
        mode=claim.mode,
        verb=say_verb(
            claim.type, claim.mode, claim.status.value, negated=claim.negated, alone=not recipients
        ),
        tone=tone_of_type(claim.type),
        status=claim.status.value,
        negated=claim.negated,
        evidence=cut_evidence(
            claim.evidence.text, claim.evidence.start, claim.trigger.start, claim.trigger.end
        ),
        actors=tuple(parties[each] for each in claim.actor),
        recipients=recipients,
        attributed_to=tuple(parties[each] for each in claim.attributed_to),
        details=tuple(part for part in (claim.object, claim.topic) if part),
        office=say_office(office.title, office.body, country_name(office.country)) if office else None,
        quote=claim.quote,
        when_start=interval.start if interval else None,
        when_end=interval.end if interval else None,
        when_text=claim.when.text if claim.when else None,
        place=claim.place.name if claim.place else None,
        country=claim.place.country if claim.place else None,
        confidence=claim.confidence,
    )


def card_of_row(row: ClaimRow) -> Card:
    """The card of a claim of the record; parties are named as the record knows them."""
    recipients = tuple(_known(party) for party in row.recipient)
    title, body, country = row.office or (None, None, None)
    return Card(
        id=row.id,
        type=row.type,
        mode=row.mode,
        verb=say_verb(row.type, row.mode, row.status, negated=row.negated, alone=not recipients),
        tone=tone_of_type(row.type),
        status=row.status,
        negated=row.negated,
        evidence=cut_evidence(row.evidence[2], row.evidence[0], row.trigger[0], row.trigger[1]),
        actors=tuple(_known(party) for party in row.actor),
        recipients=recipients,
        attributed_to=tuple(_known(party) for party in row.attributed_to),
        details=tuple(part for part in (row.object, row.topic) if part),
        office=say_office(title, body, country_name(country)),
        quote=row.quote,
        when_start=row.when_start,
        when_end=row.when_end,
        when_text=row.when_text,
        place=row.place,
        country=row.place_country,
        confidence=row.confidence,
        review=row.review,
    )


def spans_of_report(view: ReportView) -> list[Span]:
    """What of a stored report's text a page marks."""
    spans = [Span(start, end, "mention", actor.ref) for actor in view.actors for start, end in actor.mentions]
    for claim in view.claims:
        spans.append(Span(*claim.evidence[:2], "evidence", claim.id))
        spans.append(Span(*claim.trigger[:2], "trigger", claim.id))
    return spans


def _known(party: PartyRow) -> Party:
    return Party(party.ref, party.known_as or party.name, party.kind, party.country, party.identity)
