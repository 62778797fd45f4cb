"""Errors as answers: a status, a slug for programs, a message for people, never a traceback."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from verbale.errors import VerbaleError
from verbale.web.answers import Json
from verbale.web.problems import PROBLEM_TYPE, make_problem
from verbale.web.templating import render

HEADINGS = {
    400: "That cannot be asked like this",
    401: "Sign in first",
    403: "Not for you",
    404: "Nothing is here",
    405: "Not done this way",
    406: "Not given in that form",
    409: "Already decided otherwise",
    410: "Forgotten",
    413: "Too large",
    422: "That cannot be read",
    500: "A fault of ours",
    503: "That takes too long",
}

STATUS = {"unknown-claim": 404, "bad-search": 400, "missing-extra": 501}
"""Statuses of errors by slug; what is not named here is 422."""


class Refusal(HTTPException):
    """An answer that is an error, with its slug."""

    def __init__(self, status: int, slug: str, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(status, message, headers)
        self.slug = slug


def answer_errors(app: FastAPI) -> None:
    """Let the application answer every error: problem details below /api, else a page."""

    @app.exception_handler(VerbaleError)
    def on_ours(request: Request, error: VerbaleError) -> Response:
        return answer(request, STATUS.get(error.slug, 422), error.slug, error.message)

    @app.exception_handler(HTTPException)
    def on_http(request: Request, error: HTTPException) -> Response:
        slug = getattr(error, "slug", f"http-{error.status_code}")
        return answer(request, error.status_code, slug, str(error.detail), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    def on_fields(request: Request, error: RequestValidationError) -> Response:
        found = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        return answer(request, 422, "bad-request", found)

    @app.exception_handler(Exception)
    def on_fault(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the server logs it
        text = "the server's log has the details: tell who runs it"
        return answer(request, 500, "internal", text)


def answer(
    request: Request, status: int, slug: str, message: str, headers: dict[str, str] | None = None
) -> Response:
    """One error as an answer."""
    if request.url.path.startswith("/api"):
        return Json(make_problem(status, slug, message), status, headers, PROBLEM_TYPE)
    heading = HEADINGS.get(status, "That did not work")
    page = render(request, "error.html", status, code=status, heading=heading, message=message)
    page.headers.update(headers or {})
    return page
