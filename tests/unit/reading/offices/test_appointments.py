import pytest

from verbale.reading.offices import find_office_after, find_offices_after, office_of, parse_office, titles_in


def _trigger(scene, word):
    return next(token for token in scene.doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "title", "body"),
    [
        ("They appointed Ana Petrovic as finance minister.", "appointed", "finance minister", None),
        (
            "Ana Petrovic is elected Prime Minister of Vanuatu by parliament.",
            "elected",
            "Prime Minister",
            None,
        ),
        ("Ana Petrovic resigned as the governor of Ohio.", "resigned", "governor", "Ohio"),
        ("They named Ana Petrovic prime minister.", "named", "prime minister", None),
        (
            "She appointed Ana Petrovic to the post of foreign minister.",
            "appointed",
            "foreign minister",
            None,
        ),
        (
            "Since she was appointed Serbia's Deputy Prime Minister on May 2, all changed.",
            "appointed",
            "Deputy Prime Minister",
            None,
        ),
        ("He picked Ana Petrovic to be the new prime minister.", "picked", "prime minister", None),
        ("She was first elected to the House in 2006.", "elected", "member", "House"),
        ("He resigned from the Cabinet of Malaysia.", "resigned", "member", "Cabinet of Malaysia"),
    ],
)
def test_office_after(scene_of, text, word, title, body):
    scene = scene_of(text, *(["Ana Petrovic"] if "Ana Petrovic" in text else []))
    found = find_office_after(scene, _trigger(scene, word))
    assert found is not None
    office, start, end = found
    assert (office.title, office.body) == (title, body)
    assert scene.words[start:end]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister resigned on Friday after the prime minister's speech.", "resigned"),
        ("They nominated Ana Petrovic as their candidate.", "nominated"),
        ("They elected a new parliament.", "elected"),
    ],
)
def test_no_office_said(scene_of, text, word):
    scene = scene_of(text, *(["Ana Petrovic"] if "Ana Petrovic" in text else []))
    assert find_office_after(scene, _trigger(scene, word)) is None


def test_joined_offices(scene_of):
    scene = scene_of(
        "Ana Petrovic was appointed deputy prime minister and finance minister of Serbia.", "Ana Petrovic"
    )
    titles = [office.title for office, *_ in find_offices_after(scene, _trigger(scene, "appointed"))]
    assert titles == ["deputy prime minister", "finance minister"]


def test_the_office_a_title_gives(scene_of):
    scene = scene_of("Dutch foreign minister Ana Petrovic resigns.", "Ana Petrovic")
    titles = titles_in(scene)
    office = office_of(titles, titles[0].holder)
    assert office is not None
    assert (office.title, office.country) == ("foreign minister", "nl")
    assert office_of(titles, 0) is None


def test_parse_office(scene_of):
    scene = scene_of("Deputy Prime Minister of Serbia on May 2")
    office = parse_office(scene, 0, len(scene.doc))
    assert office is not None
    assert (office.title, office.country) == ("Deputy Prime Minister", "rs")
    assert parse_office(scene, 5, len(scene.doc)) is None
