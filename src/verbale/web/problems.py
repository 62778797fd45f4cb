"""Errors for programs: problem details (RFC 9457) with a slug that is stable from version to version."""

from http import HTTPStatus
from typing import Any

PROBLEM_TYPE = "application/problem+json"


def make_problem(status: int, slug: str, message: str) -> dict[str, Any]:
    """The object of an error: `slug` for programs, `detail` for people.

    >>> make_problem(404, "unknown-report", "the record has no report r7")["title"]
    'Not Found'
    """
    return {
        "type": f"urn:verbale:problem:{slug}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "slug": slug,
        "detail": message,
    }
