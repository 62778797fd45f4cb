"""The language of a report: English is seen by its little words, other languages by py3langid."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from verbale.errors import DataError, LanguageError
from verbale.sources.origin import Origin

_SAMPLE = 4000
_WORD = re.compile(r"[^\W\d_]+")


def check_language(text: str, declared: str | None, origin: Origin) -> None:
    """Nothing, if the report can be read as English.

    `declared` is the language the report gives itself (ISO 639, None where it gives none); another than
    English is believed, English is checked.

    Raises:
        LanguageError: the report is in another language.

    >>> check_language("The minister met the envoy of the union.", None, Origin("r1"))
    >>> check_language("Le ministre a rencontré jeudi les ambassadeurs européens.", "en", Origin("r1"))
    Traceback (most recent call last):
    verbale.errors.LanguageError: r1 is in French, not English: translate it, ...
    """
    code = (declared or "en").lower().replace("_", "-").split("-")[0]
    found = detect_language(text) if code in ("en", "eng", "english", "und", "") else code
    if found != "en":
        raise LanguageError(
            origin.id,
            f"{origin.label} is in {_name(found)}, not English: translate it, leave it out, "
            "or read it as it is with --force",
        )


def detect_language(text: str) -> str:
    """ISO 639 code of the language, from the first 4,000 characters; in doubt, English.

    >>> detect_language("Der Kanzler traf am Montag die Ministerin in Berlin.")
    'de'
    >>> detect_language("Orbán visits Vučić in Belgrade.")
    'en'
    """
    sample = text[:_SAMPLE]
    if _is_plain_english(sample):
        return "en"
    ranked = dict(_identifier().rank(sample))
    best = max(ranked, key=lambda code: (ranked[code], code))
    return best if ranked[best] > _rules()["least_odds"] * ranked["en"] else "en"


def _is_plain_english(text: str) -> bool:
    """Whether English function words are as frequent as only English has them."""
    rules = _rules()
    words = _WORD.findall(text.lower())
    plain = sum(word in rules["plain_words"] for word in words)
    return plain > 0 and plain >= rules["least_share"] * len(words)


@cache
def _rules() -> dict[str, Any]:
    """The table `data/en/language.yaml`."""
    table = yaml.safe_load((files("verbale.data") / "en" / "language.yaml").read_text("utf-8"))
    if not {"plain_words", "least_share", "lookalikes", "least_odds"} <= table.keys():
        raise DataError("data/en/language.yaml lacks one of plain_words, least_share, lookalikes, least_odds")
    return {**table, "plain_words": frozenset(table["plain_words"])}


@cache
def _identifier() -> Any:
    """py3langid over all its languages but those that short English news is mistaken for."""
    # Costs a second, which most reports need not pay.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if code not in _rules()["lookalikes"]])
    return identifier


_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bs": "Bosnian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def _name(code: str) -> str:
    """English name of a language, or its code in quotation marks."""
    return _NAMES.get(code, f"“{code}”")
