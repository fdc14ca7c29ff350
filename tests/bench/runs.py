"""Runs over many documents: workers beside each other, one long document, and the process that gathers."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pypdfium2
from distributed import LocalCluster

from pipeline.processes import Limits
from pipeline.run import Options, _job, inputs, run
from tests.bench.corpus import written
from tests.bench.measuring import Row, seconds, show

PROFILES = 200
ROUNDS = 2
FIRST = 2  # profiles that start the processes which read
LONG = 619  # pages
ARCHIVES = (100, 1_000, 10_000)  # documents
MEGABYTE = 1 << 20
# In a process of its own: one that is forked begins with the memory of the one that forks.
MEASURE = """
import os, subprocess, sys, time
began = time.perf_counter()
_, status, used = os.wait4(subprocess.Popen(sys.argv[1:]).pid, 0)
print(time.perf_counter() - began, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def main(pdfs: Sequence[Path]) -> None:
    """Prints the tables."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, range(os.cpu_count() or 1))  # workers need more than one
    with TemporaryDirectory() as folder:
        os.environ["DONOR_PROFILES_CACHE"] = f"{folder}/cache"
        profiles = Path(folder, "profiles")
        profiles.mkdir()
        paths = written(profiles, PROFILES)
        _workers(paths, Path(folder))
        _long(pdfs, Path(folder))
        _gathering(paths[0], Path(folder))


def _workers(paths: Sequence[Path], folder: Path) -> None:
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with _cluster(1) as one, _cluster(2) as two:
        every = {
            "one worker": Options(jobs=1),
            "two workers": Options(jobs=2),
            "a cluster of one worker": Options(cluster=one.scheduler_address),
            "a cluster of two workers": Options(cluster=two.scheduler_address),
        }
        read = {name: _reading(paths, folder / "out", options) for name, options in every.items()}
        for options in every.values():
            _reading(paths[:FIRST], folder / "out", options)()
        taken = _seconds(read)
    own = seconds({"": read["two workers"]}, rounds=1)[""] / len(paths)
    alone = taken["one worker"]
    rows = [
        Row(name, f"{len(paths) / each:,.2f} documents/s", f"{alone / each:.2f} x one worker")
        for name, each in taken.items()
    ]
    rows.append(Row("this process, beside two workers", f"{1000 * own:.1f} ms a document", "processor time"))
    show(f"Workers: {len(paths)} profiles of four pages, not verified (wanted: two workers 1.9)", rows)


def _cluster(workers: int) -> LocalCluster:
    return LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0")


def _reading(paths: Sequence[Path], out: Path, options: Options) -> Callable[[], object]:
    return lambda: run(paths, out, Options(jobs=options.jobs, cluster=options.cluster, force=True, verify=False))


def _seconds(calls: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The median of some rounds, on the clock: calls take turns."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            began = time.perf_counter()
            call()
            taken[name].append(time.perf_counter() - began)
    return {name: median(times) for name, times in taken.items()}


def _long(pdfs: Sequence[Path], folder: Path) -> None:
    """A document of all files' pages, over and over, within the limits that a run has where nobody says."""
    rows = []
    path = _bound(pdfs, folder / "long.pdf")
    for name, verify in {"not verified": False, "verified": True}.items():
        began = time.perf_counter()
        (outcome,) = run([path], folder / "out", Options(jobs=1, verify=verify, force=True))
        taken = time.perf_counter() - began
        rows.append(Row(f"{LONG} pages, {name}", f"{taken:.0f} s on the clock", outcome.error or "read"))
    show(f"One long document (wanted: read within {Limits().seconds} s of processor time)", rows)


def _bound(pdfs: Sequence[Path], path: Path) -> Path:
    """The pages of the files, again and again until there are enough, as one file."""
    bound = pypdfium2.PdfDocument.new()
    for file in cycle(pdfs):
        source = pypdfium2.PdfDocument(file)
        bound.import_pages(source, list(range(min(len(source), LONG - len(bound)))))
        source.close()
        if len(bound) == LONG:
            break
    bound.save(path)
    bound.close()
    return path


def _gathering(profile: Path, folder: Path) -> None:
    """Runs in which every document is kept: nothing is read, all tables are written."""
    cache = folder / "kept"
    os.environ["DONOR_PROFILES_CACHE"] = str(cache)
    run([profile], folder / "out", Options())
    (kept,) = (path.read_bytes() for path in cache.glob("*.zip"))
    rows = []
    for count in ARCHIVES:
        archive = folder / "archive"
        archive.mkdir()
        for number in range(count):
            archive.joinpath(f"{number:05}.pdf").hardlink_to(profile)
        for document in inputs.find([archive]):
            cache.joinpath(f"{_job(document, Options()).key}.zip").write_bytes(kept)
        taken, memory = _measured("extract", archive, "--out", folder / "tables", "--quiet")
        rows.append(Row(f"{count:,} documents", f"{memory:,.0f} MB", f"{taken:.1f} s, {count / taken:,.0f} a second"))
        shutil.rmtree(archive)
    show("The process that gathers, nothing to read (wanted: flat, under 300 MB)", rows)


def _measured(*arguments: str | Path) -> tuple[float, float]:
    """Seconds that the command takes on the clock, and the most megabytes of memory that its own process holds."""
    command = [sys.executable, "-c", MEASURE, sys.executable, "-m", "pipeline", *arguments]
    seconds, kilobytes = subprocess.check_output(command, text=True).split()
    return float(seconds), int(kilobytes) * 1024 / MEGABYTE
