"""Which project of the old edition is which of the new one."""

import pytest

from pipeline.diff import match


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Safer ports", "KEN"), ("Safer ports", "UGA")),
        (("Digital wages in Rwanda", "RWA"), ("Digital wage payments in Rwanda", "RWA")),
        (("Fair contracts at sea", ""), ("FAIR CONTRACTS ON BOARD", "")),
        (("Skills for girls on the coast, phase two", "KEN;UGA"), ("Skills for girls on the coast", "KEN;UGA;TZA")),
    ],
)
def test_one_project(project, old, new):
    before, after = (project(title, countries=countries) for title, countries in (old, new))
    assert match.projects([before], [after]) == match.Matching(pairs=((before, after),))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Decent work for young people in Kenya", "KEN"), ("Decent work for young people in Uganda", "UGA")),
        (("Better work in Bangladesh", "BGD"), ("Better work in Cambodia", "KHM")),
        (("Fair contracts at sea", "PHL"), ("Skills for girls", "PHL")),
    ],
)
def test_two_projects(project, old, new):
    before, after = (project(title, countries=countries) for title, countries in (old, new))
    assert match.projects([before], [after]) == match.Matching(gone=(before,), new=(after,))


def test_long_titles_are_held_against_each_other_letter_by_letter(project):
    """difflib would leave out letters that come often in a text of two hundred."""
    before, after = project("school road mill farm " * 10), project("school, road, mill, farm, " * 10)
    assert match.projects([before], [after]).pairs == ((before, after),)


def test_an_id_counts_more_than_a_title(project):
    old = [project("Safer ports", id_="projects-1"), project("Safer roads", id_="projects-2")]
    new = [project("Safer ports", id_="projects-2"), project("Other words", id_="projects-1")]
    assert match.projects(old, new).pairs == ((old[1], new[0]), (old[0], new[1]))


def test_the_most_alike_go_together_each_once(project):
    old = [project("Safer ports", page=1), project("Safer ports for all", page=2)]
    new = [project("Safer ports for all of us", page=3)]
    assert match.projects(old, new) == match.Matching(pairs=((old[1], new[0]),), gone=(old[0],))


def test_the_same_the_other_way_round(project):
    """difflib's ratio depends on the order of its texts; the matching does not."""
    titles = ("Safe ports now", "Safer ports", "Safer sports", "Ports that are safe", "Reports on safety")
    old = [project(title, page=1) for title in titles]
    new = [project(f"{title}, again", page=2) for title in titles[::-1]]
    there, back = match.projects(old, new), match.projects(new, old)
    assert {(one.id, other.id) for one, other in there.pairs} == {(other.id, one.id) for one, other in back.pairs}
    assert there.gone == back.new


def test_contributions_of_one_kind_or_one_amount(contribution):
    old = [contribution("assessed", "10", currency="USD"), contribution("other", "20", currency="EUR", page=1)]
    new = [contribution("total", "20", currency="EUR"), contribution("assessed", "12", currency="USD")]
    assert match.contributions(old, new).pairs == ((old[1], new[0]), (old[0], new[1]))


def test_other_is_no_kind_in_common(contribution):
    assert match.contributions([contribution("other", "10")], [contribution("other", "20")]).pairs == ()


def test_documents_by_id_then_by_donor(edition):
    old = [edition("kenya"), edition("ireland-2020", donor="IRL"), edition("malta", donor="MLT")]
    new = [edition("kenya", donor="KEN"), edition("ireland-2024", donor="IRL"), edition("peru", donor="PER")]
    matching = match.editions(old, new)
    assert matching.pairs == ((old[0], new[0]), (old[1], new[1]))
    assert (matching.gone, matching.new) == ((old[2],), (new[2],))


def test_of_several_documents_of_one_donor_none_is_guessed(edition):
    old = [edition("ireland-2018", donor="IRL"), edition("ireland-2020", donor="IRL")]
    new = [edition("ireland-2024", donor="IRL"), edition("peru", donor="PER")]
    assert match.editions(old, new).pairs == ()


def test_one_document_on_each_side(edition):
    old, new = edition("profile", donor=""), edition("profile-2", donor="IRL")
    assert match.editions([old], [new]).pairs == ((old, new),)


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ("abcdefghij", "abcdefgxyz", True),  # seven of ten letters
        ("abcdefghij", "abcdefvxyz", False),
    ],
)
def test_titles_that_are_seven_tenths_alike(project, old, new, one):
    assert bool(match.projects([project(old)], [project(new)]).pairs) is one


@pytest.mark.parametrize(
    ("title", "countries", "one"),
    [
        ("abcdefghijklmnopqrst", "UGA", True),  # three parts of four are enough
        ("abcdefghijklmnopqrsx", "UGA", True),  # 19 of 20 letters: 0.7125
        ("abcdefghijklmnopqryx", "UGA", False),  # 18 of them: 0.675
        ("abcdefghijklmnzyxwvu", "KEN", True),  # 14: 0.525, and all countries 0.25
        ("abcdefghijk123456789", "KEN", False),  # 11: 0.4125 and 0.25
        ("abcdefghijklmnzyxwvu", "KEN;UGA", False),  # half of the countries: 0.125
        ("abcdefghijklmnopzyxw", "KEN;UGA", True),  # 16: 0.6 and 0.125
        ("abcdefghijklmnzyxwvu", "", True),  # where one names none, the title alone tells
    ],
)
def test_countries_are_a_quarter_of_the_likeness(project, title, countries, one):
    old, new = project("abcdefghijklmnopqrst", countries="KEN"), project(title, countries=countries, page=3)
    assert bool(match.projects([old], [new]).pairs) is one


def test_equal_titles_go_together_in_reading_order(project):
    old = [project("Safer ports", page=page) for page in (1, 2, 3)]
    new = [project("Safer ports", page=page) for page in (4, 5)]
    assert match.projects(old, new) == match.Matching(pairs=((old[0], new[0]), (old[1], new[1])), gone=(old[2],))


def test_contributions_that_have_more_in_common_go_first(contribution):
    old = [contribution("core", "10", period="2020"), contribution("core", "11", period="2021")]
    new = [contribution("core", "12", period="2021")]
    assert match.contributions(old, new).pairs == ((old[1], new[0]),)


def test_an_amount_in_another_currency_is_another_amount(contribution):
    old, new = contribution("core", "10", currency="USD"), contribution("total", "10", currency="EUR")
    assert match.contributions([old], [new]).pairs == ()


def test_documents_without_a_donor_are_not_of_one_donor(edition):
    old = [edition("one", donor=""), edition("two", donor="PER")]
    new = [edition("three", donor=""), edition("four", donor="PER")]
    assert match.editions(old, new).pairs == ((old[1], new[1]),)
