"""A command ends in order when it is asked to: by Ctrl-C, by a service manager, or as its terminal is closed.

Asked once, it raises `BrokenOff` wherever it is, but not between making something and being bound to remove it again;
asked again, it goes on tidying up.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator

SIGNALS = {  # with what is done about each before anybody says otherwise; another action, as below nohup, is kept
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
    signal.SIGHUP: signal.SIG_DFL,
}
ENDED_BY = 128  # and the number of a signal: what a shell gives a command that the signal has ended


class BrokenOff(KeyboardInterrupt):
    """The command was asked to end, by the signal of that number; `status` is what it gives a shell."""

    def __init__(self, number: int = signal.SIGINT) -> None:
        self.status = ENDED_BY + number


class _Asked(threading.local):
    """Signals come to the main thread alone; the others have nothing to put off."""

    number = 0
    put_off = 0


_ASKED = _Asked()


@contextlib.contextmanager
def heeded() -> Iterator[None]:
    """Within the block, a signal that asks the command to end raises BrokenOff."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number, action in before.items():
        if action == SIGNALS[number]:
            signal.signal(number, _ask)
    try:
        yield
    finally:
        for number, action in before.items():
            signal.signal(number, action)
        _ASKED.number = _ASKED.put_off = 0


def _ask(number: int, _: object) -> None:
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    _ASKED.number = number
    _look()


def _look() -> None:
    if _ASKED.number and not _ASKED.put_off:
        raise BrokenOff(_ASKED.number)


@contextlib.contextmanager
def put_off() -> Iterator[None]:
    """Within the block, it is not raised; when the block ends, if it was asked for meanwhile."""
    _ASKED.put_off += 1
    try:
        yield
    finally:
        _ASKED.put_off -= 1
    _look()


@contextlib.contextmanager
def let_in() -> Iterator[None]:
    """Within this block of such a block, it is raised again."""
    _ASKED.put_off -= 1
    try:
        _look()
        yield
    finally:
        _ASKED.put_off += 1
