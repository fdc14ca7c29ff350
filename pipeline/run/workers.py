"""Where the documents of a run are read: on this machine, or on a Dask cluster."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor

from pipeline.errors import UsageError
from pipeline.run import isolation


@contextlib.contextmanager
def here(jobs: int | None) -> Iterator[Executor]:
    """Threads that each start a process for a document and wait for it; as many as processors where `jobs` is None."""
    with ThreadPoolExecutor(jobs or os.cpu_count()) as executor:
        try:
            yield executor
        except BaseException:  # the run is broken off: do not wait for what is under way
            executor.shutdown(wait=False, cancel_futures=True)
            isolation.NURSERY.close()
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
        raise UsageError("--cluster needs Dask: pip install 'donor-profiles[cluster]'.") from error
    try:
        client = Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"No Dask scheduler answers at {address}.") from error
    with client:
        yield client.get_executor()
