"""A document with everything that was read from it, for a person to read: each mention stands in its words.

`python -m tests.whole republic-of-korea` prints what is read now. It is to be read against the sample's own text before
any of it goes into the file that the tests hold it to.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

Row = Mapping[str, object]
# What is told of each mention after its words, where it is not empty; what follows from that (the days of a year, a
# country's other code) and where it stands are left out.
MENTIONS = {
    "money": ("amount", "amount_max", "currency", "qualifier", "role", "part_of", "flow", "period", "funder"),
    "dates": ("kind", "value", "duration"),
    "countries": ("kind", "iso3", "subdivision", "members", "role"),
    "quantities": ("value", "value_max", "unit", "qualifier"),
}
USUAL = {"qualifier": "exact", "kind": "country"}  # not told
CELL = ("grid", "row", "column", "kind", "head", "label", "text")
PLACE = ("money", "id", "document", "section", "page", "boxes", "review", "sha256", "text")


def whole(document: str, tables: Mapping[str, pd.DataFrame]) -> str:
    """Every row of every table of a document, as text."""
    own = {name: list(rows(table, document)) for name, table in tables.items()}
    lines = ["## Document", "", *(f"- {name}: {value}" for name, value in stated(own["documents"][0]))]
    lines += [line for check in own["checks"] if not check.get("section") for line in told(check)]
    for section in own["sections"]:
        lines += ["", f"## {section['kind']}, page {section['page_first']}", "", marked(section, own)]
        for name in ("projects", "contributions"):
            for row in of(section, own[name]):
                lines += ["", f"### {name}", "", *(f"- {field}: {value}" for field, value in stated(row))]
                lines += grounds(row, own)
        lines += [
            f"- {' '.join(str(cell[name]) for name in CELL if name in cell)}" for cell in of(section, own["cells"])
        ]
        lines += [line for check in of(section, own["checks"]) for line in told(check)]
    return "\n".join(lines) + "\n"


def rows(table: pd.DataFrame, document: str) -> Iterator[Row]:
    """The rows of a document, without what is empty."""
    for row in table[table["document"] == document].to_dict("records"):
        yield {str(name): value for name, value in row.items() if not pd.isna(value)}


def of(section: Row, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.get("section") == section["id"]]


def stated(row: Row) -> list[tuple[str, object]]:
    return [(name, value) for name, value in row.items() if name not in PLACE]


def grounds(row: Row, own: Mapping[str, list[Row]]) -> Iterator[str]:
    """What each value of a row was read from."""
    texts = {mention["id"]: mention["text"] for table in MENTIONS for mention in own[table]}
    for each in own.get("evidence", ()):
        if each["row"] == row["id"]:
            source = texts.get(each.get("source"), each.get("source", ""))
            yield f"- {each['field']} {each['value']}: {each.get('basis', '')} {source}".rstrip()


def told(check: Row) -> Iterator[str]:
    yield from ("", f"### {check['severity']} {check['check']}", "", str(check["message"]))


def marked(section: Row, own: Mapping[str, list[Row]]) -> str:
    """Heading and text, each mention in brackets and what it says after them."""
    heading = f"{section['heading']}\n\n" if "heading" in section else ""
    content = heading + str(section.get("text", ""))
    marks = [
        (int(str(row[edge])), closes, mark)
        for table, names in MENTIONS.items()
        for row in of(section, own[table])
        for edge, closes, mark in (("char_start", 1, "["), ("char_end", 0, f"]({said(table, row, names)})"))
    ]
    for place, _, mark in sorted(marks, reverse=True):
        content = content[:place] + mark + content[place:]
    return content


def said(table: str, row: Row, names: tuple[str, ...]) -> str:
    values = [str(row[name]) for name in names if name in row and row[name] != USUAL.get(name)]
    return " ".join([table, *values])
