"""Documents and sheets -> HTML. Jinja2 escapes every text; nothing of a PDF comes into a script or a style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from pipeline.decisions.fields import DECIDED, FIELDS, REVIEWED
from pipeline.export.page_images import SECTION_COLOURS, TABLE_COLOURS
from pipeline.review.index import Dossier, Entry
from pipeline.review.rows import Row
from pipeline.review.summaries import events, summary
from pipeline.review.view import Sheet

COLOURS = {
    "documents": "#1f4e79",
    "projects": SECTION_COLOURS["project"],
    "contributions": SECTION_COLOURS["contributions"],
    **TABLE_COLOURS,
}
# Told apart without colours, too.
SHAPES = {
    "documents": "M2 1h5l3 3v7H2z",
    "projects": "M1 1h10v10H1z",
    "contributions": "M3.5 1h5v5H11l-5 5-5-5h2.5z",
    "money": "M6 1a5 5 0 1 0 .01 0z",
    "dates": "M6 .5 11.5 6 6 11.5.5 6z",
    "countries": "M6 1l5.5 10H.5z",
    "quantities": "M4 1h4v3h3v4H8v3H4V8H1V4h3z",
}
STATIC = files("pipeline.review").joinpath("static")
# The modules of a read-only page stand alone, so that they also run within a page that is opened from disk.
LIST_SCRIPTS = ("documents.js",)
READING_SCRIPTS = ("rows.js", "filters.js", "keys.js", "leaves.js")
DECIDING_SCRIPTS = ("decide.js", "several.js", "add.js")


class Site(Protocol):
    """Where the pages are found, and whether they take decisions."""

    @property
    def live(self) -> bool:
        """Whether decisions are taken."""

    @property
    def reviewer(self) -> str:
        """Who decides, until told otherwise."""

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
            tables=[table for table in DECIDED if counts[table]],
            addable=REVIEWED,
        )

    def parts(self, sheet: Sheet, rows: Mapping[str, Row | None]) -> dict[str, Any]:
        """What of the page changes with a decision on rows; nothing for a row that is no longer there."""
        parts: Any = self._environment.get_template("parts.html").module
        changed = {name: parts.row(row) if row else None for name, row in rows.items()}
        return {"rows": changed, "progress": parts.progress(sheet.progress)}

    def _rendered(self, template: str, scripts: Iterable[str], **names: object) -> str:
        head = self._site.head(scripts)
        return self._environment.get_template(template).render(site=self._site, head=head, **names)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.review"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
    )
    environment.globals |= {
        "colours": COLOURS,
        "shapes": SHAPES,
        "fields": FIELDS,
        "summary": summary,
        "events": events,
    }
    return environment
