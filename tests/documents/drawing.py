"""Draws a document on a reportlab canvas, the same bytes every time.

Nothing is compressed, so that the bytes do not depend on the version of zlib, and reportlab leaves out the time.
"""

import io
from collections import defaultdict
from collections.abc import Iterable

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from tests.documents.flow import Line
from tests.documents.items import Document, Item, Label, Panel, Picture, Rule, Text
from tests.documents.pictures import END_OF_DATA, landscape, run_lengths

PIXELS_A_POINT = 1.5


def pdf(document: Document) -> bytes:
    """The document as a PDF file."""
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=document.size, bottomup=1, invariant=1, pageCompression=0, lang="en")
    canvas.setTitle(document.title)
    canvas.setSubject("Sample profile for trying readers of PDF files; its figures are illustrations")
    for page in range(1, document.pages + 1):
        for item in document.items:
            _draw(canvas, item, page, document)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def _draw(canvas: Canvas, item: Item, page: int, document: Document) -> None:
    """The part of the item that stands on the page. PDF measures upwards from the bottom, hence `height - top`."""
    height = document.size[1]
    match item:
        case Text():
            lines = [line for line in item.lines if line.frame.page == page]
            for line in lines:
                _draw_line(canvas, line, height)
            _annotate(canvas, lines, height, document)
        case Panel(frame, colour) if frame.page == page:
            canvas.setFillColor(HexColor(colour))
            canvas.rect(frame.x, height - frame.bottom, frame.width, frame.height, stroke=0, fill=1)
        case Picture(frame) if frame.page == page:
            _draw_picture(canvas, item, height)
        case Rule() if item.page == page:
            canvas.setStrokeColor(HexColor(item.colour))
            canvas.setLineWidth(item.thickness)
            canvas.line(item.x0, height - item.top, item.x1, height - item.top)
        case Label() if item.page == page:
            _draw_label(canvas, item, height)


def _draw_line(canvas: Canvas, line: Line, height: float) -> None:
    """The font has size 1 and the text matrix the real one, as in files that Adobe InDesign exports."""
    style = line.style
    for run in line.runs:
        colour = style.bullet_colour if run.font == style.bullet_font else style.link_colour if run.link else ""
        text = canvas.beginText()
        text.setTextTransform(style.size, 0, 0, style.size, line.frame.x + run.x, height - line.baseline)
        text.setFont(run.font, 1)
        text.setFillColor(HexColor(colour or style.colour))
        text.setHorizScale(style.stretch)
        text.setCharSpace(style.letter_space / style.size)
        text.setWordSpace(line.word_space / style.size)
        text.textOut(run.text)
        canvas.drawText(text)


def _annotate(canvas: Canvas, lines: Iterable[Line], height: float, document: Document) -> None:
    """Links, each over one line or more."""
    places = defaultdict(list)
    for line in lines:
        for run in line.runs:
            if run.link:
                x, y = line.frame.x + run.x, height - line.baseline - line.style.size * 0.25
                places[run.link].append((x, y, x + run.width, y + line.style.size * 1.15))
    for link, boxes in places.items():
        if document.links == "each line":
            for box in boxes:
                canvas.linkURL(link.url, box)
        else:
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            corners = [round(v, 2) for x0, y0, x1, y1 in boxes for v in (x0, y1, x1, y1, x0, y0, x1, y0)]
            around = (min(lefts), min(bottoms), max(rights), max(tops))
            canvas.linkURL(link.url, around, QuadPoints=PDFArray(corners))


def _draw_label(canvas: Canvas, label: Label, height: float) -> None:
    style = label.style
    start = {"left": 0.0, "centre": -0.5, "right": -1.0}[label.align] * style.width(label.text)
    canvas.saveState()
    canvas.translate(label.x, height - label.baseline)
    canvas.rotate(label.rotation)
    canvas.setFillColor(HexColor(style.colour))
    canvas.setFont(style.font, style.size)
    canvas.drawString(start, 0, label.text, charSpace=style.letter_space)
    canvas.restoreState()


def _draw_picture(canvas: Canvas, picture: Picture, height: float) -> None:
    """An image of one byte a pixel; reportlab's own drawImage would compress it with zlib."""
    frame, colours = picture.frame, picture.colours
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
    canvas.translate(frame.x, height - frame.bottom)
    canvas.scale(frame.width, frame.height)
    canvas.doForm(name)
    canvas.restoreState()
