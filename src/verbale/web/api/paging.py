"""Pages of lists: how long they are, where the next one begins."""

from fastapi import Request

LONGEST = 1000
"""Items of the longest page."""
USUAL = 50
"""Items of a page where nothing is said."""


def link_next(request: Request, after: str | None) -> dict[str, str]:
    """The header that leads to the next page (RFC 8288); none at the end."""
    if after is None:
        return {}
    url = request.url.include_query_params(after=after)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}
