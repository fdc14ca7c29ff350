"""What amounts stand for, who gives them and when, a kind of sentence each; the donor is Ireland."""

from decimal import Decimal

import pytest

from pipeline.model import Money


def money(profile):
    return [finding.mention for finding in profile.findings if isinstance(finding.mention, Money)]


def only(related, text, heading="The safer ports project"):
    (project,) = related(heading, text).projects
    return project


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # what the donor itself spends it gives; what others spend is spent
        ("Ireland spent EUR 5 million on pumps. The town spent EUR 2 million on roads.", "share spent"),
        ("EUR 5 million was spent on pumps by Irish Aid. EUR 2 million was spent by UNICEF.", "share spent"),
        ("Ireland spends EUR 5 million on clean ports. The FAO spent EUR 2 million of it.", "share part"),
        # a sum told again by the year; another sum of another year
        ("Ireland signed an agreement worth EUR 42 million, i.e. EUR 14 million annually.", "share rate"),
        ("Ireland gives EUR 42 million (about EUR 14 million a year).", "share rate"),
        ("Ireland gives EUR 42 million or EUR 14 million a year.", "share rate"),
        ("Ireland gave EUR 42 million in 2020, and gave about EUR 14 million in 2019.", "share share"),
        # what one of many gets, and what one thing costs
        ("Each scholar receives a laptop worth EUR 900.", "rate"),
        ("Ireland receives a laptop worth EUR 900.", "share"),
        ("Lines were laid at EUR 790 per connection.", "rate"),
        # payments of a sum
        ("Ireland has committed EUR 4 million. An initial payment of EUR 1 million was made in May.", "share part"),
        ("Ireland has committed EUR 4 million. An advance of EUR 1 million was paid.", "share part"),
        ("Ireland has committed EUR 4 million. A payment of EUR 1 million was made to Mali.", "share share"),
        # parts of a sum of which its sentence says more
        ("Of the EUR 9 million that Ireland gave in 2021, EUR 4 million was core and EUR 5 million was for ports.",
         "share part part"),
        ("Ireland gave EUR 9 million, EUR 4 million of which was for ports.", "share part"),
        ("UNICEF carries out one component (EUR 9 million, 2017-2021), AFD another (EUR 4 million) of the EUR 15m "
         "project.", "part part total"),
        # told again in another currency
        ("Ireland gives EUR 9 million. UNICEF has EUR 4 million of it, roughly US$ 5 million.", "share part same"),
        # what is paid out so far, and what is promised
        ("Ireland gives EUR 9 million. To date EUR 4 million has been disbursed.", "share spent"),
        ("Ireland gives EUR 9 million. EUR 4 million had been paid by the end of 2021.", "share spent"),
        ("Ireland gives EUR 9 million. By 2022 disbursements had reached EUR 4 million.", "share spent"),
        ("Ireland gives EUR 9 million. To date EUR 4 million has been pledged by Norway.", "share share"),
        # what something costs a country and its people, nobody gives
        ("Smuggling is thought to cost the treasury EUR 4 million a year.", "none"),
        ("Floods cost the economy EUR 4 million.", "none"),
        ("Ireland gives EUR 9 million. The ports cost Mali EUR 4 million.", "share open"),
        ("Ireland gives EUR 9 million to pass on as grants, none above EUR 9,000.", "share rate"),
        ("EUR 9 million over three years", "share"),
        # what comes later, and what it would take
        ("Ireland gives EUR 9 million. Phase 2, at EUR 4 million, will follow.", "share needed"),
        ("Ireland gives EUR 9 million. To mend the piers will take EUR 40 million.", "share needed"),
        # what is given back
        ("Ireland gives EUR 9 million. The guild had to return EUR 400,000.", "share none"),
        # for each of many
        ("For each returnee EUR 500 is set aside. For each year Ireland gave EUR 500,000.", "rate share"),
        # another's, the first sum of one that was raised, a pilot’s
        ("Ireland gives EUR 9 million. UNICEF received EUR 40 million for a sister project.", "share other"),
        ("It began with an initial amount of EUR 9 million, and the programme was increased to EUR 12 million.",
         "other total"),
        ("It began with an initial amount of EUR 9 million.", "total"),
        ("Following a pilot of EUR 400,000, Ireland gave EUR 9 million.", "other share"),
        # what somebody gets out of the money of the project
        ("Ireland gives EUR 9 million. UNICEF received EUR 4 million.", "share part"),
        ("Ireland gives EUR 9 million. UNICEF received EUR 4 million from Norway.", "share share"),
        ("Ireland gave EUR 9 million, following EUR 3 million for 2018–2020.", "share other"),
        ("Ireland gave EUR 9 million. It replaced Safe Ports 2 (2014–2019, EUR 3 million).", "share other"),
        # an earlier work on which this one builds
        ("Ireland gives EUR 5 million. It builds on Safe Ports 1, which had a budget of EUR 4 million.", "share other"),
    ],
)  # fmt: skip
def test_roles(related, text, roles):
    assert " ".join(m.role or "open" for m in money(related("The safer ports project", text))) == roles


@pytest.mark.parametrize(
    ("text", "funders"),
    [
        # two parties sign, and the donor gives
        ("Ireland signed an agreement with UNICEF worth EUR 5 million.", "Ireland"),
        ("UNICEF signed an agreement with Ireland worth EUR 5 million.", "Ireland"),
        ("In 2021 UNICEF and Ireland signed an agreement worth EUR 5 million.", "Ireland"),
        # who gets the second sum of a list
        ("Ireland gave UNICEF EUR 3 million and UNHCR EUR 2 million.", "Ireland;Ireland"),
        ("Ireland gave EUR 3 million and Norway EUR 2 million.", "Ireland;Norway"),
        # who gives together with whom
        ("Together with Japan (EUR 7 million) and Norway (EUR 4 million), Ireland funds it with EUR 2 million.",
         "Japan;Norway;Ireland"),
        ("It is funded by Irish Aid with EUR 5 million and co-financed by Norway (NOK 3 million).", "Irish Aid;Norway"),
        ("Ireland gave EUR 31 million, including EUR 2 million in kind from the Port Guild.", "Ireland;Port Guild"),
        # whose pledges to whom
        ("Ireland’s IFFIm pledges are EUR 27 million.", "Ireland"),
        # those who give more than before, their sums in brackets
        ("Ireland (EUR 3 million) and Norway (EUR 2 million) doubled their contributions.", "Ireland;Norway"),
        ("It is financed by Ireland with EUR 9 million and Norway with EUR 4 million.", "Ireland;Norway"),
    ],
)  # fmt: skip
def test_givers(related, text, funders):
    found = [c.funder for c in related("Giving", text, kind="contributions").contributions]
    assert ";".join(funder or "" for funder in found) == funders


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Ireland has contributed EUR 9 million to the fund since 2002.", "2002/.."),
        ("Ireland gave EUR 3 million, EUR 4 million and EUR 5 million in 2018, 2019 and 2020, respectively.",
         "2018 2019 2020"),
        ("Ireland gave EUR 3 million and EUR 4 million in 2018, 2019 and 2020.", "open open"),
        ("Of the EUR 9 million that Ireland gave in 2021, EUR 4 million was core.", "2021 2021"),
        ("Ireland gave EUR 9 million each in 2019 and 2020.", "open"),
        ("Since 2011 the town has held a fund: in 2021 Ireland gave it EUR 9 million.", "2021"),
        ("In 2022 Ireland gave EUR 9 million; a third grant, EUR 1 million, was made the following year.", "2022 open"),
        ("In 2022 Ireland gave EUR 9 million, and in the five years to 2025 it will give EUR 40 million.", "2022 open"),
        # what the sentence goes on to tell of a time with which the one before it begins
        ("In 2022 Ireland was the tenth-largest donor. It gave EUR 3 million and EUR 2 million for Mali.", "2022 2022"),
        ("In 2021 Ireland gave UNICEF EUR 3 million. Its contribution to UNHCR was EUR 2 million.", "2021 2021"),
        ("In 2017 Ireland joined the fund. It has contributed EUR 3 million.", "open"),
        ("In 2017 Ireland joined the fund. It will contribute EUR 3 million.", "open"),
        ("In 2021 Ireland gave UNICEF EUR 3 million. UNHCR got EUR 2 million.", "2021 open"),
        ("In 2021 Ireland gave UNICEF EUR 3 million. It gives EUR 2 million a year.", "2021 open"),
        # an earlier sum after the present one
        ("Ireland gave EUR 9 million for 2021–2025, following EUR 3 million for 2018–2020.", "2021/2025 2018/2020"),
        # an agreement or grant of several years, a gift to a work of several years
        ("In 2020 Ireland signed a four-year agreement with OCHA worth EUR 42 million.", "open"),
        ("In 2020 Ireland gave EUR 3 million for a three-year project in Togo.", "2020"),
    ],
)  # fmt: skip
def test_periods(related, text, periods):
    found = [c.period for c in related("Giving", text, kind="contributions").contributions]
    assert " ".join(period or "open" for period in found) == periods


@pytest.mark.parametrize(
    ("text", "amount", "is_told"),
    [
        # what is added to what was there, with and without its sum
        ("It had a budget of EUR 3 million. In 2021 Ireland added EUR 1 million, bringing the total to EUR 4 million.",
         4_000_000, True),
        ("Irish Aid extended the project with an extra EUR 1 million, taking its contribution to EUR 4 million.",
         4_000_000, True),
        ("Irish Aid gave EUR 3 million, topped up by a further EUR 1 million in March.", 3_000_000, True),
        ("Irish Aid gave EUR 3 million, and trains pilots.", 3_000_000, False),
        # the donor's grant and what was added by nobody who is named; the shares of all who gave the sum
        ("Irish Aid gave EUR 3 million. EUR 1 million was added in 2021, raising the total to EUR 4 million.",
         4_000_000, True),
        ("Irish Aid gave EUR 3 million. Norway added EUR 1 million, raising the total to EUR 4 million.",
         3_000_000, False),
        # what one gave bit by bit is the whole, what two gave is not
        ("The project’s budget is EUR 5 million. Irish Aid gave EUR 2 million and added EUR 3 million.",
         5_000_000, False),
        ("Its budget is EUR 5 million. Irish Aid gave EUR 2 million and Norway gave EUR 3 million.", 2_000_000, False),
        # a label tells the project's own, which others add to; all of it is no gift
        ("Budget: EUR 3 million. Mali adds EUR 1 million, so that the whole investment comes to EUR 4 million.",
         3_000_000, True),
        ("Loan: EUR 3 million. The total investment is EUR 4 million.", 3_000_000, True),
        ("The entire outlay is EUR 4 million.", 4_000_000, False),
        # what was spent is no funding, but it is told
        ("EUR 3 million was spent on pumps for the project.", None, True),
    ],
)  # fmt: skip
def test_amount_of_a_project(related, text, amount, is_told):
    project = only(related, text)
    assert (project.amount, any(d.field == "amount" for d in project.doubts)) == (amount and Decimal(amount), is_told)


@pytest.mark.parametrize(
    ("text", "start", "duration"),
    [
        ("Irish Aid funds it. Signed in May 2021, the agreement will last 60 months.", None, "P60M"),
        ("A seven-year, EUR 2 million grant was made to UNICEF in 2020.", "2020", "P7Y"),
        ("Activities began in May 2021 and last thirty months.", "2021-05", "P30M"),
        # an extension that an amount is for, where nothing else is told of the work
        ("Irish Aid has come back with EUR 2 million for a two-year extension to Togo.", None, "P2Y"),
        ("It ran from 2019 to 2021. Irish Aid gave EUR 2 million for a two-year extension.", "2019", None),
        ("A EUR 2 million, seven-year grant of Irish Aid pays for it.", None, "P7Y"),
        ("It has a grant of Irish Aid that started in June 2022 for three years.", "2022-06", "P3Y"),
        ("Irish Aid funds it. Weavers get EUR 75 a month for three months.", None, None),
        ("It moved the end of the EUR 3 million project from 2021 to 2022. It had begun in May 2018.", "2018-05", None),
        ("It began in May 2018. UNICEF carries out one component (EUR 3 million, 2017–2021).", "2018-05", None),
        ("The project started in May 2021 and will continue for another 18 months.", "2021-05", None),
        ("Irish Aid funds it. UNICEF needs EUR 2 million over the next six months.", None, None),
        ("The current phase started in May 2021. Since 2002 the programme has spent EUR 9 million.", "2021-05", None),
    ],
)
def test_times_of_a_project(related, text, start, duration):
    project = only(related, text)
    assert (project.start, project.duration) == (start, duration)


def test_the_kind_of_a_part_that_its_whole_follows(related):
    text = "Ireland’s contributions totalled EUR 9 million in 2022, EUR 4 million of which was earmarked."
    for kind in ("contributions", "front"):
        found = related("", text, kind=kind).contributions
        assert [(c.amount, c.kind) for c in found] == [(9_000_000, "other"), (4_000_000, "earmarked")]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Irish Aid funds it. Start: 12.04.2016 – End: 31.12.2019, extended to 30.06.2021.", "2021-06-30"),
        ("The project ended in May 2019.", "2019-05"),
        ("It runs from July 2020 to June 2024. Its end was put back to December 2024.", "2024-12"),
        ("The first operation (2007–2014) cost EUR 3 million. The project ends in May 2019.", "2019-05"),
        ("Irish Aid funds it. Estimated completion: October 2025.", "2025-10"),
    ],
)
def test_the_end_that_was_moved(related, text, end):
    assert only(related, text).end == end


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # sums that come out alike by chance, of other times
        ("In 2015–18 Ireland gave EUR 100 million. In 2020 it gave EUR 200 million. In 2023 it gave EUR 300 million.",
         "share share share"),
        ("In 2020 Ireland gave EUR 100 million. In 2021 it gave EUR 200 million. In 2020–21 it gave EUR 300 million.",
         "part part share"),
        # what is given as often as there are takers, givers or years, and a price
        ("Ireland paid EUR 18 million to UNDP, EUR 20 million each to UNICEF and UNRWA, and EUR 5 million to UN Women.",
         "share share share"),
        ("Ireland gave UNICEF and UNHCR EUR 2 million each.", "share"),
        ("Ireland gave EUR 5 million. Caritas and Solidar add EUR 250,000 each.", "share share"),
        ("Ireland gave 1,000 tents at EUR 40 each.", "rate"),
        # what many give to
        ("Ireland is one of nine contributors to the EUR 180 million facility. It has paid in EUR 12 million.",
         "total share"),
        # what is left to pay, what is to be spent, what is talked of
        ("In Togo UNICEF will spend EUR 14 million. Ireland gives EUR 2 million.", "spent share"),
        ("The facility, approved in 2016, is to spend EUR 26 million. Ireland leads it.", "share"),
        ("Ireland gives EUR 2 million. An additional EUR 3 million is under discussion.", "share needed"),
    ],
)  # fmt: skip
def test_roles_of_gifts(related, text, roles):
    profile = related("Giving", text, kind="contributions")
    assert " ".join(m.role or "open" for m in money(profile)) == roles
    assert Decimal(180_000_000) not in {c.amount for c in profile.contributions}


def test_each_of_those_in_brackets_after_who_supports_it(related):
    text = "It was supported by Ireland (EUR 2 million), Japan (US$ 300,000), Norway (NOK 25 million) and the EU."
    project = only(related, f"{text} It trains pilots in Togo.")
    assert (project.amount, project.countries) == (Decimal(2_000_000), ("TGO",))
    assert project.funders == ("Ireland", "Japan", "Norway", "EU")


def test_an_award_starts_and_works_take_their_time(related):
    project = only(related, "A EUR 3 million, three-year award of Irish Aid started on 1 January 2020.")
    assert (project.amount, project.start, project.duration) == (Decimal(3_000_000), "2020-01-01", "P3Y")
    assert only(related, "Irish Aid funds it. The works began in May and will take 30 months.").duration == "P30M"


def test_what_a_government_that_is_not_named_pays_is_nobodys(related):
    text = "Ireland lent it. Total cost: EUR 9 million (Irish loan EUR 7 million; Government EUR 2 million)."
    found = related("Giving", text, kind="contributions").contributions
    assert [(c.amount, c.funder) for c in found] == [(9_000_000, "Ireland"), (7_000_000, "Ireland"), (2_000_000, None)]
    assert [doubt.field for doubt in found[-1].doubts] == ["funder"]


def test_the_amount_of_another_phase_that_is_named_after_it(related):
    text = "Its budget for 2019 to 2023 stood at EUR 28 million, after EUR 98 million for the second phase (2011–2018)."
    project = only(
        related, f"{text} Irish Aid funds the project. It trains pilots in Togo.", "Safer ports, third phase"
    )
    assert (project.amount, project.start, project.end) == (Decimal(28_000_000), "2019", "2023")


def test_a_time_that_the_sentence_before_tells_is_told_to_be_assumed(related):
    (found,) = money(related("Giving", "In 2022 Ireland was a donor. It gave EUR 3 million.", kind="contributions"))
    assert [(doubt.field, doubt.assumed) for doubt in found.doubts] == [("period", True)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # what a fund or bank lends on, and what others get of it
        ("The fund has disbursed EUR 141 million of loans to 3,000 firms.", "spent"),
        ("So far, EUR 141 million of loans have been disbursed to 3,000 firms.", "spent"),
        ("Savings groups have issued EUR 2 million in loans to their members.", "spent"),
        ("3,000 firms received loans worth EUR 14 million.", "spent"),
        ("Small firms got access to EUR 14 million in credit.", "spent"),
        ("Ireland disbursed EUR 14 million in loans for the port.", "share"),
        ("Ireland gave EUR 14 million in loans for the port.", "share"),
        # what people sell, earn and pay back
        ("Cooperatives sold coffee worth EUR 5 million in 2022.", "none"),
        ("Farmers made EUR 2 million in extra income.", "none"),
        ("Harvests worth EUR 5 million were saved from locusts.", "none"),
        ("The fair generated EUR 5 million for the town.", "none"),
        ("Borrowers have paid back EUR 3 million.", "none"),
        # what a grant is raised to
        ("The grant was increased by EUR 2 million to EUR 5 million.", "none total"),
        ("Ireland raised its contribution by EUR 2 million to EUR 5 million.", "none total"),
        # what a wider programme costs
        ("It belongs to the EUR 90 million Ports for Africa programme.", "other"),
        ("It is one of five projects of a EUR 90 million programme.", "other"),
        ("Under its EUR 90 million ports programme, Ireland supports Mali.", "other"),
        ("Mali’s national ports plan costs EUR 900 million.", "other"),
        ("EUR 5 million is still missing.", "needed"),
    ],
)
def test_money_that_is_lent_on_earned_raised_or_a_wider_programmes(related, text, roles):
    found = related("Safe Ports in Mali", f"The project trains 400 dock workers in Mali. {text}")
    assert " ".join(m.mention.role or "-" for m in found.findings if m.mention.table == "money") == roles


@pytest.mark.parametrize(
    ("text", "amount", "doubts"),
    [
        # others pay, too: nothing speaks against what the donor gives
        ("Ireland gives EUR 8 million. Cofinancing amounts to EUR 4 million.", 8_000_000, 0),
        ("Ireland gives EUR 8 million, matched by EUR 4 million from the port authority.", 8_000_000, 0),
        # a part, more than before, a whole of more, a price
        ("A first tranche of EUR 1 million came in 2021, a second of EUR 2 million in 2022.", 2_000_000, 1),
        ("Additional financing of EUR 2 million in 2022 brought Ireland’s total to EUR 5 million.", 2_000_000, 1),
        ("The whole programme, which covers 12 countries, costs EUR 90 million.", 90_000_000, 1),
        ("The programme costs EUR 90 million.", 90_000_000, 0),
        ("The 200 winners got EUR 10,000.", 10_000, 1),
        ("A kit costs EUR 50.", 50, 1),
        ("Ireland gave EUR 500.", 500, 0),
    ],
)  # fmt: skip
def test_what_speaks_against_an_amount_is_told(related, text, amount, doubts):
    (project,) = related("Safe Ports in Mali", f"The project trains 400 dock workers in Mali. {text}").projects
    assert (project.amount, len(project.doubts)) == (amount, doubts)


def test_a_price_is_no_whole_beside_one(related):
    text = "The project brings water to Agadez. Its budget is EUR 2 million. A household connection costs EUR 85."
    (project,) = related("Water for Agadez", text).projects
    assert (project.amount, project.doubts) == (2_000_000, ())


def test_the_plan_of_another_that_a_project_is_a_part_of_is_no_gift(related):
    text = "Ireland gave EUR 2 million to the Port Guild. The project is part of the Port Guild’s EUR 6 million plan."
    (project,) = related("Water for Agadez", f"It trains 400 dockers in Mali. {text}").projects
    assert (project.amount, project.funders) == (2_000_000, ("Ireland",))


def test_a_facility_that_a_project_belongs_to_is_no_gift(related):
    text = "Ireland gives EUR 8 million to towns. It is one of four projects under a EUR 60 million regional facility."
    assert [c.amount for c in related("Giving", text, "contributions").contributions] == [8_000_000]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The ports cost EUR 8 million. A gauge costs about EUR 60,000.", 8_000_000),
        ("A new pier costs EUR 3 million.", 3_000_000),
    ],
)
def test_what_one_of_a_kind_costs_is_a_whole_where_nothing_else_is(related, text, amount):
    (project,) = related("Safe Ports in Mali", f"The project trains 400 dockers in Mali. {text}").projects
    assert (project.amount, project.doubts) == (amount, ())


def test_what_banks_lend_on_is_spent(related):
    found = related(
        "Loans for ports", "Ireland gave EUR 20 million. Banks have on-lent EUR 11 million.", "contributions"
    )
    assert [c.amount for c in found.contributions] == [20_000_000]


def test_a_little_sum_that_nobody_is_told_to_give_is_taken_and_told(related):
    project = only(related, "The project costs EUR 500.")
    assert (project.amount, [(d.field, d.assumed) for d in project.doubts]) == (500, [("amount", True)])
