"""Functions called in a process of their own, with limits: what a file does to that process, however bad, costs that
call alone.

A PDF can take all memory or time, or crash a reader in C code, where no Python code can catch it. A `Nursery` is a
process that has imported once what the calls need, and forks a child for each call: a fork takes milliseconds, imports
of spaCy and pandas seconds. The fork server of `multiprocessing` would run a caller's script again in every process,
and cannot be used within a cluster's daemonic workers; hence our own.

`python -m pipeline.processes FD MODULE` is that process: FD is a socket over which the other side sends one end of a
channel for each call. The child reads the call from its channel, writes what it gives there and ends; a child that dies
closes its channel without. When the other side of FD is closed, whether its process ended well or was killed, the
nursery goes and takes its children along.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import UsageError

GRACE_SECONDS = 5  # a child that its time limit has not ended so long after is stuck in the kernel: do without it
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # forking is for processes of one thread
# A page has thousands of characters and hardly a cycle: at Python's own 700, collecting takes a tenth of all time.
RECORDS_BETWEEN_COLLECTIONS = 100_000
WHOLE = b"\0whole\0"  # ends what a call gives: a child may die while it sends


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: seconds on the clock, and megabytes (2**20 bytes) of address space, of which the
    libraries take some 300 before a document comes."""

    seconds: int = 120
    megabytes: int = 4096


class OutOfTime(Exception):
    """The call took longer than it may and was stopped."""


class OutOfMemory(Exception):
    """The call needs more memory than it may take."""


class Died(Exception):
    """The process of the call ended before it gave anything, as a crash in C code ends it."""


class _Started(NamedTuple):
    process: subprocess.Popen[bytes]
    control: socket.socket
    version: str

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
    """The process that forks, started when the first call comes, and again should it have died since. `module` has a
    function `warm_up`, which imports what calls need and tells the version of the code that was imported."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._one_at_a_time = threading.Lock()
        self._started: _Started | None = None

    def call(self, function: Callable[..., bytes], *arguments: object, limits: Limits, version: str = "") -> bytes:
        """What a function of a module gives, called in a child of its own.

        Raises OutOfTime, OutOfMemory or Died; UsageError where the process cannot be started, or has imported another
        version of the code than the one that is asked for.
        """
        with self._child(version) as channel:
            began = time.monotonic()
            channel.settimeout(limits.seconds + GRACE_SECONDS)
            try:
                channel.sendall(pickle.dumps((function, arguments, limits)))
                given = b"".join(iter(lambda: channel.recv(1 << 20), b""))
            except (TimeoutError, ConnectionError):
                given = b""
        if given.endswith(WHOLE) and given != WHOLE:
            return given[: -len(WHOLE)]
        if time.monotonic() - began >= limits.seconds:
            raise OutOfTime
        raise OutOfMemory if given == WHOLE else Died

    def _child(self, version: str) -> socket.socket:
        """A channel to a new child."""
        with self._one_at_a_time:
            if not self._started or (self._started.version and not self._started.lives):
                self._started = _start(self._module)
            if not self._started.version:
                raise UsageError("The process that reads documents could not be started; what it said stands above.")
            if version and self._started.version != version:
                raise UsageError(
                    "The code of donor-profiles has changed since this run or its workers began: start anew."
                )
            channel, theirs = socket.socketpair()
            with theirs:
                socket.send_fds(self._started.control, [b"+"], [theirs.fileno()])
            return channel

    def close(self) -> None:
        """Ends the process and its children; the next call starts it anew."""
        with self._one_at_a_time:
            if self._started:
                self._started.end()
            self._started = None


def _start(module: str) -> _Started:
    """Starts the process and waits until it has imported everything and told its version: nothing, where it could
    not."""
    control, theirs = socket.socketpair()
    with theirs:
        search = [str(Path(__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "pipeline.processes", str(theirs.fileno()), module],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            process_group=0,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(search)},
        )
    return _Started(process, control, control.recv(64).decode())


# ------------------------------------------------------------------------------------------------- the process itself


def serve(descriptor: int, module: str) -> None:
    """Forks for each call until the other side is closed."""
    gc.disable()  # nothing that is loaded here becomes garbage: loading takes a fifth less time
    version: str = import_module(module).warm_up()
    gc.freeze()  # children share the memory of what is loaded, as long as nobody writes to it
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries the children
    with socket.socket(fileno=descriptor) as control:
        control.sendall(version.encode())
        while channels := socket.recv_fds(control, 1, 1)[1]:
            with socket.socket(fileno=channels[0]) as channel:
                if os.fork() == 0:
                    control.close()
                    _attend(channel)
    os.killpg(0, signal.SIGKILL)


def _attend(channel: socket.socket) -> None:
    """What a child does, from its first moment to its last."""
    gc.enable()
    gc.set_threshold(RECORDS_BETWEEN_COLLECTIONS)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())  # readers warn of much that is no one's concern
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with channel.makefile("rb") as stream:
        function, arguments, limits = pickle.load(stream)
    _limit(limits)
    try:
        given = function(*arguments)
    except MemoryError:
        given = b""
    signal.setitimer(signal.ITIMER_REAL, 0)
    channel.sendall(given + WHOLE)
    os._exit(0)


def _limit(limits: Limits) -> None:
    """The system itself ends the process when its time is over: no loop in C code can put that off."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = limits.megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2])
