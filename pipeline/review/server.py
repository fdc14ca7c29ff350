"""The addresses of the review page on a loopback address, until it is interrupted. Each route asks the modules beside
this one and answers; nothing is decided here.

The page shows texts of PDFs that anyone may have sent, and writes files; other pages in the same browser, other users
of the machine and names that point to 127.0.0.1 must get nothing of it. So every address begins with a secret token,
the Host must be the one that is served, and a change must come from the page itself.
"""

from __future__ import annotations

import contextlib
import getpass
import hmac
import os
import secrets
import socket
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.decisions.fields import REVIEWED
from pipeline.errors import UsageError
from pipeline.review import actions, asked, pdf
from pipeline.review.actions import RefusedChange
from pipeline.review.index import Dossier, Library
from pipeline.review.marks import EmptySelection, readings
from pipeline.review.pages import STATIC, Pages
from pipeline.review.view import Sheet, sheet

LOOPBACK = "127.0.0.1"
LARGEST_BODY = 1_000_000  # bytes of a change; one of 10,000 rows
SAFE_METHODS = {"GET", "HEAD"}
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Gate:
    """Lets requests through to `app` that name the token and the served host, and sets the headers of all answers."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = {f"{LOOPBACK}:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        answer = self._refusal(scope["method"], scope["path"], headers) or self._app

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *ENCODED]
            await send(message)

        await answer(scope, receive, with_headers)

    def _refusal(self, method: str, path: str, headers: dict[str, str]) -> Response | None:
        if headers.get("host") not in self._hosts:
            return PlainTextResponse("This host name is not served here.", 421)
        if not hmac.compare_digest(path.removeprefix("/").partition("/")[0].encode(), self._token.encode()):
            return PlainTextResponse("Open the address that `donor-profiles review` printed.", 403)
        return None if method in SAFE_METHODS else _refusal_of_change(headers)


def _refusal_of_change(headers: dict[str, str]) -> Response | None:
    if headers.get("origin") != f"http://{headers['host']}":
        return PlainTextResponse("A change must come from the review page itself.", 403)
    if headers.get("content-type") != "application/json":
        return PlainTextResponse("A change is JSON.", 415)
    length = headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        return PlainTextResponse("A change states its length and is short.", 413)
    return None


ENCODED = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


FOR_EVER = {"Cache-Control": "private, max-age=31536000, immutable"}  # the address tells the file's state
NOT_KEPT = {"Cache-Control": "no-store"}
SHEETS_KEPT = 8  # each a quarter of a second for 2,000 rows


@dataclass(frozen=True, slots=True)
class Served:
    """Where the pages are found while they are served (pages.Site)."""

    token: str
    reviewer: str
    live: bool = True

    def documents(self) -> str:
        """The address of the list."""
        return f"/{self.token}/"

    def document(self, id_: str) -> str:
        """The address of a document."""
        return f"/{self.token}/documents/{quote(id_, safe='')}/"

    def picture(self, dossier: Dossier, page: int) -> str:
        """The address of a page's image; another for another state of the file."""
        return f"{self.document(dossier.id)}pages/{page}?{dossier.sha256[:16]}"

    def head(self, scripts: Iterable[str]) -> Markup:
        """The style and the scripts, by their addresses."""
        names = (
            Markup('<script type="module" src="/{}/static/{}"></script>').format(self.token, name) for name in scripts
        )
        icon = Markup('<link rel="icon" href="/{}/static/icon.svg">').format(self.token)
        style = Markup('<link rel="stylesheet" href="/{}/static/review.css">').format(self.token)
        return Markup("\n").join((icon, style, *names))


class Routes:
    """Answers to requests for the documents of one library."""

    def __init__(self, library: Library, site: Served) -> None:
        self._library = library
        self._pages = Pages(site)
        self._opened = lru_cache(SHEETS_KEPT)(self._open)
        self._one_change_at_a_time = threading.Lock()

    def documents(self, request: Request) -> Response:
        """The list."""
        return HTMLResponse(self._pages.documents(self._library.entries(), str(self._library.raw)), headers=NOT_KEPT)

    def document(self, request: Request) -> Response:
        """A document."""
        dossier, shown = self._now(request)
        sizes = pdf.sizes(dossier.file.path, dossier.sha256)
        page = self._pages.document(dossier, shown, sizes, self._library.neighbours(dossier.id))
        return HTMLResponse(page, headers=NOT_KEPT)

    def picture(self, request: Request) -> Response:
        """The image of a page."""
        file = self._library.file(request.path_params["id"])
        state = request.url.query
        if file is None or not 1 <= request.path_params["page"] <= len(pdf.sizes(file.path, state)):
            raise HTTPException(404, "There is no such page.")
        image = pdf.picture(file.path, request.path_params["page"], state)
        return Response(image, media_type="image/jpeg", headers=FOR_EVER)

    def decide(self, request: Request, data: asked.Data) -> Response:
        """A verdict on rows; answers with what of the page changes, also where somebody else has decided meanwhile."""
        verdict = asked.choice(data, "verdict", (*asked.VERDICTS, asked.RESTORE))
        targets = asked.targets(data)
        places = [target.place for target in targets]
        with self._one_change_at_a_time:
            dossier, shown = self._now(request)
            overtaken = actions.overtaken(dossier, targets)
            if overtaken:
                pass
            elif verdict == asked.RESTORE:
                actions.restore(dossier, targets, actions.signature(asked.reviewer(data), date.today()))
            elif there := [row for row in shown.at(places) if row]:
                actions.decide(dossier, there, asked.change(data, verdict))
            else:
                raise RefusedChange("This row is no longer there: load the page again.")
            dossier, shown = self._now(request)
        rows = {"/".join(place): row for place, row in zip(places, shown.at(places), strict=True)}
        lines = actions.standing(dossier)
        standing = {"/".join(place): sorted(lines[place]) for place in places}
        answer = {**self._pages.parts(shown, rows), "standing": standing, "message": overtaken}
        return JSONResponse(answer, status_code=409 if overtaken else 200)

    def marked(self, request: Request, data: asked.Data) -> Response:
        """The words in a box, and what the rules read in them."""
        mark = asked.mark(self._now(request)[0], data)
        return JSONResponse({"text": mark.text, "quote": mark.quote, "page": mark.page, "read": readings(mark)})

    def add(self, request: Request, data: asked.Data) -> Response:
        """A row that the rules missed; answers with its id, and the lines that stood on it before and stand now."""
        table = asked.choice(data, "table", REVIEWED)
        with self._one_change_at_a_time:
            dossier, _ = self._now(request)
            id_ = actions.add(dossier, table, asked.mark(dossier, data), asked.change(data, "add"))
            lines = [sorted(actions.standing(known)[table, id_]) for known in (dossier, self._now(request)[0])]
        return JSONResponse({"row": {"table": table, "id": id_, "before": lines[0], "after": lines[1]}})

    def apply(self, request: Request, data: asked.Data) -> Response:
        """Runs again, with the options of the last run, so that the tables are as decided; changes wait for it."""
        with self._one_change_at_a_time:
            if lost := self._now(request)[0].elsewhere:
                raise RefusedChange(
                    f"The tables also hold {', '.join(lost)}, which a run of {self._library.raw} alone would drop: run "
                    "extract with every folder that they were made from."
                )
            ended = subprocess.run(
                [sys.executable, "-m", "pipeline", *self._library.arguments, "--quiet"],
                check=False,
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
            )
        if ended.returncode not in (0, 1):  # 1: some document has an error, which its page then tells
            raise RefusedChange(f"The run was broken off: {' '.join(ended.stderr.split()) or 'it gave no reason'}")
        return JSONResponse({})

    def _now(self, request: Request) -> tuple[Dossier, Sheet]:
        id_ = request.path_params["id"]
        return self._opened(id_, self._library.state(id_))

    def _open(self, id_: str, state: object) -> tuple[Dossier, Sheet]:
        dossier = self._library.open(id_)
        if dossier is None:
            raise HTTPException(404, "There is no such document, or it could not be read.")
        return dossier, sheet(dossier)


def app(library: Library, site: Served, port: int) -> ASGIApp:
    """The page as an ASGI application, behind its gate."""
    routes = Routes(library, site)
    document = [
        Route("/", routes.document),
        Route("/pages/{page:int}", routes.picture),
        Route("/decisions", _taking(routes.decide), methods=["POST"]),
        Route("/marked", _taking(routes.marked), methods=["POST"]),
        Route("/additions", _taking(routes.add), methods=["POST"]),
        Route("/runs", _taking(routes.apply), methods=["POST"]),
    ]
    addresses = [
        Route("/", routes.documents),
        Mount("/static", StaticFiles(directory=str(STATIC))),
        Mount("/documents/{id}", routes=document),
    ]
    behind = Starlette(routes=[Mount(f"/{site.token}", routes=addresses)], exception_handlers=REFUSALS)
    return Gate(behind, site.token, port)


def _taking(answer: Callable[[Request, asked.Data], Response]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that reads a JSON object and answers in a thread, since files are read and PDFs opened."""

    async def endpoint(request: Request) -> Response:
        try:
            data = await request.json()
        except ValueError as error:
            raise HTTPException(400, "The change is no JSON.") from error
        if not isinstance(data, dict):
            raise HTTPException(400, "The change is no JSON object.")
        return await run_in_threadpool(answer, request, data)

    return endpoint


def _refused(request: Request, error: Exception) -> Response:
    problems = error.problems if isinstance(error, RefusedChange) else {}
    return JSONResponse({"message": str(error), "problems": dict(problems)}, status_code=422)


REFUSALS: Mapping[Any, Any] = dict.fromkeys((RefusedChange, EmptySelection, pdf.UnreadablePage, UsageError), _refused)


def serve(raw: Path, out: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serves the page until it is interrupted; `tell` is told its address.

    Raises UsageError.
    """
    library = Library(raw, out)
    site = Served(secrets.token_urlsafe(16), _reviewer())
    try:
        listening = socket.create_server((LOOPBACK, port))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise UsageError(f"Port {port} cannot be used ({reason}): choose another with --port.") from error
    with listening:
        port = listening.getsockname()[1]
        tell(f"Review page: http://{LOOPBACK}:{port}/{site.token}/ (Ctrl+C ends it)")
        config = uvicorn.Config(app(library, site, port), log_level="warning", access_log=False, server_header=False)
        with contextlib.suppress(KeyboardInterrupt):  # how it is ended
            uvicorn.Server(config).run(sockets=[listening])


def _reviewer() -> str:
    """The name that git knows, else that of the account."""
    try:
        found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=True, timeout=5)
        return found.stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return getpass.getuser()
