"""What stands in a project's section without running into its text (a footnote, a caption, a pull quote, a panel) gives
its row no amount and no time; what it mentions is found."""

import pytest

from pipeline.mentions import find
from pipeline.model import Country, Document, Money, Profile
from pipeline.relate import relate
from pipeline.segment import segment
from tests.segment.drawn import drawn

FOOTNOTE = """
    +Better water

    The project brought water to the villages in the north of
    Mali from May 2019 to June 2021.¹ Wells were dug there.

    ~1 The first phase of 2015 in Niger cost EUR 500,000 and was
    ~paid by Norway.
"""
CAPTION = """
    +Better water

    The project brought water to the villages in the north of
    Mali from May 2019 to June 2021. Wells were dug there.
    {                                                     }
    {                                                     }
    {                                                     }
    ~A school in Niger, built for EUR 500,000 in 2015

    Pumps are built in all the villages of the region, too.
"""
QUOTE = """
    +Better water

    The project brought water to the villages in the north of
    Mali from May 2019 to June 2021. Wells were dug there, and

    +“In 2015, EUR 500,000 would have brought water to Niger.”

    the women sold seeds on the markets of the towns.
"""
PANEL = """
    +Better water

    The project brought water to the villages in the north of     [The fund of the region   ]
    Mali from May 2019 to June 2021. Wells were dug there,        [has had EUR 500,000 since]
    and the women sold seeds on the markets of the towns. They    [2015. It pays for schools]
    bought pumps with what they had earned, and built new         [in Niger.                ]
    houses for all of their people in the hills around.
"""


def profile(art: str, given: str = "") -> Profile:
    source = drawn(art.replace("water\n\n", f"water\n\n    {given}\n", 1)).source()
    return relate(*find(Document(id="page", file="page.pdf", sha256="", status="ok"), source, segment(source, "page")))


@pytest.mark.parametrize("art", [FOOTNOTE, CAPTION, QUOTE, PANEL], ids=["footnote", "caption", "quote", "panel"])
def test_what_runs_into_nothing_gives_a_project_nothing(art: str) -> None:
    found = profile(art, "Norway gave EUR 300,000 to it.")
    assert [(row.title, row.amount, row.start, row.end, row.countries) for row in found.projects] == [
        ("Better water", 300_000, "2019-05", "2021-06", ("MLI",))
    ]
    assert not any(row.amount == 500_000 for row in profile(art).projects)


@pytest.mark.parametrize("art", [FOOTNOTE, CAPTION, QUOTE, PANEL], ids=["footnote", "caption", "quote", "panel"])
def test_what_it_mentions_is_found_in_a_section_below_the_projects(art: str) -> None:
    found = profile(art)
    (project,) = (section for section in found.sections if section.heading)
    below = {section.id for section in found.sections if section.parent == project.id}
    told = [finding.mention for finding in found.findings if finding.section.id in below]
    assert [mention.amount for mention in told if isinstance(mention, Money)] == [500_000]
    assert "NER" in {mention.iso3 for mention in told if isinstance(mention, Country)}
