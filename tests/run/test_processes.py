"""Whatever a document does to the process that reads it, it costs that document alone."""

import operator
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.model import Document
from pipeline.processes import GROWN, Limits, Stuck, Unwanted
from pipeline.run import cache, workers
from pipeline.run.entry import Entry, Outcome
from pipeline.run.task import Options, Task
from tests.pdfs import endless, lengthy, typeset
from tests.waiting import LIMIT, until


def outcome(path: Path, limits: Limits, code: str = "") -> Outcome:
    document = Document(id=path.stem, file=path.name, sha256="", status="ok")
    task = Task(
        document, path, path.with_suffix(".reviews.csv"), Options(verify=False, limits=limits), code or cache.code()
    )
    return Entry(workers.entry(task)).outcome


def children() -> list[int]:
    """The processes that read documents now."""
    started = workers.NURSERY._started
    assert started
    pid = started.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]


def test_a_document_is_read(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", "Kenya gave US$ 5 million in 2021.")
    assert outcome(path, Limits()).status == "ok"


def test_a_document_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    result = outcome(endless(tmp_path / "a.pdf"), Limits(seconds=1))
    assert result.status == "failed"
    assert result.error == "a.pdf took longer than 1 seconds of processor time and was stopped; see --time-limit."
    assert not result.lasting
    until(lambda: not children())


def test_a_busy_machines_clock_does_not_count(tmp_path: Path) -> None:
    assert workers.NURSERY.call(subprocess.check_output, ["sleep", "1.1"], limits=Limits(seconds=1)) == b""


def test_what_waits_for_ever_is_stopped_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(Stuck):
        workers.NURSERY.call(subprocess.check_output, ["sleep", "3"], limits=Limits(seconds=1, patience=1))


def spent(seconds: float) -> bytes:
    """Takes so much processor time."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return b""


def child_of_a_call() -> int:
    """The process that a call is made in."""
    return int(workers.NURSERY.call(Path.read_bytes, Path("/proc/self/stat"), limits=Limits()).split()[0])


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to tell the child")
def test_a_child_takes_calls_until_it_has_grown_or_failed(tmp_path: Path) -> None:
    first = child_of_a_call()
    assert child_of_a_call() == first
    workers.NURSERY.call(operator.mul, b"a", GROWN + 1, limits=Limits())
    second = child_of_a_call()
    assert second != first
    assert outcome(endless(tmp_path / "a.pdf"), Limits(seconds=1)).status == "failed"
    assert child_of_a_call() != second


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to tell the child")
def test_what_an_earlier_call_has_left_behind_costs_no_document(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", "Kenya gave US$ 5 million in 2021.")
    os.kill(child_of_a_call(), signal.SIGKILL)
    until(lambda: not children())
    assert outcome(path, Limits()).status == "ok"


def test_a_call_that_nobody_wants_any_more_is_stopped() -> None:
    workers.NURSERY.rest()
    asked = iter([True, True, False])
    with pytest.raises(Unwanted):
        workers.NURSERY.call(spent, 600, limits=Limits(), wanted=lambda: next(asked))
    until(lambda: not children())


def test_each_call_has_all_the_processor_time_that_it_may_take() -> None:
    for _ in range(3):
        assert workers.NURSERY.call(spent, 0.7, limits=Limits(seconds=1)) == b""


def test_what_a_call_gives_may_be_large_or_nothing() -> None:
    for size in (0, 1, 5_000_000):
        assert workers.NURSERY.call(bytes, size, limits=Limits()) == bytes(size)


def test_a_document_that_needs_too_much_memory_is_stopped(tmp_path: Path) -> None:
    result = outcome(lengthy(tmp_path / "a.pdf"), Limits(megabytes=1))
    assert result.status == "failed"
    assert "more than 1 MB of memory" in result.error
    assert not result.lasting


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to find the child")
def test_a_child_that_is_killed_costs_its_document(tmp_path: Path) -> None:
    good = typeset(tmp_path / "good.pdf", "Kenya gave US$ 5 million in 2021.")
    assert outcome(good, Limits()).status == "ok"
    workers.NURSERY.rest()
    until(lambda: not children())
    bad, results = endless(tmp_path / "bad.pdf"), list[Outcome]()
    thread = threading.Thread(target=lambda: results.append(outcome(bad, Limits(seconds=60))))
    thread.start()
    os.kill(until(children)[0], signal.SIGKILL)
    thread.join(LIMIT)
    assert results[0].error.startswith("bad.pdf made the PDF reader break down")
    assert outcome(good, Limits()).status == "ok"


def test_a_nursery_that_is_killed_is_started_again(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", "Kenya gave US$ 5 million in 2021.")
    assert outcome(path, Limits()).status == "ok"
    started = workers.NURSERY._started
    assert started
    started.process.kill()
    started.process.wait(LIMIT)
    assert outcome(path, Limits()).status == "ok"


def test_workers_with_other_code_are_not_used(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", "Kenya gave US$ 5 million in 2021.")
    with pytest.raises(UsageError, match="code of donor-profiles, a library or Python has changed"):
        outcome(path, Limits(), code="0" * 64)
