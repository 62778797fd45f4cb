import pytest

from verbale.reading.normalise import normalise_text


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("", ""),
        ("Peru left.", "Peru left."),
        ("“Yes,” she said", '"Yes," she said'),
        ("„Yes,‟ she said", '"Yes," she said'),
        ("«Yes»", '"Yes"'),
        ("''Yes''", '"Yes"'),
        ("Peru’s ‘plan’", "Peru's 'plan'"),
        ("O`Neill", "O'Neill"),
        ("one\r\ntwo", "one\ntwo"),
        ("one\rtwo", "one\ntwo"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("one\ftwo", "one\ntwo"),
        ("one\ttwo\vthree", "one two three"),
        ("no\u00a0break\u202fhere\u3000", "no break here "),
        ("co\u00adoperate", "cooperate"),
        ("\ufeffzero\u200bwidth\u2060", "zerowidth"),
        ("Peruâ€™s", "Peru's"),
        ("â€œYesâ€\u009d", '"Yes"'),
        ("oneÂ\u00a0two", "one two"),
        ("R&amp;D &quot;x&quot; it&#39;s", 'R&D "x" it\'s'),
        ("agree-\nment", "agreement"),
        ("Anglo-\nFrench", "Anglo-\nFrench"),
        ("re-elected", "reelected"),
        ("Re-arrested", "Rearrested"),
        ("re-tweeted", "re-tweeted"),
        ("pre-election", "pre-election"),
        ("- first\n• second\n  * third", "first\nsecond\nthird"),
        ("— a dash", "a dash"),
        ("Peru - again", "Peru - again"),
        ("one—two – three…", "one—two – three…"),
        ("nul\x00byte", "nul byte"),
        ("\ud800", " "),
        ("São Tomé", "São Tomé"),
        ("北京 🙂", "北京 🙂"),
    ],
)
def test_text(given: str, plain: str) -> None:
    assert normalise_text(given).text == plain


MESSY = [
    "“Peru’s co\u00adoperation,”\r\nshe\u00a0said.\r\n\r\n• Chile re-elected Kos.\r\n• R&amp;D",
    "\ufeffPeru\u200b left.\r\n- Kosâ€™s agree-\nment",
    "''One'' ''two''\r\n\r\n\r\n''three''",
    "Plain text without anything to change.",
]


@pytest.mark.parametrize("given", MESSY)
def test_words_are_found_again_in_the_text_as_given(given: str) -> None:
    normalised = normalise_text(given)
    at = 0
    for word in normalised.text.split():
        at = normalised.text.index(word, at)
        start, end = normalised.span_given(at, at + len(word))
        assert normalise_text(given[start:end]).text.strip("•- ") == word
        at += len(word)


@pytest.mark.parametrize("given", MESSY)
def test_offsets_rise_with_the_text(given: str) -> None:
    normalised = normalise_text(given)
    offsets = [normalised.to_given(at) for at in range(len(normalised.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(given)


@pytest.mark.parametrize(
    ("given", "start", "end", "words"),
    [
        ("co\u00adoperate", 0, 9, "co\u00adoperate"),
        ("co\u00adoperate", 0, 2, "co"),
        ("co\u00adoperate", 2, 9, "operate"),
        ("a\r\nb", 0, 1, "a"),
        ("a\r\nb", 2, 3, "b"),
        ("• Peru", 0, 4, "Peru"),
        ("re-elected now", 0, 9, "re-elected"),
        ("R&amp;D x", 0, 3, "R&amp;D"),
        ("''Yes'' x", 1, 4, "Yes"),
    ],
)
def test_spans_are_whole_words_of_the_text_as_given(given: str, start: int, end: int, words: str) -> None:
    first, last = normalise_text(given).span_given(start, end)
    assert given[first:last] == words


def test_an_empty_span_stays_empty() -> None:
    assert normalise_text("a\r\nb").span_given(2, 2) == (3, 3)
