"""Where a figure ends, and its sign; each case beside one that is just no such case."""

import pytest

from pipeline.language.figures import misspelled_scales, runs_on, sign_before
from pipeline.language.lexicon import spoken
from pipeline.language.numbers import number_scales
from pipeline.mentions import nlp


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("milion", "million"),  # a letter lost
        ("millin", "million"),
        ("housand", "thousand"),  # the first one
        ("xthousand", None),  # one too many, before the first
        ("milllion", "million"),  # one too many
        ("millionx", "million"),
        ("nillion", None),  # the first letter is another one: too far
        ("mullion", "million"),
        ("millian", "million"),
        ("mlilion", "million"),  # two in each other's place
        ("milloin", "million"),
        ("bilion", "billion"),
        ("thousnad", "thousand"),
        ("million", None),
        ("millions", None),
        ("milin", None),  # two letters lost
        ("croe", None),  # too short to be known with a slip in it
        ("lak", None),
        ("twety", None),  # no scale
    ],
)
def test_a_scale_with_a_slip_of_one_letter(text: str, scale: str | None) -> None:
    """By its value: "milion" may be "million" or, in Italian, "milioni"."""
    scales = number_scales()
    assert scales.get(misspelled_scales().get(text, "")) == (scales[scale] if scale else None)


@pytest.mark.parametrize(
    ("text", "figure", "goes_on"),
    [
        ("It took 2 .7 of it", "2", True),
        ("It took 2 . Seven", "2", False),
        ("It took 2.O of it", "2", True),
        ("It took 2.5 of it", "2.5", False),
        ("It took 1O of it", "1", True),
        ("It took 3, 250, 000", "3", True),
        ("It took 3, 25 of it", "3", False),
        ("It took 3, 2500 of it", "3", False),
        ("It took 1234, 250 of it", "1234", False),
        ("It took 123, 250 of it", "123", True),
        ("It took 45/50 of it", "45", True),
        ("It took 45 / of it", "45", False),
        ("It took 310 '000 of it", "310", True),
        ("It took 310 '00 of it", "310", False),
        ("It took 2 mil lion", "2", True),
        ("It took 2 mil of it", "2", False),
        ("It took 2† million", "2", True),
        ("It took 2†††† million", "2", False),
        ("It took 3,\n250 of it", "250", True),  # the rest of a number
        ("It took 3,\n25 of it", "25", False),
        ("It took 3. 250 of it", "250", True),
        ("It took 3.250 of it", "250", True),
        ("It took O5 of it", "5", True),
        ("It took BO5 of it", "5", False),
        ("It took 2-5 of it", "5", True),
        ("It took $19 99 a week", "$19", True),
        ("It took $19 99 people", "$19", False),
    ],
)
def test_a_figure_that_goes_on(text: str, figure: str, goes_on: bool) -> None:
    start = text.rindex(figure)
    assert runs_on(text, start, start + len(figure)) is goes_on


@pytest.mark.parametrize(
    ("text", "token", "sign"),
    [
        ("It was -5 then", "5", (2, True)),
        ("It was minus 5 then", "5", (2, True)),
        ("It was –5 then", "5", (2, False)),
        ("It was (-5) then", "5", (3, True)),
        ("It was 9-5 then", "5", None),
        ("It was 9 minus 5 then", "5", None),
        ("It was EUR 9 m -5 then", "5", None),
        ("It was - 5 then", "5", None),
        ("It was x-5 then", "5", None),
        ("-5 then", "5", (0, False)),  # it may be a point of a list
        ("It was\n-5 then", "5", (3, False)),
        ("5 then", "5", None),
    ],
)
def test_the_sign_before_a_figure(text: str, token: str, sign: tuple[int, bool] | None) -> None:
    doc = nlp.doc_of(text)
    found = sign_before(doc, doc.texts.index(token))
    assert (found and tuple(found)) == sign
