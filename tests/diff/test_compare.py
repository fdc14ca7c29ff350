"""What counts as a change."""

import pytest

from pipeline.diff.compare import compare


def told(changes):
    return [(change.table, change.what, change.name, change.field, change.old, change.new) for change in changes]


def test_the_same(edition, project, contribution, figure):
    one = edition(projects=(project("Ports"),), contributions=(contribution("core", "5"),), figures=(figure("5"),))
    assert compare([one], [one]) == ()


def test_where_a_row_stands_is_no_change(edition, project):
    old, new = project("Ports", page=2), project("Ports", page=7)
    assert compare([edition(projects=(old,))], [edition(projects=(new,))]) == ()


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("amount", "8000000", "9000000"),
        ("amount_max", "", "9000000"),
        ("currency", "USD", "EUR"),
        ("qualifier", "nearly", "exact"),
        ("start", "2020-12", "2021-01"),
        ("end", "2024", ""),
        ("duration", "P26M", "P3Y"),
        ("countries", "KEN;UGA", "KEN;TZA;UGA"),
        ("funders", "KOICA", "KOICA;Ireland"),
    ],
)
def test_a_project_changed(edition, project, field, old, new):
    before = edition(projects=(project("Ports", page=2, **{field: old}),))
    after = edition(projects=(project("Ports", page=3, **{field: new}),))
    (change,) = compare([before], [after])
    assert told([change]) == [("projects", "changed", "Ports", field, old, new)]
    assert (change.row, change.old_page, change.new_page) == ("projects-Ports-3", 2, 3)


def test_the_order_of_a_list_is_no_change(edition, project):
    old, new = (project("Ports", countries=countries) for countries in ("KEN;UGA", "UGA;KEN"))
    assert compare([edition(projects=(old,))], [edition(projects=(new,))]) == ()


def test_projects_new_and_gone(edition, project):
    old = project("Ports", amount="8000000", currency="USD", duration="P4Y", countries="KEN")
    new = project("Looms", amount="2000000", amount_max="3000000", currency="EUR", start="2023")
    assert told(compare([edition(projects=(old,))], [edition(projects=(new,))])) == [
        ("projects", "new", "Looms", "", "", "EUR 2,000,000-3,000,000, 2023"),
        ("projects", "gone", "Ports", "", "USD 8,000,000, P4Y, KEN", ""),
    ]


def test_a_contribution_changed(edition, contribution):
    """The days of a period are not told beside the period."""
    old = contribution("assessed", "5", currency="USD", period="2018/2022", period_start="2018-01-01")
    new = contribution("assessed", "6", currency="USD", period="2019/2023", period_start="2019-01-01")
    changes = compare([edition(contributions=(old,))], [edition(contributions=(new,))])
    assert told(changes) == [
        ("contributions", "changed", "What is given (assessed)", "amount", "5", "6"),
        ("contributions", "changed", "What is given (assessed)", "period", "2018/2022", "2019/2023"),
    ]


# --------------------------------------------------------------------------------------------- figures no longer told


def test_a_figure_no_longer_told(edition, figure):
    old = edition(figures=(figure("5"), figure("6"), figure("5", section="elsewhere")))
    new = edition(figures=(figure("6", section="elsewhere"), figure("5", currency="EUR")))
    assert told(compare([old], [new])) == [("money", "no longer told", "USD 5", "", "They gave USD 5.", "")]


def test_a_figure_that_another_change_tells_of(edition, figure, project, contribution):
    old = edition(
        projects=(
            project("Ports", amount="8", currency="USD"),
            project("Looms and weavers", amount="7", currency="USD"),
        ),
        contributions=(contribution("core", "5", currency="USD"),),
        figures=(
            figure("8", section="section of Ports"),
            figure("7", section="section of Looms and weavers"),
            figure("1", currency="refugees", section="section of Looms and weavers"),
            figure("5"),
        ),
    )
    new = edition(
        projects=(project("Ports", amount="9", currency="USD"),),
        contributions=(contribution("core", "6", currency="USD"),),
        figures=(figure("9", section="section of Ports"), figure("6")),
    )
    assert {change.what for change in compare([old], [new])} == {"changed", "gone"}


# -------------------------------------------------------------------------------------------------------- documents


def test_documents_new_and_gone(edition, project):
    kenya, peru = edition("kenya", projects=(project("Ports"),)), edition("peru", donor="PER")
    both = [kenya, peru]
    assert told(compare([peru], both)) == [
        ("documents", "new", "kenya", "", "", ""),
        ("projects", "new", "Ports", "", "", ""),
    ]
    assert [change.what for change in compare(both, [peru])] == ["gone", "gone"]


def test_a_document_that_could_not_be_read_has_not_lost_its_projects(edition, project):
    old, new = edition(projects=(project("Ports"),)), edition(error="kenya.pdf is encrypted.")
    assert told(compare([old], [new])) == [("documents", "changed", "kenya", "error", "", "kenya.pdf is encrypted.")]
    assert compare([new], [new]) == ()


def test_a_figure_of_a_changed_project_is_told_by_that_change_alone(edition, figure, project):
    old = edition(projects=(project("Ports", amount="8", currency="USD"),), figures=(figure("8"),))
    new = edition(projects=(project("Ports", amount="8", currency="USD"),))
    assert [change.what for change in compare([old], [new])] == ["no longer told"]


def test_white_space_is_no_change_and_thousands_are_for_people(edition, contribution):
    old, new = (contribution("core", "5", funder=words) for words in ("Irish Aid", "Irish  Aid"))
    assert compare([edition(contributions=(old,))], [edition(contributions=(new,))]) == ()
    given = contribution("core", "8000000", currency="USD", period="2020")
    assert told(compare([edition()], [edition(contributions=(given,))])) == [
        ("contributions", "new", "What is given (core)", "", "", "core, USD 8,000,000, 2020")
    ]
