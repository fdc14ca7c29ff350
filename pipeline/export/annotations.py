"""Every mention as a W3C Web Annotation, in one JSON-LD file: its words on the page of the PDF, and in its section.

https://www.w3.org/TR/annotation-model/. The first target is the PDF, by the fragment of RFC 8118 for the page
and by the words with those around them; the second is the section's text, by position. The body has the values.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline.export.folder import Export, Record, placed
from pipeline.model import schema
from pipeline.model.csv_cells import plain

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc8118"
AROUND = 40  # characters before and after the words
TABLES = ("money", "dates", "countries", "quantities")


def write(export: Export, out: Path) -> list[str]:
    """Writes the file `out`; gives a sentence for a person."""
    items = list(_items(export))
    page = {"@context": CONTEXT, "id": "urn:donor-profiles:mentions", "type": "AnnotationPage", "items": items}
    with placed(out) as path:
        path.write_text(json.dumps(page, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return [f"{len(items)} annotations written to {out}."]


def _items(export: Export) -> Iterator[dict[str, Any]]:
    """One for each mention, by table, in reading order."""
    files = {str(row["document"]): str(row["file"]) for row in export.rows("documents")}
    contents = {(row["document"], row["id"]): _content(row) for row in export.rows("sections")}
    for table in TABLES:
        for row in export.rows(table):
            yield _annotation(table, row, files[str(row["document"])], contents[row["document"], row["section"]])


def _content(section: Record) -> str:
    """What the offsets of mentions index."""
    return "\n\n".join(str(section[name]) for name in ("heading", "text") if section[name])


def _annotation(table: str, row: Record, file: str, content: str) -> dict[str, Any]:
    start, end = int(str(row["char_start"])), int(str(row["char_end"]))
    words = {
        "type": "TextQuoteSelector",
        "exact": content[start:end],
        "prefix": content[max(0, start - AROUND) : start],
        "suffix": content[end : end + AROUND],
    }
    section = f"urn:donor-profiles:{quote(str(row['document']))}:{row['section']}"
    return {
        "id": f"urn:donor-profiles:{quote(str(row['document']))}:{row['id']}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": {
            "type": "TextualBody",
            "purpose": "classifying",
            "format": "application/json",
            "value": _body(table, row),
        },
        "target": [
            {
                "source": quote(file),
                "selector": {
                    "type": "FragmentSelector",
                    "conformsTo": PDF_FRAGMENT,
                    "value": f"page={row['page']}",
                    "refinedBy": words,
                },
            },
            {"source": section, "selector": {"type": "TextPositionSelector", "start": start, "end": end}},
        ],
    }


def _body(table: str, row: Record) -> str:
    """The values that are stated, as JSON."""
    names = schema.table(table).columns[len(schema.MENTION_HEAD) : -len(schema.MENTION_TAIL)]
    values = {name: plain(row[name]) for name in names if row[name] is not None}
    return json.dumps({"table": table, **values}, ensure_ascii=False)
