"""The application: pages and API over one store, behind the checks that every request passes."""

from threading import BoundedSemaphore
from time import monotonic
from typing import Any

from fastapi import FastAPI
from starlette.middleware import Middleware

from verbale.web import errors, static
from verbale.web.api import openapi, v1
from verbale.web.api.openapi import Application
from verbale.web.api.reconcile import routes as reconcile
from verbale.web.api.rows import STREAMS
from verbale.web.api.yente import routes as yente
from verbale.web.kept import Kept
from verbale.web.live import LiveReader
from verbale.web.options import WebOptions
from verbale.web.pages import (
    activity,
    deciding,
    dossier,
    events,
    home,
    programs,
    read,
    registers,
    reports,
    search,
    signing,
    ties,
)
from verbale.web.security.access import Access
from verbale.web.security.headers import SecurityHeaders
from verbale.web.security.limits import RateLimit, SizeLimits
from verbale.web.security.origin import OriginCheck

PAGES = tuple(
    page.router
    for page in (
        signing,
        home,
        read,
        reports,
        registers,
        search,
        dossier,
        events,
        deciding,
        ties,
        activity,
        programs,
    )
)


def create_app(store: Any, options: WebOptions | None = None) -> FastAPI:
    """The application that serves a store.

    Args:
        store: the record; None serves the Read page alone.
        options: None is what suits 127.0.0.1 without tokens.
    """
    options = options or WebOptions()
    app = Application(
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        openapi_url=openapi.PATH,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(RateLimit, per_minute=options.rate_limit, clock=monotonic),
            Middleware(SizeLimits, max_body=options.max_request),
            Middleware(OriginCheck, local=options.local),
            Middleware(Access, tokens=options.tokens, nobody=options.nobody),
        ],
    )
    app.state.store = store
    app.state.options = options
    app.state.kept = Kept()
    app.state.streams = BoundedSemaphore(STREAMS)
    app.state.reader = LiveReader(options.settings)
    errors.answer_errors(app)
    static.serve_static(app)
    for router in (*PAGES, v1.router, yente.router, reconcile.router):
        app.include_router(router)
    return app
