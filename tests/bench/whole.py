"""Pages a second from file to tables in one warm process, beside pdfplumber's text and beside the script that people
write who have no pipeline: that text, regular expressions, pandas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pdfplumber

from pipeline.check import check
from pipeline.language.lexicon import rows as entries
from pipeline.mentions import find
from pipeline.model import Document
from pipeline.pull import read
from pipeline.relate import relate
from pipeline.run.document import entry
from pipeline.run.task import Options, Task
from pipeline.run.warm import warm_up
from pipeline.segment import segment
from pipeline.write import rows
from pipeline.write.validation import validated
from tests.bench.corpus import written
from tests.bench.measuring import Row, seconds, show

PROFILES = 10
# What somebody who has an afternoon writes: amounts, years and names of countries, with the page they stand on.
MONEY = re.compile(
    r"(?P<currency>US\$|USD|EUR|€|\$|£|GBP|CHF|SEK|NOK)\s?(?P<figure>\d[\d.,]*)\s?(?P<scale>million|billion|m|bn)?",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def main(pdfs: Sequence[Path]) -> None:
    """Prints a table of speeds and one of stages, for the files and for profiles made by lot."""
    warm_up()
    with TemporaryDirectory() as folder:
        for title, paths in ((f"{len(pdfs)} files", pdfs), (f"{PROFILES} profiles", written(Path(folder), PROFILES))):
            _speeds(title, paths, folder)
            _stages(title, paths)


def _speeds(title: str, paths: Sequence[Path], folder: str) -> None:
    pages = sum(len(read(path).pages) for path in paths)
    taken = seconds(
        {
            "whole pipeline, not verified": lambda: [entry(_task(path, verify=False)) for path in paths],
            "whole pipeline, verified": lambda: [entry(_task(path, verify=True)) for path in paths],
            "pdfplumber extract_text": lambda: [_text(path) for path in paths],
            "its text, regular expressions, pandas": lambda: _script(paths, Path(folder)),
        },
        rounds=3,
    )
    text = taken["pdfplumber extract_text"]
    shown = [Row(name, f"{pages / each:,.1f} pages/s", f"{text / each:.2f} x its text") for name, each in taken.items()]
    show(f"From file to tables: {pages} pages of {title} (wanted: not verified 2.5, verified 0.8)", shown)


def _task(path: Path, *, verify: bool) -> Task:
    document = Document(id=path.stem, file=path.name, sha256="", status="ok")
    return Task(document, path, path.with_suffix(".csv"), Options(verify=verify), "")


def _text(path: Path) -> list[str]:
    with pdfplumber.open(path) as document:
        return [page.extract_text() for page in document.pages]


def _script(paths: Sequence[Path], folder: Path) -> None:
    names = "|".join(re.escape(row["name"]) for row in entries("countries", "en"))
    country = re.compile(rf"\b(?:{names})\b")
    found = [
        {"file": path.name, "page": number, "kind": kind, "text": match[0]}
        for path in paths
        for number, text in enumerate(_text(path), start=1)
        for kind, expression in (("money", MONEY), ("year", YEAR), ("country", country))
        for match in expression.finditer(text)
    ]
    pd.DataFrame(found).to_csv(folder / "found.csv", index=False)


def _stages(title: str, paths: Sequence[Path]) -> None:
    """The time of each stage, given what the one before it gave."""
    sources = [read(path) for path in paths]
    parts = [segment(source, path.stem) for source, path in zip(sources, paths, strict=True)]
    documents = [_task(path, verify=False).document for path in paths]
    mentions = [find(*given) for given in zip(documents, sources, parts, strict=True)]
    profiles = [relate(*found) for found in mentions]
    taken = seconds(
        {
            "pull": lambda: [read(path) for path in paths],
            "segment": lambda: [segment(source, path.stem) for source, path in zip(sources, paths, strict=True)],
            "find": lambda: [find(*given) for given in zip(documents, sources, parts, strict=True)],
            "relate": lambda: [relate(*found) for found in mentions],
            "check": lambda: [check(profile, source) for profile, source in zip(profiles, sources, strict=True)],
            "rows, validated": lambda: [validated(rows.of(profile)) for profile in profiles],
        }
    )
    whole = sum(taken.values())
    show(f"Stages of {title}", [Row(name, f"{each:.3f} s", f"{each / whole:.0%}") for name, each in taken.items()])
