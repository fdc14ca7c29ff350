"""Who gives, whatever kind of body it is: cities, families, nobody that is named."""

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Section
from pipeline.relate import relate


def funders(related, text):
    (project,) = related("The safer ports project", text).projects
    return project.funders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cities, provinces and regions
        ("Canberra gave EUR 3 million to schools in Togo.", ("Canberra",)),
        ("It repairs piers in Togo with funding from Berlin.", ("Berlin",)),
        ("Flanders and Wallonia gave EUR 3 million to schools in Togo.", ("Flanders", "Wallonia")),
        ("The municipality of Utrecht gave EUR 3 million to schools in Togo.", ("municipality of Utrecht",)),
        ("The schools have EUR 3 million from the province of Trento.", ("province of Trento",)),
        ("The Canton of Geneva gave EUR 3 million to schools in Togo.", ("Canton of Geneva",)),
        # nobody gives where the work is, or the money goes
        ("Berlin has schools, and EUR 3 million was moved from Berlin to Bremen.", ()),
        ("Schools in the province of Trento received EUR 3 million.", ()),
        ("The towns in Flanders received EUR 3 million.", ()),
        # families, couples, estates
        ("The Steiner family gave EUR 3 million to schools in Togo.", ("Steiner family",)),
        ("Mr and Mrs Leo Moss gave EUR 3 million to schools in Togo.", ("Mr and Mrs Leo Moss",)),
        ("Dr Ada Moss gave EUR 3 million to schools in Togo.", ("Dr Ada Moss",)),
        ("The schools got EUR 3 million from the estate of Ada Moss.", ("estate of Ada Moss",)),
        ("A bequest of EUR 3 million from the late Ada Moss pays for it.", ("Ada Moss",)),
        ("The late Ada Moss left EUR 3 million to schools in Togo.", ("Ada Moss",)),
        # who only speaks, or works
        ("Dr Ada Moss, director of the port, gave EUR 3 million.", ()),
        ("Ms Ada Moss leads it.", ()),
        # names with more than one part
        ("The International Maize and Wheat Improvement Center gave EUR 3 million.",
         ("International Maize and Wheat Improvement Center",)),
        ("It is funded by Marks & Moss (EUR 3 million).", ("Marks & Moss",)),
        ("The Foundation for a Just Port gave EUR 3 million.", ("Foundation for a Just Port",)),
        ("Unilever and Leo Moss gave EUR 3 million.", ("Unilever", "Leo Moss")),
        ("Ports and Leo Moss gave EUR 3 million.", ("Leo Moss",)),
        # a verb that may be a noun
        ("Irish Aid and the Moss Trust fund it with EUR 3 million.", ("Irish Aid", "Moss Trust")),
        ("The REACH fund in Togo has EUR 3 million.", ()),
        # shares in per cent
        ("It costs EUR 3 million, of which Norway covers 60 per cent and the Moss Trust 40 per cent.",
         ("Norway", "Moss Trust")),
        ("Malta, which pays 40% of the costs, leads it.", ("Malta",)),
        ("Sixty per cent of the budget is paid by Norway.", ("Norway",)),
        ("Norway has 60 per cent of the ports.", ()),
        # who finances along with others
        ("Cofinanciers: Norway (EUR 3 million), Malta (EUR 2 million) and the Moss Trust (EUR 1 million).",
         ("Norway", "Malta", "Moss Trust")),
        ("Financing plan: Norway EUR 3 million; Malta EUR 2 million.", ("Norway", "Malta")),
        ("Its main donors are Norway and the Moss Trust.", ("Norway", "Moss Trust")),
        ("Co-financing: Government of Togo, EUR 3 million; Moss family, EUR 1 million.",
         ("Government of Togo", "Moss family")),
        ("Norway financed wells in ten schools of Lorne, in the north of Togo, with EUR 3 million.", ("Norway",)),
        ("Of this, Norway covers 75%, the district councils of Lorne and Cobh 15%.", ("Norway",)),
        ("Financed by Norway with EUR 3 million, by Malta with EUR 2 million and by the Moss Trust with EUR 1 million.",
         ("Norway", "Malta", "Moss Trust")),
        ("Besides Norway, the Brussels-Capital Region funds it.", ("Brussels-Capital Region",)),
        ("Co-financing: Ferry Fund for Water and Sanitation EUR 3 million; Malta EUR 1 million.",
         ("Ferry Fund for Water and Sanitation", "Malta")),
        # grants, an appeal and the project itself are what others pay for
        ("Harbour Emergency Grants gave EUR 3 million to ports in Togo.", ()),
        ("The SAFE project has EUR 3 million from Norway. SAFE gave grants to ports.", ("Norway",)),
        ("The Safe Ports project (SPP) has EUR 3 million from Norway. SPP funds piers.", ("Norway",)),
        ("The Moss Trust project has EUR 3 million from the Moss Trust.", ("Moss Trust",)),
    ],
)  # fmt: skip
def test_who_gives_for_a_project(related, text, expected):
    assert funders(related, text) == expected


def gifts(text, title="The Moss Foundation"):
    named, section = (
        Section("", 0, "front", "", title, places=()),
        Section("s-1", 1, "contributions", "Gifts", text, places=()),
    )
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    found = relate(document, [read_section(section, Context())], read_section(named, Context()))
    return [(c.amount / 1_000_000, c.funder, [d.field for d in c.doubts]) for c in found.contributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nobody is named: neither the donor nor who is named next to it
        ("An anonymous donor gave EUR 3 million. Norway gave EUR 2 million.",
         [(3, None, ["funder"]), (2, "Norway", [])]),
        ("Norway gave EUR 2 million. An anonymous gift of EUR 3 million came.",
         [(2, "Norway", []), (3, None, ["funder"])]),
        ("A private donor from Malta gave EUR 3 million.", [(3, None, ["funder"])]),
        ("The foundation gave EUR 2 million. An unnamed friend added EUR 3 million.",
         [(2, "Moss Foundation", []), (3, None, ["funder"])]),
        ("Gifts from private donors came to EUR 3 million.", []),
        ("Norway and an anonymous donor gave: Norway EUR 3 million.", [(3, "Norway", [])]),
        # donors by rank
        ("The largest donor was Norway (EUR 9 million), followed by Malta (EUR 3 million) and Togo (EUR 2 million).",
         [(9, "Norway", []), (3, "Malta", []), (2, "Togo", [])]),
        ("Norway was the largest donor with EUR 5 million, followed by Malta with EUR 3 million.",
         [(5, "Norway", []), (3, "Malta", [])]),
        # by chance the largest gives as much as the next together
        ("The largest donor was Norway (EUR 5 million), followed by Malta (EUR 3 million) and Togo (EUR 2 million).",
         [(5, "Norway", []), (3, "Malta", []), (2, "Togo", [])]),
        ("Norway is the largest contributor with EUR 9 million, ahead of Malta (EUR 3 million).",
         [(9, "Norway", []), (3, "Malta", [])]),
        ("Norway gave EUR 2 million and an anonymous friend EUR 3 million.",
         [(2, "Norway", []), (3, None, ["funder"])]),
        ("Our appeal brought in EUR 3 million.", []),
        ("It was financed by Norway with EUR 3 million and by Malta with EUR 2 million.",
         [(3, "Norway", []), (2, "Malta", [])]),
        # those that get most are ranked, too
        ("The Moss Foundation gave most to Togo (EUR 3 million), followed by Mali (EUR 2 million).",
         [(3, "Moss Foundation", []), (2, "Moss Foundation", [])]),
        ("Flanders gave EUR 3 million and Wallonia EUR 2 million.", [(3, "Flanders", []), (2, "Wallonia", [])]),
        ("Of EUR 10 million, EUR 8 million came from Norway. The remaining EUR 2 million came from the public.",
         [(10, None, ["funder"]), (8, "Norway", [])]),
    ],
)  # fmt: skip
def test_who_gives_beyond_projects(text, expected):
    assert gifts(text) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("City of Utrecht", "The City Council gave EUR 3 million to schools.", "City of Utrecht"),
        ("City of Utrecht", "Utrecht City Council gave EUR 3 million to schools.", "Utrecht City Council"),
        ("Ports", "Utrecht City Council helps. The City Council gave EUR 3 million.", "Utrecht City Council"),
        ("Ireland", "The City Council gave EUR 3 million to schools.", "City Council"),
    ],
)
def test_a_noun_with_capitals_stands_for_a_name(title, text, expected):
    assert [funder for _, funder, _ in gifts(text, title)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our grant of EUR 3 million builds piers in Togo.", ("Moss Foundation",)),
        ("We gave EUR 3 million for piers in Togo.", ("Moss Foundation",)),
        ("Our grant of EUR 3 million is matched by Norway with EUR 2 million.", ("Moss Foundation", "Norway")),
    ],
)
def test_our_grant_is_that_of_the_body_that_a_document_is_about(text, expected):
    named = Section("", 0, "front", "", "The Moss Foundation", places=())
    section = Section("s-1", 1, "project", "Safer ports", text, places=())
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    (project,) = relate(document, [read_section(section, Context())], read_section(named, Context())).projects
    assert project.funders == expected


def test_a_state_is_not_we(related):
    assert funders(related, "Our grant of EUR 3 million builds piers in Togo.") == ()
