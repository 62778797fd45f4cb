"""Run the application in one process or several."""

import os

import uvicorn
from fastapi import FastAPI

from verbale.record import Store
from verbale.settings import load_settings
from verbale.web.app import create_app
from verbale.web.options import make_options

_HOST, _STORE = "VERBALE_SERVE_HOST", "VERBALE_SERVE_STORE"
"""How worker processes, which import the application anew, learn what to serve."""


def run(host: str, port: int, store: str, workers: int = 1) -> None:
    """Serve a store until stopped."""
    os.environ[_HOST], os.environ[_STORE] = host, store
    uvicorn.run(
        "verbale.web.serving:make_app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        server_header=False,
        # What a proxy says about the client is believed by nobody unless it is told to.
        proxy_headers=False,
        timeout_keep_alive=15,
    )


def make_app() -> FastAPI:
    """The application that the environment describes; uvicorn calls it in each process."""
    return create_app(Store.open(os.environ[_STORE]), make_options(load_settings(), os.environ[_HOST]))
