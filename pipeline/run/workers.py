"""Task -> entry, on this machine or on a Dask cluster: each document in a process of its own."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace

from pipeline.errors import UsageError
from pipeline.extras import EXTRAS
from pipeline.processes import Died, Nursery, OutOfMemory, OutOfTime
from pipeline.run.entry import failed
from pipeline.run.task import Task

NURSERY = Nursery("pipeline.run.document")


def entry(task: Task) -> bytes:
    """What the document comes to. A plain function, so that any executor, on any machine, can run it.

    Raises UsageError.
    """
    limits = task.options.limits
    try:
        return NURSERY.call(_read, task, limits=limits, version=task.code)
    except OutOfTime:
        reason = f"took longer than {limits.seconds} seconds and was stopped; see --time-limit"
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


@contextlib.contextmanager
def here(jobs: int | None) -> Iterator[Executor]:
    """Threads that each start a process for a document and wait for it; as many as processors where `jobs` is None."""
    with ThreadPoolExecutor(jobs or os.cpu_count()) as executor:
        try:
            yield executor
        except BaseException:  # the run is broken off: do not wait for what is under way
            executor.shutdown(wait=False, cancel_futures=True)
            NURSERY.close()
            raise


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask scheduler, all of which have donor-profiles installed and see the documents under the same
    paths.

    Raises UsageError.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(f"--cluster needs Dask, the extra cluster: run {EXTRAS['cluster'].command}") from error
    try:
        client = Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"No Dask scheduler answers at {address}.") from error
    with client:
        yield client.get_executor()
