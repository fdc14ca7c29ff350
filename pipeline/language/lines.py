"""Text read over the ends of its lines: white space parts words; only the end of a passage parts what is said.

The passages of a section end where its form says: at every line end and tab of its text. In a text that came without a
form a blank line ends one, and so does a tab between cells.
"""

from __future__ import annotations

CELL_END, LINE_END = "\t", "\n"


def parts(blank: str, formed: bool) -> bool:
    """Whether white space parts what is said: between passages, at a blank line or after a cell; a tab that indents a
    line of plain text does not. `formed` where the text is a section's, all of whose line ends part."""
    return blank.count(LINE_END) > 1 or (formed and LINE_END in blank) or ends_cell(blank, formed)


def ends_cell(blank: str, formed: bool) -> bool:
    """Whether white space stands between two cells or rows of a table, or a label and its value."""
    if CELL_END in blank:
        return LINE_END not in blank or (formed and blank.count(LINE_END) == 1)
    return formed and blank == LINE_END
