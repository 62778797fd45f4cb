"""Which actors of a report can be the same in another report at all."""

from verbale.lexicon.names import load_name_words
from verbale.record.identity.body_names import parse_body_name
from verbale.record.identity.spelling import romanise


def stands_for_itself(kind: str, name: str, country: str | None) -> bool:
    """Whether a name means the same one elsewhere: "protesters", "a court" and "officials" do not.

    >>> stands_for_itself("group", "protesters", "us"), stands_for_itself("group", "Russian forces", "ru")
    (False, True)
    >>> stands_for_itself("body", "police", "hk"), stands_for_itself("body", "court", "fr")
    (True, False)
    >>> stands_for_itself("person", "the", None)
    True
    """
    match kind:
        case "person":
            return bool(romanise(name))
        case "state":
            return bool(country or romanise(name))
        case "group":
            return _is_standing_group(name, country)
        case "body":
            return _is_named_body(name, country)
        case _:
            return bool(country and is_single_office(name, country))


def _is_standing_group(name: str, country: str | None) -> bool:
    parsed = parse_body_name(name, country)
    if country and parsed.words and parsed.words <= load_name_words().standing_groups:
        return True
    return any(word[:1].isupper() for word in name.split()[1:]) or (len(name) > 2 and name.isupper())


def _is_named_body(name: str, country: str | None) -> bool:
    parsed = parse_body_name(name, country)
    if not parsed.plain:
        return True
    if country is None:
        return len(parsed.words) > 2
    return len(parsed.words) > 1 or parsed.words <= load_name_words().one_each


def is_single_office(name: str, country: str | None) -> bool:
    """Whether the words name an office that one person holds at a time.

    >>> is_single_office("Serbia's deputy prime minister", "rs"), is_single_office("federal judge", "us")
    (True, False)
    >>> is_single_office("defence minister", "rs"), is_single_office("minister", "rs")
    (True, False)
    """
    table = load_name_words()
    words = parse_body_name(name, country).words - {"former"}
    if len(words) == 1 and words <= table.needs_more:
        return False
    return any(office <= words and len(words - office) <= 3 for office in table.single_offices)
