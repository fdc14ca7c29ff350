"""The pages as files that open from disk, read-only: a folder to be mailed or kept.

Style and scripts are within each page, known by their hashes to the page's own policy, which lets nothing else run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from pipeline import files
from pipeline.review import pdf
from pipeline.review.index import Dossier, Library
from pipeline.review.pages import STATIC, Pages
from pipeline.review.view import sheet

GENERATOR = '<meta name="generator" content="donor-profiles">'


@dataclass(frozen=True, slots=True)
class OnDisk:
    """Where the pages are found in the folder (pages.Site)."""

    reviewer: str = ""
    live: bool = False

    def documents(self) -> str:
        """The address of the list."""
        return "index.html"

    def document(self, id_: str) -> str:
        """The address of a document."""
        return quote(_page(id_))

    def picture(self, dossier: Dossier, page: int) -> str:
        """The address of a page's image."""
        return quote(_picture(dossier.id, page))

    def head(self, scripts: Iterable[str]) -> Markup:
        """The policy, the style and the scripts."""
        style = STATIC.joinpath("review.css").read_text(encoding="utf-8")
        sources = [STATIC.joinpath(name).read_text(encoding="utf-8") for name in scripts]
        policy = (
            f"default-src 'none'; img-src 'self' file:; style-src {_hashed(style)}; "
            f"script-src {' '.join(map(_hashed, sources))}; base-uri 'none'; form-action 'none'"
        )
        return Markup("\n").join(
            (
                Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(policy),
                Markup("<style>{}</style>").format(Markup(style)),
                *(Markup('<script type="module">{}</script>').format(Markup(source)) for source in sources),
            )
        )


def write_copy(raw: Path, out: Path, target: Path, tell: Callable[[str], None]) -> None:
    """Replaces the folder `target` by a copy of all pages; `tell` is told a sentence where it is, and where to wait.

    Raises UsageError where the folder holds other files, or cannot be written.
    """
    library = Library(raw, out)
    pages = Pages(OnDisk())
    entries = library.entries()
    with files.replacing(target, _ours, tell) as growing:
        growing.joinpath("index.html").write_text(pages.documents(entries, raw.name), encoding="utf-8")
        for entry in entries:
            if entry.readable and (dossier := library.open(entry.id)):
                _write(growing, pages, dossier, library.neighbours(entry.id))
    tell(f"Open {target / 'index.html'} in a browser.")


def _ours(folder: Path) -> list[str] | None:
    """The files of an earlier copy; None where its list of documents is not ours, or not there."""
    try:
        if GENERATOR not in folder.joinpath("index.html").read_text(encoding="utf-8"):
            return None
    except (OSError, UnicodeDecodeError):
        return None
    return [path.name for pattern in ("index.html", _page("*"), "*-page-*.jpg") for path in folder.glob(pattern)]


def _write(growing: Path, pages: Pages, dossier: Dossier, neighbours: tuple[str, str]) -> None:
    sizes = pdf.sizes(dossier.file.path, dossier.sha256)
    page = pages.document(dossier, sheet(dossier), sizes, neighbours)
    growing.joinpath(_page(dossier.id)).write_text(page, encoding="utf-8")
    for number in range(1, len(sizes) + 1):
        picture = pdf.picture(dossier.file.path, number, dossier.sha256)
        growing.joinpath(_picture(dossier.id, number)).write_bytes(picture)


def _page(document: str) -> str:
    return f"document-{document}.html"


def _picture(document: str, page: int) -> str:
    return f"{document}-page-{page:03d}.jpg"


def _hashed(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
