"""The addresses of the review page. Each route asks the modules beside this one and answers; nothing is decided here.

/TOKEN/                                   the list of documents
/TOKEN/static/NAME                        style and scripts
/TOKEN/documents/ID/                      a document
/TOKEN/documents/ID/pages/N               the image of a page
/TOKEN/documents/ID/decisions   POST      a verdict on a row
/TOKEN/documents/ID/marked      POST      the words in a box that was drawn on a page
/TOKEN/documents/ID/additions   POST      a row that the rules missed
"""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from pipeline.decisions.fields import REVIEWED
from pipeline.errors import UsageError
from pipeline.review import asked, changes, pdf
from pipeline.review.changes import RefusedChange
from pipeline.review.library import Dossier, Library
from pipeline.review.marks import EmptySelection
from pipeline.review.pages import STATIC, Pages
from pipeline.review.security import Gate
from pipeline.review.sheet import Sheet, sheet

FOR_EVER = {"Cache-Control": "private, max-age=31536000, immutable"}  # the address tells the file's state
NOT_KEPT = {"Cache-Control": "no-store"}
SHEETS_KEPT = 8  # each a quarter of a second for 2,000 rows


@dataclass(frozen=True, slots=True)
class Served:
    """Where the pages are found while they are served (pages.Site)."""

    token: str
    reviewer: str
    again: str
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
        """A verdict on a row; answers with what of the page changes."""
        table, id_ = asked.choice(data, "table", REVIEWED), asked.text(data, "id")
        verdict = asked.choice(data, "verdict", asked.VERDICTS)
        with self._one_change_at_a_time:
            dossier, shown = self._now(request)
            row = shown.row(table, id_)
            if verdict == "withdraw":
                changes.withdraw(dossier, table, id_)
            elif row:
                changes.decide(dossier, row, asked.change(data, verdict))
            else:
                raise RefusedChange("This row is no longer there: load the page again.")
        _, shown = self._now(request)
        return JSONResponse(self._pages.parts(shown, shown.row(table, id_)))

    def marked(self, request: Request, data: asked.Data) -> Response:
        """The words in a box."""
        mark = asked.mark(self._now(request)[0], data)
        return JSONResponse({"text": mark.text, "quote": mark.quote, "page": mark.page})

    def add(self, request: Request, data: asked.Data) -> Response:
        """A row that the rules missed; answers with the name of its place on the page."""
        table = asked.choice(data, "table", REVIEWED)
        with self._one_change_at_a_time:
            dossier, _ = self._now(request)
            id_ = changes.add(dossier, table, asked.mark(dossier, data), asked.change(data, "add"))
        return JSONResponse({"row": f"{table}/{id_}"})

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
