"""The process that forks, with nothing in it: what starts and ends when."""

import gc
import operator
import os
import pickle
import signal
import socket
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.processes import STATUS, Died, Limits, Nursery, _given
from tests.run import nothing_to_warm
from tests.waiting import LIMIT, until

PROC = Path("/proc/self/stat")
needs_proc = pytest.mark.skipif(not PROC.exists(), reason="needs /proc to tell the child")


@pytest.fixture(scope="module")
def shared():
    nursery = Nursery(nothing_to_warm.__name__)
    yield nursery
    nursery.close()


@pytest.fixture
def nursery(shared: Nursery):
    shared.rest()
    return shared


def child(nursery: Nursery) -> int:
    """The process that a call is made in."""
    return int(nursery.call(Path.read_bytes, PROC, limits=Limits()).split()[0])


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(") ", 1)[1][0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_nursery_that_is_closed_has_ended_and_the_next_call_starts_another() -> None:
    nursery = Nursery(nothing_to_warm.__name__)
    nursery.close()  # of one that was never started, nothing
    for _ in range(2):
        assert nursery.call(bytes, 3, limits=Limits()) == bytes(3)
        started = nursery._started
        assert started and started.lives
        nursery.close()
        assert started.process.returncode == -signal.SIGKILL
        assert (nursery._started, nursery._idle) == (None, [])


@needs_proc
def test_children_go_with_a_nursery_whose_owner_has_gone() -> None:
    """As one that was killed does: nobody asks the nursery for anything any more."""
    nursery = Nursery(nothing_to_warm.__name__)
    nursery.call(bytes, 3, limits=Limits())
    nursery.rest()
    assert nursery._started
    with nursery._child() as channel:
        pid = child_of(channel)
        assert lives(pid)
        nursery._started.control.close()
        nursery._started.process.wait(LIMIT)
        until(lambda: not lives(pid))


@needs_proc
def test_a_child_that_rests_is_gone(nursery: Nursery) -> None:
    pid = child(nursery)
    assert (child(nursery), lives(pid), len(nursery._idle)) == (pid, True, 1)
    nursery.rest()
    until(lambda: not lives(pid))
    assert child(nursery) != pid


@needs_proc
def test_a_call_that_fails_costs_its_child(nursery: Nursery) -> None:
    pid = child(nursery)
    with pytest.raises(Died):
        nursery.call(operator.truediv, 1, 0, limits=Limits())
    until(lambda: not lives(pid))
    assert nursery.call(bytes, 3, limits=Limits()) == bytes(3)


def test_a_call_in_a_new_child_that_dies_is_not_made_again(nursery: Nursery, tmp_path: Path) -> None:
    """Only an earlier call may have spoilt a child: what dies in a new one would die in each."""
    made = tmp_path / "made"
    with pytest.raises(Died):
        nursery.call(died_after_writing, made, limits=Limits())
    assert made.read_text(encoding="utf-8") == "x"
    nursery.call(bytes, 3, limits=Limits())
    with pytest.raises(Died):
        nursery.call(died_after_writing, made, limits=Limits())
    assert made.read_text(encoding="utf-8") == "xxx"


def died_after_writing(path: Path) -> bytes:
    with path.open("a", encoding="utf-8") as file:
        file.write("x")
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


@needs_proc
def test_a_child_that_dies_is_told_at_once_though_others_live(nursery: Nursery) -> None:
    """Its channel is closed: the children that were forked after it do not hold it."""
    first, second = nursery._child(), nursery._child()
    with first, second:
        first.settimeout(20)
        first.sendall(pickle.dumps((os.kill, (child_of(first), signal.SIGKILL), Limits())))
        assert b"".join(iter(lambda: first.recv(64), b"")) == STATUS % -signal.SIGKILL
        assert lives(child_of(second))


def child_of(channel: socket.socket) -> int:
    """The process at the other end of a channel to a child."""
    channel.settimeout(20)
    channel.sendall(pickle.dumps((Path.read_bytes, (PROC,), Limits())))
    return int(_given(iter(lambda: channel.recv(1 << 10), b""))[0].split()[0])


@needs_proc
def test_a_nursery_sleeps_when_there_is_nothing_to_do(nursery: Nursery) -> None:
    for _ in range(2):
        pid = child(nursery)
        nursery.rest()
        until(lambda pid=pid: not lives(pid))
    assert nursery._started
    status = Path(f"/proc/{nursery._started.process.pid}/status")
    until(lambda: "State:\tS (sleeping)" in status.read_text(encoding="utf-8"))


def test_garbage_is_collected_by_children_alone_and_seldom(nursery: Nursery) -> None:
    assert nursery.call(of_collecting, limits=Limits()) == b"False True 100000 True"


def of_collecting() -> bytes:
    """Whether it was done while the nursery was warmed up, whether it is done now, after how many new records, and
    whether what was there before is left out."""
    frozen = gc.get_freeze_count() > 1000
    return f"{nothing_to_warm.COLLECTED[0]} {gc.isenabled()} {gc.get_threshold()[0]} {frozen}".encode()


def test_nothing_that_a_reader_says_is_seen(capfd: pytest.CaptureFixture[str]) -> None:
    nursery = Nursery(nothing_to_warm.__name__)  # which has begun with the streams that are looked at
    for descriptor in (1, 2):
        nursery.call(said, descriptor, limits=Limits())
    nursery.close()
    assert capfd.readouterr() == ("", "")


def said(descriptor: int) -> bytes:
    os.write(descriptor, b"Warning: a bad cross-reference table.\n")
    return b""


def test_another_version_of_the_code_is_not_used(nursery: Nursery) -> None:
    assert nursery.call(bytes, 3, limits=Limits(), version="1") == bytes(3)
    with pytest.raises(UsageError, match="has changed"):
        nursery.call(bytes, 3, limits=Limits(), version="2")


def test_a_nursery_that_cannot_start_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    nursery = Nursery("tests.run.no_such_module")
    for _ in range(2):
        with pytest.raises(UsageError, match="could not be started"):
            nursery.call(bytes, 3, limits=Limits())
    nursery.close()
    assert "no_such_module" in capfd.readouterr().err
