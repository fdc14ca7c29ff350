"""A command that is asked to end does so, but not in the middle of what must be done as a whole."""

import os
import signal
from collections.abc import Iterator

import pytest

from pipeline import interrupts
from pipeline.interrupts import BrokenOff


@pytest.fixture(autouse=True)
def _as_a_shell_starts_a_command() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in interrupts.SIGNALS}
    for number, action in interrupts.SIGNALS.items():
        signal.signal(number, action)
    yield
    for number, action in before.items():
        signal.signal(number, action)


def ask(number: int = signal.SIGTERM) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_breaks_off_with_its_own_status(number: int, status: int) -> None:
    with pytest.raises(BrokenOff) as raised, interrupts.heeded():
        ask(number)
    assert raised.value.status == status
    assert BrokenOff().status == 130


def test_what_was_done_about_signals_before_is_done_after() -> None:
    with interrupts.heeded():
        assert signal.getsignal(signal.SIGTERM) not in interrupts.SIGNALS.values()
    assert {number: signal.getsignal(number) for number in interrupts.SIGNALS} == interrupts.SIGNALS


def test_what_somebody_else_does_about_a_signal_is_kept() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with interrupts.heeded():
        ask(signal.SIGHUP)
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN


def test_asked_again_it_goes_on_tidying_up() -> None:
    done = []
    with pytest.raises(BrokenOff), interrupts.heeded():
        try:
            ask()
        finally:
            ask()
            ask(signal.SIGINT)
            done.append("tidied")
    assert done == ["tidied"]


def test_it_waits_for_the_end_of_what_must_be_whole() -> None:
    done = []
    with pytest.raises(BrokenOff), interrupts.heeded():
        with interrupts.put_off():
            with interrupts.put_off():
                ask()
                done.append("inner")
            done.append("outer")
        done.append("after")
    assert done == ["inner", "outer"]


def test_it_is_let_in_where_something_may_be_broken_off() -> None:
    done = []
    with pytest.raises(BrokenOff), interrupts.heeded(), interrupts.put_off():
        ask()
        done.append("made")
        with interrupts.let_in():
            done.append("used")
    assert done == ["made"]


def test_it_waits_again_after_what_may_be_broken_off() -> None:
    done = []
    with pytest.raises(BrokenOff), interrupts.heeded(), interrupts.put_off():
        with interrupts.let_in():
            done.append("used")
        ask()
        done.append("removed")
    assert done == ["used", "removed"]


def test_what_was_put_off_counts_for_one_command_alone() -> None:
    with pytest.raises(BrokenOff), interrupts.heeded(), interrupts.put_off():
        ask()
        with interrupts.let_in():
            pass
    with interrupts.heeded(), interrupts.put_off(), interrupts.let_in():
        pass
    with pytest.raises(BrokenOff), interrupts.heeded():
        ask()


def test_what_fails_is_told_before_what_was_asked_for() -> None:
    with interrupts.heeded(), pytest.raises(ZeroDivisionError), interrupts.put_off():
        ask()
        raise ZeroDivisionError
