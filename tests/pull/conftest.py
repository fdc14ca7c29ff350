from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

A5 = (420.0, 595.0)


@pytest.fixture
def typeset(tmp_path: Path) -> Callable[..., Path]:
    """Draws one A5 page with reportlab and gives the file."""

    def make(draw: Callable[[Canvas], None], **settings: object) -> Path:
        path = tmp_path / "page.pdf"
        canvas = Canvas(str(path), pagesize=A5, invariant=1, **settings)
        canvas.setFont("Helvetica", 12)
        draw(canvas)
        canvas.save()
        return path

    return make
