"""The walk through the report: descriptions, titles and pronouns, each resolved by what came before it."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from verbale.model import Kind
from verbale.reading.coreference.countries import held_countries, named_persons
from verbale.reading.coreference.descriptions import resolve_body, resolve_group, resolve_state
from verbale.reading.coreference.entities import Roll
from verbale.reading.coreference.pronouns import Discourse, guess_gender, resolve_pronoun
from verbale.reading.coreference.setting import Setting
from verbale.reading.coreference.titles import holders_of, is_said_of_somebody, names_country, resolve_title
from verbale.reading.mention import Mention, Title


def walk(roll: Roll, doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title]) -> None:
    """Resolve everything that is no name, from left to right. Changes `roll`."""
    setting = Setting(doc, mentions, held_countries(titles), named_persons(roll))
    for entity in roll.entities:
        if entity.kind is Kind.PERSON:
            entity.gender = guess_gender(entity, doc)
    discourse = Discourse(doc, roll)
    named = set(roll.by_token)
    sentence, starts = _sentence_numbers(doc)
    steps = _steps(mentions, titles, doc)
    holders = discourse.holders = holders_of(roll, doc, titles)
    states = {i for m in mentions if m.kind is Kind.STATE for i in range(m.start, m.end)}
    for mention, title in steps:
        discourse.enter(sentence[mention.head], starts[sentence[mention.head]])
        if mention.head not in named:
            if title:
                explicit = names_country(doc, title, states)
                resolve_title(roll, discourse, mention, title, holders, explicit=explicit)
            else:
                _resolve(roll, discourse, setting, mention)
        if title and is_said_of_somebody(doc, mention):
            continue
        for index in roll.by_token.get(mention.head, ()):
            discourse.note(mention.head, index)


def _sentence_numbers(doc: Doc) -> tuple[list[int], list[int]]:
    """The number of each token's sentence, and the first token of each sentence."""
    numbers: list[int] = []
    starts: list[int] = []
    for token in doc:
        if token.is_sent_start or not starts:
            starts.append(token.i)
        numbers.append(len(starts) - 1)
    return numbers, starts


def _steps(
    mentions: Sequence[Mention], titles: Sequence[Title], doc: Doc
) -> list[tuple[Mention, Title | None]]:
    """Mentions and unnamed titles in order of the text; a title takes the place of a group with the same head."""
    unnamed = {_head_of(doc, t): t for t in titles if t.holder is None and not _is_plural(doc[t.head])}
    held = {_head_of(doc, t) for t in titles if t.holder is not None}
    steps: list[tuple[Mention, Title | None]] = []
    for mention in mentions:
        if mention.kind is Kind.GROUP and (mention.head in unnamed or mention.head in held):
            continue
        steps.append((mention, None))
    for head, title in unnamed.items():
        start = title.start + (doc[title.start].tag_ == "DT" and title.start < title.head)
        name = " ".join(doc[start : title.end].text.split())
        steps.append(
            (
                Mention(start, title.end, head, Kind.OFFICE, name, title.office.country, "description"),
                title,
            )
        )
    return sorted(steps, key=lambda s: (s[0].head, s[0].start))


def _is_plural(noun: Token) -> bool:
    """Whether a title is that of several ("MEPs", which the parser takes for a name)."""
    return noun.tag_ in ("NNS", "NNPS") or (noun.text.endswith("s") and noun.text[:-1].isupper())


def _head_of(doc: Doc, title: Title) -> int:
    """The word that stands for the phrase in the sentence: the last of "attorney *general*", not the noun."""
    token = doc[title.head]
    while token.dep_ in ("compound", "nmod", "amod") and token.i < token.head.i < title.end:
        token = token.head
    return token.i


def _resolve(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    if mention.form == "pronoun":
        found = resolve_pronoun(discourse, mention)
        for index in found:
            roll.join(index, mention)
        if found:
            roll.by_token[mention.head] = found
    elif mention.kind is Kind.STATE:
        resolve_state(roll, discourse, setting, mention)
    elif mention.kind is Kind.BODY:
        resolve_body(roll, discourse, setting, mention)
    elif mention.kind is Kind.GROUP:
        resolve_group(roll, discourse, setting, mention)
