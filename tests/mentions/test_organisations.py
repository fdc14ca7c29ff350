"""Who gives money or works along: names, and forms of names; each beside what is just none."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.mentions.organisations import organisations
from pipeline.mentions.passages import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Irish Aid and Norad pay.", [("Irish Aid", "IRL"), ("Norwegian Agency for Development Cooperation", "NOR")]),
        ("Norway pays.", [("Norway", "NOR")]),
        ("ASEAN pays.", [("ASEAN", None)]),
        ("The Norwegian Government pays.", [("Norwegian Government", "NOR")]),
        ("The Norwegian fund pays.", []),
        ("The Government of the Gambia pays.", [("Government of the Gambia", "GMB")]),
        # a ministry, and whose: the country in its name or just after it, or the people just before it
        ("The Ministry of Employment and Labour pays.", [("Ministry of Employment and Labour", None)]),
        (
            "The Ministry of Employment and Labour of Tunisia pays.",
            [("Ministry of Employment and Labour", "TUN"), ("Tunisia", "TUN")],
        ),
        ("The Ministry of Health in Chad pays.", [("Ministry of Health", "TCD"), ("Chad", "TCD")]),
        ("The Ministry of Health, Chad pays.", [("Ministry of Health, Chad", "TCD")]),
        ("The Ministry of Health of all Chad pays.", [("Ministry of Health", None), ("Chad", "TCD")]),
        ("The Ministry of Health goes to Chad.", [("Ministry of Health", None), ("Chad", "TCD")]),
        ("The Tunisian Ministry of Health pays.", [("Tunisian Ministry of Health", "TUN")]),
        ("The Tunisian and the Ministry of Health pay.", [("Ministry of Health", None)]),
        ("Chad’s Ministry of Health pays.", [("Chad", "TCD"), ("Ministry of Health", "TCD")]),
        ("Laos’ Ministry of Health pays.", [("Laos", "LAO"), ("Ministry of Health", "LAO")]),
        (
            "Chad, the Ministry of Health and Norway pay.",
            [("Chad", "TCD"), ("Ministry of Health", None), ("Norway", "NOR")],
        ),
        ("The Tunisian\n\nMinistry of Health pays.", [("Ministry of Health", None)]),
        ("The Ministry of Health\n\nof Chad pays.", [("Ministry of Health", None), ("Chad", "TCD")]),
        # an office is one country's, whatever countries follow
        ("The Government of Ireland and Norway pay.", [("Government of Ireland", "IRL"), ("Norway", "NOR")]),
        (
            "The Government of Ireland, Norway, and Chad pay.",
            [("Government of Ireland", "IRL"), ("Norway", "NOR"), ("Chad", "TCD")],
        ),
        ("The Ministry of Health and Norway pay.", [("Ministry of Health", None), ("Norway", "NOR")]),
        ("The Government of Trinidad and Tobago pays.", [("Government of Trinidad and Tobago", "TTO")]),
        # two links within its name at most
        (
            "The Ministry of Trade, Work and Health and Labour pays.",
            [("Ministry of Trade, Work and Health", None)],
        ),
    ],
)
def test_who_is_named(text: str, expected: list[tuple[str, str | None]]) -> None:
    with spoken("en"):
        assert [(found.name, found.iso3) for found in organisations(read(text))] == expected
