"""Names of bodies to the left of a title noun ("National Assembly lawmaker", "foreign ministry spokesman")."""

from verbale.reading.offices.scene import Scene

LONGEST_BODY = 12
"""Words of a name at most."""
_NAMES = frozenset({"ORG", "PERSON", "PRODUCT", "FAC", "GPE"})


def ends_a_body(scene: Scene, start: int, end: int) -> bool:
    """Whether a territory's name is only the tail of a body's ("Conservative Party of Canada")."""
    body = scene.bodies_to.get(end)
    return body is not None and body.start < start and scene.words[start - 1] in ("of", "the", "in")


def body_start(scene: Scene, at: int, floor: int) -> int | None:
    """First token of the body whose name ends with token `at`, None where none does."""
    if scene.doc[at].ent_type_ in ("DATE", "TIME"):
        return None
    body = scene.bodies_to.get(at + 1)
    start = None
    if body is not None:
        start = max(body.start, floor)
    elif scene.words[at] in scene.lexicon.institutions and not _is_verb(scene, at) or _is_proper(scene, at):
        start = run_start(scene, at, floor)
    if start is None:
        return None
    while start < at and (scene.words[start] in scene.lexicon.determiners or _drops(scene, start)):
        start += 1
    return start


def _is_verb(scene: Scene, at: int) -> bool:
    """Whether a word for a body is a verb here: "to force President Roe out"."""
    return scene.doc[at].tag_.startswith("VB")


def _is_proper(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    named = token.is_sent_start and token.tag_ in ("NN", "JJ") and token.ent_type_ in _NAMES
    return token.tag_ in ("NNP", "NNPS") or named or (len(token.text) > 1 and token.text.isupper())


def _drops(scene: Scene, start: int) -> bool:
    word = scene.words[start]
    if word in scene.lexicon.former or word in scene.lexicon.held:
        return True
    territory = scene.territories_at.get(start)
    return (
        territory is not None
        and territory.end == start + 1
        and scene.words[start + 1] not in ("of", "-", "'s", "'")
    )


def run_start(scene: Scene, at: int, floor: int) -> int:
    """First token of the run of name words that ends with token `at`."""
    start = at
    lower = not scene.is_capital(at)
    while start - 1 >= max(floor, at - LONGEST_BODY):
        before = start - 1
        word = scene.words[before]
        if before in scene.person_tokens or word in scene.lexicon.former or word in scene.lexicon.held:
            break
        if scene.territories_to.get(start):
            break
        if lower:
            joined = (
                _is_compound(scene, before)
                or word in scene.lexicon.portfolios
                or word
                in (
                    "central",
                    "high",
                    "supreme",
                    "constitutional",
                    "ruling",
                )
            )
        else:
            joined = _is_name_word(scene, before) or _links(scene, before, floor)
        if not joined:
            break
        start = before
    while start < at and not lower and not scene.is_capital(start):
        start += 1
    return start


def _is_compound(scene: Scene, at: int) -> bool:
    """Whether a plain noun belongs to the body named by the next one: "fire brigade", "coast guard"."""
    token = scene.doc[at]
    return (
        token.tag_ in ("NN", "NNP")
        and not scene.is_capital(at)
        and token.dep_ in ("compound", "nmod", "amod")
        and scene.words[at + 1] in scene.lexicon.institutions
        and scene.words[at] not in scene.lexicon.nouns
        and scene.words[at] not in scene.lexicon.ranks
    )


def _is_name_word(scene: Scene, at: int) -> bool:
    """Whether a capital makes part of a name; at the start of a sentence only a noun or adjective does."""
    token = scene.doc[at]
    return (
        scene.is_capital(at)
        and (not token.is_sent_start or token.tag_[0] in "NJ")
        and scene.words[at] not in scene.lexicon.determiners
    )


def _links(scene: Scene, at: int, floor: int) -> bool:
    """Whether a little word stands inside a name ("Institute of National Memory", "Workers' Party")."""
    if scene.words[at] not in ("of", "for", "and", "&", "'s", "'", "-", "–", "the") or at - 1 < floor:
        return False
    if scene.words[at] == "the":
        return scene.words[at - 1] in ("of", "for")
    if scene.words[at] == "and":
        return scene.words[at - 1] in scene.lexicon.portfolios and scene.is_capital(at - 1)
    return scene.is_capital(at - 1) and (at - 1) not in scene.person_tokens
