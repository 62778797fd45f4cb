"""What screening needs besides the record: nomenklatura, followthemoney, rigour, and ICU below them."""

from importlib.util import find_spec

from verbale.errors import MissingExtraError

_NEEDED = ("followthemoney", "nomenklatura", "rigour")

ADVICE = (
    "screening is not installed: apt-get install build-essential pkg-config libicu-dev python3-dev, then "
    "pip install 'verbale[screening]'"
)


def require_screening() -> None:
    """Raises: MissingExtraError: the extra is not installed; the message has the two lines that do it."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise MissingExtraError(ADVICE)
