"""Fetching from the web, for those who ask for it: polite, bounded, and never into a private network."""

from verbale.sources.fetching.fetcher import Fetched, Fetcher, open_fetcher
from verbale.sources.fetching.rules import FetchRules

__all__ = ["FetchRules", "Fetched", "Fetcher", "open_fetcher"]
