"""Files and folders that are replaced as a whole: at every moment they are as before or complete.

A new folder grows beside the old one under a hidden name and then changes places with it; what others have put into
the old one goes along, first linked into the new one, so that no moment is without it. A lock file beside it lets a
second run wait for the first; the system releases it when a run is killed, and the next run clears the rest. A folder
for what is needed for a while is locked, too, so that one which nobody holds any more is known, and goes.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import IO

from pipeline import interrupts
from pipeline.errors import UsageError

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
LEFT_BY_DESKTOPS = {"Thumbs.db", "desktop.ini"}
SCRATCH = ".donor-profiles-"  # what folders for a while are named, with something behind
SCRATCH_LOCK = "lock"


@contextlib.contextmanager
def replacing(
    folder: Path, ours: Callable[[Path], Collection[str] | None], wait: Callable[[str], None]
) -> Iterator[Path]:
    """An empty folder that takes the place of `folder` when the block ends, and is dropped when it fails.

    `ours` tells which names in `folder` an earlier run wrote: these go, all others stay; None where no run of ours
    wrote the folder, which then must hold nobody's files. `wait` is told a sentence when another run holds it.
    Raises UsageError.
    """
    folder = Path(os.path.realpath(folder))
    growing, lock = _beside(folder, "partial"), _beside(folder, "lock")
    try:
        _refuse_file(folder)
        with _held(lock, lambda: wait(f"Another run is writing {folder}; waiting until it is done.")):
            _recover(folder)
            _refuse_others(folder, ours)
            _remove(growing)
            with interrupts.put_off():
                growing.mkdir()
                try:
                    with interrupts.let_in():
                        yield growing
                        _sync(growing)
                        _take_along(folder, growing, ours)
                    exchange(growing, folder)
                finally:
                    _remove(growing)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{folder} could not be written and is as before: {reason}.") from error


@contextlib.contextmanager
def scratch(within: Path | None = None) -> Iterator[Path]:
    """A new folder in `within`, by default in the system's for temporary files, that goes when the block ends; those
    that killed processes left there go before.

    Raises OSError.
    """
    within = within or Path(tempfile.gettempdir())
    for left in within.glob(f"{SCRATCH}*"):
        _clear(left)
    with interrupts.put_off():
        folder, lock = _made(within)
        try:
            with interrupts.let_in():
                yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            lock.close()


def _made(within: Path) -> tuple[Path, IO[str]]:
    """A new folder, and the lock file in it, held."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=within))
        try:
            lock = folder.joinpath(SCRATCH_LOCK).open("w")
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (FileNotFoundError, BlockingIOError):  # who clears came first
            continue
        if _is_still(folder / SCRATCH_LOCK, lock.fileno()):
            return folder, lock


def _clear(left: Path) -> None:
    """Removes a folder of that kind which nobody holds."""
    with contextlib.suppress(OSError):
        try:
            lock = left.joinpath(SCRATCH_LOCK).open("r+")
        except FileNotFoundError:  # killed before the lock file was there; who is about to make it makes another folder
            left.rmdir()
            return
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left)


def exchange(new: Path, old: Path) -> None:
    """Puts the folder `new` in the place of `old`, which is then found under the name of `new`, if there was one."""
    if not old.exists():
        new.rename(old)
    elif not _renamed_at_once(new, old):
        exchange_in_steps(new, old)


def exchange_in_steps(new: Path, old: Path) -> None:
    """The same where names cannot be exchanged at once; a run killed in between is put right by the next."""
    aside = _beside(old, "old")
    old.rename(aside)
    new.rename(old)
    aside.rename(new)


def _renamed_at_once(new: Path, old: Path) -> bool:
    """Whether the kernel and the file system could exchange two names in one step (Linux 3.15 and newer)."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.renameat2(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(old), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.ENOSYS, errno.EINVAL}:
        return False
    raise OSError(number, os.strerror(number))


def _beside(folder: Path, what: str) -> Path:
    return folder.parent / f".{folder.name}.{what}"


@contextlib.contextmanager
def _held(path: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Holds a lock file that exists only as long as somebody holds or awaits it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with interrupts.put_off():
        while True:
            with path.open("w") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    wait()
                    with interrupts.let_in():
                        fcntl.flock(file, fcntl.LOCK_EX)
                if _is_still(path, file.fileno()):
                    try:
                        with interrupts.let_in():
                            yield
                    finally:
                        path.unlink()
                    return


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the opened lock file is still there: who held it has removed it, and a third may hold a new one."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _recover(folder: Path) -> None:
    """Puts back the folder that a run set aside and was killed before it had put the new one in its place."""
    aside = _beside(folder, "old")
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    _remove(aside)


def _refuse_file(folder: Path) -> None:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if not there.is_dir():
        raise UsageError(f"{there} is a file, not a folder: choose another with --out.")


def _refuse_others(folder: Path, ours: Callable[[Path], Collection[str] | None]) -> None:
    if not folder.exists() or ours(folder) is not None:
        return
    inside = (path.name for path in folder.iterdir())
    if others := sorted(name for name in inside if name not in LEFT_BY_DESKTOPS and not name.startswith(".")):
        raise UsageError(
            f"{folder} is no folder that this command wrote, and holds {others[0]}"
            f"{' and other files' if others[1:] else ''}: choose a new or empty folder."
        )


def _take_along(old: Path, new: Path, ours: Callable[[Path], Collection[str] | None]) -> None:
    """Puts what is not ours into the new folder, too; what has a name of ours there gives way."""
    if old.exists():
        left = {*(ours(old) or ()), *(path.name for path in new.iterdir())}
        for path in old.iterdir():
            if path.name not in left:
                _link(path, new / path.name)


def _link(path: Path, target: Path) -> None:
    """The same file under a second name, or a folder of such; a copy where the file system knows no second names."""
    if path.is_dir() and not path.is_symlink():
        shutil.copytree(path, target, symlinks=True, copy_function=lambda one, other: _link(Path(one), Path(other)))
        return
    try:
        os.link(path, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, target, follow_symlinks=False)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _sync(folder: Path) -> None:
    """Waits until the disk has the files, so that a power cut after the exchange loses none."""
    for path in filter(Path.is_file, folder.iterdir()):
        with path.open("rb") as file:
            os.fsync(file.fileno())


def replace_file(path: Path, text: str) -> None:
    """Puts the text in the place of the file's, in one step."""
    growing = path.with_name(f".{path.name}.partial")
    with growing.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    growing.replace(path)
