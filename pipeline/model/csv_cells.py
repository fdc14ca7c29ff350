"""Rows of plain values -> CSV text (UTF-8, LF, RFC 4180), one cell a value.

A text that a spreadsheet would run as a formula is written with an apostrophe before it, which spreadsheets take as
"this is text"; `shown` undoes it. A text that only looks as if it had been guarded is guarded too, so every text comes
back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

Cell = str | int | Decimal | None

# Blanks, quotes and apostrophes before the sign do not stop a spreadsheet; the wide signs are what East Asian
# spreadsheets read as the narrow ones. https://owasp.org/www-community/attacks/CSV_Injection
RUNS = re.compile(r"""[\s"']*[=+\-@\t\r＝＋－＠]""")

# What neither XML nor a UTF-8 file can hold. Each is replaced by one character, so that character offsets stay right.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


# Whatever a spreadsheet's import dialog may take for a delimiter, as LibreOffice's takes the semicolon. Not left to the
# csv module, which quotes a carriage return in some versions of Python and not in others.
QUOTED = re.compile(r'[",;|\t\r\n]')


def csv_lines(rows: Iterable[Iterable[Cell]]) -> str:
    """The rows as CSV, each ended by a line feed."""
    return "".join(f"{','.join(_quoted(written(cell)) for cell in row)}\n" for row in rows)


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""')) if QUOTED.search(text) else text


def written(cell: Cell) -> str:
    """A value as it stands in a file: numbers as plain decimals, texts guarded, nothing where there is no value."""
    match cell:
        case None:
            return ""
        case Decimal():
            plain = f"{cell:f}"
            return plain.rstrip("0").rstrip(".") if "." in plain else plain
        case int():
            return str(cell)
    text = UNWRITABLE.sub("\ufffd", cell)
    return f"'{text}" if RUNS.match(text) else text


def shown(text: str) -> str:
    """The text that `written` guarded."""
    return text[1:] if text.startswith("'") and RUNS.match(text) else text


def plain(cell: Cell) -> str:
    """A value as people write it: what its file has, without the guard against spreadsheets."""
    return shown(written(cell))


def joined(items: Iterable[str]) -> str | None:
    """A list as one cell; a `;` within an item is written as a URL writes it."""
    return ";".join(item.replace(";", "%3B") for item in items) or None


def parted(cell: Cell) -> tuple[str, ...]:
    """The list that `joined` made one cell of."""
    return tuple(item.replace("%3B", ";") for item in cell.split(";")) if isinstance(cell, str) else ()
