"""Contributions from sections written for one question each; the donor is Ireland."""

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Section
from pipeline.relate import relate


def told(profile):
    return [(c.funder, [(doubt.field, doubt.candidates) for doubt in c.doubts]) for c in profile.contributions]


def test_years_that_an_and_joins_are_none_alone(related):
    row, other = related(
        "Aid", "Ireland gave EUR 3 million for 2020 and 2021, and EUR 1 million in 2019.", "contributions"
    ).contributions
    assert (row.period, other.period) == (None, "2019")


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Grants in Mali", "Ireland gave EUR 3 million for wells."),
        (
            "Ireland’s help",
            "Ireland has given EUR 3 million to projects in Mali. Ireland also granted EUR 1 million to Chad.",
        ),
        ("Development assistance in 2021", "EUR 3 million was allocated for aid."),
        ("Trends in approvals", "Ireland gave EUR 3 million, more than in 2020."),
    ],
)
def test_what_is_given_to_several_projects_is_no_project(related, heading, text):
    found = related(heading, text)
    assert not found.projects
    assert found.contributions[0].amount == 3_000_000


def test_the_budget_that_a_contribution_goes_to_is_not_its_giver(related):
    text = "From 2015 to 2018, Norway’s assessed contribution to the ILO’s regular budget exceeded US$ 12.6 million."
    (row,) = related("Strategic contributions", text, "contributions").contributions
    assert (row.funder, row.kind, row.period) == ("Norway", "assessed", "2015/2018")


def test_who_benefits_from_an_amount_does_not_give_it(related):
    text = "The main beneficiary of these contributions will be UNICEF, with EUR 9 million for schools in Mali."
    (row,) = related("Voluntary contributions of Ireland", text, "contributions").contributions
    assert row.funder != "UNICEF"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        # the sentence names the donor, its people or its agency
        ("Funding", "Irish funding of health stood at EUR 3 million."),
        ("Funding", "Ireland and its aid to the World Health Organization came to EUR 3 million."),
        # the heading is about its gifts alone
        ("Ireland's contributions to the ILO", "In 2020 EUR 3 million was paid to UNICEF, the ILO and FAO."),
    ],
)
def test_the_donor_gives_where_the_words_speak_for_it(related, heading, text):
    assert told(related(heading, text, kind="contributions")) == [("Ireland", [])]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Funding", "Assessed contributions came to EUR 3 million."),
        ("Funding", "Ireland is a member. Of its share, EUR 3 million was provided for ports."),
    ],
)
def test_the_donor_is_assumed_where_only_the_text_before_names_it_or_nobody(related, heading, text):
    assert told(related(heading, text, kind="contributions")) == [("Ireland", [("funder", ())])]


def gifts(document: str, text: str) -> list[tuple[str | None, bool]]:
    """Who gave each amount of a section of a document with this title, and whether a doubt tells of it."""
    title = Section("", 0, "front", "", document, places=())
    section = Section("s-1", 1, "other", "Grants and contributions to other bodies", text, places=())
    sample = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    found = relate(sample, [read_section(section, Context())], read_section(title, Context()))
    return [(c.funder, any(d.field == "funder" for d in c.doubts)) for c in found.contributions]


@pytest.mark.parametrize(
    ("document", "text", "given"),
    [
        # the sentence before names who gives: the donor, as told, and another not at all
        ("Japan", "Japan gave EUR 9 million. UNICEF receives EUR 3 million.", [("Japan", False), ("Japan", True)]),
        ("Japan", "Last week Japan signed an accord. The WFP got EUR 3 million for food.", [("Japan", True)]),
        ("Japan", "Japan works with UNICEF. Since 2010 it has given EUR 3 million.", [("Japan", True)]),
        ("Japan", "Japan gave EUR 9 million. Norway gave EUR 4 million. A further EUR 3 million was provided.",
         [("Japan", False), ("Norway", False), (None, True)]),
        ("Japan", "The WFP got EUR 3 million for food.", [(None, True)]),
        # no document, event, currency or person gives
        ("India", "A Memorandum of Understanding provides a grant of EUR 3 million.", [("India", True)]),
        ("India", "A Letter of Intent offers EUR 3 million in loans from India.", [("India", False)]),
        ("India", "India made a pledge, announced at the 2018 Port Forum, to give EUR 3 million.", [("India", False)]),
        ("Iceland", "Iceland sent a package of 3 million Icelandic króna (ISK).", [("Iceland", False)]),
        ("Iceland", "The Ministry for Foreign Affairs announced a grant of EUR 3 million.", [("Iceland", False)]),
        ("Iceland", "The Ministry of Health announced a grant of EUR 3 million for clinics in Togo.",
         [("Ministry of Health", False)]),
        ("Malta", "Malta helps. Foreign Minister Leo Reid pledged EUR 3 million to Togo.", [("Malta", True)]),
        # who puts the grant of another to use does not give it
        ("Malta", "The Government of Togo will put EUR 3 million in grant funding from Malta into farms.",
         [("Malta", False)]),
        ("Malta", "Togo has invested EUR 3 million of aid from Malta in schools.", [("Malta", False)]),
        # nor does who only announces it with the donor
        ("Malta", "UNICEF and Malta announced a partnership that gives EUR 3 million.", [("Malta", False)]),
        # a board is its body's, a short name its owner's
        ("Moss Trust", "In June the 16th session of the Board approved a grant of EUR 3 million.",
         [("Moss Trust", False)]),
        ("Malta", "Malta signed an accord. The WHO will receive EUR 3 million for wells, UNICEF EUR 2 million.",
         [("Malta", True), ("Malta", True)]),
        ("Moss Trust", "The Steering Committee released a grant of EUR 3 million.", [("Moss Trust", False)]),
        ("Moss Trust", "The Trustees awarded a grant of EUR 3 million.", [("Moss Trust", False)]),
        ("Malta", "Minister for Development Leo Reid pledged a grant of EUR 3 million.", [("Malta", True)]),
        ("Malta", "Malta works with the Port Guild (PG). Malta pays EUR 3 million and PG EUR 1 million.",
         [("Malta", False), ("PG", False)]),
        ("Malta", "Recently Malta agreed with the FAO on a grant of EUR 3 million.", [("Malta", True)]),
    ],
)  # fmt: skip
def test_who_gives_by_the_words_before_and_the_kind_of_name(document, text, given):
    assert gifts(document, text) == given


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Malawi signed with the World Bank for a loan of EUR 3 million.", ("Ireland", "Malawi", "World Bank")),
        ("The ILO received EUR 3 million in voluntary funds.", ("Ireland",)),
        ("UNICEF: EUR 3 million", ("Ireland", "UNICEF")),
        ("A loan of EUR 3 million paid for a dam.", ("Ireland",)),
        ("In 2020 approvals reached EUR 3 million.", ("Ireland",)),
        ("Ireland and Norway provided EUR 3 million.", ("Ireland", "Norway")),
        # what many gave is nobody's alone
    ],
)
def test_the_funder_is_left_open_where_another_may_have_given_it(related, text, candidates):
    assert told(related("Facts", text, kind="contributions")) == [(None, [("funder", candidates)])]


def test_who_receives_money_is_no_candidate(related):
    text = "Ireland is a member. We gave EUR 3 million to agencies, including UNICEF, and EUR 2 million to the FAO."
    assert [c.funder for c in related("Funding", text, kind="contributions").contributions] == ["Ireland", "Ireland"]


@pytest.mark.parametrize(
    "text",
    [
        "Ireland gave EUR 3 million per year in 2010-13.",
        "Ireland gave EUR 3 million (US$ 4 million) annually between 2019 and 2022.",
        "In the period 2015-18, Ireland's annual contribution was EUR 3 million.",
        "Ireland gave an annual EUR 3 million to the fund (2015–2018).",
        "Ireland gave EUR 3 million in each of the years 2015 to 2018.",
    ],
)
def test_an_amount_for_each_year_is_not_that_of_the_period(related, text):
    (contribution,) = related("Funding", text, kind="contributions").contributions
    assert contribution.period is None
    assert [doubt.field for doubt in contribution.money.mention.doubts] == ["period"]
    assert contribution.doubts == ()  # told of the mention, not twice


def test_an_amount_for_each_year_of_which_no_year_is_told(related):
    (contribution,) = related("Funding", "Ireland gives EUR 3 million a year.", kind="contributions").contributions
    assert (contribution.period, [doubt.field for doubt in contribution.money.mention.doubts]) == (None, ["period"])


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Ireland gave EUR 3 million a year in 2019.", "2019"),
        ("Since 1994 Ireland has funded 49 ports for a total value of EUR 3 million.", "1994/.."),
        ("Ireland adds EUR 3 million to its regular 2002 pledge.", "2002"),
        ("Ireland gave EUR 3 million in addition to its regular 2002 pledge.", None),
        ("A pledge of EUR 3 million helps the fund towards its goal of EUR 9 million for 2017.", None),
        # the time is that of a part, or the end or beginning of a count
        ("Ireland pledged EUR 3 million over five years, of which EUR 1 million is 2021-2025 money.", None),
        ("As of 2023, Ireland's commitments total EUR 3 million.", None),
        ("Ireland has given EUR 3 million since joining in 1966.", None),
    ],
)
def test_period(related, text, period):
    first, *_ = related("Funding", text, kind="contributions").contributions
    assert first.period == period


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("After EUR 3 million in total approvals in 2017, Irish voluntary non-core funding fell.", "total"),
        ("Irish aid is seen in its total contributions to FAO, which amounted to EUR 3 million.", "total"),
        ("Ireland gave EUR 3 million earmarked for specific projects.", "earmarked"),
        ("Ireland gave EUR 3 million to the regular resources of UNICEF.", "core"),
    ],
)
def test_kind(related, text, kind):
    (contribution,) = related("Funding", text, kind="contributions").contributions
    assert contribution.kind == kind


def test_what_was_asked_for_is_no_contribution(related):
    text = "Irish donations fell short of the EUR 3 million the bank sought."
    assert related("Funding", text, kind="contributions").contributions == ()


def test_what_is_left_of_a_sum_is_its_part_too(related):
    """A leaflet told the core part of a voluntary sum in one sentence with the rest."""
    text = (
        "EUR 17 million in voluntary money was agreed. Of this, EUR 4 million is core funding that the ILO may use "
        "where needs are greatest, and EUR 13 million is earmarked."
    )
    profile = related("Irish funding", text, kind="contributions")
    whole, *parts = (finding for finding in profile.findings if finding.mention.table == "money")
    assert [(part.mention.role, part.mention.part_of) for part in parts] == [("part", whole.id)] * 2
    assert [c.kind for c in profile.contributions] == ["voluntary", "core", "earmarked"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # who has a donor is none
        ("Ireland was UNHCR’s largest core donor in 2021 with EUR 6 million.", [(6, "Ireland", "core")]),
        # a verb of its own ends what the first amount's words tell of kinds
        (
            "Ireland gave core funds of EUR 6 million, and paid a further EUR 2 million to ports.",
            [(6, "Ireland", "core"), (2, "Ireland", "other")],
        ),
        # names with amounts in brackets are givers where they stand among donors or before what they did
        (
            "Ireland is one of the largest donors alongside Norway (EUR 9 million) and Japan (EUR 8 million).",
            [(9, "Norway", "other"), (8, "Japan", "other")],
        ),
        (
            "Portugal (EUR 4 million), Malta (EUR 3 million) and Cyprus (EUR 2 million) replenished it.",
            [(4, "Portugal", "other"), (3, "Malta", "other"), (2, "Cyprus", "other")],
        ),
        # those who are told respectively, after another amount of the sentence
        (
            "Ireland gave EUR 9 million; the Port of Cork and Dublin City Council paid EUR 3 million and EUR 2 m, "
            "respectively.",
            [(9, "Ireland", "other"), (3, "Port of Cork", "other"), (2, "Dublin City Council", "other")],
        ),
        # an instalment of several is no sum of its own
        ("Ireland gives EUR 8 million in four instalments of EUR 2 million.", [(8, "Ireland", "other")]),
    ],
)
def test_rows_of_a_sentence(related, text, rows):
    found = related("Funding", text, kind="contributions").contributions
    assert [(c.amount / 1_000_000, c.funder, c.kind) for c in found] == rows


def test_a_town_that_no_list_knows_gives_what_stands_beside_it(related):
    text = "Ireland gave EUR 9 million, the Bank of Cork EUR 3 million and the town of Cobh EUR 2 million."
    found = related("Funding", text, kind="contributions").contributions
    assert [(row.funder, row.doubts) for row in found[1:]] == [("Bank of Cork", ()), ("town of Cobh", ())]


def test_the_end_of_a_span_of_years_is_no_period(related):
    text = "Ireland gave EUR 9 million over four years to June 2024."
    (row,) = related("Funding", text, kind="contributions").contributions
    assert row.period is None


@pytest.mark.parametrize(
    ("text", "funders"),
    [
        ("Ireland joined the bank in 1995. Since 2015 it has given EUR 3 million to trust funds.", ["Ireland"]),
        ("Ireland joined the bank in 1995. It has pledged EUR 3 million for 2023 to 2025.", ["Ireland"]),
        ("The guild joined the bank in 1995. UNICEF is old. It has pledged EUR 3 million for ports.", []),
    ],
)
def test_what_it_gave_is_the_donors_whom_the_sentence_before_is_about(related, text, funders):
    assert [row.funder for row in related("Overview", text, kind="front").contributions] == funders


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Ireland gave EUR 9 million, of which EUR 4 million was for boats.", [9_000_000, 4_000_000]),
        ("It signed a grant agreement of EUR 9 million. Of this, EUR 4 million is for boats.", [9_000_000, 4_000_000]),
        ("Norway gave FAO EUR 9 million, of which EUR 4 million was for boats.", []),
        ("Ireland gave EUR 9 million. Boats cost EUR 4 million.", [9_000_000]),
    ],
)
def test_front_matter_tells_the_parts_of_the_donors_gifts_and_of_no_others(related, text, given):
    assert [row.amount for row in related("Overview", text, kind="front").contributions] == given


@pytest.mark.parametrize(
    ("heading", "period"),
    [("Ireland’s giving in 2023", "2023"), ("Ireland: donor profile 2023", None), ("Factsheet of 2023", None)],
)
def test_the_year_of_a_profile_is_not_that_of_its_gifts(related, heading, period):
    (row,) = related(heading, "In all, Ireland gave EUR 3 million to trust funds.", "contributions").contributions
    assert row.period == period


def test_what_something_costs_is_no_gift(related):
    text = "Ireland gave EUR 3 million. Running the office cost EUR 300,000."
    assert [row.amount for row in related("Money", text, "contributions").contributions] == [3_000_000]


def test_projects_that_front_matter_says_to_be_financed(related):
    text = "Between 2010 and 2020 Irish Aid financed 23 projects worth EUR 61 million."
    (contribution,) = related("Overview", text, kind="front").contributions
    assert (contribution.amount, contribution.period, contribution.funder) == (61_000_000, "2010/2020", "Irish Aid")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNICEF’s funding falls from EUR 3 million in 2020 to EUR 2 million in 2021.", {"Ireland"}),
        ("UNHCR’s allocation is EUR 3 million.", {None}),
        ("WFP’s share of it is EUR 3 million.", {None}),
        ("Mali’s share of the session is EUR 3 million.", {None}),
        ("Global Development gave EUR 3 million to ports.", {None}),
        # a body gives what is its contribution, the donor what is its share
        ("UNICEF’s contribution is EUR 3 million.", {"UNICEF"}),
        ("Ireland’s share of it is EUR 3 million.", {"Ireland"}),
    ],
)
def test_what_is_somebodys_is_not_always_what_it_gives(related, text, expected):
    assert {row.funder for row in related("Aid", text, "contributions").contributions} == expected


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # given over more years than the one in which it was promised
        ("In 2019 Ireland committed EUR 3 million to UNFPA over the five years to 2025.", [None]),
        ("In May 2020 Ireland pledged EUR 3 million over two years.", [None]),
        ("Ireland pledged EUR 3 million in 2017, to be paid over a period of four years.", [None]),
        ("In 2017 Ireland granted EUR 3 million for a three-year project in Mali.", ["2017"]),
        ("In 2017 Ireland granted EUR 3 million for a project of three years.", ["2017"]),
        ("Over three years Ireland gives EUR 3 million in 2012 and EUR 2 million in 2013.", ["2012", "2013"]),
        ("In 2021 Ireland committed EUR 4 million, payable in four equal instalments through 2024.", [None]),
        ("Ireland renewed its support in 2020 with EUR 2 million for another three years.", [None]),
        # a day or month counts for its year, and so does what was decided then
        ("In June 2006 the board decided to give EUR 3 million to the fund.", ["2006"]),
        ("On 3 March 2019 Ireland pledged EUR 3 million to the Port Fund.", ["2019"]),
        ("Ireland gave EUR 3 million in April 2020 and EUR 2 million in November 2021.", ["2020", "2021"]),
        ("The agreement, signed on 3 May 2021, provides EUR 3 million from Ireland.", [None]),
        # an open span, or one of months, is what the text tells
        ("Ireland will give UNICEF EUR 3 million until 2020.", ["../2020"]),
        ("From 2004 to date, Ireland has given EUR 3 million.", ["2004/.."]),
        ("Ireland contributed EUR 4 million from January to June 2021.", ["2021-01/2021-06"]),
        # another year, or a part of one, told without its number
        ("For 2023 Ireland has decided on EUR 3 million; the year before it had been EUR 2 million.", ["2023", None]),
        ("In 2023 Ireland gave EUR 3 million, and EUR 2 million a year later.", ["2023", None]),
        ("In 2003 Ireland gave EUR 9 million. Of this, EUR 3 million was granted in March.", ["2003", None]),
        ("In 2003 Ireland gave EUR 9 million, of which EUR 3 million in the first half.", ["2003", None]),
        # when something else began
        ("Ireland gave EUR 3 million to the fund, set up in 2015.", [None]),
        ("Ireland gave EUR 3 million to the fund, which opened in June 2017.", [None]),
        ("Ireland helps after the storm, which made landfall in 2019, and grants EUR 3 million.", [None]),
        ("Ireland, which gave EUR 3 million in 2019, is new here.", ["2019"]),
    ],
)
def test_the_time_in_which_an_amount_was_given(related, text, periods):
    assert [row.period for row in related("Aid", text, "contributions").contributions] == periods


def test_what_was_given_since_the_work_began_was_not_given_in_the_year_of_the_heading(related):
    text = "Ireland approved EUR 3 million for ports. Ireland has given EUR 9 million since work began."
    assert [row.period for row in related("The year 2012", text, "contributions").contributions] == ["2012", None]


def test_who_has_partners_that_give_gives_nothing_itself(related):
    text = "UNICEF’s private sector partners committed a total of EUR 3 million."
    assert not [row.funder for row in related("Gifts", text, "contributions").contributions if row.funder]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2023 Ireland gave EUR 7 million, up from EUR 5 million the year before.", ["2023", None]),
        ("In 2023 Ireland gave EUR 7 million, compared with EUR 5 million a year earlier.", ["2023", None]),
        ("Over the last ten years Ireland gave EUR 7 million.", [None]),
        ("Over the past decade Ireland gave EUR 7 million, of which EUR 1 million was core funding.", [None, None]),
        ("In the last two years Ireland gave EUR 7 million: EUR 3 million in 2019 and EUR 4 million in 2020.",
         [None, "2019", "2020"]),
        ("Last year Ireland gave EUR 7 million, and in 2019 EUR 3 million.", [None, "2019"]),
    ],
)  # fmt: skip
def test_a_time_that_is_counted_from_the_day_of_the_text_is_left_open(related, text, period):
    """The heading's time is not that of an amount which tells its own by another."""
    found = related("Contributions since 1987", text, "contributions").contributions
    assert [row.period for row in found] == period
    assert any(doubt.field == "period" for row in found for doubt in row.money.mention.doubts)


def test_the_parts_of_a_sum_come_from_who_gave_it(related):
    text = "Total Irish funding 2015–2023: EUR 9 million. Of this, EUR 4 million was core and EUR 5 million earmarked."
    found = related("Key figures", text, "contributions").contributions
    assert [(row.amount, row.funder) for row in found] == [
        (9_000_000, "Ireland"),
        (4_000_000, "Ireland"),
        (5_000_000, "Ireland"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ireland pledged EUR 40 million over four years from 2021.",
        "Ireland pledged EUR 4 million for the four years to 2024.",
    ],
)
def test_years_that_are_counted_and_not_named_are_told(related, text):
    (row,) = related("Giving", text, "contributions").contributions
    assert (row.period, [doubt.field for doubt in row.money.mention.doubts]) == (None, ["period"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Besides its core contribution, Ireland gave EUR 2 million to fight malaria in 2022.", "other"),
        ("Ireland gave EUR 2 million to fight malaria, on top of its core funding.", "other"),
        ("Of the EUR 5 million given by Ireland in 2022, 60 per cent was core funding.", "other"),
        ("Of the EUR 5 million given by Ireland in 2022, all was core funding.", "core"),
        ("Besides its loans, Ireland gave EUR 2 million in core funding.", "core"),
    ],
)
def test_the_kind_of_something_else_is_none(related, text, kinds):
    assert " ".join(c.kind for c in related("Giving", text, "contributions").contributions) == kinds


def test_a_list_of_amounts_ends_with_the_time_of_all_of_them(related):
    text = "Ireland gave EUR 4 million to UNICEF and EUR 2 million to UNHCR in 2022."
    first, second = related("Giving", text, "contributions").contributions
    assert (first.period, second.period) == ("2022", "2022")
    assert [(d.field, d.assumed) for c in (first, second) for d in c.money.mention.doubts] == [("period", True)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("UNICEF procured supplies worth EUR 10 million from Ireland in 2021.", []),
        ("In 2022, Ireland’s contribution fell by EUR 1 million to EUR 4 million.", [4_000_000]),
    ],
)
def test_what_is_bought_is_no_gift_and_what_it_falls_to_is_one(related, text, amounts):
    assert [c.amount for c in related("Giving", text, "contributions").contributions] == amounts


@pytest.mark.parametrize(
    ("text", "funders"),
    [
        ("Contributions received in 2024 came to EUR 3 million (2023: EUR 2 million).", []),
        ("Core contributions rose to EUR 3 million.", []),
        ("In 2024, EUR 3 million was received through other organizations.", []),
        ("Norway gave EUR 3 million for wells in Mali.", ["Norway"]),
        ("An anonymous friend gave EUR 3 million for wells in Mali.", [None]),
    ],
)
def test_where_nobody_is_the_donor_what_nobody_gives_is_no_contribution(text, funders):
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    section = Section("s-1", 1, "contributions", "Revenue", text, places=())
    title = Section("", 0, "front", "", "A review", places=())
    profile = relate(document, [read_section(section, Context())], read_section(title, Context()))
    assert [row.funder for row in profile.contributions] == funders
