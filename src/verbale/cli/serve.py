"""`verbale serve`: the record in a browser."""

import importlib.util
from typing import Annotated

import typer

from verbale.cli.guard import complain, exit_cleanly
from verbale.cli.store_options import StoreOption, store_address

EPILOG = """\b
Examples:
  verbale serve
  verbale serve --store work/verbale.db --port 8080
  VERBALE_TOKENS="anna:review:$(openssl rand -hex 24)" verbale serve --host 0.0.0.0 --workers 2

\b
Exit codes: 0 stopped, 2 wrong option or setting, an address that others reach without tokens, no such
store, or the extra `web` is missing.
"""

NEEDED = ("fastapi", "uvicorn", "jinja2", "sqlalchemy", "python_multipart")


def serve(
    host: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="Address to serve at; any but 127.0.0.1 wants VERBALE_TOKENS."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="Port to serve at.")] = 8001,
    store: StoreOption = None,
    workers: Annotated[
        int,
        typer.Option(min=1, max=64, metavar="N", help="Processes that answer; one for each core is enough."),
    ] = 1,
) -> None:
    """Open the record in a browser: reports with their evidence, reviews of claims, texts read at once."""
    with exit_cleanly():
        _check_installed()
        from verbale.settings import load_settings
        from verbale.web.options import make_options
        from verbale.web.serving import run

        settings = load_settings()
        make_options(settings, host)
        address = store_address(store)
        _check_store(address)
        shown = f"[{host}]" if ":" in host else host
        complain(f"serving {address} at http://{shown}:{port}/ - stop with Ctrl-C")
        run(host, port, address, workers)


def _check_installed() -> None:
    """Raises: MissingExtraError: the extra `web` is not installed."""
    from verbale.errors import MissingExtraError

    if any(importlib.util.find_spec(name) is None for name in NEEDED):
        raise MissingExtraError.of("web")


def _check_store(store: str) -> None:
    """Open the store once, so that what is wrong with it is said before anything is served."""
    from verbale.record import Store

    Store.open(store).close()
