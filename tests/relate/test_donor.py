"""Whom a document is a profile of."""

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Section
from pipeline.relate import relate


@pytest.mark.parametrize(
    ("title", "heading", "text", "donor"),
    [
        ("Republic of Korea-ILO Cooperation", "", "", ("Republic of Korea", "KOR")),
        ("Irish Aid and the ILO", "", "", ("Ireland", "IRL")),
        ("The Ardmore Foundation and the ILO", "", "", ("Ardmore Foundation", "")),
        ("", "Japan’s contributions to the Organization", "Japan gave US$ 2 million.", ("Japan", "JPN")),
        # where work takes place is no donor, however the page is headed
        ("Kenya: drought appeal", "Food", "Work goes on in Kenya. Families in Kenya need food.", ("", "")),
        ("Projects in Kenya and Uganda", "", "", ("", "")),
        ("Denmark’s development activities in Burkina Faso", "", "", ("Denmark", "DNK")),
        # the file's name says nothing
        ("", "Facts", "The office has ten rooms.", ("", "")),
    ],
)
def test_donor(title: str, heading: str, text: str, donor: tuple[str, str]) -> None:
    document = Document(id="usa", file="usa.pdf", sha256="", status="ok", title=title)
    section = Section("s-1", 1, "other", heading, text, places=())
    named = Section("", 0, "front", "", title, places=())
    found = relate(document, [read_section(section, Context())], read_section(named, Context())).document
    assert (found.donor, found.donor_iso3) == donor


@pytest.mark.parametrize(
    ("title", "text", "donor"),
    [
        # a bank lends by its name, another body where the text says that it gives
        ("Caribbean Development Bank – grants and loans", "Boats are built.", "Caribbean Development Bank"),
        ("Asian Development Bank in Tajikistan", "Boats are built.", "Asian Development Bank"),
        ("OPEC Fund – lending", "The OPEC Fund gave EUR 3 million to Togo.", "OPEC Fund"),
        ("Central Emergency Response Fund", "Norway gave EUR 3 million to the fund.", ""),
        ("UNICEF", "UNICEF received EUR 3 million from Norway.", ""),
        ("Norway and the Asian Development Bank", "Boats are built.", "Norway"),
        ("Lending to India – World Bank and Japan", "Boats are built.", ""),
        ("Nordic countries – relief", "Boats are built.", ""),
        # of several who give to a body that the title names none is the donor
        ("Green Climate Fund", "Iceland gave EUR 3 million. Iceland gave EUR 2 million. Norway gave EUR 4 million. "
         "Malta gave EUR 1 million. Ireland gave EUR 1 million.", ""),
    ],
)  # fmt: skip
def test_a_multilateral_donor(title: str, text: str, donor: str) -> None:
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    section = Section("s-1", 1, "other", "Giving", text, places=())
    named = Section("", 0, "front", "", title, places=())
    found = relate(document, [read_section(section, Context())], read_section(named, Context())).document
    assert found.donor == donor
