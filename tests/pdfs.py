"""Small PDFs for tests: a page of text, a page without, an encrypted one, and one that no reader finishes."""

from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

LEVELS = 12  # each form of the endless PDF draws the next ten times: 10 ** 12 words on a page of some kilobytes


def typeset(path: Path, text: str = "", heading: str = "Funding", password: str = "") -> Path:
    """A page with a heading and lines of text below it; an empty one where there is no text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), invariant=True, pageCompression=0, encrypt=encryption)
    if text:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 720, heading)
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(text.splitlines()):
            canvas.drawString(72, 690 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    return path


def lengthy(path: Path) -> Path:
    """Fifty pages full of small type, more than a process holds in memory that lies ready."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), invariant=True)
    for page in range(50):
        canvas.setFont("Helvetica", 6)
        for line in range(110):
            canvas.drawString(
                20, 800 - 7 * line, f"Kenya gave US$ {page + 1} million in 2021 for schools in {line} towns."
            )
        canvas.showPage()
    canvas.save()
    return path


def endless(path: Path) -> Path:
    """A page that takes longer to read than anybody has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    forms = " ".join(f"/X{number} {5 + number} 0 R" for number in range(1, LEVELS + 1))
    draws = [f"/X{number} Do " * 10 for number in range(1, LEVELS + 1)]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources 5 0 R >>",
        stream("", draws[0]),
        f"<< {font} /XObject << {forms} >> >>",
    ]
    form = "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources 5 0 R"
    objects += [stream(form, content) for content in (*draws[1:], "BT /F 9 Tf 9 9 Td (money) Tj ET")]
    path.write_bytes(pdf(objects))
    return path


def stream(entries: str, content: str) -> str:
    """A stream with further entries in its dictionary."""
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def pdf(objects: list[str]) -> bytes:
    """A PDF of the objects, numbered from 1; the first is the catalogue."""
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n{content}\nendobj\n".encode()
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
    return file + f"{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n".encode()
