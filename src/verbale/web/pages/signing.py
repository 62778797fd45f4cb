"""Signing in with a token and out again."""

from time import time
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import RedirectResponse

from verbale.web.forms import read_form
from verbale.web.options import WebOptions
from verbale.web.security.access import COOKIE
from verbale.web.security.links import safe_path
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)

STAYS = 12 * 3600
"""Seconds that a sign-in lasts: a day's work."""


@router.get("/login")
def show_form(request: Request, next: str = "/") -> Response:
    """The form that asks for a token."""
    return render(request, "login.html", problem="", next=safe_path(next))


@router.post("/login")
async def sign_in(request: Request, fields: Annotated[dict[str, str], Depends(read_form)]) -> Response:
    """Sign in, and go on to where the person wanted to go."""
    options: WebOptions = request.app.state.options
    target = safe_path(fields.get("next"))
    person = options.tokens.find(fields.get("token", "").strip())
    if person is None:
        return render(request, "login.html", 401, problem="That token is not known here.", next=target)
    answer = RedirectResponse(target, 303)
    secure = request.url.scheme == "https"
    value = options.tokens.sign_in(person, int(time()) + STAYS)
    answer.set_cookie(COOKIE, value, max_age=STAYS, httponly=True, samesite="strict", secure=secure)
    return answer


@router.post("/logout")
def sign_out(request: Request) -> Response:  # noqa: ARG001
    """Sign out."""
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer
