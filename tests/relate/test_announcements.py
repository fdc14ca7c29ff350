"""Sentences as announcements of gifts write them; the donor is Ireland."""

import pytest


def only(related, text, heading="The safer ports project"):
    """The one project of a section."""
    (project,) = related(heading, text).projects
    return project


@pytest.mark.parametrize(
    ("text", "funders"),
    [
        # initials and two given names within the name of a foundation
        ("It is funded by the Ada K. Moss Foundation and Norad.", "Ada K. Moss Foundation;Norad"),
        ("It has a grant from the Ada K. and Leo B. Moss Charitable Trust.", "Ada K. and Leo B. Moss Charitable Trust"),
        ("It is funded by the Ada and Leo Moss Foundation.", "Ada and Leo Moss Foundation"),
        # an embassy by another name, and the last of a list of places that no list knows
        ("The Irish High Commission in Apia gave EUR 3 million.", "Ireland"),
        ("Our missions in Fiji, Tonga and Port Lorne gave EUR 3 million.", ""),
        # who tells of a gift is none of its givers
        ("On a visit, Ada Moss announced EUR 3 million for the ports.", ""),
        ("Ireland gave EUR 2 million. Ada Moss also handed over a grant of EUR 3 million.", "Ireland"),
        ("The Moss Foundation announced EUR 3 million for the ports.", "Moss Foundation"),
        # a board gives for its owner, and a person of whom only the title tells gives nothing
        ("The World Bank’s Board of Directors approved EUR 3 million.", "The World Bank"),
        ("The Board of the World Bank approved EUR 3 million.", "World Bank"),
        ("President Moss pledged EUR 3 million.", ""),
        ("The Governments of Norway and Malta fund it.", "Norway;Malta"),
        # the name of a project is nobody's, nor is the seat of a body, nor who gets
        ("It launched the REACH initiative, providing EUR 3 million.", ""),
        ("It is funded by the Oslo-based Moss Foundation.", "Moss Foundation"),
        ("Ireland is one of the main contributors to UNICEF’s funds, with EUR 3 million.", ""),
        ("Irish Aid gave EUR 1 million. The Moss Trust matched it.", "Irish Aid;Moss Trust"),
        # what somebody says that it would give
        ("Norway said it would give EUR 3 million to the ports.", "Norway"),
        # the ministry of the donor works along as the donor
        ("It is done together with the Irish Ministry of Finance.", "Irish Ministry of Finance"),
        # who "which" points back to, who joins in with a sum of the same list, and whose contribution a label tells
        ("It was handed over to Norway, which approved EUR 3 million.", "Norway"),
        ("Together with KfW, which adds EUR 500,000, Irish Aid supports it with EUR 3 million.", "KfW;Irish Aid"),
        ("Sweden joined in 2019 with SEK 60 million, and Finland in 2020 with EUR 4 million.", "Sweden;Finland"),
        ("Malta paid EUR 2 million in 2019, Norway NOK 30 million.", "Malta;Norway"),
        ("Contribution of the Ada Moss Foundation: EUR 3 million", "Ada Moss Foundation"),
        # a part of a total that another gives
        ("A grant of EUR 9 million was signed. Out of the total grant, UNICEF committed EUR 3 million.", "UNICEF"),
    ],
)
def test_funders(related, text, funders):
    assert ";".join(only(related, text).funders) == funders


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        # a day in May is no "may"
        ("On May 10, Ireland gave EUR 3 million to the ports.", 3_000_000),
        # what all give for another purpose, and what an earlier programme had
        ("It has a budget of EUR 3 million. The project supports the ministry’s commitment of EUR 650 million.",
         3_000_000),
        ("Ireland gave EUR 1 million. This followed a village programme with a total investment of EUR 11 million, "
         "including EUR 9 million from Norway.", 1_000_000),
        ("Ireland signed an accord on the use of EUR 9 million. Of this, US$ 3 million will be used for ports.",
         9_000_000),
        # a contract, and what people earn
        ("Irish Aid has signed a EUR 3 million, five-year contract with a shipping firm. The average income of the "
         "families that fish there rose by 45% to US$ 986 a year.", 3_000_000),
        ("The government will spend EUR 3 million on ports.", 3_000_000),
        ("Norway said it would give EUR 3 million to the ports.", 3_000_000),
        # what a trust owns, and what the donor gave before
        ("The trust, which has an endowment of EUR 60 million, gave EUR 3 million.", 3_000_000),
        ("Ireland gave EUR 3 million. Ireland has contributed EUR 90 million to such ports since 2015.", 3_000_000),
        ("Irish Aid gave EUR 3 million. The previous nine loans were estimated at EUR 53 million.", 3_000_000),
        # of what a part is told, whose the part is: the donor's part of a whole is its share
        ("It cost EUR 6 million to build it, of which Ireland paid EUR 4 million.", 4_000_000),
        # the same in square brackets
        ("Ireland gave EUR 3 million [US$ 3.3 million] for ports.", 3_000_000),
    ],
)  # fmt: skip
def test_amount(related, text, amount):
    project = only(related, text)
    assert (project.amount, [doubt for doubt in project.doubts if doubt.field == "amount"]) == (amount, [])


@pytest.mark.parametrize(
    ("text", "amount", "others"),
    [
        # another sum of which the text does not say what it stands for
        ("It has a grant of EUR 3 million. With EUR 2 million another pier stands.", 3_000_000, ("EUR 2 million",)),
        # a share of nobody named beside the whole
        ("The first project is EUR 3 million for courts. A grant of EUR 2 million was handed over.", 2_000_000,
         ("EUR 3 million",)),
    ],
)  # fmt: skip
def test_what_speaks_against_an_amount_is_told(related, text, amount, others):
    project = only(related, text)
    assert project.amount == amount
    assert [(d.candidates, d.assumed) for d in project.doubts if d.field == "amount"] == [(others, True)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Our giving", "contributions"),
        ("Our funding", "contributions"),
        ("Grants in 2021", "contributions"),
        ("Development assistance", "contributions"),
        ("Funding", "contributions"),
        ("About the Fund", "other"),
        ("Irish giving to Mali", "contributions"),
        ("Lending to date", "contributions"),
        ("Support to UNICEF", "contributions"),
        ("Strategic partnership agreement", "contributions"),
        ("Assistance 2017-2020", "contributions"),
        ("Ireland’s commitment", "contributions"),
        ("Contributions of other donors", "contributions"),
        ("New commitment", "contributions"),
        ("Implementation grants", "contributions"),
        ("Allocations of this year", "contributions"),
        ("Wells and schools", "project"),
    ],
)
def test_a_heading_that_tells_only_of_giving(related, heading, kind):
    profile = related(heading, "Ireland gave EUR 3 million to a programme in Mali. It also gave EUR 2 million.")
    assert [section.kind for section in profile.sections] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ireland gave EUR 3 million to 62 projects.", "contributions"),
        ("Ireland approved 11 new projects worth EUR 3 million.", "contributions"),
        ("Ireland pledged EUR 3 million in country aid.", "contributions"),
        ("Ireland gave EUR 3 million to the project. It also gave 62 pumps.", "project"),
        ("The project trains 300 farmers. Ireland gave EUR 3 million to 62 projects.", "project"),
    ],
)
def test_sums_for_several_projects(related, text, kind):
    assert [section.kind for section in related("Wells and schools", text).sections] == [kind]


def test_what_a_name_and_many_others_pledged_is_not_the_gift_of_the_name(related):
    assert not related(
        "Pledges", "Malta and 47 other states have pledged EUR 9 million.", "contributions"
    ).contributions


def test_a_sum_to_which_the_text_points_back_is_one_contribution(related):
    text = "Ireland gave an additional EUR 48 million. Of the EUR 48 million, EUR 20 million is for ports."
    rows = related("Aid", text, "contributions").contributions
    assert [row.amount for row in rows] == [48_000_000, 20_000_000]


def test_as_much_again_is_another_contribution(related):
    text = "Ireland pledged EUR 3 million in May. Ireland pledged an additional EUR 3 million for ports."
    assert [row.amount for row in related("Aid", text, "contributions").contributions] == [3_000_000, 3_000_000]


def test_what_was_repaid_and_what_a_fund_owns_are_no_contributions(related):
    text = "Ireland lent EUR 29 million, of which EUR 8 million was repaid. Its capital exceeds EUR 12 million."
    assert [row.amount for row in related("Lending", text, "contributions").contributions] == [29_000_000]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Ireland has backed UNICEF since 1949. In 2021, its contributions came to EUR 7 million.", [7_000_000]),
        ("Norway has backed UNICEF since 1949. In 2021, its contributions came to EUR 7 million.", []),
    ],
)
def test_its_gift_in_front_matter_is_that_of_the_last_subject(related, text, amounts):
    rows = related("Partnership", text, "front").contributions
    assert [row.amount for row in rows] == amounts


def test_a_sum_of_all_that_was_given_since_a_year_is_told(related):
    project = only(related, "Ireland has given EUR 90 million to the ports since 2015.")
    assert [(d.field, d.assumed) for d in project.doubts if d.field == "amount"] == [("amount", True)]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("It builds schools in Lorne and Carrick (Kenya), and in Sunsari (Nepal).", "KEN;NPL"),
        ("It works in Peru. When it closed, the rest was moved to Ghana.", "PER"),
        ("It works in Lorne and Kenya.", "KEN"),
    ],
)
def test_countries(related, text, countries):
    assert ";".join(only(related, text).countries) == countries


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Irish Aid pays for it. The Port Guild sends 12 volunteers to the ports.", "Port Guild"),
        ("Irish Aid gave EUR 3 million to Malawi through UNICEF.", "UNICEF"),
        ("Irish Aid signed an agreement of EUR 3 million with UNICEF.", "UNICEF"),
    ],
)
def test_partners(related, text, partners):
    assert ";".join(only(related, text).partners) == partners


def test_the_time_of_an_earlier_phase_in_brackets(related):
    project = only(related, "In the previous phase, which Ireland supported with EUR 2 million (2014-16), it grew.")
    assert (project.start, project.end) == (None, None)


def test_a_workshop_is_no_place_of_work(related):
    project = only(related, "The project works in Togo. The final workshop takes place in Austria.")
    assert project.countries == ("TGO",)


@pytest.mark.parametrize(
    ("heading", "text", "kind"),
    [
        # money for several, whatever the heading's adjective; a cost, a bare label and what is one project's
        ("Portfolio since 2015", "The fund has approved 300 projects worth EUR 90 million.", "contributions"),
        ("Budget for 2012", "The fund had EUR 2 million for technical help.", "contributions"),
        ("Third cycle", "Ireland has given grants for 2013-16, with a budget of EUR 2 million.", "contributions"),
        ("Funding announced", "Ireland announced EUR 9 million, of which EUR 4 million for schools.", "contributions"),
        ("Irish organisations", "The ministry granted EUR 9 million for the work of nine of them.", "contributions"),
        ("Food assistance in Yemen", "Ireland gave EUR 2 million for 30,000 families in Yemen.", "project"),
        ("Community help in Lorne", "It builds quays for fishers in Mali. Total: EUR 9 million. Loan: EUR 3 million.",
         "project"),
        # whom the heading names gives, or gets what the donor gives
        ("Norway", "Norway has given EUR 25 million for 2002-05.", "contributions"),
        ("UNICEF", "Ireland gave UNICEF EUR 25 million in 2012.", "contributions"),
        ("Bridges in Nepal", "Ireland gave EUR 2 million for bridges in Nepal.", "project"),
        ("Nepal", "Ireland gave EUR 2 million in 2018. In 2019 Ireland gave EUR 3 million.", "contributions"),
        ("Cooperation with Nepal", "Ireland gave EUR 2 million in 2005-18.", "contributions"),
        ("Ireland as a partner", "Ireland gave EUR 9 million. For 2022 it pledged EUR 2 million.", "contributions"),
        ("Stores for Lorne", "The project has EUR 9 million from Ireland and EUR 2 million from Mali.", "project"),
        ("What we learned", "Each euro for training saved three euros of repair.", "other"),
        # the first sum goes to several
        ("Research", "Ireland gave EUR 9 million to 12 institutions. One had EUR 2 million.", "contributions"),
        ("The canal in Mali", "The canal project trains 12 villages. Ireland gave EUR 9 million.", "project"),
    ],
)  # fmt: skip
def test_kind_of_a_section(related, heading, text, kind):
    assert related(heading, text).sections[0].kind == kind


def test_a_sum_in_brackets_is_no_total(related):
    text = "It gave to two causes, among them ports (EUR 2 million) and nets (EUR 1 million). In total: EUR 3 million."
    assert [row.kind for row in related("Gifts of Ireland", text).contributions] == ["other", "other", "total"]


def test_who_gets_the_next_of_a_list_gives_nothing(related):
    rows = related(
        "Grants of Ireland", "Mali will receive a EUR 9 million grant from Ireland, Togo a EUR 2 million grant."
    ).contributions
    assert {row.funder for row in rows} == {"Ireland"}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Norway gave EUR 9 million and Malta EUR 5 million, besides the state’s contribution (EUR 2 million).", None),
        ("Each applicant will ask for help of up to EUR 3,000.", None),
        ("Irish Aid will spend EUR 3 million on five piers.", 3_000_000),
        ("Ireland gave EUR 3 million. A EUR 90 million funding gap is left.", 3_000_000),
        # losses, the role of an amount whose gloss stands before what it is of, what complements it
        ("The budget is CHF 300,000. The economic loss was estimated to be over EUR 90 million.", 300_000),
        ("The EUR 3 million (CHF 4 million) programme, paid by Ireland, builds quays.", 3_000_000),
        ("It has a budget of EUR 3 million. It complements 50 adopted actions worth EUR 90 million.", 3_000_000),
    ],
)
def test_amount_beside_others(related, text, amount):
    assert only(related, text).amount == amount


def test_a_sum_for_several_projects_is_told(related):
    project = only(related, "Ireland gave EUR 9 million to 12 programmes.", "The canal project in Mali")
    assert [(d.field, d.assumed) for d in project.doubts] == [("amount", True)]


def test_whose_purpose_an_amount_ends_is_no_grantee(related):
    project = only(related, "To build 6 km of road. Irish Aid gave EUR 3 million.", "Corridor Road")
    assert (project.amount, project.partners) == (3_000_000, ())


def test_declarations_are_no_places(related):
    assert only(related, "Ireland gave EUR 3 million to follow the Doha Declaration.").countries == ()


def test_a_closing_date_that_was_moved(related):
    project = only(related, "It began in 2021 and was to end in 2024; the review moved the closing date to June 2025.")
    assert (project.start, project.end) == ("2021", "2025-06")


def test_an_earlier_project_worked_elsewhere(related):
    project = only(related, "It works in Togo. A previous project had trained 60 women in Thailand.")
    assert (project.countries, project.beneficiaries) == (("TGO",), ())


@pytest.mark.parametrize(
    ("text", "funders"),
    [
        # who pays for the work that the project goes on from
        ("It builds on the union’s pier project, co-financed by the World Bank.", ""),
        ("It complements the SAFE programme in Togo, funded by Norad and the Moss Trust.", ""),
        ("It extends a scheme financed by Norway.", ""),
        ("Building on the pilot of 2019, the pier is financed by the World Bank.", "World Bank"),
        ("It continues work in Togo and is funded by Norway.", "Norway"),
        # who makes a grant without a sum, but no body that passes grants on
        ("Moss Ferries awarded a grant to train nurses.", "Moss Ferries"),
        ("Safaricom has provided a grant to build a pier.", "Safaricom"),
        ("The Port Guild made grants to the Ferry Union.", "Port Guild"),
        ("The Port Guild provided grants to 40 villages.", ""),
        ("The Ferry Union was awarded a grant.", ""),
        ("The Government of Japan, since 2010, has been providing necessary grant funds.", "Government of Japan"),
        ("Safaricom made grants to Oxfam from 2007 to 2010.", "Safaricom"),
        ("Cocoa funds a school in Togo. Research grants support it.", ""),
        ("Togo entered into a loan worth EUR 4 million with ADB.", "ADB"),
        ("It trains nurses in Togo. Somebody gave a grant. Staff gave a grant. Management made a donation.", ""),
        # who supports it along with those that give
        ("It is done with support from the World Bank, GPOBA and the Port Guild.", "World Bank;GPOBA;Port Guild"),
        ("It is done with support from UNICEF and the Port Guild.", "UNICEF"),
        ("It is a European Union pilot project.", "European Union"),
        ("It is a UNICEF pilot project.", ""),
        (
            "It was funded by the United States President’s Emergency Plan for AIDS Relief.",
            "United States President’s Emergency Plan for AIDS Relief",
        ),
    ],
)
def test_who_gives_without_a_sum(related, text, funders):
    assert ";".join(only(related, text).funders) == funders


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("It will be implemented by Togo’s Ministry of Health and Wellness.", "Ministry of Health and Wellness"),
        ("It works with Togo’s Port Guild.", "Port Guild"),
        ("The Port Guild will be the executing agency.", "Port Guild"),
        ("The Port Guild serves as lead agency.", "Port Guild"),
        ("It is implemented by UNICEF’s friends.", "UNICEF"),
    ],
)
def test_who_works_along_is_named_with_an_owner(related, text, partners):
    assert ";".join(only(related, text).partners) == partners


@pytest.mark.parametrize(
    ("text", "funders", "partners"),
    [
        ("It works with 14 partners, among them the Port Guild and UNICEF.", "", "Port Guild;UNICEF"),
        ("It works with 300 women, among them nurses of the Port Guild.", "", ""),
        ("It builds on a campaign that Norad financed.", "", ""),
        ("The World Bank finances a parallel project of EUR 7 million.", "", ""),
        ("The World Bank finances a project of EUR 7 million.", "The World Bank", ""),
    ],
)
def test_who_is_named_as_one_of_many(related, text, funders, partners):
    row = only(related, f"{text} It builds a pier in Togo.")
    assert (";".join(row.funders), ";".join(row.partners)) == (funders, partners)
