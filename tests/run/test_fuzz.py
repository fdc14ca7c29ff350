"""Damaged copies of the samples go through a whole run: each ends in a row that says why, and harms no other."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pipeline import read_table
from pipeline.model.schema import TABLES
from pipeline.processes import Limits
from pipeline.run import Options, run
from tests.pdfs import typeset

ROOT = Path(__file__).parents[2]
SEEDS = range(6)
LIMITS = Limits(seconds=30, megabytes=2048)
OBJECT = re.compile(rb"(?<=\n)(\d+ 0 obj)(.*?)(?=endobj)", re.DOTALL)


def flipped(pdf: bytes, chance: random.Random) -> bytes:
    """Up to forty bits are wrong, as on a bad disk."""
    damaged = bytearray(pdf)
    for _ in range(chance.randint(1, 40)):
        damaged[chance.randrange(len(pdf))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def truncated(pdf: bytes, chance: random.Random) -> bytes:
    """The end is missing, as after a broken download."""
    return pdf[: chance.randrange(len(pdf))]


def swapped(pdf: bytes, chance: random.Random) -> bytes:
    """Three pairs of objects stand under each other's numbers, so that references lead to things of another kind."""
    for _ in range(3):
        one, other = sorted(chance.sample(list(OBJECT.finditer(pdf)), 2), key=lambda match: match.start())
        between = pdf[one.end() : other.start(2)]
        pdf = pdf[: one.start(2)] + other[2] + between + one[2] + pdf[other.end() :]
    return pdf


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    plain = typeset(tmp_path_factory.mktemp("good") / "plain.pdf", "Kenya gave US$ 5 million in 2021.")
    return [plain, ROOT / "raw/republic-of-korea.pdf"]


def tables(pdfs: list[Path], out: Path, of: list[Path]) -> dict[str, pd.DataFrame]:
    """All tables of a run, the rows of some documents alone."""
    run(pdfs, out, Options(limits=LIMITS, jobs=2))
    ids = [path.stem for path in of]
    found = {table.name: read_table(out / f"{table.name}.csv") for table in TABLES}
    return {name: table[table["document"].isin(ids)].reset_index(drop=True) for name, table in found.items()}


@pytest.mark.parametrize("damage", [flipped, truncated, swapped])
def test_damaged_files_are_told_and_harm_no_other(
    damage: Callable[[bytes, random.Random], bytes], good: list[Path], tmp_path: Path
) -> None:
    damaged = []
    for path in good:
        for seed in SEEDS:
            damaged.append(tmp_path / f"{path.stem}-{seed}.pdf")
            damaged[-1].write_bytes(damage(path.read_bytes(), random.Random(f"{path.stem} {seed}")))
    together = tables([*good, *damaged], tmp_path / "together", of=good)
    alone = tables(good, tmp_path / "alone", of=good)
    for name, table in alone.items():
        pd.testing.assert_frame_equal(together[name], table)

    rows = read_table(tmp_path / "together" / "documents.csv").set_index("document")
    assert set(rows.index) == {path.stem for path in (*good, *damaged)}
    for path in damaged:
        row = rows.loc[path.stem]
        assert row["status"] in {"ok", "failed", "no-text", "encrypted"}
        told = "" if pd.isna(row["error"]) else row["error"]
        assert (row["status"] == "ok") == (not told)
        assert not told or (told.startswith(path.name) and told.endswith("."))
        assert "\n" not in told
        assert "Please report this" not in told, "a damaged file met a defect of ours"
