"""One run over PDFs that are made here: what is read again, what is not, and that the bytes are the same."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline import extract
from pipeline.model.schema import TABLES
from pipeline.run import Options, run
from tests.pdfs import typeset
from tests.waiting import LIMIT

TEXT = "Kenya gave US$ 5 million in 2021."
REVIEWS = "table,id,field,value,decision,reviewer,date,quote,note\n"


@pytest.fixture(autouse=True)
def _empty_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONOR_PROFILES_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    typeset(tmp_path / "raw" / "b.pdf", TEXT)
    typeset(tmp_path / "raw" / "A b.pdf", "India gave EUR 7 million in 2020.")
    return tmp_path / "raw"


def read_anew(raw: Path, out: Path, **options: bool) -> list[int]:
    """How many documents were done each time that progress was told: the first are those that need no reading."""
    told: list[int] = []
    run([raw], out, Options(**options), progress=lambda done, *_: told.append(done))
    return told


def content(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_rows_stand_in_order_of_documents(raw: Path, tmp_path: Path) -> None:
    outcomes = run([raw], tmp_path / "out", Options())
    assert [outcome.document for outcome in outcomes] == ["a-b", "b"]
    lines = tmp_path.joinpath("out", "money.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["a-b", "b"]


def test_an_unchanged_run_reads_nothing_and_gives_the_same_bytes(raw: Path, tmp_path: Path) -> None:
    assert read_anew(raw, tmp_path / "out") == [0, 1, 2]
    first = content(tmp_path / "out")
    assert read_anew(raw, tmp_path / "out") == [2]
    assert content(tmp_path / "out") == first
    assert read_anew(raw, tmp_path / "again", force=True) == [0, 1, 2]
    assert content(tmp_path / "again") == first


def test_only_what_changed_is_read_again(raw: Path, tmp_path: Path) -> None:
    read_anew(raw, tmp_path / "out")
    typeset(raw / "b.pdf", TEXT.replace("5", "6"))
    assert read_anew(raw, tmp_path / "out") == [1, 2]
    assert b"US$ 6 million" in content(tmp_path / "out")["money.csv"]
    raw.joinpath("a-b.reviews.csv").write_text(REVIEWS, encoding="utf-8")
    assert read_anew(raw, tmp_path / "out") == [1, 2]
    assert read_anew(raw, tmp_path / "out", verify=False) == [0, 1, 2]


@pytest.mark.parametrize("lost", [Path.unlink, lambda path: os.truncate(path, 1000)], ids=["cleared", "damaged"])
def test_an_entry_that_is_lost_while_a_run_goes_is_read_anew(
    raw: Path, tmp_path: Path, lost: Callable[[Path], None]
) -> None:
    run([raw], tmp_path / "out", Options())
    first = content(tmp_path / "out")
    told: list[int] = []

    def lose(done: int, *_: int) -> None:
        told.append(done)
        for path in Path(os.environ["DONOR_PROFILES_CACHE"]).glob("*.zip"):
            lost(path)

    assert [outcome.status for outcome in run([raw], tmp_path / "out", Options(), progress=lose)] == ["ok", "ok"]
    assert told == [2]
    assert content(tmp_path / "out") == first


@pytest.mark.parametrize("name", ["b.pdf", "b.reviews.csv"])
def test_what_is_changed_while_it_is_read_is_told_and_not_kept(raw: Path, tmp_path: Path, name: str) -> None:
    raw.joinpath("b.reviews.csv").write_text(REVIEWS, encoding="utf-8")
    before = raw.joinpath(name).read_bytes()
    changed = before + b"\n"
    first, second = run([raw], tmp_path / "out", Options(), progress=lambda *_: raw.joinpath(name).write_bytes(changed))
    assert (first.status, second.status) == ("ok", "failed")
    assert second.error == "b.pdf was changed while it was read: run again."
    raw.joinpath(name).write_bytes(before)  # and put back, so that it is the file that was to be read
    assert read_anew(raw, tmp_path / "out") == [1, 2]
    raw.joinpath(name).write_bytes(changed)
    assert read_anew(raw, tmp_path / "out") == [1, 2]


def test_rows_of_a_document_that_is_gone_go(raw: Path, tmp_path: Path) -> None:
    read_anew(raw, tmp_path / "out")
    raw.joinpath("b.pdf").unlink()
    assert read_anew(raw, tmp_path / "out") == [1]
    assert b"\nb," not in content(tmp_path / "out")["documents.csv"]


def test_any_number_of_jobs_gives_the_same_bytes(raw: Path, tmp_path: Path) -> None:
    run([raw], tmp_path / "one", Options(jobs=1, force=True))
    run([raw], tmp_path / "many", Options(jobs=5, force=True))
    assert content(tmp_path / "one") == content(tmp_path / "many")


def test_runs_of_several_threads_do_not_disturb_each_other(raw: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(3) as threads:
        runs = [threads.submit(run, [raw], tmp_path / f"out{n}", Options(force=True)) for n in range(3)]
    assert all(outcome.status == "ok" for each in runs for outcome in each.result())


def test_a_decision_of_a_person_shows_in_the_tables(raw: Path, tmp_path: Path) -> None:
    tables = extract([raw / "b.pdf"])
    money = tables["money"].iloc[0]
    decision = f"money,{money['id']},amount,5500000,correct,Ann,2022-01-31,{money['sentence']},seen in the annex\n"
    raw.joinpath("b.reviews.csv").write_text(REVIEWS + decision, encoding="utf-8")
    decided = extract([raw / "b.pdf"])["money"].iloc[0]
    assert (int(decided["amount"]), decided["review"]) == (5500000, "corrected")


def test_tables_come_as_frames(raw: Path) -> None:
    tables = extract([str(raw)], jobs=1)
    assert tables["documents"]["document"].tolist() == ["a-b", "b"]
    assert [int(amount) for amount in tables["money"]["amount"]] == [7000000, 5000000]
    assert set(tables) == {table.name for table in TABLES}


def test_the_front_door_works_in_any_order_and_in_a_script_without_a_main_guard(raw: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from pipeline import find_mentions\n"
        f"assert len(find_mentions({TEXT!r})) == 3\n"
        "from pipeline import extract\n"
        f"print(len(extract([{str(raw)!r}])['documents']))\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-c", f"import runpy; runpy.run_path({str(script)!r}, run_name='__main__')"]
    root = Path(__file__).parents[2]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root, timeout=LIMIT)
    assert result.stdout == "2\n", result.stderr


def test_the_process_that_forks_has_both_readers_the_rules_and_nothing_that_no_document_needs() -> None:
    libraries = {"pypdfium2", "pdfplumber", "spacy", "pandas", "pandera", "requests", "typer", "spacy.cli"}
    code = f"""
import sys
from pipeline.run import cache, warm
code = warm.warm_up()
print(*({libraries} & {{*sys.modules}}))
from pipeline.language import lexicon
tables = lexicon._rows.cache_info().currsize
import spacy.cli
print(code == cache.code(), tables > 40, callable(spacy.cli.info))"""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=root, timeout=LIMIT
    )
    imported, told = done.stdout.splitlines()
    assert {*imported.split()} == {"pypdfium2", "pdfplumber", "spacy"}, done.stderr
    assert told == "True True True", "the hash of the code, the tables of rules, and spaCy's command for who wants it"


def test_the_log_has_each_document_that_was_read(raw: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    raw.joinpath("c.pdf").write_bytes(b"no PDF")
    with caplog.at_level("INFO", "donor-profiles"):
        run([raw], tmp_path / "out", Options(verify=False))
        first, *others = sorted(caplog.messages)
        assert (first, others[0]) == ("a-b: ok", "b: ok")
        assert others[1].startswith("c: failed c.pdf ")
        assert len(others) == 2
        caplog.clear()
        run([raw], tmp_path / "out", Options(verify=False))
    assert caplog.messages == [], "what is unchanged is not read again"
