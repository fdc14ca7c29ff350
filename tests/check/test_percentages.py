"""Shares of one whole, in a column: three at least, each below 100, all together below what only rates come to."""

import pytest

from pipeline.check import check


def told(profile_of, shares: list[str], heading: str = "Where the money goes") -> list[str]:
    rows = "\n\n".join(f"Country {letter}\t{share}" for letter, share in zip("ABCDE", shares, strict=False))
    profile = profile_of(f"## contributions: {heading}\n\n{rows}")
    return [each.message for each in check(profile) if each.check == "shares-over-all"]


@pytest.mark.parametrize(
    ("shares", "sum_"),
    [
        (["60%", "40%", "2%"], "102"),
        (["60%", "40%", "1%"], None),  # 59.5, 39.5 and 0.5 are no more than 100
        (["60.0%", "40.0%", "0.1%"], None),  # nor are 59.95, 39.95 and 0.05
        (["60.0%", "40.0%", "0.2%"], "100.2"),
        (["60%", "60%"], None),  # two may be shares of two things
        (["50%", "50%", "49%"], "149"),
        (["50%", "50%", "50%"], None),  # rates
        (["100%", "2%", "3%"], None),  # all of something, and shares of it
        (["99%", "2%", "3%"], "104"),
        (["60%", "60", "3%"], None),
    ],
)
def test_shares_that_come_to_more_than_all(profile_of, shares: list[str], sum_: str | None) -> None:
    assert [message.split(" come to ")[1] for message in told(profile_of, shares)] == ([f"{sum_}%."] if sum_ else [])


def test_a_column_with_a_total_is_another_checks(profile_of) -> None:
    profile = profile_of("## other: Where the money goes\n\nA\t60%\n\nB\t40%\n\nC\t4%\n\nTotal\t104%")
    assert [each.check for each in check(profile) if each.check == "shares-over-all"] == []


@pytest.mark.parametrize(("share", "is_told"), [("101%", True), ("100%", False)])
def test_a_share_of_more_than_all(profile_of, share: str, is_told: bool) -> None:
    profile = profile_of(f"In Dhaka {share} of the factories have a committee.")
    assert ("share-over-all" in {each.check for each in check(profile)}) is is_told
