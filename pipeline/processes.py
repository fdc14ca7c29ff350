"""Functions called in a process of their own, with limits: what a file does to that process, however bad, costs that
call alone.

A PDF can take all memory or time, or crash a reader in C code, where no Python code can catch it. A `Nursery` is a
process that has imported once what the calls need, and forks children for them: a fork takes milliseconds, imports of
spaCy and pandas seconds. A child that has done well takes the next call: a new one copies, bit by bit, the 30 MB that
it writes to, which takes a third of the time of a document of four pages. The fork server of `multiprocessing` would
run a caller's script again in every process, and cannot be used within a cluster's daemonic workers; hence our own.

`python -m pipeline.processes FD MODULE` is that process: FD is a socket over which the other side sends one end of a
channel for each child. The child reads calls from its channel, and writes there what each gives, with its length and
whether it takes another before it; it ends when a call fails, or when it has grown. Then the nursery writes how it
ended. Where the other side of a channel is closed, the nursery kills the child, whatever it does. When the other side
of FD is closed, whether its process ended well or was killed, the nursery goes and takes its children along.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import resource
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, NoReturn

from pipeline.errors import UsageError

GRACE_SECONDS = 5  # a child that its limits have not ended so long after is stuck in the kernel: do without it
LOOK_SECONDS = 1  # how often we look whether a call is still wanted, and whether there is still somebody who reads
STARTING_SECONDS = 300  # the nursery's imports take some two; a file system on a network, many times that
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # forking is for processes of one thread
# A page has thousands of characters and hardly a cycle: at Python's own 700, collecting takes a tenth of all time.
RECORDS_BETWEEN_COLLECTIONS = 100_000
# The length of what a call gives, before it, for a child may die while it sends; and whether the child takes another.
HEAD = struct.Struct("=q?")
DONE = b"."  # behind what a call gives, for a child may die before its last bytes are sent
STATUS = b"%4d"  # how a child ended, behind what it gave: its exit status, or minus the signal; no byte of it is DONE
HANG_UP = 0  # no event of a channel but that its other side is closed, which is always told
NO_MEMORY = 12  # the exit status of a child that its memory limit has ended
GROWN = 100 << 20  # bytes that a child may hold beyond what it began with, and still take another call


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: seconds of processor time; megabytes (2**20 bytes) of address space, of which the
    libraries take some 300 before a document comes; and so many times its seconds on the clock."""

    seconds: int = 120
    megabytes: int = 4096
    patience: int = 10  # so much may a busy machine slow it down; a call that takes longer waits for what never comes

    @property
    def on_the_clock(self) -> int:
        """Seconds on the clock."""
        return self.patience * self.seconds


class OutOfTime(Exception):
    """The call took more processor time than it may and was stopped."""


class Stuck(Exception):
    """The call took less processor time than it may, but far too long on the clock, and was stopped."""


class Unwanted(Exception):
    """Nobody wants what the call gives any more, and it was stopped."""


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
        self._idle: list[socket.socket] = []  # channels to children that take another call

    def call(
        self,
        function: Callable[..., bytes],
        *arguments: object,
        limits: Limits,
        version: str = "",
        wanted: Callable[[], bool] = lambda: True,
    ) -> bytes:
        """What a function of a module gives, called in a child that does nothing else meanwhile, as long as `wanted`
        says so.

        Raises OutOfTime, Stuck, Unwanted, OutOfMemory or Died; UsageError where the process cannot be started, or has
        imported another version of the code than the one that is asked for.
        """
        call = pickle.dumps((function, arguments, limits))
        self._begin(version)
        with contextlib.suppress(IndexError, OutOfMemory, Died):  # earlier calls may have had a part in these two
            return self._called(self._idle.pop(), call, limits, wanted)
        return self._called(self._child(), call, limits, wanted)

    def _called(self, child: socket.socket, call: bytes, limits: Limits, wanted: Callable[[], bool]) -> bytes:
        """What a child gives, which is kept where it takes another call."""
        with contextlib.ExitStack() as stack:
            channel = stack.enter_context(child)
            channel.settimeout(LOOK_SECONDS)
            try:
                channel.sendall(call)
                given, takes_another = _given(_parts(channel, limits, wanted))
            except ConnectionError:
                raise Died from None
            if takes_another:
                self._idle.append(channel)
                stack.pop_all()
            return given

    def _begin(self, version: str) -> None:
        """Starts the process where it does not run.

        Raises UsageError.
        """
        with self._one_at_a_time:
            if not self._started or (self._started.version and not self._started.lives):
                self._started = _start(self._module)
            if not self._started.version:
                raise UsageError("The process that reads documents could not be started; what it said stands above.")
            if version and self._started.version != version:
                raise UsageError(
                    "The code of donor-profiles, a library or Python has changed since this run or its workers began, "
                    "or is another here than there: install the same, and start anew."
                )

    def _child(self) -> socket.socket:
        """A channel to a new child.

        Raises Died where the process is no more.
        """
        channel, theirs = socket.socketpair()
        with self._one_at_a_time, theirs:
            try:
                if not self._started:
                    raise Died
                socket.send_fds(self._started.control, [b"+"], [theirs.fileno()])
            except ConnectionError:
                raise Died from None
        return channel

    def rest(self) -> None:
        """Ends the children that wait for another call."""
        while self._idle:
            self._idle.pop().close()

    def close(self) -> None:
        """Ends the process and its children; the next call starts it anew."""
        self.rest()
        with self._one_at_a_time:
            if self._started:
                self._started.end()
            self._started = None


def _parts(channel: socket.socket, limits: Limits, wanted: Callable[[], bool]) -> Iterator[bytes]:
    """What is sent over a channel, until it is closed.

    Raises Stuck or Unwanted.
    """
    end = time.monotonic() + limits.on_the_clock + GRACE_SECONDS
    while wanted():
        try:
            part = channel.recv(1 << 20)
        except TimeoutError:
            if time.monotonic() > end:
                raise Stuck from None
            continue
        if not part:
            return
        yield part
    raise Unwanted


def _given(parts: Iterable[bytes]) -> tuple[bytes, bool]:
    """What the child gives, and whether it takes another call.

    Raises OutOfTime, Stuck, OutOfMemory or Died.
    """
    sent = bytearray()
    for part in parts:
        sent += part
        if len(sent) >= HEAD.size:
            length, takes_another = HEAD.unpack_from(sent)
            end = HEAD.size + length
            if sent[end : end + 1] == DONE:
                return bytes(sent[HEAD.size : end]), takes_another
    reasons = {-signal.SIGPROF: OutOfTime, -signal.SIGALRM: Stuck, NO_MEMORY: OutOfMemory}
    raise next((reason for status, reason in reasons.items() if sent.endswith(STATUS % status)), Died)


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
    control.settimeout(STARTING_SECONDS)
    try:
        version = control.recv(64).decode()
    except TimeoutError:
        version = ""
    control.settimeout(None)
    return _Started(process, control, version)


# ------------------------------------------------------------------------------------------------- the process itself


def serve(descriptor: int, module: str) -> None:
    """Forks for each call until the other side is closed."""
    gc.disable()  # nothing that is loaded here becomes garbage: loading takes a fifth less time
    version: str = import_module(module).warm_up()
    gc.freeze()  # children share the memory of what is loaded, as long as nobody writes to it
    ended = _ended()
    channels: dict[int, socket.socket] = {}  # by the child's process
    with socket.socket(fileno=descriptor) as control:
        with contextlib.suppress(ConnectionError):  # who started this one may have gone meanwhile
            control.sendall(version.encode())
        poll = select.poll()
        for each in (control, ended):
            poll.register(each, select.POLLIN)
        while True:
            ready = dict(poll.poll())
            if ended.fileno() in ready:
                ended.recv(1 << 10)
                _bury(channels, poll)
            for pid, channel in channels.items():
                if channel.fileno() in ready:  # its other side is closed
                    poll.unregister(channel)
                    os.kill(pid, signal.SIGKILL)
            if control.fileno() in ready:
                received = socket.recv_fds(control, 1, 1)[1]
                if not received:
                    break
                channel = socket.socket(fileno=received[0])
                if (pid := os.fork()) == 0:
                    for other in (control, ended, *channels.values()):
                        other.close()
                    _attend(channel)
                channels[pid] = channel
                poll.register(channel, HANG_UP)
    os.killpg(0, signal.SIGKILL)


def _ended() -> socket.socket:
    """A socket with a byte in it whenever a child has ended."""
    woken, wakes = socket.socketpair()
    wakes.setblocking(False)
    signal.set_wakeup_fd(wakes.detach(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return woken


def _bury(channels: dict[int, socket.socket], poll: select.poll) -> None:
    """Tells how each child that has ended did so, to whoever waits for it."""
    while channels:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        with channels.pop(pid) as channel:
            with contextlib.suppress(KeyError):  # who waited has gone
                poll.unregister(channel)
            with contextlib.suppress(ConnectionError):  # who waited may have gone
                channel.sendall(STATUS % os.waitstatus_to_exitcode(status))


def _attend(channel: socket.socket) -> NoReturn:
    """What a child does, from its first moment to its last."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # and so nothing of it wakes the nursery
    gc.enable()
    gc.set_threshold(RECORDS_BETWEEN_COLLECTIONS)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())  # readers warn of much that is no one's concern
    status, began_with = 1, _held()
    try:
        with channel.makefile("rb") as stream:
            while stream.peek(1):
                function, arguments, limits = pickle.load(stream)
                _limit(limits)
                given = function(*arguments)
                _time(Limits(seconds=0))
                takes_another = _held() <= began_with + GROWN  # else the other side closes the channel
                channel.sendall(HEAD.pack(len(given), takes_another) + given + DONE)
        status = 0
    except MemoryError:
        status = NO_MEMORY
    finally:
        os._exit(status)


def _held() -> int:
    """The most memory that this process has held so far, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10


def _limit(limits: Limits) -> None:
    _bound(resource.RLIMIT_AS, limits.megabytes << 20)
    _bound(resource.RLIMIT_CORE, 0)
    for alarm in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(alarm, signal.SIG_DFL)
    _time(limits)


def _bound(what: int, wanted: int) -> None:
    _, most = resource.getrlimit(what)
    resource.setrlimit(what, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _time(limits: Limits) -> None:
    """The system itself ends the process when its time is over, counted from now: no loop in C code can put that off.
    Of no seconds the end never comes."""
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    signal.setitimer(signal.ITIMER_REAL, limits.on_the_clock)


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2])
