"""Rows from tables and facts: lists of projects, lists of givers, fact sheets, and what leads up to a list."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Block, Cell, Context, Document, Fact, Facts, Paragraph, Profile, Section, Span, Table
from pipeline.relate import relate

Part = str | Sequence[Sequence[str]] | dict[str, str]


def profile(*parts: Part, heading: str = "Annex", kind="other", title: str = "Ireland", stub: int = 1) -> Profile:
    """What a document of one section says."""
    return profile_of(section_of(*parts, heading=heading, kind=kind, stub=stub), title=title)


def profile_of(*sections: Section, title: str = "Ireland") -> Profile:
    """What a document of these sections says."""
    named = Section("", 0, "front", "", title, places=())
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    return relate(document, [read_section(section, Context()) for section in sections], read_section(named, Context()))


def section_of(*parts: Part, heading: str = "Annex", kind="other", stub: int = 1) -> Section:
    """A section whose parts are paragraphs, tables (rows; the first of heads; a last one that begins with Total is one
    of totals) and facts (value by label)."""
    content, blocks = heading, list[Block]()
    for part in parts:
        content += "\n\n"
        if isinstance(part, str):
            blocks.append(Paragraph(Span(len(content), len(content) + len(part)), part[0].isdigit()))
            content += part
        elif isinstance(part, dict):
            facts = []
            for number, (label, value) in enumerate(part.items()):
                content += "\n" if number else ""
                start, middle = len(content), len(content) + len(label)
                facts.append(Fact(Span(start, middle), Span(middle + 1, middle + 1 + len(value))))
                content += f"{label}\t{value}"
            blocks.append(Facts(tuple(facts)))
        else:
            before = blocks[-1].span if blocks and isinstance(blocks[-1], Paragraph) else None
            cells = []
            for number, row in enumerate(part):
                content += "\n" if number else ""
                for column, words in enumerate(row):
                    content += "\t" if column else ""
                    what = "head" if number == 0 else "total" if row[0] == "Total" else "cell"
                    cells.append(Cell(Span(len(content), len(content) + len(words)), number, column, what))
                    content += words
            blocks.append(Table(before, tuple(cells), stub))
    return Section("s-1", 1, kind, heading, content[len(heading) + 2 :], places=(), blocks=tuple(blocks))


GRANTS = [
    ["No.", "Project title", "Grantee", "Country", "Grant (US$)", "Total cost (US$)", "Paid (US$)", "Start", "End"],
    ["1", "Dry docks", "Port Guild", "Kenya", "400,000", "900,000", "100,000", "March 2021", "31 May 2023"],
    ["2", "Night boats", "Ferry Trust / AC/DC Ltd", "Ghana and Togo", "250,000", "250,000", "", "2022", ""],
    ["Total", "", "", "", "650,000", "1,150,000", "100,000", "", ""],
]  # fmt: skip


def test_each_row_of_a_grants_list_is_a_project() -> None:
    found = profile(GRANTS)
    one, two = found.projects
    assert (one.title, one.amount, one.currency, one.partners) == ("Dry docks", 400_000, "USD", ("Port Guild",))
    assert (one.start, one.end, one.countries) == ("2021-03", "2023-05-31", ("KEN",))
    assert (two.title, two.amount, two.countries, two.start, two.end) == (
        "Night boats", 250_000, ("GHA", "TGO"), "2022", None,
    )  # fmt: skip
    assert two.partners == ("Ferry Trust", "AC/DC Ltd")
    assert [c.amount for c in found.contributions] == []
    roles = [f.mention.role for f in found.findings if f.mention.table == "money"]
    assert roles == ["share", "total", "spent", "share", "total", "share", "total", "spent"]


def test_a_value_of_a_row_points_to_its_own_cell() -> None:
    found = profile(GRANTS)
    for project in found.projects:
        for evidence in project.evidence:
            assert evidence.source or evidence.field == "title", evidence.field
    title = next(e for e in found.projects[1].evidence if e.field == "title")
    assert (title.basis, title.section.content[slice(*title.span or ())]) == ("cell", "Night boats")


@pytest.mark.parametrize(
    ("table", "amounts"),
    [
        # the total where no share is told
        ([["Project", "Period", "Budget (EUR)"], ["Docks", "2019–2021", "30,000"]], [30_000]),
        # a grantee is the name where a purpose stands beside it
        ([["Grantee", "Purpose", "Amount"], ["Port Guild", "To dredge", "$30,000"]], [30_000]),
        # two shares of one project are not added up; what stands beside a grant is none of it
        ([["Project", "EU grant (EUR)", "UN grant (EUR)"], ["Docks", "30,000", "9,000"]], [None]),
        ([["Project", "EU grant (EUR)", "National contribution (EUR)"], ["Docks", "30,000", "9,000"]], [30_000]),
        # a budget by activity is no list of projects
        ([["Activity", "Budget (EUR)"], ["Training", "30,000"], ["Travel", "9,000"]], []),
        # who receives what is no list of projects, nor are numbers of projects by country
        ([["Recipient", "Amount (EUR)"], ["Port Guild", "30,000"]], []),
        ([["Country", "Number of projects", "Amount (EUR)"], ["Kenya", "3", "30,000"]], []),
    ],
)
def test_what_a_list_of_projects_is(table: list[list[str]], amounts: list[int | None]) -> None:
    assert [project.amount for project in profile(table).projects] == amounts


def test_rows_of_a_donor_table_are_contributions_of_each() -> None:
    table = [
        ["Donor", "2021 (US$)", "2022 (US$)"],
        ["Norway", "400,000", "500,000"],
        ["Ardmore Society", "20,000", ""],
        ["Other donors", "7,000", "8,000"],
        ["Total", "427,000", "508,000"],
    ]
    found = profile(table, title="The harbour fund")
    assert [(c.funder, c.amount, c.period, c.kind) for c in found.contributions] == [
        ("Norway", 400_000, "2021", "other"),
        ("Norway", 500_000, "2022", "other"),
        ("Ardmore Society", 20_000, "2021", "other"),
        (None, 427_000, "2021", "total"),
        (None, 508_000, "2022", "total"),
    ]
    assert found.projects == ()


def test_what_leads_up_to_a_list_tells_who_gave_it_and_when() -> None:
    found = profile(
        "The members pledged for 2024:",
        "1. Kenya. The Government of Kenya would make the following contributions:",
        [["", ""], ["Harbour school", "$2,000"], ["Pilot fund", "$2,000"]],
        "2. Ghana. The Government of Ghana made this contribution:",
        [["", ""], ["Harbour school", "$2,000"]],
        kind="contributions",
        title="The harbour fund",
    )
    assert [(c.funder, c.amount, c.period) for c in found.contributions] == [
        ("Government of Kenya", 2_000, "2024"),
        ("Government of Kenya", 2_000, "2024"),
        ("Government of Ghana", 2_000, "2024"),
    ]


def test_facts_make_a_project_and_go_before_what_sentences_tell() -> None:
    facts = {"Project title": "Dry docks", "Start date": "1 March 2021", "Budget": "EUR 2 million"}
    (project,) = profile(facts, "Work at the second pier runs from 2023 to 2024.", heading="Facts").projects
    assert (project.title, project.start, project.end, project.amount) == (
        "Dry docks", "2021-03-01", None, Decimal(2_000_000),
    )  # fmt: skip
    assert {e.field: e.basis for e in project.evidence}["start"] == "fact"


@pytest.mark.parametrize("heading", ["9.3. Financial management", "III. Regular resources", "(b) Adaptation goals"])
def test_chapters_of_a_report_are_no_projects(heading: str) -> None:
    text = "The project was funded by Ireland with EUR 3 million from 2019 to 2021."
    assert profile(text, heading=heading, kind="project").projects == ()
    assert len(profile(text, heading="3. Harbour schools", kind="project").projects) == 1


def test_accounts_by_kind_of_income_are_nobodys_gift() -> None:
    accounts = [["Operating revenue", "2022 (US$)"], ["Contributions", "400,000"], ["Investment income", "20,000"]]
    assert profile(accounts, kind="contributions", title="The harbour fund").contributions == ()


def test_grants_below_the_name_of_who_gets_them_are_projects_each() -> None:
    found = profile(
        "To dredge the second basin. $30,000", "To train pilots in Ghana. $9,000", heading="Port Guild", kind="project"
    )
    assert [(p.title, p.amount, p.partners) for p in found.projects] == [
        ("Port Guild", 30_000, ("Port Guild",)),
        ("Port Guild", 9_000, ("Port Guild",)),
    ]
    assert len({p.id for p in found.projects}) == 2


@pytest.mark.parametrize(
    ("parts", "partners"),
    [
        (("$30,000 over two years", "To dredge the second basin, none for more than $9,000."), ("Port Guild",)),
        (("Dredging, $30,000 over two years", "To dredge the second basin."), ()),  # no amount first
        (("$30,000 over two years", "Basins are dredged."), ()),
        (("$30,000 over two years", "Basins are dredged.", "To dredge the second basin."), ()),
    ],
)
def test_a_sum_and_below_it_what_it_is_for_go_to_whom_the_heading_names(
    parts: Sequence[str], partners: tuple[str, ...]
) -> None:
    (project,) = profile(*parts, heading="Port Guild", kind="project").projects
    assert (project.amount, project.partners) == (30_000, partners)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Funding required", "needed"),
        ("Disbursed so far", "spent"),
        ("Total budget", "total"),
        ("Donor share", "share"),
    ],
)
def test_the_label_of_a_fact_says_what_its_amount_stands_for(label: str, role: str) -> None:
    found = profile({"Project title": "Dry docks", label: "CHF 2,750,000"}, heading="Facts")
    assert [f.mention.role for f in found.findings if f.mention.table == "money"] == [role]


def test_lines_of_which_are_parts_of_the_sum_above_them() -> None:
    facts = {"Aid budget": "EUR 3 million", "Of which humanitarian": "EUR 1 million", "– of which food": "EUR 500,000"}
    table = [["", "2021 (EUR)", "2022 (EUR)"], ["Aid", "900,000", "800,000"], ["of which core", "70,000", "60,000"]]
    for part, wholes in ((facts, [0, 0]), (table, [0, 1])):
        money = [f for f in profile(part, heading="Policy").findings if f.mention.table == "money"]
        parts = [f.mention.part_of for f in money if f.mention.role == "part"]
        assert parts == [money[whole].id for whole in wholes]


def test_a_balance_in_a_donor_table_is_nobodys_gift() -> None:
    """A trust fund's table told what each donor had still to pay."""
    table = [["Contributor", "Pledged (US$)", "Balance (US$)"], ["Denmark", "2,000,000", "500,000"]]
    found = profile(table, title="The harbour fund")
    assert [(c.funder, c.amount) for c in found.contributions] == [("Denmark", 2_000_000)]
    assert [f.mention.role for f in found.findings if f.mention.table == "money"] == ["share", "none"]


@pytest.mark.parametrize(
    ("heading", "head", "funders"),
    [
        ("Harbour Trust Fund Grants", "Amount", ("Harbour Trust Fund",)),
        ("Grants from the Adaptation Fund", "Amount", ("Adaptation Fund",)),
        ("Annex", "ESF/ ERDF Grant requested", ("ESF", "ERDF")),
        ("Annex", "GCF grant", ("GCF",)),
        ("Trust Fund Grants", "Amount", ()),
        ("Small Grants", "Grant amount", ()),
    ],
)
def test_a_list_without_a_column_of_funders_has_those_whose_grants_it_is_called(
    heading: str, head: str, funders: tuple[str, ...]
) -> None:
    """A trust fund's list of grants, a list of operations of two European funds."""
    grants = [["Project title", "Grantee", head, "Start"], ["Dry docks", "Port Guild", "USD 400,000", "March 2021"]]
    (project,) = profile(grants, heading=heading, title="").projects
    assert project.funders == funders


def test_what_another_adds_is_not_the_budget_and_no_work_takes_place_there() -> None:
    facts = {"Total budget": "AUD 6.2 million", "Co-funding": "New Zealand: NZD 1.5 million", "Place": "Fiji"}
    (row,) = profile(facts, heading="Dry docks", title="Australia").projects
    assert (row.amount, row.currency, row.countries) == (6_200_000, "AUD", ("FJI",))


def test_a_project_of_a_list_that_has_a_section_is_one_row() -> None:
    table = [["Project", "Country", "Budget (USD)", "Period"], ["Dry docks", "Kenya", "400,000", "2020-2023"],
             ["Night boats", "Togo", "250,000", "2021-2024"]]  # fmt: skip
    told = Section("s-2", 2, "front", "Night boats", "Ireland gives USD 250,000 to the port.", places=())
    found = profile_of(section_of(table), told)
    rows = [(p.title, p.amount, p.start, p.countries, p.funders) for p in found.projects]
    assert rows == [
        ("Dry docks", 400_000, "2020", ("KEN",), ()),
        ("Night boats", 250_000, "2021", ("TGO",), ("Ireland",)),
    ]
    assert not found.contributions


def test_what_givers_planned_is_needed_and_what_they_paid_is_given() -> None:
    table = [["Donor", "Planned (USD)", "Disbursed (USD)"], ["Norway", "2,000,000", "1,500,000"]]
    found = profile(table, heading="Donors in 2022", kind="contributions")
    assert [(row.funder, row.amount) for row in found.contributions] == [("Norway", 1_500_000)]


def test_what_is_spent_by_region_is_nobodys_contribution() -> None:
    table = [["Region", "USD"], ["Africa", "2,000,000"], ["Asia", "1,000,000"]]
    assert not profile(table, heading="Expenditure by region", kind="contributions").contributions


def test_a_label_of_duration_may_tell_a_period() -> None:
    (row,) = profile(
        {"Budget": "EUR 3 million", "Duration": "1 April 2019 – 31 March 2024"}, heading="Dry docks"
    ).projects
    assert (row.start, row.end, row.duration, row.doubts) == ("2019-04-01", "2024-03-31", None, ())


def test_a_label_of_a_period_may_tell_when_it_began_and_how_long_it_lasts() -> None:
    facts = {"Budget": "EUR 3 million", "Implementation period": "48 months, from 1 September 2022"}
    (row,) = profile(facts, heading="Dry docks").projects
    assert (row.start, row.end, row.duration, row.doubts) == ("2022-09-01", None, "P48M", ())


def test_labels_that_name_givers_tell_their_shares() -> None:
    """Where one of the facts that stand together is the donor's."""
    facts = {
        "Budget": "EUR 9 million",
        "Duration": "3 years",
        "Irish Aid:": "EUR 3 million",
        "Norway:": "NOK 9 million",
    }
    (row,) = profile(facts, heading="Dry docks").projects
    assert (row.amount, row.funders) == (3_000_000, ("Irish Aid", "Norway"))


@pytest.mark.parametrize(
    ("labels", "funders"),
    [
        (("Irish Aid", "Norway"), ("Irish Aid", "Norway")),
        (("Ireland", "Moss Trust"), ("Ireland", "Moss Trust")),
        (("Togo", "Norway"), ()),
        (("Irish Aid", "Second year"), ("Irish Aid",)),
    ],
)
def test_labels_without_a_colon_name_givers_beside_the_donors(
    labels: tuple[str, str], funders: tuple[str, ...]
) -> None:
    facts = {"Budget": "EUR 9 million", "Duration": "3 years", labels[0]: "EUR 3 million", labels[1]: "EUR 6 million"}
    (row,) = profile(facts, heading="Dry docks").projects
    assert row.funders == funders


@pytest.mark.parametrize(
    ("label", "funders"),
    [
        ("Irish contribution", ("Ireland",)),
        ("Irish budget", ("Ireland",)),
        ("Contribution of Norway", ("Norway",)),
        ("Contribution", ()),
        ("Contribution of Norway and Togo", ()),
        ("SAILMAKERS CONTRIBUTION", ()),
    ],
)
def test_the_label_of_a_contribution_may_name_who_makes_it(label: str, funders: tuple[str, ...]) -> None:
    facts = {"Total budget": "EUR 9 million", label: "EUR 3 million", "Period": "2020–2023"}
    (row,) = profile(facts, heading="Dry docks").projects
    assert (row.amount, row.funders) == (3_000_000, funders)


@pytest.mark.parametrize(
    ("label", "value", "role", "funder"),
    [
        ("Irish contribution", "EUR 3 million", "share", "Ireland"),
        ("Irish contribution", "EUR 3 million (Norway)", "share", "Ireland"),
        ("Irish contribution", "Norway gave EUR 3 million", "share", "Norway"),
        ("Irish expenditure", "EUR 3 million", "spent", None),
        ("Irish requirements", "EUR 3 million", "needed", None),
        ("Norwegian budget", "EUR 3 million", "total", None),
    ],
)
def test_a_label_names_the_giver_of_what_is_given_and_of_no_one_elses(
    label: str, value: str, role: str, funder: str | None
) -> None:
    found = profile({label: value, "Period": "2020–2023"}, heading="Dry docks")
    (told,) = [f.mention for f in found.findings if f.mention.table == "money"]
    assert (told.role, told.funder) == (role, funder)  # type: ignore[attr-defined]


def test_the_head_of_a_column_names_no_giver_as_a_label_does() -> None:
    found = profile([["Port", "Irish budget (EUR)"], ["Lorne", "45,000"]], heading="Dry docks")
    (told,) = [f.mention for f in found.findings if f.mention.table == "money"]
    assert (told.role, told.funder) == ("total", None)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("EUR 9 million (Ireland EUR 3 million)", (3_000_000, ("Ireland",))),
        ("EUR 9 million, of which Ireland EUR 3 million", (3_000_000, ("Ireland",))),
    ],
)
def test_a_budget_may_tell_the_donors_part_without_a_verb(value: str, told: tuple[int, tuple[str, ...]]) -> None:
    (row,) = profile({"Budget": value, "Period": "2020–2023"}, heading="Dry docks").projects
    assert (row.amount, row.funders) == told


def test_facts_name_funders_and_partners() -> None:
    facts = {
        "Project title": "Dry docks",
        "Donor": "Norway and the Harbour Trust Fund",
        "Implementing partners": "Port Guild (PG), Ministry of Labour and Social Affairs, and the Sail Institute",
        "Budget": "EUR 2 million",
    }
    (project,) = profile(facts, heading="Facts").projects
    assert project.funders == ("Norway", "Harbour Trust Fund")
    assert project.partners == ("Port Guild", "Ministry of Labour and Social Affairs", "Sail Institute")


GOODS = [["Donor", "Cash (CHF)", "Goods and staff (CHF)"], ["Norway", "1,204,550", "212,300"], ["Malta", "64,250", "0"]]


def test_a_table_under_a_heading_of_givers_tells_what_came_in_cash_and_in_kind() -> None:
    """An appeal, whose text goes on about others."""
    more = "The project began in May 2020. UNICEF gave EUR 350,000 for work in Togo."
    found = profile(GOODS, more, heading="Our donors", kind="other", title="Fiji: the storm")
    assert found.projects == ()
    assert [(row.funder, row.amount) for row in found.contributions] == [
        ("Norway", 1_204_550), ("Norway", 212_300), ("Malta", 64_250), ("UNICEF", 350_000),
    ]  # fmt: skip
    assert profile(GOODS, more, heading="The storm", kind="other").contributions == ()


@pytest.mark.parametrize("caption", ["Large grants, 2015 to 2018 (US$)", "Grants of 2018 (US$)", "Grants (US$), 2018"])
def test_a_caption_may_state_the_unit_behind_its_years(caption: str) -> None:
    table = [["Grantee", "Project", "Amount"], ["Reef Guild", "Bats of the bay", "129,790"]]
    assert [(p.amount, p.currency) for p in profile(caption, table).projects] == [(129_790, "USD")]


def without_heads(rows: Sequence[Sequence[str]]) -> Profile:
    """What a document says of one section with a table whose first row is like the others."""
    section = section_of(rows, heading="Safe ports", kind="project")
    (table,) = section.blocks
    assert isinstance(table, Table)
    cells = tuple(cell._replace(kind="cell") if cell.kind == "head" else cell for cell in table.cells)
    return profile_of(replace(section, blocks=(table._replace(cells=cells),)))


@pytest.mark.parametrize(
    ("rows", "partners"),
    [
        ([["Start", "May 2020"], ["Contractor", "Moss & Sons"]], ("Moss & Sons",)),
        ([["Start", "May 2020"], ["Contractor", "Moss & Sons"], ["Ships", "two"]], ("Moss & Sons",)),
        ([["Start", "May 2020"], ["Contractor", "Moss & Sons"], ["Ships", "two"], ["Boats", "three"]], ()),
        ([["Boats", "three"], ["Contractor", "Moss & Sons"]], ()),  # one known label
        ([["Start", "May 2020", "paid"], ["Contractor", "Moss & Sons", "hired"]], ()),
        ([["Start", "May 2020"], ["Contractor", "Moss & Sons"], ["Ships"]], ()),  # a row without value
    ],
)
def test_a_table_of_known_labels_and_values_is_facts(rows: list[list[str]], partners: tuple[str, ...]) -> None:
    (project,) = without_heads([*rows]).projects or [None]
    assert (project.partners if project else ()) == partners


def test_the_share_that_a_label_gives_to_somebody_is_his() -> None:
    rows = [
        ["Start", "2020"],
        ["Total cost", "EUR 3 million"],
        ["Irish share", "EUR 2 million"],
        ["Share", "EUR 1 million"],
    ]
    (project,) = without_heads(rows).projects
    assert (project.amount, project.funders) == (2_000_000, ("Ireland",))


def test_the_grant_above_what_all_costs_is_a_share() -> None:
    facts = {"Grant": "EUR 3 million", "Loan (UNICEF)": "EUR 4 million", "Total cost": "EUR 9 million"}
    found = profile({"Country": "Togo", **facts}, heading="Safe ports")
    assert [f.mention.role for f in found.findings if f.mention.table == "money"] == ["share", "share", "total"]
    assert [row.amount for row in found.projects] == [3_000_000]


@pytest.mark.parametrize("label", ["Size of grants", "Grant size", "Maximum grant", "Minimum grant", "Average grant"])
def test_what_each_may_get_is_not_what_all_costs(label: str) -> None:
    (project,) = profile({"Envelope": "EUR 3 million", label: "EUR 30,000", "Start": "2020"}, heading="Ports").projects
    assert project.amount == 3_000_000


def test_when_a_project_of_a_row_runs_is_no_period_of_its_grants() -> None:
    table = [["Project", "Start", "End", "Grant (EUR)"], ["Dry docks", "01/2021", "12/2025", "30,000"]]
    found = profile([*table, ["Long piers", "07/2019", "06/2023", "20,000"]])
    assert [(row.start, row.end) for row in found.projects] == [("2021-01", "2025-12"), ("2019-07", "2023-06")]
    assert [(m.mention.period, m.mention.doubts) for m in found.findings if m.mention.table == "money"] == [
        (None, ())
    ] * 2


DOCKS = {"Project title": "Dry docks", "Country": "Togo", "Budget": "EUR 9 million", "Duration": "2020–2023"}
PIERS = {"Project title": "Long piers", "Country": "Mali", "Budget": "EUR 2 million", "Partner": "Port Guild"}


def test_forms_below_each_other_tell_a_project_each() -> None:
    rows = profile(DOCKS, PIERS, "Work on the piers goes on.", heading="Project sheets").projects
    assert [(row.title, row.amount, row.start, row.countries, row.partners) for row in rows] == [
        ("Dry docks", 9_000_000, "2020", ("TGO",), ()),
        ("Long piers", 2_000_000, None, ("MLI",), ("Port Guild",)),
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"Programme": "Sea", "Partner": "Port Guild"},  # what it is a part of
        {"Partner": "Port Guild", "Status": "under way"},
    ],
)
def test_facts_that_go_on_about_a_project_are_no_second_form(more: dict[str, str]) -> None:
    (row,) = profile(DOCKS, more, heading="Project sheets").projects
    assert (row.amount, row.partners) == (9_000_000, ("Port Guild",))


def test_a_value_may_hold_facts_with_labels_of_their_own() -> None:
    """The project form of an evaluation told its dates, and its agency and partners, in one cell each."""
    facts = {
        "Project name": "Dry docks",
        "Key dates": "Project start: 3 May 2020 Project completion: 30 June 2022",
        "Executing Agency": "Port Guild Project Partners: Sail Secretariat, Rope Institute",
        "Required resources": "CHF 180,000",
    }
    (project,) = profile(facts, heading="Facts").projects
    assert (project.start, project.end, project.amount) == ("2020-05-03", "2022-06-30", 180_000)
    assert project.partners == ("Port Guild", "Sail Secretariat", "Rope Institute")


def test_a_table_of_sources_names_bodies_and_no_kinds_of_money() -> None:
    """An evaluation's table of finance numbered the co-financing and called the fund's own share a funding."""
    sources = [
        ["Funding source", "Amount (USD)"],
        ["GCF project funding", "1,000,000"],
        ["Preparation funding", "48,000"],
        ["Co-financing 1: Sail Institute", "50,000"],
        ["Co-financing 2: Government of Togo (GoT) - Ports Desk", "30,000"],
        ["Norway", "20,000"],
    ]
    (project,) = profile({"Project name": "Dry docks", "Start": "May 2020"}, sources, heading="Facts").projects
    assert project.funders == ("GCF", "Sail Institute", "Government of Togo", "Norway")


def test_what_is_funded_of_a_budget_is_not_the_budget() -> None:
    """An appeal told its whole amount, and below it what had come in."""
    text = "Total amount: EUR 6 million. Funding: EUR 3 million (54 percent coverage)."
    found = profile(text, heading="Dry docks in Mali", kind="project")
    assert [p.amount for p in found.projects] == [6_000_000]
    assert [f.mention.role for f in found.findings if f.mention.table == "money"] == ["total", "part"]
    alone = profile("Funding: EUR 3 million (54 percent coverage).", heading="Dry docks in Mali", kind="project")
    assert [(p.amount, p.doubts[0].assumed) for p in alone.projects] == [(3_000_000, True)]
    assert [f.mention.role for f in alone.findings if f.mention.table == "money"] == [None]


def test_the_caption_of_a_large_figure_asks_for_no_day_and_a_heading_of_facts_names_no_project() -> None:
    content = "In numbers\n\nEUR 640,000\tfrom Luxembourg\n4\tyears"
    spans = [
        Span(content.index(words), content.index(words) + len(words))
        for words in content[12:].replace("\n", "\t").split("\t")
    ]
    facts = Facts(tuple(Fact(label, value) for value, label in zip(spans[::2], spans[1::2], strict=True)))
    section = Section("s-1", 1, "other", "In numbers", content[12:], places=(), blocks=(facts,))
    assert profile_of(section).projects == ()
    assert profile_of(replace(section, kind="project")).projects == ()


def test_the_head_of_a_column_that_stands_alone_names_no_project() -> None:
    for heading, count in (("Project", 0), ("The night boats project", 1)):
        found = profile("Ireland gives EUR 2 million from 2021 to 2023.", heading=heading, kind="project")
        assert len(found.projects) == count


@pytest.mark.parametrize(
    ("cell", "partners"),
    [
        ("Port Guild, FAO and Ferry Moss", ("Port Guild", "FAO", "Ferry Moss")),
        ("UNICEF and FAO", ("UNICEF", "FAO")),
        ("Ports Union and Ferry Association", ("Ports Union", "Ferry Association")),
        ("FAO; Port Guild, Ferry Moss, Lorne", ("FAO", "Port Guild, Ferry Moss, Lorne")),
        ("Port Guild, Ferry Moss, Lorne Trust", ("Port Guild", "Ferry Moss", "Lorne Trust")),
        # one name
        ("Hope and Homes for Children", ("Hope and Homes for Children",)),
        ("Ministry of Water, Irrigation and Energy", ("Ministry of Water, Irrigation and Energy",)),
    ],
)
def test_a_cell_may_list_partners(cell: str, partners: tuple[str, ...]) -> None:
    table = [
        ["Project", "Grantee", "Grant"],
        ["Safer piers", cell, "EUR 3 million"],
        ["Nets", "UNICEF", "EUR 1 million"],
    ]
    assert profile(table).projects[0].partners == partners


def test_rows_below_a_heading_that_names_a_country_are_there() -> None:
    table = [
        ["Project", "Grantee", "Grant"],
        ["Safer piers", "FAO", "EUR 3 million"],
        ["Mali roads", "FAO", "EUR 1 million"],
    ]
    first, _ = profile(table, heading="Projects in Togo").projects
    assert first.countries == ("TGO",)
    assert [(d.field, d.reason, d.assumed) for d in first.doubts] == [("countries", "a heading above names them", True)]


def titled(*rows: list[str], heads: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The titles and partners of the projects of a table."""
    return [(project.title, project.partners) for project in profile([heads, *rows]).projects]


@pytest.mark.parametrize("head", ["Grant", "Award", "Grants 2023", "Loan"])
def test_a_column_headed_grant_that_holds_words_names_projects(head: str) -> None:
    rows = [["Schools for the hills", "Nepal", "300,000"], ["Roads", "Bhutan", "200,000"]]
    heads = [head, "Country", "Amount (US$)"]
    assert titled(*rows, heads=heads) == [("Schools for the hills", ()), ("Roads", ())]


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["Country", "Grant (US$)", "Cost (US$)"], ["Nepal", "300,000", "500,000"]),  # figures
        (["Donor", "Grant", "Amount (US$)"], ["Norway", "Schools for the hills", "300,000"]),  # a list of givers
        (["Country", "Grant", "Pupils"], ["Nepal", "Schools for the hills", "300"]),  # nothing tells money
        (["Country", "Approved", "Amount (US$)"], ["Nepal", "By the Board", "300,000"]),  # no name of a grant
        (["Country", "Grant", "Amount (US$)"], ["Nepal", "Yes", "300,000"]),
    ],
)
def test_other_columns_beside_money_name_none(heads: list[str], row: list[str]) -> None:
    assert titled(row, row, heads=heads) == []


def test_a_purpose_with_its_beneficiary_and_its_grant_is_a_project() -> None:
    heads, rows = ["Beneficiary", "Purpose", "Grant (EUR)"], [["Hill Health Trust", "To train nurses", "45,000"]]
    assert titled(*rows, heads=heads) == [("To train nurses", ("Hill Health Trust",))]
    assert titled(*rows, heads=["Beneficiary", "Project", "Grant"]) == [("To train nurses", ("Hill Health Trust",))]


@pytest.mark.parametrize("beneficiaries", ["farmers in the north", "2,000 women", "Women"])
def test_who_benefits_is_no_partner(beneficiaries: str) -> None:
    heads = ["Beneficiaries", "Project", "Grant (EUR)"]
    assert titled([beneficiaries, "Dry docks", "45,000"], heads=heads) == [("Dry docks", ())]


@pytest.mark.parametrize(
    "cell", ["none", "None", "n/a", "N.A.", "tbc", "To be confirmed", "various", "–", "Other donors"]
)
@pytest.mark.parametrize("head", ["Co-financiers", "Other donors"])
def test_a_cell_may_name_nobody(head: str, cell: str) -> None:
    table = [["Project", "Budget (EUR)", "Donor", head], ["Dry docks", "45,000", "Norway", cell]]
    assert [project.funders for project in profile(table).projects] == [("Norway",)]


def test_a_column_of_others_who_pay_names_funders() -> None:
    table = [
        ["Project", "Budget (EUR)", "Donor", "Co-financiers"],
        ["Dry docks", "45,000", "Norway", "KfW; Moss Trust"],
    ]
    assert [project.funders for project in profile(table).projects] == [("Norway", "KfW", "Moss Trust")]


@pytest.mark.parametrize("value", ["None", "TBC", "n/a"])
def test_the_value_of_a_fact_may_name_nobody(value: str) -> None:
    facts = {"Budget": "EUR 5 million", "Other donors": value, "Duration": "2020–2023", "Country": "Togo"}
    assert [project.funders for project in profile(facts, kind="project", title="Norway").projects] == [()]


def test_a_giver_without_a_name_gives_for_nobody() -> None:
    rows = profile([["Donor", "Grant (EUR)"], ["Norway", "45,000"], ["Various", "5,000"]]).contributions
    assert [row.funder for row in rows] == ["Norway"]


def test_a_section_has_no_country_of_the_projects_in_its_table() -> None:
    table = [["Project", "Country", "Amount (US$)"], ["Roads", "Bhutan", "200,000"], ["Schools", "Nepal", "300,000"]]
    told = "Ireland gave EUR 2 million from 2020 to 2022 to train nurses in Zambia."
    found = profile(told, table, heading="Nurses for Zambia", kind="project")
    assert [project.countries for project in found.projects] == [("ZMB",), ("BTN",), ("NPL",)]


@pytest.mark.parametrize(
    "head", ["Of which Ireland (EUR)", "Irish share (EUR)", "Irish contribution (EUR)", "Irish Aid (EUR)"]
)
def test_a_column_that_names_the_donor_tells_its_share(head: str) -> None:
    heads = ["Project", "Budget (EUR)", head]
    rows = ["Dry docks", "9,000", "3,000"], ["Cranes", "7,000", "n/a"]
    found = profile([heads, *rows], heading="Projects of the fund").projects
    assert [(p.title, p.amount, len(p.funders)) for p in found] == [("Dry docks", 3_000, 1), ("Cranes", 7_000, 0)]


def test_a_column_that_names_another_tells_no_share_of_the_donor() -> None:
    table = [["Project", "Budget (EUR)", "Of which Togo (EUR)"], ["Dry docks", "9,000", "3,000"]]
    assert [(p.amount, p.funders) for p in profile(table, heading="Projects").projects] == [(9_000, ())]


def test_what_is_spent_of_which_a_line_tells_a_part_is_no_gift_twice() -> None:
    table = [
        ["Donor", "Pledged (EUR)", "Paid (EUR)"],
        ["Norway", "9,000", "8,000"],
        ["of which earmarked", "3,000", "2,000"],
    ]
    found = profile("Contributions", table, heading="Contributions", kind="contributions")
    assert [(row.funder, row.amount) for row in found.contributions] == [("Norway", 9_000), ("Norway", 3_000)]


def test_an_amount_in_the_label_over_names_is_nobodys_gift() -> None:
    facts = {
        "Gold circle (USD 50,000 and above)": "Moss Trust, Port Guild",
        "Norway": "USD 9,000",
        "Ireland": "USD 8,000",
    }
    found = profile(facts, heading="Our donors", kind="contributions")
    assert [(row.funder, row.amount) for row in found.contributions] == [("Norway", 9_000), ("Ireland", 8_000)]


def test_partners_of_a_fact_end_with_its_sentence() -> None:
    facts = {"Budget": "EUR 3 million", "Partners": "FAO and Port Guild. Villagers of Ferry Moss gain from it."}
    (row,) = profile(facts, heading="Safer piers", kind="project").projects
    assert row.partners == ("FAO", "Port Guild")


@pytest.mark.parametrize(
    ("facts", "funders", "partners"),
    [
        ({"Client": "Ministry of Ports", "Start": "2019"}, ("Ministry of Ports",), ()),
        ({"Client": "Ports Institute", "Funded by": "Norad"}, ("Norad",), ("Ports Institute",)),
        ({"Commissioned by": "Norad", "Start": "2019"}, ("Norad",), ()),
        ({"Our grant": "EUR 1 million", "Co-funder": "Norad"}, ("Ireland", "Norad"), ()),
    ],
)
def test_a_client_pays_where_no_other_does(facts, funders, partners):
    told = facts | {"Country": "Togo", "Budget": "EUR 3 million"}
    (project,) = profile(told, "It builds a pier in Togo.", heading="The safer ports project", kind="project").projects
    assert (project.funders, project.partners) == (funders, partners)
