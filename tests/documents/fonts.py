"""The fonts of the sample profiles; importing this module registers those that reportlab does not know.

Bitstream Vera comes with reportlab, the icons with this package; the others are of the standard 14 of every reader.
"""

import io
from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from tests.documents.icons import icon_font

VERA = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf"}


@cache
def text_width(text: str, font: str, size: float) -> float:
    """Points that the text takes on one line."""
    return float(stringWidth(text, font, size))


for name, file in VERA.items():
    registerFont(TTFont(name, str(Path(reportlab.__file__).parent / "fonts" / file)))
registerFont(TTFont("Icons", io.BytesIO(icon_font())))
