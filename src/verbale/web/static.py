"""The files that pages load, kept by browsers for good under the address that carries their digest."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


def serve_static(app: FastAPI) -> None:
    """Serve every file of `web/static/` whose kind pages load; they are read once, when the application starts."""
    contents = dict(_list_files("", files("verbale.web").joinpath("static")))

    @app.get("/static/{name:path}", include_in_schema=False)
    async def static(name: str, request: Request) -> Response:
        if name not in contents:
            raise HTTPException(404)
        lasts = "v" in request.query_params or name.startswith("fonts/")
        keep = "public, max-age=31536000, immutable" if lasts else "no-cache"
        headers = {"Cache-Control": keep}
        return Response(contents[name], headers=headers, media_type=TYPES[PurePosixPath(name).suffix])

    @app.get("/robots.txt", include_in_schema=False)
    async def robots() -> Response:
        return Response("User-agent: *\nDisallow: /\n", media_type="text/plain")

    @app.get("/healthz", include_in_schema=False)
    async def health() -> Response:
        return Response("ok\n", media_type="text/plain")


def _list_files(path: str, folder: Traversable) -> Iterator[tuple[str, bytes]]:
    """Names below `static/` with the bytes of the files."""
    for entry in folder.iterdir():
        name = f"{path}{entry.name}"
        if entry.is_dir():
            yield from _list_files(f"{name}/", entry)
        elif PurePosixPath(name).suffix in TYPES:
            yield name, entry.read_bytes()
