"""Task -> entry, in a process of its own: what a document does to its process, however bad, costs that document alone.

A PDF can take all memory or time, or crash a reader in C code, where no Python code can catch it. So each document has
a child process with limits, forked by a nursery (pipeline.run.nursery) that has imported spaCy and pandas once: a fork
takes milliseconds, those imports seconds. The fork server of `multiprocessing` would run a caller's script again in
every process, and cannot be used within a cluster's daemonic workers; hence our own.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import UsageError
from pipeline.run.entry import failed, is_whole
from pipeline.run.task import Task

GRACE_SECONDS = 5  # a child that its time limit has not ended so long after is stuck in the kernel: do without it
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # forking is for processes of one thread


def entry(task: Task) -> bytes:
    """What the document comes to. A plain function, so that any executor, on any machine, can run it.

    Raises UsageError.
    """
    with NURSERY.child(task.code) as channel:
        began = time.monotonic()
        channel.settimeout(task.limits.seconds + GRACE_SECONDS)
        try:
            channel.sendall(pickle.dumps(task))
            packed = b"".join(iter(lambda: channel.recv(1 << 20), b""))
        except (TimeoutError, ConnectionError):
            packed = b""
    if is_whole(packed):
        return packed
    if time.monotonic() - began >= task.limits.seconds:
        reason = f"took longer than {task.limits.seconds} seconds and was stopped; see --time-limit"
    else:
        reason = (
            f"made the PDF reader break down, as damaged files do and files that need more than "
            f"{task.limits.megabytes} MB of memory; save it anew from the program that made it, or see --memory-limit"
        )
    return failed(replace(task.document, status="failed", error=f"{task.document.file} {reason}."), lasting=False)


class _Started(NamedTuple):
    process: subprocess.Popen[bytes]
    control: socket.socket
    code: str

    @property
    def lives(self) -> bool:
        return self.process.poll() is None

    def end(self) -> None:
        """Ends the process, and its children, which are of its group."""
        self.control.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Nursery:
    """The nursery of this process, started when the first child is asked for, and again should it have died since."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._started: _Started | None = None

    def child(self, code: str) -> socket.socket:
        """A channel to a new child process that runs the given code (pipeline.run.cache.code).

        Raises UsageError.
        """
        with self._one_at_a_time:
            if not self._started or (self._started.code and not self._started.lives):
                self._started = _start()
            if not self._started.code:
                raise UsageError("The process that reads documents could not be started; what it said stands above.")
            if self._started.code != code:
                raise UsageError(
                    "The code of donor-profiles has changed since this run or its workers began: start anew."
                )
            channel, theirs = socket.socketpair()
            with theirs:
                socket.send_fds(self._started.control, [b"+"], [theirs.fileno()])
            return channel

    def close(self) -> None:
        """Ends the nursery and its children; the next child asked for starts it anew."""
        with self._one_at_a_time:
            if self._started:
                self._started.end()
            self._started = None


def _start() -> _Started:
    """Starts the process and waits until it has imported everything and told its code: nothing, where it could not."""
    control, theirs = socket.socketpair()
    with theirs:
        search = [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "pipeline.run.nursery", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            process_group=0,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(search)},
        )
    return _Started(process, control, control.recv(64).decode())


NURSERY = Nursery()
