from dataclasses import replace
from decimal import Decimal

from pipeline.model import Boxes, Check, Document, Evidence, Place, Profile, Span, Table, schema
from pipeline.model.blocks import Cell
from pipeline.write import rows
from tests.places import places
from tests.write.conftest import FUNDING


def cells(profile: Profile, table: str) -> list[dict[str, object]]:
    return [dict(zip(schema.table(table).columns, row, strict=True)) for row in rows.of(profile)[table]]


def test_a_mention_points_to_its_characters_and_their_box(profile: Profile) -> None:
    (money,) = cells(profile, "money")
    assert (money["text"], money["char_start"], money["char_end"]) == ("US$ 1.5 million", 33, 48)
    assert money["page"] == 1
    assert money["boxes"] == "1@130,40,205,50"


def test_a_section_has_a_box_for_each_printed_line(profile: Profile) -> None:
    funding, gardens = cells(profile, "sections")
    assert funding["boxes"] == "1@10,20,45,30;1@10,40,325,50"
    assert (gardens["page_first"], gardens["page_last"], gardens["words"]) == (2, 2, 6)


def test_a_section_has_its_text_and_is_empty_where_it_has_none(profile: Profile) -> None:
    bare = replace(profile.sections[1], text="", places=places("Gardens"), heading="Gardens", kind="other")
    told = cells(replace(profile, sections=(profile.sections[0], bare), findings=(), projects=()), "sections")
    assert [(row["kind"], row["heading"], row["text"]) for row in told] == [
        ("contributions", "Funding", FUNDING),
        ("other", "Gardens", None),
    ]


def test_boxes_have_no_noise_after_two_decimals(profile: Profile) -> None:
    noisy = Place(0, 1, 3, 0, Boxes([1 / 3], [0.1 + 0.2], [99.999], [-0.001]), 0)
    section = replace(profile.sections[0], heading="", text="a", places=(noisy,))
    assert cells(replace(profile, sections=(section,)), "sections")[0]["boxes"] == "3@0.33,0.3,100,0"


def test_lists_are_joined_and_a_semicolon_within_an_item_is_not_a_joint(profile: Profile) -> None:
    (project,) = cells(profile, "projects")
    assert project["countries"] == "KEN;UGA"
    assert project["links"] == "https://example.org/a%3Bb"
    assert project["funders"] == "Irish Aid"
    assert project["partners"] is None


def test_a_document_counts_the_words_of_its_sections(profile: Profile) -> None:
    (document,) = cells(profile, "documents")
    assert (document["sections"], document["words"]) == (2, 20)


def test_a_document_that_could_not_be_read_has_a_row_and_nothing_else() -> None:
    failed = Document(id="x", file="x.pdf", sha256="", status="failed", error="x.pdf is empty.")
    tables = rows.of(Profile(document=failed))
    assert tables.pop("documents") == [("x", "x.pdf", None, *[None] * 5, "failed", "x.pdf is empty.", *[None] * 3)]
    assert not any(tables.values())


def test_checks_keep_their_id_when_others_come_and_alike_ones_have_two() -> None:
    one, other = (Check(severity="error", check=name, message="Look.", section="s") for name in ("sum", "span"))
    profile = Profile(document=Document(id="x", file="x.pdf", sha256="", status="ok"))
    alone, together = (rows.of(replace(profile, checks=told))["checks"] for told in ((one,), (other, one, one)))
    assert alone[0] == together[1]
    assert len({row[0] for row in together}) == 3


def test_an_empty_cell_is_on_the_page_of_the_words_before_it(profile: Profile) -> None:
    """A table that goes on over two pages; its first cell is empty, too."""
    text = "\t2020\nMali\t\nNiger\t"
    printed = tuple(place._replace(page=1 if place.start < text.index("Niger") else 2) for place in places(text))
    spans = [(0, 0), (1, 5), (6, 10), (11, 11), (12, 17), (18, 18)]
    table = Table(None, tuple(Cell(Span(*span), n // 2, n % 2) for n, span in enumerate(spans)), 1)
    section = replace(profile.sections[0], heading="", text=text, places=printed, blocks=(table,))
    told = cells(replace(profile, sections=(section,)), "cells")
    assert [(cell["text"], cell["page"], cell["boxes"] is None) for cell in told] == [
        (None, 1, True),
        ("2020", 1, False),
        ("Mali", 1, False),
        (None, 1, True),
        ("Niger", 2, False),
        (None, 2, True),
    ]


def test_a_cell_over_two_pages_is_on_the_first_of_them_and_so_is_an_empty_one_before_it(profile: Profile) -> None:
    text = "\tMali Togo"
    printed = tuple(place._replace(page=1 if place.start < 5 else 2, line=place.start) for place in places(text))
    table = Table(None, (Cell(Span(0, 0), 0, 0), Cell(Span(1, 10), 0, 1)), 1)
    section = replace(profile.sections[0], heading="", text=text, places=printed, blocks=(table,))
    told = cells(replace(profile, sections=(section,)), "cells")
    assert [(cell["text"], cell["page"]) for cell in told] == [(None, 1), ("Mali Togo", 1)]
    (project,) = profile.projects
    both = replace(project, evidence=(Evidence("title", "Mali Togo", "", "cell", section, Span(1, 10)),))
    (evidence,) = cells(replace(profile, projects=(both,), contributions=()), "evidence")
    assert evidence["page"] == 1


def test_a_figure_has_the_head_of_its_column_and_the_label_of_its_row(profile: Profile) -> None:
    text = "Country\t2020\nMali\t3"
    spans = [(0, 7), (8, 12), (13, 17), (18, 19)]
    made = [Cell(Span(*span), n // 2, n % 2, "cell" if n > 1 else "head") for n, span in enumerate(spans)]
    table = Table(None, tuple(made), 1)
    section = replace(profile.sections[0], heading="", text=text, places=places(text), blocks=(table,))
    told = cells(replace(profile, sections=(section,)), "cells")
    assert [(cell["head"], cell["label"]) for cell in told] == [
        *[(None, None)] * 2,
        ("Country", None),
        ("2020", "Mali"),
    ]


def test_each_value_has_its_evidence(profile: Profile) -> None:
    project, section = profile.projects[0], profile.sections[1]
    evidence = (
        Evidence("title", "=Gardens", "", "heading", section, Span(0, 8)),
        Evidence("countries", "a;b", "country-1", "statement", section, Span(0, 8)),
        Evidence("amount", Decimal("5.50"), "reviews", None, section, None),
    )
    project = replace(project, evidence=evidence, page=7)
    told = cells(replace(profile, projects=(project,)), "evidence")
    assert [(e["field"], e["value"], e["source"], e["basis"], e["page"]) for e in told] == [
        ("title", "=Gardens", None, "heading", 2),
        ("countries", "a%3Bb", "country-1", "statement", 2),
        ("amount", "5.5", "reviews", None, 7),
    ]
    assert [e["boxes"] is None for e in told] == [False, False, True]


# Every field that a record may leave open, told: the tables have it as it is.
TOLD = {
    "documents": {"title": "Ports", "language": "fr", "donor": "Norway", "donor_iso3": "NOR", "error": "", "pages": 2},
    "projects": {
        **{"title": "Ports", "amount": Decimal(5), "amount_max": Decimal(6), "currency": "EUR", "qualifier": "between"},
        **{"start": "2021-01-01", "end": "2022-01-01", "duration": "P1Y", "review": "corrected"},
        **dict.fromkeys(("funders", "partners", "countries", "groups", "places", "beneficiaries"), ("a", "b")),
    },
    "contributions": {
        **{"kind": "core", "amount": Decimal(5), "amount_max": Decimal(6), "currency": "EUR", "qualifier": "between"},
        **{"period": "2021", "period_start": "2021-01-01", "period_end": "2021-12-31", "funder": "Norway"},
        "review": "added",
    },
    "checks": {
        **{"severity": "error", "check": "bare-project", "message": "No money.", "section": "island/2", "page": 2},
        **{"table": "projects", "row": "p1", "field": "amount"},
    },
}


def test_what_is_told_stands_in_its_column_as_it_is(profile: Profile) -> None:
    (project,), (given,), (check,) = profile.projects, profile.contributions, profile.checks
    told = replace(
        profile,
        document=replace(profile.document, **TOLD["documents"]),
        projects=(replace(project, **TOLD["projects"]),),
        contributions=(replace(given, **TOLD["contributions"]),),
        checks=(replace(check, **TOLD["checks"]),),
    )
    for table, values in TOLD.items():
        (row,) = cells(told, table)
        expected = {name: ";".join(v) if isinstance(v, tuple) else v or None for name, v in values.items()}
        assert {name: row[name] for name in values} == expected, table


def test_what_is_not_told_is_empty(profile: Profile) -> None:
    (project,), (given,), (check,) = profile.projects, profile.contributions, profile.checks
    section = replace(project.section, heading="", text="Fruit.", places=places("Fruit."), links=(), parent="")
    bare = replace(
        profile,
        document=Document(id="island", file="Island.pdf", sha256="", status="failed"),
        sections=(section,),
        findings=(),
        projects=(type(project)(id="p1", section=section, title=""),),
        contributions=(type(given)(id="c1", section=section, kind="other"),),
        checks=(Check(severity="info", check=check.check, message="No money."),),
    )
    stated = {table: {name for name, cell in cells(bare, table)[0].items() if cell is not None} for table in TOLD}
    assert stated == {
        "documents": {"document", "file", "status"},
        "projects": {"id", "document", "section", "page"},
        "contributions": {"id", "document", "section", "kind", "page"},
        "checks": {"id", "severity", "check", "document", "message"},
    }
    assert [cells(bare, "sections")[0][name] for name in ("parent", "heading")] == [None, None]


def test_a_mention_has_its_sentence_where_there_is_one(profile: Profile) -> None:
    finding = profile.findings[0]
    alone = replace(finding, id="m0", mention=replace(finding.mention, sentence=""))
    told = cells(replace(profile, findings=(finding, alone)), "money")
    assert [money["sentence"] for money in told] == [finding.mention.sentence, None]
    assert finding.mention.sentence.startswith("In 2021 the island gave")
