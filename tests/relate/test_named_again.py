"""Who is meant where a noun stands for a name."""

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Section
from pipeline.relate import relate


def funders(title, text):
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    section = Section("s-1", 1, "contributions", "Grants", text, places=())
    named = Section("", 0, "front", "", title, places=())
    found = relate(document, [read_section(section, Context())], read_section(named, Context()))
    return [None if row.doubts else row.funder for row in found.contributions]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # whom the title names
        ("Asian Development Bank", "The Bank gave EUR 3 million to UNICEF.", ["Asian Development Bank"]),
        ("Kingdom of Thailand", "The Kingdom gave EUR 3 million to UNICEF.", ["Thailand"]),
        ("Saudi Arabia", "The kingdom gave EUR 3 million to UNICEF.", ["Saudi Arabia"]),
        ("Ireland", "The Government gave EUR 3 million to UNICEF.", ["Ireland"]),
        # whom the section names before
        (
            "Giving",
            "The Ardmore Foundation helps ports. The foundation gave EUR 3 million to UNICEF.",
            ["Ardmore Foundation"],
        ),
        (
            "Giving",
            "The Swedish International Development Cooperation Agency helps. The agency gave EUR 3 million to FAO.",
            ["Swedish International Development Cooperation Agency"],
        ),
        # the government of another country may be meant
        ("Ireland", "Mali has few ports. The Government gave EUR 3 million to UNICEF.", [None]),
        # of two banks neither
        (
            "Asian Development Bank",
            "The Islamic Development Bank helps. The Bank gave EUR 3 million to UNICEF.",
            [None],
        ),
        ("Giving", "The Moss Fund and the Ferry Fund help. The fund gave EUR 3 million.", []),
        # the one that is named last
        (
            "Giving",
            "The Port Lorne Fund helps. The Port Lorne Fund for Ports helps. The fund gave EUR 3 million.",
            ["Port Lorne Fund for Ports"],
        ),
        # another one than the one that is named
        ("Giving", "The Moss Fund helps. The fund of the town gave EUR 3 million.", []),
        ("Giving", "The Moss Fund helps. A fund gave EUR 3 million.", []),
        ("Government of Ireland", "The Government gave EUR 3 million to UNICEF.", ["Government of Ireland"]),
        # no name stands for it
        ("Asian Development Bank", "The bank of the river broke. It gave EUR 3 million to UNICEF.", [None]),
    ],
)
def test_who_is_meant(title, text, expected):
    assert funders(title, text) == expected
