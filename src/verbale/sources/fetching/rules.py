"""The limits that every request keeps."""

from dataclasses import dataclass

from verbale.settings import Settings


@dataclass(frozen=True, slots=True)
class FetchRules:
    """Limits of fetching: seconds between requests to a host, seconds and bytes an answer may take.

    `allow_private` lets hosts on private and local networks be asked; `max_redirects` is how often an
    answer may point elsewhere (five, as RFC 9309 asks for robots.txt).
    """

    user_agent: str = "verbale"
    delay: float = 1.0
    timeout: float = 30.0
    max_bytes: int = 20_000_000
    allow_private: bool = False
    max_redirects: int = 5

    @classmethod
    def of(cls, settings: Settings) -> "FetchRules":
        """The limits that the settings name.

        >>> FetchRules.of(Settings(fetch_timeout=5)).timeout
        5.0
        """
        return cls(
            user_agent=settings.user_agent,
            delay=settings.fetch_delay,
            timeout=settings.fetch_timeout,
            max_bytes=settings.fetch_max_bytes,
            allow_private=settings.fetch_private,
        )

    @property
    def token(self) -> str:
        """The word that robots.txt files know us by (RFC 9309: product token).

        >>> FetchRules("newsroom/2.1 (desk@example.org)").token
        'newsroom'
        """
        return self.user_agent.replace("/", " ").split()[0].lower()
