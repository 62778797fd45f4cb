"""Fields that browsers send: of forms, in the order sent, as text."""

from starlette.requests import Request

LONGEST_FIELDS = 200
"""Fields that a form of ours may have."""


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a posted form; of several with one name the last, files left out."""
    async with request.form(max_fields=LONGEST_FIELDS, max_files=0) as form:
        return {name: value for name, value in form.multi_items() if isinstance(value, str)}
