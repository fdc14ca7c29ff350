"""Task -> entry, on this machine or on a Dask cluster: each document in a process that reads no other meanwhile."""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, Protocol

from pipeline import files, program
from pipeline.errors import UsageError
from pipeline.processes import Died, Nursery, OutOfMemory, OutOfTime, Stuck
from pipeline.run.entry import failed, unopened
from pipeline.run.task import Task

NURSERY = Nursery("pipeline.run.warm")
AHEAD = 2  # tasks that wait for a worker while it has one: it never waits for us
SCHEDULER_SECONDS = 10  # a scheduler that has not answered so long is none
WORKERS_SECONDS = 60  # a cluster that has had no worker for so long has none to come
LOST = "{}: the tables are as before, what was read is kept, and the same command goes on from there."


def entry(task: Task, wanted: Callable[[], bool] = lambda: True) -> bytes:
    """What the document comes to. A plain function, so that any executor can run it.

    Raises UsageError; Unwanted where `wanted` says so meanwhile.
    """
    limits = task.options.limits
    try:
        return NURSERY.call(_read, task, limits=limits, version=task.code, wanted=wanted)
    except OutOfTime:
        reason = f"took longer than {limits.seconds} seconds of processor time and was stopped; see --time-limit"
    except Stuck:
        reason = f"was not done after {limits.on_the_clock} seconds and was stopped; see --time-limit"
    except OutOfMemory:
        reason = f"needs more than {limits.megabytes} MB of memory; see --memory-limit"
    except Died:
        reason = (
            "made the PDF reader break down, as damaged files do and files that need more than "
            f"{limits.megabytes} MB of memory; save it anew from the program that made it, or see --memory-limit"
        )
    return failed(replace(task.document, status="failed", error=f"{task.document.file} {reason}."), lasting=False)


def _read(task: Task) -> bytes:
    from pipeline.run import document

    return document.entry(task)


def result(future: Future[bytes], task: Task) -> bytes:
    """What the task's document has come to.

    Raises UsageError where no document can be read any more.
    """
    try:
        return future.result()
    except UsageError:
        raise
    except CancelledError as error:  # by nobody of ours
        raise UsageError(LOST.format("The Dask scheduler was lost")) from error
    except ImportError as error:
        raise UsageError(f"A worker cannot run donor-profiles, install it there as it is here: {error}") from error
    except Exception as error:  # whatever an executor raises when it loses a worker
        sentence = f"{task.document.file} was not read, its worker was lost: {' '.join(str(error).split())}"
        return failed(replace(task.document, status="failed", error=sentence), lasting=False)


class Crew(Protocol):
    """Those who read the documents of a run."""

    def room(self) -> int:
        """How many tasks keep all of them busy, one at least: more would only take memory.

        Raises UsageError where nobody is left.
        """

    def submit(self, task: Task) -> Future[bytes]:
        """What the task's document will have come to."""


class Threads:
    """Threads that each have a process read a document, and wait for it."""

    def __init__(self, executor: ThreadPoolExecutor, jobs: int) -> None:
        self._executor, self._jobs = executor, jobs
        self._is_over = False

    def room(self) -> int:
        """How many tasks keep all of them busy."""
        return AHEAD * self._jobs

    def submit(self, task: Task) -> Future[bytes]:
        """What the task's document will have come to."""
        return self._executor.submit(self._entry, task)

    def _entry(self, task: Task) -> bytes:
        if self._is_over:
            raise CancelledError
        return entry(task)

    def break_off(self) -> None:
        """Ends what is under way, and begins nothing more."""
        self._is_over = True
        NURSERY.close()


@contextlib.contextmanager
def here(jobs: int | None) -> Iterator[Crew]:
    """So many threads, or one a processor where `jobs` is None."""
    jobs = jobs or os.cpu_count() or 1
    with ThreadPoolExecutor(jobs) as executor:
        threads = Threads(executor, jobs)
        try:
            yield threads
            NURSERY.rest()
        except BaseException:
            threads.break_off()
            raise


# --------------------------------------------------------------------------------------------------------- a cluster


@dataclass(frozen=True, slots=True)
class Parcel:
    """A task with all that it needs from this machine's disk: the bytes of its file, and of people's decisions on it,
    None where there is no such file."""

    task: Task
    file: bytes
    reviews: bytes | None


def packed(task: Task) -> Parcel:
    """The task as it travels to a worker that does not see this machine's disk.

    Raises OSError where the file cannot be opened.
    """
    reviews = task.reviews.read_bytes() if task.reviews.exists() else None
    return Parcel(task, task.path.read_bytes(), reviews)


def unpacked(parcel: Parcel) -> bytes:
    """What the document of a parcel comes to, on whatever machine this is called; it is stopped when the run that asks
    for it is broken off.

    Raises UsageError or Unwanted.
    """
    with files.scratch() as folder:
        task = replace(parcel.task, path=folder / parcel.task.path.name, reviews=folder / parcel.task.reviews.name)
        task.path.write_bytes(parcel.file)
        if parcel.reviews is not None:
            task.reviews.write_bytes(parcel.reviews)
        return entry(task, _wanted())


def _wanted() -> Callable[[], bool]:
    """Tells whether a Dask scheduler still wants what it has this thread work out, for whoever is left to ask it."""
    from distributed import get_worker

    try:
        worker = get_worker()
    except ValueError:  # we are on no worker
        return lambda: True
    tasks, key = worker.state.tasks, worker.get_current_task()
    return lambda: key in tasks and tasks[key].state == "executing"


class Cluster:
    """The workers of a Dask scheduler, all of which have donor-profiles installed. A document whose worker is lost is
    given to another."""

    def __init__(self, client: Any, address: str) -> None:
        self._client, self._address = client, address
        self._executor: Executor = client.get_executor(pure=False)
        self._seen = time.monotonic()

    def room(self) -> int:
        """How many tasks keep all threads of all workers busy, one at least.

        Raises UsageError where the scheduler does not answer, or has had no worker for long.
        """
        at = f"The Dask scheduler at {self._address}"
        try:
            threads: dict[str, int] = self._client.sync(
                self._client.scheduler.ncores, callback_timeout=SCHEDULER_SECONDS
            )
        except (OSError, TimeoutError) as error:
            raise UsageError(LOST.format(f"{at} does not answer any more")) from error
        if threads:
            self._seen = time.monotonic()
        elif time.monotonic() > self._seen + WORKERS_SECONDS:
            raise UsageError(LOST.format(f"{at} has had no worker for {WORKERS_SECONDS} seconds"))
        return max(1, AHEAD * sum(threads.values()))

    def submit(self, task: Task) -> Future[bytes]:
        """What the task's document will have come to."""
        try:
            return self._executor.submit(unpacked, packed(task))
        except OSError as error:
            done = Future[bytes]()
            done.set_result(failed(unopened(task.document, error), lasting=False))
            return done


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """The workers of the scheduler at that address. They need not see the disk of this machine.

    Raises UsageError.
    """
    program.need("cluster")
    import dask
    from distributed import Client

    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is lost is told in our own words
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TB"}):  # documents are large
        try:
            client: Any = Client(address, timeout=SCHEDULER_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"No Dask scheduler answers at {address}.") from error
        try:
            yield Cluster(client, address)
        finally:
            client.close(timeout=SCHEDULER_SECONDS)
