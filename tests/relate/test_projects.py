"""Project rows from sections written for one question each; the donor is Ireland."""

from decimal import Decimal

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Section
from pipeline.relate import relate


@pytest.mark.parametrize(
    ("text", "amount", "currency", "qualifier"),
    [
        ("Thanks to a grant of nearly EUR 3 million from Irish Aid, the port is safer.", 3_000_000, "EUR", "nearly"),
        ("Ireland has committed US$ 1.25 million to the clinics.", 1_250_000, "USD", "exact"),
        ("Irish Aid supports it with up to EUR 900,000.", 900_000, "EUR", "at_most"),
        ("Budget: EUR 2.4 million", 2_400_000, "EUR", "exact"),
        ("The Irish government, through Irish Aid, will spend EUR 3 million for this project.", 3_000_000, "EUR",
         "exact"),
        # what other projects had is not this one's
        ("The project has EUR 3 million from Ireland. Ireland gave UNICEF EUR 9 million to finance eight projects.",
         3_000_000, "EUR",
         "exact"),
        # what brings all that was given so far to a sum is the amount, the sum is not
        ("Ireland gave EUR 3 million. This brings Ireland’s total contributions to UNICEF to EUR 9 million.", 3_000_000,
         "EUR", "exact"),
        # the donor's share goes before the whole cost
        ("The US$ 9 million programme has many funders. Ireland provided US$ 2 million.", 2_000_000, "USD", "exact"),
        # a part of the amount is no second one, and a label tells whose share it is
        ("Ireland granted EUR 3 million (of which EUR 1 million for ports).", 3_000_000, "EUR", "exact"),
        ("Funding: EUR 3 million (Ireland: EUR 2 million; Norway: EUR 1 million).", 2_000_000, "EUR", "exact"),
        ("Irish contribution: EUR 2.000.000", 2_000_000, "EUR", "exact"),
        # a gloss in another currency is the same money
        ("Irish Aid provided EUR 2 million (US$ 2.2 million).", 2_000_000, "EUR", "exact"),
        ("Irish Aid announced a EUR 2 million grant (close to US$ 2.2 million).", 2_000_000, "EUR", "exact"),
        # wages, loans and exports are nobody's contribution
        ("Irish Aid provided EUR 2 million. Weavers earn US$ 5 a day and took US$ 40,000 in loans.", 2_000_000, "EUR",
         "exact"),
        # what was given over the years is another matter, and so is what it is compared with
        ("Ireland gives EUR 2 million. Over the past ten years, Ireland has given it EUR 30 million.", 2_000_000, "EUR",
         "exact"),
        ("Its budget is EUR 2 million, up from EUR 1 million.", 2_000_000, "EUR", "exact"),
        # the only share that is told goes before the whole cost, whoever gives it
        ("The EUR 3 million project will be financed by a EUR 2 million loan from IFAD.", 2_000_000, "EUR", "exact"),
        # what is set aside of the sum is a part of it, and so is what is given each year
        ("Ireland granted EUR 3 million. Of the fund, EUR 2 million is for ports, the remaining EUR 1 million not.",
         3_000_000, "EUR", "exact"),
        ("Budget: USD 2.4 million (Ireland: USD 900,000; Denmark: DKK 10 million).", 900_000, "USD", "exact"),
        ("A matching grant of EUR 3 million from Ireland brought light. Total project cost: EUR 9 million.", 3_000_000,
         "EUR", "exact"),
        # of the parts of an amount the donor's is its share
        ("Ireland’s share of the EUR 5.5 million programme is EUR 2 million; Norway gives EUR 3 million.", 2_000_000,
         "EUR", "exact"),
        ("The project costs EUR 3 million, of which EUR 2 million comes from Ireland.", 2_000_000, "EUR", "exact"),
        # a share behind a colon, whatever it pays for; what one like it cost is another's
        ("Ireland covers half the premiums: EUR 900,000 over three years.", 900_000, "EUR", "exact"),
        ("Ireland pays a third of the wages: EUR 900,000.", 900_000, "EUR", "exact"),
        ("It has EUR 3 million. It copies a scheme in Senegal that paid out EUR 9 million.", 3_000_000, "EUR", "exact"),
        ("It has EUR 3 million. A similar scheme in Senegal cost EUR 9 million.", 3_000_000, "EUR", "exact"),
        ("It has EUR 3 million. Grants range from EUR 2,000 to EUR 9,000.", 3_000_000, "EUR", "exact"),
        ("It costs EUR 3 million. A trial in Kenya that Norway paid EUR 9 million for had shown the way.", 3_000_000,
         "EUR", "exact"),
        ("It costs EUR 3 million. Before that, Norway paid EUR 9 million.", 3_000_000, "EUR", "exact"),
        ("It costs EUR 3 million. Norway paid EUR 9 million for a pilot.", 3_000_000, "EUR", "exact"),
        ("Ireland gives EUR 3 million. It had given EUR 2 million.", 3_000_000, "EUR", "exact"),
        ("Norway had given EUR 2 million.", 2_000_000, "EUR", "exact"),
        ("Irish Aid in Lilongwe signed a contract of EUR 3 million. The pier costs EUR 4 million.", 3_000_000, "EUR",
         "exact"),
        ("Of the EUR 9 million that it costs, Norway meets EUR 3 million.", 3_000_000, "EUR", "exact"),
        # what consumers pay is a price
        ("It costs EUR 3 million. Consumers pay EUR 2,000 for 20 pumps.", 3_000_000, "EUR", "exact"),
        # the part that the project has of a sum for more; a sum that is told again, or has several parts, is its own
        ("Of the EUR 30 million that Ireland set aside for ports in Africa, EUR 2 million goes to it.", 2_000_000,
         "EUR", "exact"),
        ("Of the EUR 30 million of the Moss Trust, EUR 2 million was entrusted to the Port Guild.", 2_000_000, "EUR",
         "exact"),
        ("Of the EUR 3 million, EUR 1 million is for ports.", 3_000_000, "EUR", "exact"),
        ("Of the EUR 3 million for ports, EUR 1 million is for piers, EUR 2 million for boats.", 3_000_000, "EUR",
         "exact"),
    ],
)  # fmt: skip
def test_amount(related, text, amount, currency, qualifier):
    (project,) = related("The safer ports project", text).projects
    assert (project.amount, project.currency, project.qualifier) == (Decimal(amount), currency, qualifier)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Irish Aid provided EUR 2 million. Ireland has committed EUR 3 million.", ("EUR 2 million", "EUR 3 million")),
        # a grant beside a loan, and what something is worth beside another figure
        ("A loan of EUR 22 million and a grant of EUR 400,000 pay for it.", ("EUR 22 million", "EUR 400,000")),
        # a grant and a credit as the labels of a list, and more than the project is said to cost
        ("IDA Grant: US$ 24 million\n\nIDA Credit: US$ 10 million", ("US$ 24 million", "US$ 10 million")),
        (
            "It has a budget of EUR 6 million (US$ 7 million). Over five years Ireland has committed US$ 200 million.",
            ("US$ 200 million", "US$ 7 million"),
        ),
        # two programmes that follow each other
        (
            "The old programme has a budget of EUR 9 million. A new one has a budget of EUR 8 million, "
            "of which EUR 5 million will be provided as budget support.",
            ("EUR 9 million", "EUR 8 million"),
        ),
        # one of several that stand side by side
        ("EUR 3 million is allocated to ports, EUR 2 million to roads.", ("EUR 3 million", "EUR 2 million")),
    ],
)
def test_amount_that_the_text_leaves_open(related, text, candidates):
    (project,) = related("The safer ports project", text).projects
    assert project.amount is None
    assert [(doubt.field, doubt.candidates) for doubt in project.doubts] == [("amount", candidates)]


@pytest.mark.parametrize(
    "spent",
    [
        "The total fund distributed in Gao is approximately EUR 83,600.",
        "A total of EUR 70,000 was distributed to 900 families.",
        "It distributed EUR 70,000 to 900 families.",
    ],
)
def test_what_is_distributed_is_spent(related, spent):
    (project,) = related("The cash project", f"Ireland gave EUR 3 million to the project in Mali. {spent}").projects
    assert (project.amount, project.doubts) == (3_000_000, ())


def test_what_is_lacked_is_not_given(related):
    (project,) = related("The safer ports project", "Fishers there are thought to lack EUR 7 million.").projects
    assert (project.amount, project.doubts) == (None, ())


def test_what_each_gets_is_not_the_amount_of_all(related):
    (project,) = related(
        "The safer ports project", "Five projects begin. Each project will receive up to EUR 170,000."
    ).projects
    assert project.amount is None


def test_figure_of_an_infographic_is_not_taken_as_it_stands(related):
    """The "million" below "€ 154.3" may be in another block."""
    profile = related("Value of projects", "€ 154.3\n\nmillion")
    (amount,) = [finding.mention for finding in profile.findings if finding.mention.table == "money"]
    assert amount.amount is None
    assert amount.doubts[0].candidates == ("154.3", "154300", "154300000")


@pytest.mark.parametrize(
    ("text", "start", "end", "duration"),
    [
        ("Launched in December 2020, the 26-month project trains nurses.", "2020-12", None, "P26M"),
        ("The project (2021-2024) trains nurses.", "2021", "2024", None),
        ("It is implemented from 1 March 2020 to 31 May 2023.", "2020-03-01", "2023-05-31", None),
        ("The programme, active since 2019, will be completed in June 2025.", "2019", "2025-06", None),
        ("It is a continuation of Phase I (2017-19) and trains nurses.", None, None, None),
        ("The country wants universal cover by 2030.", None, None, None),
        ("The grant of FY 2020 operates in Peru through September 2023.", None, "2023-09", None),
        ("The project (2021-2024) trains nurses. It was launched in May 2021.", "2021-05", "2024", None),
        ("The cooperation between Ireland and Malawi started in 2003.", None, None, None),
        ("A five-year period which began in 2008 is over.", None, None, None),
        ("A loan of EUR 5 million for 20 years pays for it.", None, None, None),
        ("Maturity = 40 years; Grace = 10 years", None, None, None),
        ("With over ten years of experience, it trains nurses.", None, None, None),
        ("It feeds 38,000 children for six months.", None, None, None),
        ("The project began in May 2020, and the first gates were opened in May 2022.", "2020-05", None, None),
        # what begins or ends may be something else than the work
        ("It helps people who fled the war in Mali, which began in 2012.", None, None, None),
        ("Ireland pays for a new port project, which began in 2019 and ended in 2021.", "2019", "2021", None),
        ("Since its start in December 2020, the nurses project has trained many.", "2020-12", None, None),
        ("The decline in honeybees began in 2006.", None, None, None),
        ("It trains nurses. The call opened on 14 May 2022, and applications close on 25 May 2026.", None, None, None),
        ("Ireland launched the programme in May 2021. Construction of the quay ended in 2023.", "2021-05", None, None),
        # nor is the time that a report tells of that of the work
        ("It trains nurses. The update covering achievements from May 2017 to June 2018 is new.", None, None, None),
        ("It trains nurses. This report covers the period from 1 May 2019 to 30 June 2019.", None, None, None),
        ("It trains nurses. Reporting period: January to June 2019", None, None, None),
        ("In the period under review (2018-2019), it trained nurses.", None, None, None),
        ("It trains nurses. Progress made between January and June 2019 was good.", None, None, None),
        ("A report tells of the project. It is implemented from May 2019 to June 2021.", "2019-05", "2021-06", None),
        # nor that of a plan that it follows
        ("It trains nurses, as FAO advances its 2022–2025 Strategic Plan.", None, None, None),
        ("It trains nurses over the four-year period of FAO’s Strategic Plan (2021–2024).", None, None, None),
        ("It trains nurses, in line with the Development Strategy 2019-2023.", None, None, None),
        ("The project (2019–2022) helps the ministry to write its strategic plan.", "2019", "2022", None),
        ("Ireland supports the national plan for nurses with EUR 3 million from 2019 to 2023.", "2019", "2023", None),
        (
            "Work on the quay started in March 2021; the project trains dockers until June 2024.",
            "2021-03",
            "2024-06",
            None,
        ),
        (
            "The project began in May 2021. Its mid-term review, finished in March 2020, asks for more.",
            "2021-05",
            None,
            None,
        ),
    ],
)
def test_times(related, text, start, end, duration):
    (project,) = related("The nurses project", text).projects
    assert (project.start, project.end, project.duration) == (start, end, duration)


@pytest.mark.parametrize(
    ("text", "funders", "partners"),
    [
        ("Thanks to a grant of EUR 3 million from Irish Aid, the port is safer.", ["Irish Aid"], []),
        ("With the support of Ireland, the union opened a school together with UNICEF.", ["Ireland"], ["UNICEF"]),
        ("In partnership with UNICEF and Malawi, the union opened a school.", [], ["UNICEF"]),
        ("It is funded by Irish Aid and Norad, in partnership with FAO, UNDP and WFP.", ["Irish Aid", "Norad"],
         ["FAO", "UNDP", "WFP"]),
        ("The strategy was drafted with the help of UNDP.", [], []),
        ("Implementing agencies: FAO, WFP", [], ["FAO", "WFP"]),
        # who is called a partner, gets the grant, or is one of those who carry it out
        ("It is run by UNICEF with its local partner, the Port Guild.", [], ["UNICEF", "Port Guild"]),
        ("Our partner in Togo, the Port Guild, trains pilots.", [], ["Port Guild"]),
        ("It goes on with the Togolese NGO Port Guild and UNICEF as local partners.", [], ["Port Guild", "UNICEF"]),
        ("The grant was awarded to the Port Guild.", [], ["Port Guild"]),
        ("It was awarded to a consortium led by Norad with the Port Guild and FAO.", [],
         ["Norad", "Port Guild", "FAO"]),
        ("The consortium consists of FAO (lead), UNICEF and the Port Guild.", [], ["FAO", "UNICEF", "Port Guild"]),
        ("It has two sub-grantees: the Port Guild and FAO.", [], ["Port Guild", "FAO"]),
        ("Three organisations – FAO, UNICEF and the Port Guild – dredge it.", [], ["FAO", "UNICEF", "Port Guild"]),
        ("The Ports Union is responsible for the piers.", [], ["Ports Union"]),
        ("The Ports Union runs 600 clinics.", [], ["Ports Union"]),
        ("The Moss Fund runs until 2025.", [], []),
        ("Engineers of the Port Guild were trained.", [], []),
        ("Grant to the Port Guild and FAO: EUR 3 million", [], ["Port Guild", "FAO"]),
        ("The Port Guild and FAO received EUR 3 million.", [], ["Port Guild", "FAO"]),
        ("Through UNDP, Ireland gave EUR 3 million (2021–2025) to the Port Guild.", ["Ireland"],
         ["UNDP", "Port Guild"]),
        ("It helps, with its Indian partners Samuha and FAO.", [], ["Samuha", "FAO"]),
        # who does the work itself: a body, for a name alone may be the project’s
        ("The Ports Union trains 600 pilots.", [], ["Ports Union"]),
        ("SafePorts trains 600 pilots.", [], []),
        ("Norway trains 600 pilots.", [], []),
        # the bodies of a list and the places where they are
        ("It works with the Port Guild in Togo, the Ferry Union in Mali and UNICEF in Benin.", [],
         ["Port Guild", "Ferry Union", "UNICEF"]),
        ("It works with UNICEF in Kenya, and Norway funds schools.", ["Norway"], ["UNICEF"]),
        # an agency of the donor that carries it out
        ("It is implemented by Irish Aid with the Port Guild.", [], ["Irish Aid", "Port Guild"]),
        ("The funding helps refugees returning from Pakistan and Iran.", [], []),
        ("EUR 2 million in contributions was received by WHO.", [], []),
        ("In 2019 the Irish Government granted EUR 2 million to it.", ["Irish Government"], []),
        ("Donor(s): Ireland", ["Ireland"], []),
        ("Guinea, where WFP feeds and provides for 150,000 children, will receive US$ 1 million.", [], ["WFP"]),
        # who gets it works along; a body is the same by its short name; what only signs or is signed does not give
        ("The Danish Harbour Bank (DHB) gave EUR 3 million to UNICEF. The grant of DHB pays for it.",
         ["Danish Harbour Bank"], ["UNICEF"]),
        ("The project, implemented by UNICEF and provided by the Port Guild, trains nurses.", [], ["UNICEF"]),
        ("The EUR 3 million is channelled through the Port Guild.", [], ["Port Guild"]),
        ("Ireland and FAO signed a Port Cooperation Agreement, which will provide EUR 3 million.", ["Ireland"],
         ["FAO"]),
        ("Ireland, together with Norway, finances it.", ["Ireland", "Norway"], []),
        # support may be anything but money, unless a body is there to give; a fund is no verb
        ("It is done with the support from the Port Guild.", [], []),
        ("It is done with financial support from the Port Guild.", ["Port Guild"], []),
        ("It is done with the support from the Ardmore Foundation.", ["Ardmore Foundation"], []),
        ("The ESF funds were made available to a project coordinated by the Port Guild.", [], ["Port Guild"]),
        ("It is carried out together with the Fiji Women’s Crisis Centre.", [], ["Fiji Women’s Crisis Centre"]),
        ("Together with Norway, Ireland finances it.", ["Norway", "Ireland"], []),
        ("Ireland joined the Global Ports Programme in 2016 and has since contributed EUR 3 million.", ["Ireland"], []),
        ("It is co-funded by Ireland (EUR 3 million), Finland and Japan.", ["Ireland", "Finland", "Japan"], []),
        ("Ireland is a member of UNICEF’s Ports Board and gave EUR 3 million.", ["Ireland"], []),
        ("It is carried out together with the Council for Persons with Disabilities.", [],
         ["Council for Persons with Disabilities"]),
        # who acts with what a clause begins with is no giver
        ("With EUR 3 million from Norway, WFP and the Port Council in Togo bought cranes.", ["Norway"],
         ["WFP", "Port Council"]),
        ("With support from Norad, UNICEF and FAO in the north of Togo train nurses.", ["Norad"], ["UNICEF", "FAO"]),
        ("With EUR 3 million from Norway, UNICEF and FAO reopened a school.", ["Norway"], []),
        ("With a grant of EUR 3 million from Norway, WFP and FAO have built a school.", ["Norway"], ["WFP", "FAO"]),
        ("Irish Aid covers 70 per cent and the Moss Group the remainder.", ["Irish Aid", "Moss Group"], []),
        ("The pier costs EUR 3 million. Norway gave EUR 9 million for other piers.", [], []),
        ("With help from Norway, Malta and Togo it buys cranes.", ["Norway", "Malta", "Togo"], []),
        ("With EUR 3 million from Norway, Malta and Togo, WFP buys cranes.", ["Norway", "Malta", "Togo"], ["WFP"]),
        # who runs it with whom, and who makes up a partnership
        ("Moss Advisors runs it with the Lorne Weather Council.", [], ["Moss Advisors", "Lorne Weather Council"]),
        ("It is a partnership between FAO, UNDP and WFP, funded by Norway.", ["Norway"], ["FAO", "UNDP", "WFP"]),
        ("It is a partnership between Irish Aid and UNICEF.", ["Irish Aid"], ["UNICEF"]),
        # who signs works along, unless it is there to give
        ("The Port Council signed a contract with Norad on the pier.", [], ["Port Council"]),
        ("The Port Council and the Moss Trust signed a contract.", [], ["Port Council"]),
        ("Norad rolled out a project for the ports.", ["Norad"], []),
        ("Norad launched a EUR 3 million project.", ["Norad"], []),
        ("UNICEF launched a EUR 3 million project.", [], []),
        ("Thanks to Norad, the school opened.", ["Norad"], []),
        ("The school opened with the financial support of Norway.", ["Norway"], []),
        # what somebody gives may be told without its figure
        ("Norway gives EUR 3 million and the Moss Group an undisclosed sum.", ["Norway", "Moss Group"], []),
        ("An undisclosed sum comes from the Moss Group.", ["Moss Group"], []),
        # who gives to another's work; who bears a share of the cost
        ("It costs EUR 3 million. Norway paid EUR 9 million for a pilot.", [], []),
        ("It costs EUR 3 million. Norway had put EUR 9 million into such piers.", [], []),
        ("Norway had put EUR 9 million into such piers.", ["Norway"], []),
        ("It cost EUR 3 million, two thirds of which Norway paid.", ["Norway"], []),
        ("UNICEF has been entrusted by Norway with EUR 3 million.", ["Norway"], []),
        ("The cost is borne by Norway (80 per cent) and Malta (20 per cent).", ["Norway", "Malta"], []),
        # a list that ends with one without a name
        ("Together with the Port Council, UNICEF and a firm from Lorne, Norway funds it.", ["Norway"],
         ["Port Council", "UNICEF"]),
        # branches of bodies that are known
        ("UNICEF Nepal and Save the Children Kenya drill wells.", [], ["UNICEF Nepal", "Save the Children Kenya"]),
    ],
)  # fmt: skip
def test_funders_and_partners(related, text, funders, partners):
    (project,) = related("The safer ports project", text).projects
    assert (list(project.funders), list(project.partners)) == (funders, partners)


def test_a_state_and_its_government_fund_as_one(related):
    text = "The Irish government granted EUR 3 million. Ireland also paid EUR 1 million."
    assert len(related("The safer ports project", text).projects[0].funders) == 1


def test_places_are_called_what_the_page_calls_them(related):
    text = "With EUR 3 million it trains nurses in Lao Cai and Quang Tri provinces in Vietnam."
    (project,) = related("Safer ports", text).projects
    assert (project.countries, project.places) == (("VNM",), ("Lao Cai", "Quang Tri"))


def test_a_name_of_several_countries_in_a_list_is_told(related):
    (project,) = related("Safer ports", "With EUR 3 million it trains dockers in Congo and Gabon.").projects
    assert (project.countries, [doubt.field for doubt in project.doubts]) == (("GAB",), ["countries"])


def test_where_an_embassy_stands_or_an_agreement_was_signed_no_work_takes_place(related):
    text = (
        "At the sidelines of the meetings of the bank in Oslo, says the Irish Embassy in Accra, the accord signed with "
        "UNICEF in Lagos brings EUR 3 million to Togo."
    )
    assert related("Safer ports", text).projects[0].countries == ("TGO",)


def test_people_of_a_country_are_not_those_before_them(related):
    text = "With EUR 3 million it digs wells for 80,000 refugees and 25,000 Bangladeshis."
    assert related("Safer ports", text).projects[0].beneficiaries == ("80000 refugees",)


def test_an_average_counts_no_beneficiaries(related):
    text = "With EUR 3 million it helps 300 women, who have an average of six children each, and 200,000 individuals."
    assert related("Safer ports", text).projects[0].beneficiaries == ("300 women", "200000 individuals")


@pytest.mark.parametrize(
    ("heading", "text", "countries"),
    [
        ("Denmark – schools for girls", "Denmark gave EUR 3 million to build schools in Kenya.", ("KEN",)),
        ("Denmark – schools for girls", "Danish schools are built in Kenya by UNICEF.", ("DNK", "KEN")),
        ("Kenya – schools for girls", "In this project Kenya gave EUR 3 million to build two schools.", ("KEN",)),
        ("Sweden and FAO: better fields", "The project trains farmers.", ()),
        ("Better fields in Sweden and Mali", "FAO trains farmers for EUR 3 million.", ("SWE", "MLI")),
    ],
)
def test_who_only_gives_is_no_country_of_the_work(related, heading, text, countries):
    assert related(heading, text).projects[0].countries == countries


def test_countries_are_those_that_benefit(related):
    (project,) = related(
        "Decent work in Malawi and Zambia",
        "Ireland supports young people in Lilongwe, Malawi. The project covers 1,200 households.",
    ).projects
    assert project.countries == ("MWI", "ZMB")
    assert project.beneficiaries == ("1200 households",)


def test_a_list_goes_on_behind_a_semicolon(related):
    (project,) = related(
        "The ports project", "The countries are: Fiji and Samoa in the Pacific; and Comoros and Togo."
    ).projects
    assert project.countries == ("FJI", "WSM", "COM", "TGO")
    (project,) = related("The ports project", "It works in Kenya and Malawi; Norway and Sweden pay for it.").projects
    assert project.countries == ("KEN", "MWI")


@pytest.mark.parametrize("text", ["refugees from South Sudan in Ethiopia", "South Sudanese refugees in Ethiopia"])
def test_refugees_do_not_benefit_where_they_come_from(related, text):
    (project,) = related("The ports project", f"It offers better services for {text}.").projects
    assert project.countries == ("ETH",)


def test_people_in_need_are_told_of_and_not_helped(related):
    (project,) = related(
        "The food project",
        "It feeds 3,000 people. Lebanon saw an influx of 1 million refugees, and 5,000 women lost their homes.",
    ).projects
    assert project.beneficiaries == ("3000 people",)


def test_line_of_countries(related):
    (project,) = related("The resilience project", "Budget: EUR 2 million\n\nBurkina Faso, Mali and Niger").projects
    assert project.countries == ("BFA", "MLI", "NER")


def test_contributions_by_kind_and_period(related):
    profile = related(
        "Ireland's contributions to the ILO",
        "• Assessed contributions, due from every member: Ireland paid EUR 5.5 million between 2018 and 2022.\n\n"
        "• Voluntary contributions came to more than EUR 21 million (US$ 23 million) in 2018-22.",
        kind="contributions",
    )
    assert [(c.kind, c.amount, c.qualifier, c.period, c.funder) for c in profile.contributions] == [
        ("assessed", Decimal(5_500_000), "exact", "2018/2022", "Ireland"),
        ("voluntary", Decimal(21_000_000), "more_than", "2018/2022", "Ireland"),
    ]


def test_the_kind_of_a_part_is_not_that_of_the_whole(related):
    profile = related(
        "Ireland's contributions",
        "Ireland gave EUR 24.6 million, of which EUR 9.4 million in assessed contributions and EUR 15.2 million in "
        "voluntary contributions.",
        kind="contributions",
    )
    assert [c.kind for c in profile.contributions] == ["total", "assessed", "voluntary"]


@pytest.mark.parametrize(
    "text",
    [
        "Core funding had risen by EUR 3 million.",
        "Irish exports worth EUR 3 million were insured.",
        "Wages of EUR 3 million were paid.",
    ],
)
def test_what_something_rose_by_or_sold_for_is_no_contribution(related, text):
    assert related("Ireland's contributions", text, kind="contributions").contributions == ()


def test_what_many_gave_is_not_the_gift_of_the_donor(related):
    profile = related(
        "Ireland's contributions",
        "Ireland gave EUR 3 million. All funds from donor countries came to EUR 90 million.",
        kind="contributions",
    )
    assert [c.funder for c in profile.contributions] == ["Ireland"]


def test_an_amount_is_one_contribution_however_often_it_is_put(related):
    """Once in the heading, once in the text, and there in two currencies."""
    profile = related(
        "Ireland gives EUR 5 million", "In 2020 Ireland gave EUR 5 million, or US$ 5.5 million.", kind="contributions"
    )
    assert [(c.amount, c.currency, c.period) for c in profile.contributions] == [(5_000_000, "EUR", "2020")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Ireland gave EUR 2 million in 2021, down from EUR 3 million in 2020.", ["2021", "2020"]),
        (
            "Ireland raised its core contribution to the fund from EUR 5 million to EUR 9 million in 2021.",
            [None, "2021"],
        ),
        ("Ireland will give EUR 9 million (EUR 2 million in 2022).", [None, "2022"]),
        ("This is EUR 1 million less, compared to 2020.", [None]),
        ("It is an increase of EUR 1 million from 2020-21.", [None]),
        ("In 2021 Ireland gave EUR 3 million, more than in 2020 (EUR 2 million).", ["2021", "2020"]),
        # an event has its day or month, and the amount none
        ("Ireland gave EUR 2 million, and a conference will be held on 3 October 2022.", [None]),
        ("The agreement on EUR 2 million was signed in July 2021.", [None]),
        # parts are given when the whole is, and what is given each year is not given once in all
        ("Ireland gives EUR 3 million in 2020, of which EUR 2 million for ports.", ["2020", "2020"]),
        ("Ireland gives EUR 9 million in 2020-22, or EUR 3 million a year.", ["2020/2022", None]),
    ],
)
def test_period_of_an_amount(related, text, periods):
    profile = related("The ports project", text)
    money = [finding.mention for finding in profile.findings if finding.mention.table == "money"]
    assert [mention.period for mention in money] == periods


def test_a_time_beside_one_amount_may_not_be_that_of_the_next(related):
    profile = related("The ports project", "Ireland gave EUR 3 million in 2020 for ports and EUR 2 million for roads.")
    first, second = (f.mention for f in profile.findings if f.mention.table == "money")
    assert (first.period, second.period) == ("2020", None)
    assert [(doubt.field, doubt.candidates) for doubt in second.doubts] == [("period", ("2020",))]


def test_an_amount_in_brackets_is_that_of_the_name_before_it(related):
    profile = related("The ports project", "It is co-funded by Irish Aid (EUR 3 million) and Norway (NOK 40 million).")
    assert [f.mention.funder for f in profile.findings if f.mention.table == "money"] == ["Irish Aid", "Norway"]
    assert profile.projects[0].funders == ("Irish Aid", "Norway")


@pytest.mark.parametrize(
    "text",
    [
        "Clinics open in Myanmar and Lao PDR (EUR 300,000).",
        "The work is funded by Irish Aid and Norad. Of this EUR 8 million passed through Irish Aid and Norad.",
        "Our gifts to the agencies: UNICEF: EUR 3 million",
    ],
)
def test_who_is_only_named_beside_an_amount_is_not_its_funder(related, text):
    profile = related("The ports project", text)
    assert [f.mention.funder for f in profile.findings if f.mention.table == "money"] == [None]


def test_a_colon_after_more_than_a_name_labels_nothing(related):
    profile = related("The ports project", "Work goes on in cooperation with Mozambique: EUR 3 million for five years.")
    assert [f.mention.funder for f in profile.findings if f.mention.table == "money"] == [None]


def test_a_total_is_not_the_gift_of_who_gives_a_part(related):
    profile = related(
        "The ports project", "The other EUR 1 million of the total of EUR 3 million comes from Irish Aid."
    )
    funders = [f.mention.funder for f in profile.findings if f.mention.table == "money"]
    assert funders == ["Irish Aid", None]


def test_people_from_a_country_are_no_gift_of_it(related):
    profile = related("The ports project", "EUR 2 million will help refugees from Syria.")
    assert [f.mention.funder for f in profile.findings if f.mention.table == "money"] == [None]


def test_ids_outlast_other_sentences(related):
    """A mention keeps its id while its own sentence stays; equal sentences are told apart."""
    first = related("The ports project", "Ireland gave EUR 2 million. Ireland gave EUR 2 million.").findings
    later = related("The harbours project", "A new opening. Ireland gave EUR 2 million. It grew in 2020.").findings
    amounts = [finding.id for finding in first if finding.mention.table == "money"]
    assert len(set(amounts)) == 2
    assert amounts[0] in {finding.id for finding in later}


@pytest.mark.parametrize(
    ("heading", "titles"),
    [("Roads in eastern Kenya", ("Roads in eastern Kenya",)), ("Safer ports: Phase II", ("Safer ports: Phase II",)),
     ("What guides Irish aid", ())],
)  # fmt: skip
def test_front_matter_may_open_with_a_project(related, heading, titles):
    text = "Ireland gives EUR 3 million for the project, which runs from 2020 to 2023 in Kenya."
    assert tuple(project.title for project in related(heading, text, "front").projects) == titles


def test_an_earlier_sum_that_another_comes_on_top_of_is_not_the_projects(related):
    text = "Ireland gives EUR 2 million to go on with the cable project in Kiribati, on top of its prior EUR 9 million."
    (row,) = related("Cable to Kiribati", text).projects
    assert row.amount == 2_000_000


def test_a_storm_gives_nothing(related):
    text = "Ireland supports the recovery of Palau from Typhoon Wutip with EUR 2 million. The project builds houses."
    (row,) = related("Houses in Palau", text).projects
    assert row.funders == ("Ireland",)


@pytest.mark.parametrize(
    ("text", "amount", "reason"),
    [
        # what carries a cost, and what others carry
        ("Ireland bore EUR 3 million of the total cost of EUR 5 million.", 3_000_000, None),
        ("Ireland met EUR 3 million of its EUR 5 million cost.", 3_000_000, None),
        ("Of the cost of EUR 5 million, Ireland carried EUR 3 million.", 3_000_000, None),
        # an evaluation, running costs and an earlier agreement are not the project's
        ("Budget: EUR 3 million. An evaluation in 2024, which cost EUR 60,000, found faults.", 3_000_000, None),
        ("The pier was built for EUR 3 million. Running costs of EUR 90,000 a year are the town’s.", 3_000_000, None),
        ("Ireland gave EUR 3 million. It replaces the accord of 2020, under which Ireland paid EUR 2 million.",
         3_000_000, None),
        # one tranche of several
        ("Ireland paid a first tranche of EUR 2 million.", 2_000_000, "it is a tranche, and the text states no whole"),
    ],
)  # fmt: skip
def test_what_of_a_cost_is_the_projects(related, text, amount, reason):
    (project,) = related("The safer ports project", text).projects
    assert (project.amount, [d.reason for d in project.doubts if d.field == "amount"]) == (
        amount,
        [reason] * bool(reason),
    )


@pytest.mark.parametrize(
    ("text", "funders"),
    [
        ("The pier cost EUR 4 million, shared equally by Ireland and Norway.", ("Ireland", "Norway")),
        ("Ireland paid EUR 3 million; the rest comes from Norway and the Moss Foundation.",
         ("Ireland", "Norway", "Moss Foundation")),
        ("It has EUR 3 million. Half of it was paid by Ireland.", ("Ireland",)),
        ("The pier was built with EUR 3 million in Irish funding.", ("Ireland",)),
    ],
)  # fmt: skip
def test_who_shares_a_cost_funds_it(related, text, funders):
    (project,) = related("The safer ports project", text).projects
    assert project.funders == funders


@pytest.mark.parametrize(
    "text",
    [
        "The model follows one tried in Ghana.",
        "The design is based on schools in Ghana and Benin.",
        "A study tour of Ghana showed them how.",
        "After Ghana and Benin, it is the third of its kind.",
        "It draws on earlier pilots in Ghana.",
        "Similar work goes on in Ghana.",
        "The Port Guild, whose seat is in Accra, helps.",
    ],
)
def test_where_a_model_comes_from_is_no_place_of_work(related, text):
    (project,) = related("The safer ports project", f"Ireland gives EUR 3 million for ports in Togo. {text}").projects
    assert project.countries == ("TGO",)


@pytest.mark.parametrize(
    ("text", "beneficiaries"),
    [
        ("It trains 900 girls. An earlier phase reached 300 girls.", ("900 girls",)),
        ("It trains 900 girls. The first phase (2015-2018) had reached 300 girls.", ("900 girls",)),
        ("It trains 900 girls. During the pilot phase 300 girls took part.", ("900 girls",)),
        ("Before the project, 300 people had one well. It trains 900 girls.", ("900 girls",)),
        ("The guild employs 40 teachers and has a staff of 60 women. It trains 900 girls.", ("900 girls",)),
        ("In the current phase, 300 girls take part.", ("300 girls",)),
    ],
)
def test_people_of_before_and_of_the_staff_are_not_reached(related, text, beneficiaries):
    (project,) = related("The safer ports project", f"Ireland gives EUR 3 million for the project. {text}").projects
    assert project.beneficiaries == beneficiaries


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It supports the Government’s Education Sector Development Plan, 2020–2025.", None, None),
        ("It is in line with Togo’s Health Plan (2020–2025), and runs from 2021 to 2023.", "2021", "2023"),
        ("The Ports Programme, 2020–2025, builds piers.", "2020", "2025"),
        ("Under the plan (2020–2025) it builds piers.", "2020", "2025"),
    ],
)
def test_the_period_of_a_plan_that_the_work_serves_is_not_its_own(related, text, start, end):
    (project,) = related("The safer ports project", text).projects
    assert (project.start, project.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "funders", "partners"),
    [
        ("Togo has entered into a Loan Agreement with the IBRD for the port.", ("IBRD",), ()),
        ("The loan agreement of EUR 3 million with AfDB was signed.", ("AfDB",), ()),
        ("The World Bank signed a loan agreement with Togo for the port.", (), ()),
        ("It signed a partnership agreement with the Port Guild.", (), ("Port Guild",)),
        # an article begins another sentence than that of the name
        (
            "It is run by the Ministry of Highways The Government of Togo has signed an accord.",
            (),
            ("Ministry of Highways",),
        ),
    ],
)
def test_who_lends_gives(related, text, funders, partners):
    (project,) = related("The safer ports project", text).projects
    assert (project.funders, project.partners) == (funders, partners)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is funded by Norway. It trains nurses in Togo, Mali and Norway.", ["countries"]),
        ("It is funded by Norway. It trains nurses in Togo and Mali.", []),
        ("It is funded by Norway. It trains nurses in Norway.", []),
    ],
)
def test_a_country_that_pays_may_not_benefit_among_others(related, text, told):
    (project,) = related("The safer ports project", text).projects
    assert [doubt.field for doubt in project.doubts if "whoever pays" in doubt.reason] == told


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("The ILO coordinates work on piers.", ()),
        ("The ILO coordinates work. It is carried out by the Port Guild.", ("Port Guild",)),
        ("UNICEF trains nurses.", ("UNICEF",)),
    ],
)
def test_the_body_that_a_title_names_is_no_partner_in_its_own_work(text: str, partners: tuple[str, ...]) -> None:
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    section = Section("s-1", 1, "project", "Safer piers in Togo", f"Ireland gave EUR 3 million. {text}", places=())
    title = Section("", 0, "front", "", "Ireland and the ILO", places=())
    found = relate(document, [read_section(section, Context())], read_section(title, Context()))
    assert [project.partners for project in found.projects] == [partners]
