"""Places: where a claim happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named in the report, with its country (ISO 3166-1 alpha-2) and WGS 84 degrees if known."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None

    def to_dict(self) -> dict[str, str | float | None]:
        """The `place` object of claims.md."""
        return {"name": self.name, "country": self.country, "lat": self.lat, "lon": self.lon}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The place of an object that `to_dict` made."""
        return cls(fields["name"], fields["country"], fields["lat"], fields["lon"])
