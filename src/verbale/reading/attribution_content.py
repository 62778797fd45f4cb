"""What a word of speech cites, who speaks and who listens, read off the parse."""

from spacy.tokens import Token

from verbale.lexicon.attribution import SpeechRow, load_speech
from verbale.reading.arguments import (
    governing_verb,
    noun_phrases,
    slot_of_noun,
    slot_of_verb,
    surface_subject,
)
from verbale.reading.attribution_asides import own_words

Range = tuple[int, int]

_VERBAL = {"VERB", "AUX"}
_ISSUERS = {"ORG", "GPE", "NORP"}
_ISSUING = (
    "make",
    "issue",
    "give",
    "send",
    "serve",
    "deliver",
    "pass",
    "convey",
    "return",
    "repeat",
    "take",
    "hold",
)
_REACTING = {"on", "to", "about", "over"}
"""Before "reports that ...": whoever comments on them, or reacts to them, does not report."""
_CLAUSES = {"clause": {"ccomp"}, "infinitive": {"xcomp", "oprd"}, "object": {"dobj"}}
_NOUN_CLAUSES = {"acl", "ccomp", "relcl"}
_CLOSING_REACH = 4
_CLIMB = 4
_COMPLETED = {"dobj", "ccomp", "xcomp", "attr", "oprd", "acomp"}
_OBJECT_TAILS = {"in", "against", "for", "with", "toward", "towards", "on", "to"}


def find_content(cue: Token, row: SpeechRow) -> tuple[Range, ...]:
    """The token ranges that `cue` cites, in order; () where it cites nothing here."""
    if "main" in row.content:
        return _main_clause(cue)
    if cue.pos_ not in _VERBAL:
        return tuple(_span(c) for c in cue.children if _completes_noun(c, row)) or _predicated(cue)
    found = [
        _after_semicolon(piece, cue) for child in _content_heads(cue, row) for piece in own_words(child, cue)
    ]
    if not found and "clause" in row.content:
        found = list(_host_clause(cue))
    return tuple(found)


def _after_semicolon(piece: Range, cue: Token) -> Range:
    """Of what stands before the cue only what follows a semicolon: "Peru left; it was late, Roe said"."""
    start, end = piece
    if end > cue.i:
        return piece
    quoted = False
    for at in range(start, end - 1):
        quoted = quoted != (cue.doc[at].text == '"')
        if cue.doc[at].text == ";" and not quoted:
            start = at + 1
    return start, end


def _predicated(noun: Token) -> tuple[Range, ...]:
    """What "be" says of a noun of speech: "the government's argument was [that it is late]"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return ()
    return tuple(_span(c) for c in noun.head.children if c.dep_ == "ccomp" and _has_that(c))


def _content_heads(cue: Token, row: SpeechRow) -> list[Token]:
    """The dependents of `cue` that hold its content; with an object also what the parser hung on the verb after it."""
    found = [child for child in cue.children if _holds_content(child, row)]
    objects = [child.i for child in found if child.dep_ == "dobj"]
    if objects:
        found += [
            c
            for c in cue.children
            if c.dep_ == "prep" and c.i > objects[0] and c not in found and _goes_on(c)
        ]
    return found


def _goes_on(preposition: Token) -> bool:
    nouns = [p for p in preposition.children if p.dep_ == "pobj"]
    return preposition.lower_ in _OBJECT_TAILS and not any(
        n.lemma_.lower() in load_speech().documents for n in nouns
    )


def _completes_noun(child: Token, row: SpeechRow) -> bool:
    if child.dep_ in _NOUN_CLAUSES:
        return _has_that(child)
    return child.dep_ == "prep" and child.lower_ in row.content


def _holds_content(child: Token, row: SpeechRow) -> bool:
    for name in row.content:
        if child.dep_ in _CLAUSES.get(name, ()):
            return True
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ == name and not _says_when(child):
            return True
        if name == "object" and child.dep_ == "nsubjpass":
            return True
    return False


def _says_when(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def _span(token: Token) -> Range:
    return token.left_edge.i, token.right_edge.i + 1


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" or c.lower_ == "that" for c in clause.children)


def _main_clause(cue: Token) -> tuple[Range, ...]:
    """The clause that "according to" hangs on, up to a semicolon, without the phrase itself."""
    at = cue.head
    while at.head.i != at.i and (at.pos_ not in _VERBAL or _ends_speech(at, cue)):
        at = at.head
    start, end = _span(at)
    breaks = [c.i for c in at.subtree if c.text == ";"]
    start = max([start, *(i + 1 for i in breaks if i < cue.i)])
    end = min([end, *(i for i in breaks if i > cue.i)])
    return _minus((start, end), _span(cue)) if start < end else ()


def _ends_speech(clause: Token, cue: Token) -> bool:
    """Whether "according to", after a comma, ends what a verb of speech tells: it cites the telling."""
    if clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in load_speech().verbs:
        return False
    return clause.head.i < cue.i and cue.i > 0 and cue.nbor(-1).text == ","


def _host_clause(cue: Token) -> tuple[Range, ...]:
    """The clause that a parenthetic cue is set in: "as the ministry reported", "..., he said, ...".

    What has content of its own cites nothing beside it: "ten were hurt as crowds demanded an inquiry".
    """
    head = cue.head
    if head.i == cue.i or head.pos_ not in _VERBAL or any(c.dep_ in _COMPLETED for c in cue.children):
        return ()
    as_clause = cue.dep_ == "advcl" and any(
        c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in cue.children
    )
    if as_clause or cue.dep_ in ("parataxis", "dep"):
        return _minus(_span(head), _span(cue))
    return ()


def _minus(whole: Range, part: Range) -> tuple[Range, ...]:
    pieces = ((whole[0], min(part[0], whole[1])), (max(part[1], whole[0]), whole[1]))
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def find_speakers(cue: Token, row: SpeechRow) -> tuple[int, ...]:
    """Head tokens of those who speak, in order; () where the report does not say."""
    if "main" in row.content:
        return _named_after(cue)
    if cue.pos_ == "NOUN" and cue.dep_ == "pobj" and cue.head.lower_ in _REACTING:
        return ()
    speakers = slot_of_verb(cue, "subj") if cue.pos_ in _VERBAL else slot_of_noun(cue, "subj", _ISSUING)
    if not speakers and cue.pos_ == "NOUN" and cue.lemma_.lower() in load_speech().documents:
        speakers = _issuers(cue)
    host = _speech_above(cue)
    if host is not None:
        speakers = slot_of_verb(host, "subj")
    if len(speakers) == 1 and speakers[0].lemma_.lower() in load_speech().documents:
        speakers = _issuers(speakers[0]) or speakers
    return tuple(t.i for t in speakers if not _is_expletive(t))


def _speech_above(cue: Token) -> Token | None:
    """The verb of speech whose subject speaks on in a participle.

    So in "says it will not join, asking him to resign" and, after quoted words, '... said: "It is late", adding ...'.
    """
    host = cue.head
    if cue.dep_ != "advcl" or cue.tag_ != "VBG" or cue.i < host.i:
        return None
    if host.dep_ == "ccomp" and host.head.lemma_.lower() in load_speech().verbs:
        return host.head
    if not any(t.text == '"' for t in cue.doc[max(host.i, cue.i - _CLOSING_REACH) : cue.i]):
        return None
    for _ in range(_CLIMB):
        if host.head.i == host.i:
            break
        inside, host = host, host.head
        if (
            host.lemma_.lower() in load_speech().verbs
            and inside.dep_ in ("ccomp", "advcl")
            and inside.i > host.i
        ):
            return host
    return None


def _issuers(document: Token) -> tuple[Token, ...]:
    """Who owns a document, or does what is done with it ("passed a resolution condemning ...")."""
    owners = slot_of_noun(document, "poss") or slot_of_noun(document, "by")
    verb = governing_verb(document)
    if owners or verb is None or document.dep_ == "nsubjpass":
        return owners or (slot_of_verb(verb, "subj") if verb is not None else ())
    return surface_subject(verb)


def _is_expletive(token: Token) -> bool:
    return token.lower_ in ("it", "there") and token.dep_ in ("expl", "nsubjpass")


def _named_after(cue: Token) -> tuple[int, ...]:
    """The noun phrases after "according to"; of "a report citing the police" the police."""
    found: list[int] = []
    for preposition in cue.children:
        for noun in preposition.children:
            if noun.dep_ == "pobj":
                found += [t.i for t in _sources(noun)]
    return tuple(found)


def _sources(noun: Token) -> list[Token]:
    """Whoever stands behind a document ("a report citing the police", "a tweet on Monday by the envoy"), else it."""
    speech = load_speech()
    if noun.lemma_.lower() in speech.outlets:
        named = [c for c in noun.children if c.dep_ in ("compound", "appos") and c.ent_type_ == "ORG"]
        return named[-1:] or list(noun_phrases([noun]))
    if noun.lemma_.lower() in speech.documents or noun.lower_ in speech.documents:
        for token in noun.subtree:
            objects = [c for c in token.children if c.dep_ in ("pobj", "dobj")]
            if objects and (token.lower_ in ("by", "from") or token.lemma_ in ("cite", "quote")):
                return list(noun_phrases(objects[:1]))
        owners = [c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"]
        if not owners:
            owners = [
                c for c in noun.children if c.dep_ in ("compound", "nmod", "amod") and c.ent_type_ in _ISSUERS
            ]
        if owners:
            return owners
    return list(noun_phrases([noun]))


def find_listener(cue: Token) -> int | None:
    """The head token of whom it is said to ("told reporters", "said to the council"), None where nobody is named."""
    if cue.pos_ not in _VERBAL:
        return None
    for child in cue.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            return child.i
        if child.dep_ == "dobj" and cue.lemma_ in ("tell", "inform", "brief", "assure", "remind", "notify"):
            return child.i
        if child.dep_ in ("prep", "dative") and child.lower_ == "to":
            return next((p.i for p in child.children if p.dep_ == "pobj"), None)
    return None
