"""Documents and sheets -> HTML. Jinja2 escapes every text; nothing of a PDF comes into a script or a style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from pipeline.decisions.fields import FIELDS, REVIEWED
from pipeline.export.page_images import SECTION_COLOURS, TABLE_COLOURS
from pipeline.review.index import Dossier, Entry
from pipeline.review.view import STATES, Row, Sheet, summary

COLOURS = {"projects": SECTION_COLOURS["project"], "contributions": SECTION_COLOURS["contributions"], **TABLE_COLOURS}
STATIC = files("pipeline.review").joinpath("static")
# The modules of a read-only page stand alone, so that they also run within a page that is opened from disk.
LIST_SCRIPTS = ("documents.js",)
READING_SCRIPTS = ("rows.js", "filters.js", "keys.js", "zoom.js")
DECIDING_SCRIPTS = ("decide.js", "add.js")


class Site(Protocol):
    """Where the pages are found, and whether they take decisions."""

    @property
    def live(self) -> bool:
        """Whether decisions are taken."""

    @property
    def reviewer(self) -> str:
        """Who decides, until told otherwise."""

    @property
    def again(self) -> str:
        """The command that applies the decisions."""

    def documents(self) -> str:
        """The address of the list."""

    def document(self, id_: str) -> str:
        """The address of a document."""

    def picture(self, dossier: Dossier, page: int) -> str:
        """The address of a page's image."""

    def head(self, scripts: Iterable[str]) -> str:
        """What the head of a page needs so that its style and scripts are found, as HTML."""


class Pages:
    """The pages of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._environment = _environment()

    def documents(self, entries: list[Entry], source: str) -> str:
        """The list of documents; `source` names the folder."""
        return self._rendered("documents.html", LIST_SCRIPTS, entries=entries, source=source)

    def document(
        self, dossier: Dossier, sheet: Sheet, sizes: Iterable[tuple[float, float]], neighbours: tuple[str, str]
    ) -> str:
        """A document; `neighbours` are the ids of those before and after it, empty where there is none."""
        scripts = (*READING_SCRIPTS, *(DECIDING_SCRIPTS if self._site.live else ()))
        checks = Counter(check.check for row in sheet.rows for check in row.checks)
        counts = Counter(row.table for row in sheet.rows)
        return self._rendered(
            "document.html",
            scripts,
            dossier=dossier,
            sheet=sheet,
            sizes=list(enumerate(sizes, start=1)),
            neighbours=neighbours,
            checks=sorted(checks.items()),
            counts=counts,
            tables=REVIEWED,
            fields=FIELDS,
        )

    def parts(self, sheet: Sheet, row: Row | None) -> dict[str, str | None]:
        """What of the page changes with a decision on one row; nothing for a row that is no longer there."""
        parts: Any = self._environment.get_template("parts.html").module
        return {"row": parts.row(row) if row else None, "progress": parts.progress(sheet.progress)}

    def _rendered(self, template: str, scripts: Iterable[str], **names: object) -> str:
        head = self._site.head(scripts)
        return self._environment.get_template(template).render(site=self._site, head=head, **names)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.review"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"colours": COLOURS, "past": STATES, "summary": summary}
    return environment
