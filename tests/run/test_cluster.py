"""A run on a Dask cluster whose workers see nothing of the caller's disk: the bytes of a run on this machine."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.commands import main
from pipeline.errors import UsageError
from pipeline.model import Document
from pipeline.run import Options, cache, run, workers
from pipeline.run.entry import Entry
from pipeline.run.task import Task
from tests.pdfs import endless, typeset
from tests.waiting import LIMIT, start, until

SHOWN = "tcp://127.0.0.1:8786"
PAGE = Path(__file__).parents[2].joinpath("docs", "running.md").read_text(encoding="utf-8")
SCHEDULER, WORKER = re.findall(r"^    (dask .*)$", PAGE, re.MULTILINE)
(COMMAND,) = re.findall(r"^    donor-profiles (.* --cluster .*)$", PAGE, re.MULTILINE)
TEXT = "Kenya gave US$ {} million in 2021."
REVIEWS = "table,id,field,value,decision,reviewer,date,quote,note\n"


@pytest.fixture(autouse=True)
def _empty_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONOR_PROFILES_CACHE", str(tmp_path_factory.mktemp("cache")))


def dask(stack: ExitStack, folder: Path, line: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A process of the cluster that works in a folder of its own, until the stack ends."""
    folder.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", *shlex.split(line), *arguments],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(process.wait, LIMIT)
    stack.callback(process.kill)
    return process


class Cluster:
    """A scheduler with some workers of one thread, as docs/running.md starts them, on a free port of loopback."""

    def __init__(self, stack: ExitStack, folder: Path, workers: int) -> None:
        file = folder / "scheduler.json"
        loopback = ("--host", "127.0.0.1", "--no-dashboard")
        self.scheduler = dask(
            stack, folder / "scheduler", SCHEDULER, *loopback, "--port", "0", "--scheduler-file", str(file)
        )
        until(lambda: file.exists() and file.read_text(encoding="utf-8").endswith("}"))
        self.address: str = json.loads(file.read_text(encoding="utf-8"))["address"]
        worker = WORKER.replace(SHOWN, self.address)
        self.workers = [
            dask(stack, folder / f"worker{number}", worker, *loopback, "--nthreads", "1", "--no-nanny")
            for number in range(workers)
        ]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Callable[[int], Cluster]]:
    """Starts a cluster with so many workers."""
    with ExitStack() as stack:
        yield lambda workers: Cluster(stack, tmp_path, workers)


def test_a_cluster_that_loses_a_worker_gives_the_bytes_of_this_machine(
    tmp_path: Path, cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = tmp_path / "raw"
    for number in range(1, 7):
        typeset(raw / f"{number}.pdf", TEXT.format(number))
    raw.joinpath("3.reviews.csv").write_text(f"{REVIEWS}money,x,amount,1,correct,Ann,2022-01-31,gone,\n")
    raw.joinpath("broken.pdf").write_bytes(b"none")
    raw.joinpath("gone.pdf").symlink_to(tmp_path / "nowhere.pdf")
    here = {outcome.document: outcome for outcome in run([raw], tmp_path / "here", Options())}
    started = cluster(2)

    def kill_one(done: int, *_: int) -> None:
        if done == 3:
            started.workers[0].kill()

    there = run([raw], tmp_path / "there", Options(cluster=started.address, force=True), progress=kill_one)
    assert {outcome.document: outcome for outcome in there} == here
    for path in tmp_path.joinpath("here").iterdir():
        assert tmp_path.joinpath("there", path.name).read_bytes() == path.read_bytes(), path.name
    assert list(tmp_path.joinpath("worker1").glob(".donor-profiles-*")) == []
    raw.rename(tmp_path / "more-profiles")
    monkeypatch.setenv("DONOR_PROFILES_CACHE", str(tmp_path / "other"))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, shlex.split(COMMAND.replace(SHOWN, started.address)))
    assert "6 of 8 documents read; tables in tables." in done.stdout, done.output


def test_a_document_travels_with_its_decisions(tmp_path: Path) -> None:
    path, reviews = typeset(tmp_path / "a.pdf", TEXT.format(5)), tmp_path / "a.reviews.csv"
    reviews.write_text(f"{REVIEWS}money,x,amount,1,correct,Ann,2022-01-31,of old,\n", encoding="utf-8")
    task = Task(Document(id="a", file="a.pdf", sha256="", status="ok"), path, reviews, Options(), cache.code())
    parcel, here = workers.packed(task), workers.entry(task)
    path.unlink()
    reviews.unlink()
    assert workers.unpacked(parcel) == here
    assert b"of old" in Entry(here).body("checks").read()


def test_a_scheduler_that_is_lost_ends_the_run_and_what_was_read_is_kept(tmp_path: Path, cluster) -> None:
    for number in range(1, 7):
        typeset(tmp_path / "raw" / f"{number}.pdf", TEXT.format(number))
    started, done = cluster(1), [0]

    def kill(now: int, *_: int) -> None:
        done.append(now)
        if now == 1:
            started.scheduler.kill()

    with pytest.raises(UsageError, match="the tables are as before, what was read is kept"):
        run([tmp_path / "raw"], tmp_path / "out", Options(cluster=started.address), progress=kill)
    assert not tmp_path.joinpath("out").exists()
    told: list[int] = []
    run([tmp_path / "raw"], tmp_path / "out", Options(), progress=lambda now, *_: told.append(now))
    assert 1 <= told[0] == done[-1] < 6


def test_a_run_that_is_broken_off_stops_what_the_workers_read(tmp_path: Path, cluster) -> None:
    endless(tmp_path / "raw" / "a.pdf")
    started = cluster(1)
    reads = (f"={tmp_path}/worker0".encode(), b"pipeline.processes")  # its nursery, and the children of that

    def reading() -> int:
        return sum(all(part in told for part in reads) for told in map(_told, Path("/proc").glob("[0-9]*")))

    broken_off = start(tmp_path / "raw", tmp_path / "out", "--cluster", started.address)
    until(lambda: reading() > 1)
    broken_off.send_signal(signal.SIGINT)
    assert broken_off.wait(LIMIT) == 130
    until(lambda: reading() == 1)


def _told(process: Path) -> bytes:
    """The command and the environment of a process; nothing where it has ended."""
    try:
        return process.joinpath("cmdline").read_bytes() + process.joinpath("environ").read_bytes()
    except OSError:
        return b""


def test_a_cluster_without_workers_is_told(tmp_path: Path, cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORKERS_SECONDS", 1)
    path = typeset(tmp_path / "a.pdf", TEXT.format(5))
    with pytest.raises(UsageError, match="has had no worker for 1 seconds"):
        run([path], tmp_path / "out", Options(cluster=cluster(0).address))


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "SCHEDULER_SECONDS", 1)
    path = typeset(tmp_path / "a.pdf", TEXT.format(5))
    with pytest.raises(UsageError, match=r"No Dask scheduler answers at tcp://127.0.0.1:9\."):
        run([path], tmp_path / "out", Options(cluster="tcp://127.0.0.1:9"))


def test_pages_are_not_drawn_on_a_cluster(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", TEXT.format(5))
    with pytest.raises(UsageError, match="without --cluster"):
        run([path], tmp_path / "out", Options(cluster="tcp://127.0.0.1:9", pictures=tmp_path / "pages"))


def test_a_cluster_without_dask_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)  # as where it is not installed
    path = typeset(tmp_path / "a.pdf", TEXT.format(5))
    with pytest.raises(UsageError, match=r"run .* -m pip install 'distributed"):
        run([path], tmp_path / "out", Options(cluster="tcp://127.0.0.1:9"))
