"""Every setting of Verbale, in one place; each can be set by an environment variable VERBALE_<NAME>."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from verbale.errors import SettingsError


class Settings(BaseSettings):
    """How Verbale reads; the defaults suit a laptop.

    >>> Settings(jobs=2).jobs
    2
    """

    model_config = SettingsConfigDict(env_prefix="VERBALE_", frozen=True, extra="forbid")

    spacy_model: str = Field(
        default="en_core_web_sm",
        min_length=1,
        description="Name or path of the spaCy pipeline. The default is installed with Verbale; "
        "any English pipeline with tagger, parser, lemmatizer and entities will do.",
    )
    jobs: int = Field(
        default=1,
        ge=1,
        le=256,
        description="Processes that read at the same time. The output is the same, byte for byte; "
        "each process holds its own copy of the model (about 400 MB).",
    )
    max_chars: int = Field(
        default=1_000_000,
        ge=1,
        description="Longest text of one report, in characters. Longer ones become an error row. "
        "The default is about 160,000 words, a long book.",
    )
    max_bytes: int = Field(
        default=64_000_000,
        ge=1,
        description="Largest JSON or HTML file, or line of JSONL, that is loaded at once, in bytes. "
        "JSONL as a whole may be of any size.",
    )
    judge: Literal["table", "none"] = Field(
        default="table",
        description="Who decides on the claims that the grammar proposes: `table`, the trained judge "
        "(docs/model-card.md), or `none`, the grammar alone.",
    )
    store: str = Field(
        default="verbale.db",
        min_length=1,
        description="Where the record is kept: path of a SQLite file, or a SQLAlchemy URL of SQLite or PostgreSQL.",
    )
    tokens: str = Field(
        default="",
        repr=False,
        description="Who may use `verbale serve`: `name:role:token`, several separated by blanks; roles are "
        "`read`, `review` (decides on claims) and `admin`.",
    )
    rate_limit: int = Field(
        default=1200,
        ge=0,
        description="Requests a minute that `verbale serve` answers one address; 0 sets no limit.",
    )
    max_request: int = Field(
        default=4_000_000,
        ge=1000,
        description="Largest body of a request to `verbale serve`, in bytes; larger ones are answered 413.",
    )
    query_seconds: float = Field(
        default=10.0,
        gt=0,
        description="Seconds after which a query of `verbale serve` is stopped and answered 503.",
    )
    fetch_urls: bool = Field(
        default=False,
        description="Let `verbale serve` fetch the address of a page to be read; never one inside its own network.",
    )
    force: bool = Field(
        default=False,
        description="Read reports in other languages than English too, as if they were English.",
    )
    fetch: bool = Field(
        default=False,
        description="Fetch what http and https addresses point at. Without it Verbale opens no connection.",
    )
    fetch_delay: float = Field(
        default=1.0,
        ge=0,
        le=3600,
        description="Seconds between two requests to one host. A longer Crawl-delay in its robots.txt wins.",
    )
    fetch_timeout: float = Field(
        default=30.0,
        gt=0,
        le=3600,
        description="Seconds that one answer may take, from the connection to its last byte.",
    )
    fetch_max_bytes: int = Field(
        default=20_000_000,
        ge=1,
        description="Largest answer that is taken, in bytes, unpacked.",
    )
    fetch_private: bool = Field(
        default=False,
        description="Fetch from private and local networks too. For an intranet of your own, "
        "with addresses that you gave yourself: pages may lead anywhere.",
    )
    user_agent: str = Field(
        default="verbale",
        pattern=r"^[A-Za-z][A-Za-z_-]*([ /][\x20-\x7e]*)?$",
        description="How Verbale names itself to hosts. Its first word is looked up in their robots.txt; "
        "add an address that they can write to: `verbale (desk@example.org)`.",
    )


def load_settings(**overrides: object) -> Settings:
    """Settings from the environment; `overrides` that are not None win over it.

    Raises:
        SettingsError: a value that the setting cannot have; the message names the variable.

    >>> load_settings(jobs=3, force=None).jobs
    3
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError("; ".join(_describe(detail) for detail in error.errors())) from error


def _describe(detail: Mapping[str, Any]) -> str:
    """What one complaint of pydantic means for the person who set the variable."""
    name = str(detail["loc"][0]) if detail["loc"] else "?"
    return (
        f"setting VERBALE_{name.upper()} is {detail['input']!r}: {detail['msg'].lower()}; "
        f"set another value or unset it (docs/settings.md lists them)"
    )
