from dataclasses import replace

from pipeline.model import Boxes, Check, Document, Place, Profile, schema
from pipeline.write import rows


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
