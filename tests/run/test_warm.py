"""What is in memory before the first document comes: a specimen has been read that meets every kind of rule."""

from pathlib import Path

from pipeline.mentions import find
from pipeline.model import Document
from pipeline.pull import read
from pipeline.run.warm import _drawn, _specimen
from pipeline.segment import segment


def test_the_specimen_has_all_that_warms_rules_up(tmp_path: Path) -> None:
    path = tmp_path / "specimen.pdf"
    path.write_bytes(_specimen())
    source = read(path, password="")
    segmentation = segment(source, "specimen")
    assert [(s.kind, s.heading, [type(block).__name__ for block in s.blocks]) for s in segmentation.sections] == [
        ("front", "Country profile: Norway", []),
        ("contributions", "Voluntary contributions", ["Paragraph"]),
        ("project", "Safer harbours in West Africa", ["Facts", *["Paragraph"] * 5]),
        ("contributions", "Contributions by year, in millions of US dollars", ["Table"]),
    ]
    document = Document(id="specimen", file=path.name, sha256="", status="ok")
    _, readings, _ = find(document, source, segmentation)
    found = {(mention.table, mention.text) for reading in readings for mention in reading.mentions}
    assert {
        ("money", "US$ 1.5 million"),
        ("money", "EUR 20,000"),
        ("money", "2.5"),
        ("dates", "2019-2021"),
        ("dates", "26 months"),
        ("dates", "5 May 2021"),
        ("quantities", "1,200 people"),
        ("countries", "South Sudan"),
        ("countries", "Accra"),
        ("organisations", "Ministry of Foreign Affairs"),
    } <= found


def test_the_lines_of_the_specimen_stand_below_each_other() -> None:
    first, second, third, *_, last = _drawn()
    assert first == "BT /F 18 Tf 40 764 Td (Country profile: Norway) Tj ET"
    assert second == "BT /F 14 Tf 40 736 Td (Voluntary contributions) Tj ET"
    assert third.startswith("BT /F 10 Tf 40 716 Td (In 2021 Norway gave ")
    assert last.startswith("BT /F 10 Tf 40 380 Td (Core ")
    assert any(r"\(12 per cent\)" in line for line in _drawn())
