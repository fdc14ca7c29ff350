"""Draws a document on a reportlab canvas, the same bytes every time.

Nothing is compressed, so that the bytes do not depend on the version of zlib, and reportlab leaves out the time.
"""

from __future__ import annotations

import io
from collections import defaultdict

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from tests.documents.fonts import stringWidth
from tests.documents.pictures import END_OF_DATA, landscape, run_lengths
from tests.documents.typesetting import Document, Frame, Item, Label, Line, Panel, Picture, Rule, Text

PIXELS_A_POINT = 1.5


def pdf(document: Document) -> bytes:
    """The document as a PDF file."""
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=document.size, invariant=1, pageCompression=0, lang="en")
    canvas.setTitle(document.title)
    canvas.setSubject("Sample profile, typeset to try readers of PDF files; its figures are illustrations")
    for page in document.pages:
        for item in document.items:
            _draw(canvas, item, page, document)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def _draw(canvas: Canvas, item: Item, page: int, document: Document) -> None:
    height = document.size[1]
    match item:
        case Text():
            lines = [line for line in item.lines if line.page == page]
            for line in lines:
                _draw_line(canvas, line, height)
            _annotate(canvas, lines, height, document)
        case Panel(frame, colour) if frame.page == page:
            canvas.setFillColor(HexColor(colour))
            canvas.rect(frame.x, height - frame.top - frame.height, frame.width, frame.height, stroke=0, fill=1)
        case Picture(frame, colours) if frame.page == page:
            _draw_picture(canvas, frame, colours, height)
        case Rule() if item.page == page:
            canvas.setStrokeColor(HexColor(item.colour))
            canvas.setLineWidth(item.thickness)
            canvas.line(item.x0, height - item.top, item.x1, height - item.bottom)
        case Label() if item.page == page:
            _draw_label(canvas, item, height)


def _draw_line(canvas: Canvas, line: Line, height: float) -> None:
    style = line.style
    for run in line.runs:
        colour = style.bullet_colour if run.font == style.bullet_font else style.link_colour if run.link else ""
        text = canvas.beginText(line.x + run.x, height - line.baseline)
        text.setFont(run.font, style.size)
        text.setFillColor(HexColor(colour or style.colour))
        text.setHorizScale(style.stretch)
        text.setCharSpace(style.letter_space)
        text.setWordSpace(line.word_space)
        text.textOut(run.text)
        canvas.drawText(text)


def _annotate(canvas: Canvas, lines: list[Line], height: float, document: Document) -> None:
    """Links, each one line or more."""
    places = defaultdict(list)
    for line in lines:
        for run in line.runs:
            if run.link:
                x, y = line.x + run.x, height - line.baseline - line.style.size * 0.25
                places[run.link].append((x, y, x + run.width, y + line.style.size * 1.15))
    for (_, url), boxes in places.items():
        if document.links == "one a line":
            for box in boxes:
                canvas.linkURL(url, box)
        else:
            corners = [v for x0, y0, x1, y1 in boxes for v in (x0, y1, x1, y1, x0, y0, x1, y0)]
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            around = (min(lefts), min(bottoms), max(rights), max(tops))
            canvas.linkURL(url, around, QuadPoints=PDFArray([round(v, 2) for v in corners]))


def _draw_label(canvas: Canvas, label: Label, height: float) -> None:
    style = label.style
    width = stringWidth(label.text, style.font, style.size) + style.letter_space * len(label.text)
    canvas.saveState()
    canvas.translate(label.x, height - label.baseline)
    canvas.rotate(label.rotation)
    canvas.setFillColor(HexColor(style.colour))
    canvas.setFont(style.font, style.size)
    start = {"left": 0.0, "centre": -width / 2, "right": -width}[label.align]
    canvas.drawString(start, 0, label.text, charSpace=style.letter_space)
    canvas.restoreState()


def _draw_picture(canvas: Canvas, frame: Frame, colours: tuple[str, ...], height: float) -> None:
    """An image of one byte a pixel; reportlab's own drawImage would compress it with zlib."""
    width, rows = round(frame.width * PIXELS_A_POINT), round(frame.height * PIXELS_A_POINT)
    palette = f"<{''.join(colour.lstrip('#') for colour in colours)}>"
    image = PDFStream(
        PDFDictionary(
            {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Image"),
                "Width": width,
                "Height": rows,
                "BitsPerComponent": 8,
                "ColorSpace": PDFArray([PDFName("Indexed"), PDFName("DeviceRGB"), len(colours) - 1, palette]),
                "Filter": PDFName("RunLengthDecode"),
            }
        ),
        b"".join(run_lengths(row) for row in landscape(width, rows, len(colours))) + END_OF_DATA,
    )
    name = f"picture-{frame.page}-{frame.x:.0f}-{frame.top:.0f}"
    canvas._doc.addForm(name, image)
    canvas.saveState()
    canvas.translate(frame.x, height - frame.top - frame.height)
    canvas.scale(frame.width, frame.height)
    canvas.doForm(name)
    canvas.restoreState()
