"""The process that has imported everything, and forks one child for each document.

`python -m pipeline.run.nursery FD`: FD is a socket over which pipeline.run.isolation sends one end of a channel for
each document. The child reads a Task from its channel, writes the entry there and ends; a child that dies closes its
channel without one. When the other side of FD is closed, whether its process ended well or was killed, the nursery
goes and takes its children along.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import socket
import sys
from dataclasses import replace

from pipeline.run.cache import code
from pipeline.run.entry import failed
from pipeline.run.task import Limits, Task

# A page has thousands of characters and hardly a cycle: at Python's own 700, collecting takes a tenth of all time.
RECORDS_BETWEEN_COLLECTIONS = 100_000


def main(descriptor: int) -> None:
    """Serves until the other side is closed."""
    gc.disable()  # nothing that is loaded here becomes garbage: loading takes a fifth less time
    from pipeline.run import document

    document.warm_up()
    gc.freeze()  # children share the memory of what is loaded, as long as nobody writes to it
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries the children
    with socket.socket(fileno=descriptor) as control:
        control.sendall(code().encode())
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
        task: Task = pickle.load(stream)
    _limit(task.limits)
    entry = _entry(task)
    signal.setitimer(signal.ITIMER_REAL, 0)
    channel.sendall(entry)
    os._exit(0)


def _limit(limits: Limits) -> None:
    """The system itself ends the process when its time is over: no loop in C code can put that off."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = limits.megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)


def _entry(task: Task) -> bytes:
    from pipeline.run import document

    try:
        return document.entry(task)
    except MemoryError:
        error = f"{task.document.file} needs more than {task.limits.megabytes} MB of memory; see --memory-limit."
    return failed(replace(task.document, status="failed", error=error), lasting=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
