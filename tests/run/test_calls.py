"""What comes over a channel from a child, piece by piece, and why a child ended."""

import signal
import socket
import sys
from collections.abc import Callable
from itertools import chain, repeat

import pytest

from pipeline import processes
from pipeline.processes import DONE, HEAD, NO_MEMORY, STATUS, Died, Limits, OutOfMemory, OutOfTime, Stuck, Unwanted


def sent(given: bytes, takes_another: bool = True) -> bytes:
    return HEAD.pack(len(given), takes_another) + given + DONE


@pytest.mark.parametrize("takes_another", [True, False])
@pytest.mark.parametrize("given", [b"", b"a", b"many bytes"])
@pytest.mark.parametrize("size", [1, 8, 9, 10, 100])
def test_what_a_child_gives_in_pieces(given: bytes, takes_another: bool, size: int) -> None:
    whole = sent(given, takes_another)
    pieces = [whole[at : at + size] for at in range(0, len(whole), size)]
    assert processes._given(pieces) == (given, takes_another)


def ended(status: int) -> bytes:
    return STATUS % status


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ([ended(-signal.SIGPROF)], OutOfTime),
        ([ended(-signal.SIGALRM)], Stuck),
        ([ended(NO_MEMORY)], OutOfMemory),
        ([ended(-signal.SIGSEGV)], Died),
        ([ended(signal.SIGPROF)], Died),
        ([ended(1)], Died),
        ([], Died),
        ([b"abc"], Died),
    ],
)
def test_why_a_child_gives_nothing(parts: list[bytes], reason: type[Exception]) -> None:
    with pytest.raises(reason):
        processes._given(parts)


@pytest.mark.parametrize("given", [b"", b"a", b"half of what it gives"])
@pytest.mark.parametrize("status", [-signal.SIGPROF, -signal.SIGKILL, 0, 1, NO_MEMORY, 255])
def test_a_child_that_dies_while_it_sends_gives_nothing_however_little_was_left(given: bytes, status: int) -> None:
    whole = sent(given)
    reason = {-signal.SIGPROF: OutOfTime, NO_MEMORY: OutOfMemory}.get(status, Died)
    for size in range(len(whole)):
        with pytest.raises(reason):
            processes._given([whole[:size], ended(status)])
        with pytest.raises(Died):  # the nursery was killed, too
            processes._given([whole[:size]])


@pytest.fixture
def channel():
    ours, theirs = socket.socketpair()
    ours.settimeout(0.01)
    with ours, theirs:
        yield ours, theirs


def asked(*answers: bool) -> Callable[[], bool]:
    each = chain(answers, repeat(answers[-1]))
    return lambda: next(each)


def test_parts_come_until_the_channel_is_closed(channel) -> None:
    ours, theirs = channel
    theirs.sendall(b"one")
    parts = processes._parts(ours, Limits(), asked(True))
    assert next(parts) == b"one"
    theirs.sendall(b"two")
    theirs.close()
    assert list(parts) == [b"two"]


def test_parts_come_as_long_as_somebody_wants_them(channel) -> None:
    ours, theirs = channel
    theirs.sendall(b"one")
    parts = processes._parts(ours, Limits(), asked(True, True, False))
    assert next(parts) == b"one"
    with pytest.raises(Unwanted):
        next(parts)


@pytest.mark.parametrize(("clock", "is_stuck"), [(24.9, False), (25, False), (25.1, True)])
def test_a_child_is_waited_for_as_long_as_it_may_take_and_five_seconds(
    channel, monkeypatch: pytest.MonkeyPatch, clock: float, is_stuck: bool
) -> None:
    ours, _ = channel
    times = chain([0.0], repeat(clock))
    monkeypatch.setattr("time.monotonic", lambda: next(times))
    parts = processes._parts(ours, Limits(seconds=4, patience=5), asked(True, True, False))
    with pytest.raises(Stuck if is_stuck else Unwanted):
        next(parts)


def test_the_clock_is_ten_times_as_patient_as_the_processor() -> None:
    assert (Limits().on_the_clock, Limits(seconds=3, patience=4).on_the_clock) == (1200, 12)


@pytest.mark.parametrize(("system", "held"), [("linux", 5 << 10), ("darwin", 5)])
def test_the_memory_that_a_process_has_held(monkeypatch: pytest.MonkeyPatch, system: str, held: int) -> None:
    class Usage:
        ru_maxrss = 5

    monkeypatch.setattr("resource.getrusage", lambda _: Usage)
    monkeypatch.setattr(sys, "platform", system)
    assert processes._held() == held


@pytest.mark.parametrize(
    ("most", "wanted", "bound"), [(100, 50, 50), (100, 100, 100), (100, 150, 100), (-1, 150, 150)], ids=str
)
def test_a_limit_is_never_raised(monkeypatch: pytest.MonkeyPatch, most: int, wanted: int, bound: int) -> None:
    set_: list[object] = []
    monkeypatch.setattr("resource.getrlimit", lambda _: (most, most))
    monkeypatch.setattr("resource.setrlimit", lambda what, limits: set_.append((what, limits)))
    processes._bound(7, wanted)
    assert set_ == [(7, (bound, most))]


def test_times_are_bound_for_processor_and_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    set_: dict[int, float] = {}
    monkeypatch.setattr("signal.setitimer", set_.__setitem__)
    processes._time(Limits(seconds=3, patience=4))
    assert set_ == {signal.ITIMER_PROF: 3, signal.ITIMER_REAL: 12}
    processes._time(Limits(seconds=0))
    assert set_ == {signal.ITIMER_PROF: 0, signal.ITIMER_REAL: 0}
