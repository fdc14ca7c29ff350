"""What kind of contribution an amount is."""

import pytest

from pipeline.language import lexicon
from pipeline.model import Money

FLOWS = [
    (language, row["example"], row["flow"])
    for language in sorted(lexicon.languages())
    for row in lexicon.rows("flows", language)
]


@pytest.fixture
def flows_of(related):
    """The flows of the amounts of a text."""

    def told(text: str, language: str = lexicon.OWN) -> list[str | None]:
        with lexicon.spoken(language):
            profile = related("", text, kind="other", language=language)
        return [finding.mention.flow for finding in profile.findings if isinstance(finding.mention, Money)]

    return told


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("A loan of US$ 22 million and a grant of US$ 0.4 million pay for it.", ["other", None]),
        ("It gives US$ 3 million as a core contribution and US$ 2 million to the Fund.", ["core", None]),
        ("It gives US$ 3 million a year as a core contribution and US$ 2 million to the Fund.", ["core", None]),
        ("In 2022, EUR 38 million was paid, of which EUR 12 million as core support.", [None, "core"]),
        ("It pledged EUR 3 million in food aid and a EUR 50 million fund.", ["humanitarian", None]),
        ("It gave EUR 3 million and EUR 2 million in core funding.", [None, "core"]),
        ("In 2023 development and humanitarian assistance amounted to US$ 45 billion.", [None]),
    ],
)
def test_flow_of_each_of_several_amounts(flows_of, text: str, flows: list[str | None]) -> None:
    assert flows_of(text) == flows


@pytest.mark.parametrize(("language", "text", "flow"), FLOWS)
def test_every_flow_is_told_by_its_words(flows_of, language: str, text: str, flow: str) -> None:
    assert [flow or "" for flow in flows_of(text, language)] == [flow]


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("Assessed contributions, paid by all. It provided US$ 4 million.", ["assessed"]),
        (
            "US$ 5 million in assessed contributions and US$ 3 million in voluntary contributions",
            ["assessed", "voluntary"],
        ),
        ("Assessed contributions of US$ 5 million and core funding of US$ 3 million", ["assessed", "core"]),
        ("Assessed contributions.\n\nIt provided US$ 4 million.", [None]),
        ("• Core funding, since 2004.\n• It provided US$ 4 million.", [None]),
        ("It provided US$ 4 million.", [None]),
    ],
)
def test_the_flow_is_told_by_the_sentence_else_by_the_list_item(flows_of, text: str, flows: list[str | None]) -> None:
    assert flows_of(text) == flows


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # what kind of giver or partner somebody is
        ("Core global fund donors, including Japan (EUR 3 million), gave more.", "other"),
        ("Ireland paid EUR 3 million to humanitarian partners in Mali.", "other"),
        ("Ireland gave EUR 3 million in voluntary donor contributions.", "voluntary"),
        # relief is one of several things
        ("Ireland gave EUR 3 million for schools, clinics and emergency aid.", "other"),
        ("Ireland gave EUR 3 million to 120 projects of education and humanitarian action.", "other"),
        ("Ireland gave EUR 3 million for food, water and other humanitarian aid.", "humanitarian"),
    ],
)
def test_a_word_that_is_not_said_of_all_the_money(related, text, kind):
    assert [row.kind for row in related("Aid", text, "contributions").contributions] == [kind]
