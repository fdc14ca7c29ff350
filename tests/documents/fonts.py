"""The fonts of the sample profiles beyond the standard 14, registered with reportlab by importing this module.

Bitstream Vera comes with reportlab, the icons with this package.
"""

import io
from pathlib import Path

import reportlab
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from tests.documents.icons import icon_font

__all__ = ["stringWidth"]

VERA = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf"}

for name, file in VERA.items():
    registerFont(TTFont(name, str(Path(reportlab.__file__).parent / "fonts" / file)))
registerFont(TTFont("Icons", io.BytesIO(icon_font())))
