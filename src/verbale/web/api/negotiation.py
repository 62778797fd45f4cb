"""In which form an answer is wanted: what `format` says, else the best of what the Accept header takes."""

from starlette.requests import Request

from verbale.web.errors import Refusal

MEDIA = {
    "json": ("application/json",),
    "jsonl": ("application/jsonl", "application/x-ndjson", "application/ndjson", "application/x-jsonlines"),
    "csv": ("text/csv",),
    "atom": ("application/atom+xml",),
}
"""Media types by form; the first is the one that answers carry."""

TABLES = ("json", "jsonl", "csv")
"""Forms of whatever has rows."""


def choose_form(request: Request, asked: str | None, offered: tuple[str, ...] = TABLES) -> str:
    """The form of an answer.

    Args:
        request: whose Accept header counts where nothing is asked for.
        asked: the form that the address names; None where it names none.
        offered: forms that there are, the one for whoever takes any first.

    Raises:
        Refusal: none of the forms is taken.
    """
    if asked:
        return asked
    accept = request.headers.get("accept") or "*/*"
    weights = {form: max(_weigh(accept, media) for media in MEDIA[form]) for form in offered}
    best = max(offered, key=lambda form: weights[form])
    if not weights[best]:
        known = ", ".join(MEDIA[form][0] for form in offered)
        raise Refusal(406, "no-such-form", f"`Accept: {accept}` takes none of what there is: {known}")
    return best


def _weigh(accept: str, media: str) -> float:
    """How much a media type is wanted: the weight of the narrowest range that it falls into.

    >>> _weigh("text/*;q=0.5, text/csv", "text/csv"), _weigh("text/*;q=0.5", "text/csv"), _weigh("*/*;q=x", "a/b")
    (1.0, 0.5, 0.0)
    """
    ranges = {}
    for part in accept.lower().split(","):
        name, *parameters = (each.strip() for each in part.split(";"))
        weights = [each[2:] for each in parameters if each.startswith("q=")]
        ranges[name] = _parse_weight(weights[0]) if weights else 1.0
    for wanted in (media, media.split("/", maxsplit=1)[0] + "/*", "*/*"):
        if wanted in ranges:
            return ranges[wanted]
    return 0.0


def _parse_weight(text: str) -> float:
    """A weight between 0 and 1; what is no number counts for nothing."""
    try:
        weight = float(text)
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
