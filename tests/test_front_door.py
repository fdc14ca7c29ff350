"""What `import pipeline` offers, as a programmer meets it."""

import time
from decimal import Decimal
from pathlib import Path

import pytest

import pipeline
from pipeline import DonorProfilesError, Money, UsageError, extract, find_mentions, mentions_table

ROOT = Path(__file__).parents[1]
TEXT = "US$ 5 million went to Kenya and Mali in 2019, for 300 schools."


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (None, "not None"),
        (b"raw", "not b'raw'"),
        ([b"raw"], r"not \[b'raw'\]"),
        ([None], r"not \[None\]"),
        ("", "not ''"),
        (5, "not 5"),
    ],
)
def test_what_is_no_path_is_told(paths: object, told: str) -> None:
    with pytest.raises(UsageError, match=f"extract takes a path or several, each a text or a pathlib.Path, {told}"):
        extract(paths)  # type: ignore[arg-type]


@pytest.mark.parametrize("jobs", [0, -1, "2"])
def test_jobs_that_are_none_are_told(jobs: object) -> None:
    with pytest.raises(DonorProfilesError, match="jobs is a number of documents from 1 up, or None, not"):
        extract("raw", jobs=jobs)  # type: ignore[arg-type]


def test_one_path_may_stand_alone() -> None:
    assert list(extract(str(ROOT / "raw" / "ireland.pdf"), verify=False)["documents"]["document"]) == ["ireland"]


@pytest.mark.parametrize("text", [None, b"US$ 5 million", 5])
def test_what_is_no_text_is_told(text: object) -> None:
    with pytest.raises(UsageError, match="find_mentions takes a text, not"):
        find_mentions(text)  # type: ignore[arg-type]


def test_mentions_as_a_table() -> None:
    table = mentions_table(find_mentions(TEXT))
    assert list(table["table"]) == ["money", "countries", "countries", "dates", "quantities"]
    assert table["amount"].iloc[0] == Decimal(5_000_000)
    assert list(table["iso3"].dropna()) == ["KEN", "MLI"]
    assert table["value"].iloc[-1] == Decimal(300)
    assert list(table["doubts"].map(len)) == [0] * 5
    assert list(mentions_table([]).columns) == list(table.columns)


@pytest.mark.parametrize("words", ["Kenya and ", "US$ 5 million and ", "in May 2019 and ", "5 refugees and ", "CAR, "])
def test_time_grows_with_the_text_and_not_faster(words: str) -> None:
    """One sentence without an end, as a list of names or a table without marks is."""

    def seconds(times: int) -> float:
        begins = time.process_time()
        assert len(find_mentions(words * times)) >= times
        return time.process_time() - begins

    seconds(10)
    short, long = (min(seconds(times) for _ in range(2)) for times in (125, 1000))
    assert long < 20 * max(short, 0.005), "8 times the text, with room for noise"


def test_a_text_may_be_longer_than_spacys_own_bound() -> None:
    (money,) = find_mentions("x" * 1_000_001 + " and US$ 5 million")
    assert isinstance(money, Money)
    assert (money.amount, money.char_start) == (5_000_000, 1_000_006)


def test_all_that_is_offered_is_there() -> None:
    assert all(hasattr(pipeline, name) for name in pipeline.__all__)
