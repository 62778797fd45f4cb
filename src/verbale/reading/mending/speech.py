"""Mend parses of who speaks: the participle that goes on with the subject of "with ...", the listener cut from "told".

In "jailed, with judge Doe ordering ..., stating that ..." Doe states it; in "told leaders gathered in Lima that ..."
the leaders are told; in "judged the vote to be fair" the vote is judged.
"""

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.attribution import load_speech
from verbale.lexicon.nouns import load_nouns

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TELLING = frozenset(load_speech().verbs) & {
    "tell",
    "inform",
    "assure",
    "remind",
    "notify",
    "urge",
    "warn",
    "brief",
}
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_BEFORE_CUES = frozenset({",", '"', "?", "!"})
_JUDGING = frozenset({"judge", "deem", "consider", "find", "believe", "declare", "hold", "think"})


def mend_speech(doc: Doc) -> Doc:
    """Give words of speech their speakers and listeners; changes `doc` in place and returns it."""
    for token in doc:
        if token.dep_ == "advcl" and token.tag_ == "VBG":
            _give_to_absolute(token)
            _rule_out(token)
        elif token.dep_ == "conj" and token.tag_ == "VBD":
            _give_to_speaker(token)
        elif token.dep_ == "ccomp" and _ends_in_semicolon(token):
            token.dep_ = "parataxis"
        elif token.dep_ == "ccomp" and token.tag_ in ("VBN", "VBD", "VBZ"):
            _put_above(token)
            _free_listener(token)
        elif token.dep_ in ("oprd", "dobj"):
            _part_from_name(token)
            _make_speaker(token)
        elif token.dep_ == "prep" and token.lower_ == "in":
            _give_to_adjective(token)
        elif token.dep_ == "acl" and token.lower_ == "be":
            _judge_object(token)
    return doc


def _ends_in_semicolon(clause: Token) -> bool:
    """Whether a clause before its verb ends in a semicolon: in "they pleaded; Roe says it is late" no words."""
    after = clause.right_edge.i + 1
    return clause.i < clause.head.i and after < clause.head.i and clause.doc[after].text == ";"


def _put_above(cue: Token) -> None:
    """In "Voters should say no, Roe urged in a broadcast" the urging holds what goes before."""
    said, first = cue.head, cue.left_edge.i
    if said.dep_ != "ROOT" or said.i > first or cue.doc[first - 1].text != "," or cue.tag_ == "VBN":
        return
    modal = any(c.tag_ == "MD" for c in said.children)
    speech = load_speech().verbs
    if cue.lemma_.lower() not in speech or (said.lemma_.lower() in speech and not modal):
        return
    roles = {c.dep_ for c in cue.children}
    if "nsubj" not in roles or roles & {"ccomp", "xcomp", "dobj", "mark", "auxpass", "advmod"}:
        return
    if not any(c.dep_ in _SUBJECTS and c.i < said.i for c in said.children):
        return
    later = [c for c in said.children if c.i > cue.i]
    cue.head, cue.dep_ = cue, "ROOT"
    said.head, said.dep_ = cue, "ccomp"
    for child in later:
        child.head = cue


def _part_from_name(noun: Token) -> None:
    """In "called Peru's move a fraud" and "called the president, Joan Roe, a fool" two things are said, not one."""
    verb = noun.head
    if verb.lemma_.lower() not in load_argument_words().calling:
        return
    for child in noun.children:
        if (
            child.dep_ in ("dobj", "appos")
            and child.left_edge.i == noun.i + 1
            and child.left_edge.lower_ in ("a", "an")
        ):
            noun.dep_ = "dobj"
            child.head, child.dep_ = verb, "oprd"
            return
    others = [c for c in verb.children if c.dep_ in ("oprd", "dobj", "nsubjpass", "auxpass")]
    if len(others) == 2 and others[1].i == noun.i and others[0].dep_ == "oprd" and others[0].i > verb.i:
        others[0].dep_ = "dobj"


def _make_speaker(noun: Token) -> None:
    """In "It is late, argued the party's lawyer" the lawyer argues, after what he says."""
    verb = noun.head
    row = load_speech().verbs.get(verb.lemma_.lower())
    if noun.dep_ != "dobj" or row is None or not row.neutral or noun.left_edge.i != verb.i + 1:
        return
    roles = {c.dep_: c for c in verb.children}
    said = roles.get("ccomp")
    if (
        said is not None
        and said.i < verb.i
        and not _SUBJECTS & set(roles)
        and verb.nbor(-1).text in _BEFORE_CUES
    ):
        noun.dep_ = "nsubj"


def _give_to_adjective(preposition: Token) -> None:
    """In "was unsuccessful in winning a seat" what fails is the winning."""
    verb = preposition.head
    if verb.lemma_ != "be" or not preposition.i or not any(c.dep_ == "pcomp" for c in preposition.children):
        return
    before = preposition.nbor(-1)
    if before.dep_ == "acomp" and before.head.i == verb.i:
        preposition.head = before


def _judge_object(be: Token) -> None:
    """In "judged the vote to be fair" it is the verb that says of the vote what it is."""
    noun = be.head
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _JUDGING:
        be.head, be.dep_ = noun.head, "xcomp"


def _give_to_absolute(participle: Token) -> None:
    """In "Roe is jailed, with judge Doe ordering a search, stating why" Doe states it, not Roe."""
    if any(c.dep_ in _SUBJECTS or c.dep_ == "mark" for c in participle.children):
        return
    first = participle.left_edge.i
    if first < 2 or participle.doc[first - 1].text != ",":
        return
    for preposition in participle.head.children:
        if preposition.dep_ != "prep" or preposition.lower_ != "with" or preposition.right_edge.i < first - 2:
            continue
        verb = next((c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
        if verb is not None and verb.i < first and any(c.dep_ in _SUBJECTS for c in verb.children):
            participle.head = verb
            return


def _rule_out(gerund: Token) -> None:
    """In "ruled out sending troops" the sending is what is ruled out."""
    particle = gerund.nbor(-1) if gerund.i else gerund
    if particle.lower_ == "out" and particle.dep_ == "prt" and particle.head.i == gerund.head.i:
        gerund.dep_ = "xcomp"


def _give_to_speaker(verb: Token) -> None:
    """In "Roe said sanctions were no cure and urged patience" Roe urged it: sanctions urge nothing.

    In "Roe said Peru had lied and urged patience" the tense tells as much; "said Peru lied and urged" is left.
    """
    content = verb.head
    said = content.head
    if content.dep_ != "ccomp" or said.pos_ != "VERB" or said.i > content.i or verb.i < content.i:
        return
    speech = load_speech().verbs
    if said.lemma_.lower() not in speech or verb.lemma_.lower() not in speech or said.tag_ != "VBD":
        return
    subject = next((c for c in content.children if c.dep_ in _SUBJECTS or c.dep_ == "expl"), None)
    states = content.lemma_ == "be" or any(c.dep_ == "aux" for c in content.children)
    if (
        subject is None
        or (_may_speak(subject) and not states)
        or any(c.dep_ in _SUBJECTS for c in verb.children)
    ):
        return
    verb.head = said


def _may_speak(subject: Token) -> bool:
    """Whether the subject of a clause may itself say something: people, bodies, pronouns for them."""
    if subject.ent_type_ in _SPEAKING or subject.pos_ == "PROPN":
        return True
    if subject.pos_ == "PRON":
        return subject.lower_ not in ("it", "there", "this", "that", "these", "those")
    nouns = load_nouns()
    lemma = subject.lemma_.lower()
    return lemma in nouns.humans or lemma in nouns.body_heads


def _free_listener(verb: Token) -> None:
    """In "told leaders gathered in Lima that it would leave" the leaders are told, and "gathered" tells of them."""
    telling = verb.head
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if telling.lemma_.lower() not in _TELLING or subject is None or subject.left_edge.i != telling.i + 1:
        return
    if any(c.dep_ in ("aux", "auxpass", "mark", "neg") for c in verb.children):
        return
    said = next(
        (c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i > verb.i and _has_that(c)), None
    )
    if said is None:
        return
    subject.head, subject.dep_ = telling, "dobj"
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"
    said.head, said.dep_ = telling, "ccomp"


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
