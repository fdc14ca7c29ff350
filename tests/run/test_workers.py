"""Who reads the documents of a run, and what is told where a worker is lost."""

import os
import time
from concurrent.futures import CancelledError, Future
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.model import Document
from pipeline.processes import Limits, Nursery
from pipeline.run import workers
from pipeline.run.entry import Entry
from pipeline.run.task import Options, Task
from tests.run import nothing_to_warm

DOCUMENT = Document(id="a", file="a.pdf", sha256="", status="ok")
TASK = Task(DOCUMENT, Path("a.pdf"), Path("a.reviews.csv"), Options(), "")


def ended(error: Exception) -> Future[bytes]:
    future = Future[bytes]()
    future.set_exception(error)
    return future


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (UsageError("There is no room."), "There is no room."),
        (CancelledError(), "The Dask scheduler was lost: the tables are as before, what was read is kept, and "),
        (ImportError("no spacy"), "A worker cannot run donor-profiles, install it there as it is here: no spacy"),
    ],
)
def test_a_run_ends_where_no_document_can_be_read_any_more(error: Exception, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        workers.result(ended(error), TASK)
    assert str(raised.value).startswith(told)


def test_a_worker_that_is_lost_costs_its_document() -> None:
    outcome = Entry(workers.result(ended(RuntimeError("killed\n by the system")), TASK)).outcome
    assert (outcome.status, outcome.lasting) == ("failed", False)
    assert outcome.error == "a.pdf was not read, its worker was lost: killed by the system"


@pytest.mark.parametrize(
    ("jobs", "processors", "room"), [(3, 8, 6), (1, 8, 2), (None, 8, 16), (None, None, 2)], ids=str
)
def test_two_tasks_for_each_thread_keep_all_busy(
    jobs: int | None, processors: int | None, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with workers.here(jobs) as crew:
        assert crew.room() == room


def test_nothing_more_is_begun_when_a_run_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "NURSERY", Nursery(nothing_to_warm.__name__))
    with workers.here(1):
        workers.NURSERY.call(bytes, 1, limits=Limits())
    assert (workers.NURSERY._started is None, workers.NURSERY._idle) == (False, [])  # the children go when it is done
    with pytest.raises(KeyboardInterrupt), workers.here(1) as crew:
        raise KeyboardInterrupt
    assert workers.NURSERY._started is None
    assert isinstance(crew, workers.Threads)
    with pytest.raises(CancelledError):
        crew._entry(TASK)


class Client:
    """A Dask client whose scheduler has workers of so many threads, or does not answer."""

    def __init__(self, *answers: dict[str, int] | Exception) -> None:
        self.scheduler, self._answers = self, [*answers]
        self.ncores = self.submit = None

    def get_executor(self, pure: bool) -> "Client":
        assert not pure
        return self

    def sync(self, _: object, callback_timeout: int) -> dict[str, int]:
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_two_tasks_for_each_thread_of_a_cluster_and_one_where_it_has_none_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    cluster = workers.Cluster(Client({"one": 2, "two": 3}, {}, {"one": 1}, {}, {}), "tcp://there")
    assert [cluster.room(), cluster.room()] == [10, 1]
    now += 50
    assert cluster.room() == 2
    now += 60
    assert cluster.room() == 1
    now += 1
    with pytest.raises(UsageError, match="tcp://there has had no worker for 60 seconds"):
        cluster.room()


@pytest.mark.parametrize("error", [OSError(), TimeoutError()], ids=lambda error: type(error).__name__)
def test_a_scheduler_that_does_not_answer_ends_the_run(error: Exception) -> None:
    with pytest.raises(UsageError, match="tcp://there does not answer any more"):
        workers.Cluster(Client(error), "tcp://there").room()


def test_a_file_that_cannot_be_opened_travels_nowhere() -> None:
    cluster = workers.Cluster(Client(), "tcp://there")
    outcome = Entry(cluster.submit(TASK).result()).outcome
    assert (outcome.error, outcome.lasting) == ("a.pdf cannot be opened: No such file or directory.", False)


def test_who_is_on_no_worker_is_always_wanted() -> None:
    pytest.importorskip("distributed")
    assert workers._wanted()()
