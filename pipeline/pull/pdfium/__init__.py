"""The first reader: pdfium, through the raw calls of pypdfium2."""
