"""Where sentences begin: texts a person has checked, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import sentences
from pipeline.mentions import nlp
from pipeline.model import Block
from tests.mentions.readings import readings


def split(text: str, form: tuple[Block, ...] | None = None) -> list[str]:
    doc = nlp.doc_of(text, form)
    sentences.sentences(doc)
    return [doc.sentence_at(start).text.strip() for start in doc.sentences]


@pytest.mark.parametrize(("text", "expected"), readings("sentences"))
def test_every_text_splits_as_a_person_has_checked(text: str, expected: str) -> None:
    assert " | ".join(split(text)) == expected


@pytest.mark.parametrize(
    "figure", ["US$ 1.5 m. of grants", "No. 190 applies", "5.5 per cent", "approx. 12 weeks", "p. 7", "2.5–3.5 km."]
)
def test_no_sentence_is_cut_inside_a_figure(figure: str) -> None:
    assert split(f"It says {figure} in Ghana. So it does.") == [f"It says {figure} in Ghana.", "So it does."]


def test_a_blank_line_ends_a_sentence_without_a_full_stop() -> None:
    assert split("Better work\n \nThe programme began") == ["Better work", "The programme began"]


def test_a_line_end_alone_does_not() -> None:
    assert split("The programme\nbegan in 2019.") == ["The programme\nbegan in 2019."]


@given(st.text())
def test_sentences_cover_any_text_in_order(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(st.lists(st.sampled_from(["Work began.", "Is it so?", "It was 2.5 m. in all.", "• seeds"]), min_size=1))
def test_paragraphs_never_share_a_sentence(paragraphs: list[str]) -> None:
    assert split("\n\n".join(paragraphs)) == paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew.The rest fell.", ["It grew.", "The rest fell."]),  # a blank was lost
        ("It did.The rest fell.", ["It did.The rest fell."]),  # three letters may be an abbreviation
        ("It GREW.The rest fell.", ["It GREW.The rest fell."]),
        ("It grew.the rest fell.", ["It grew.the rest fell."]),
        ("It grew.A rest fell.", ["It grew.A rest fell."]),
        ("It grew.12 The rest fell.", ["It grew.12", "The rest fell."]),  # a footnote's number
        ("It grew.123 The rest fell.", ["It grew.123", "The rest fell."]),
        ("It grew.1234 The rest fell.", ["It grew.1234 The rest fell."]),
        ("It grew by 5.12 The rest fell.", ["It grew by 5.12 The rest fell."]),
        ("123. The rest fell.", ["123. The rest fell."]),  # the number of a list
        ("1234. The rest fell.", ["1234.", "The rest fell."]),
        ("It grew to 12. The rest fell.", ["It grew to 12.", "The rest fell."]),
        ("So said J. Smith. He left.", ["So said J. Smith.", "He left."]),
        ("So said J. R. Smith. He left.", ["So said J. R. Smith.", "He left."]),
        ("It met at 5 p.m. The rest fell.", ["It met at 5 p.m.", "The rest fell."]),
        ("The U.S. Congress met.", ["The U.S. Congress met."]),
        ("So did the no-one Dr. Smith.", ["So did the no-one Dr. Smith."]),
        ("So it was (approx. Five).", ["So it was (approx. Five)."]),
        ("So it was a/approx. Five.", ["So it was a/approx. Five."]),
        ("So said j. Smith left.", ["So said j.", "Smith left."]),
        ("(It grew.) The rest fell.", ["(It grew.)", "The rest fell."]),
        ("It grew. (The rest fell.)", ["It grew.", "(The rest fell.)"]),
        ("It grew. (the rest fell.)", ["It grew. (the rest fell.)"]),
        ("It grew. (", ["It grew.", "("]),
        ("It grew?! The rest fell.", ["It grew?!", "The rest fell."]),
        ("It grew.", ["It grew."]),
        ("It grew\n• the rest\n• fell", ["It grew", "• the rest", "• fell"]),
    ],
)
def test_a_sentence_ends_where_its_mark_is_one(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("! It grew.", ["!", "It grew."]),
        ("It grew \n", ["It grew"]),
        ("It grew\n \n", ["It grew"]),
        ("It grew\n \nthe rest", ["It grew", "the rest"]),
        ("It grew\n\tthe rest", ["It grew\n\tthe rest"]),
        ("It grew\n\t• the rest", ["It grew", "• the rest"]),
        ("• It grew", ["• It grew"]),
    ],
)
def test_lines_that_end_a_sentence_and_lines_that_do_not(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budget\tEUR 5\nIt grew. So it did.", ["Budget", "EUR 5", "It grew.", "So it did."]),
        ("Budget\t\tEUR 5", ["Budget", "EUR 5"]),
        ("It grew\nand fell", ["It grew", "and fell"]),
    ],
)
def test_every_passage_of_a_section_is_of_its_own(text: str, expected: list[str]) -> None:
    assert split(text, form=()) == expected
