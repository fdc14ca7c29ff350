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
        ("A EUR 2 million, seven-year grant of Irish Aid pays for it.", None, "P7Y"),
        ("The project started in May 2021 and will continue for another 18 months.", "2021-05", None),
        ("Irish Aid funds it. UNICEF needs EUR 2 million over the next six months.", None, None),
        ("The current phase started in May 2021. Since 2002 the programme has spent EUR 9 million.", "2021-05", None),
    ],
)
def test_times_of_a_project(related, text, start, duration):
    project = only(related, text)
    assert (project.start, project.duration) == (start, duration)
