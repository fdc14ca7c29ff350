"""Plants faults drawn by lot, one at a time, and tells which of them no test sees.

    python -m tests.mutants [--seed N] [--code N] [--rules N] [ROOM …]

For each room (a package of pipeline/, or a module of its own) so many faults of its code and of its rules are planted
in a copy of the tree, and the tests that concern the room are run, the cheapest file first, until one fails: the fault
is seen. The working tree stays as it is. The same seed draws the same faults of the same tree.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.mutants.faults import Fault, of_code, of_rules

ROOT = Path(__file__).parents[2]
WHOLE_DOCUMENTS = "test_samples.py::test_same_bytes_again"  # whatever is read otherwise from one changes its bytes
# The tests that concern a room beside its own folder; whole documents concern every room that a document passes.
CONCERNED = {
    "model": ("segment", "mentions", "relate", "check"),
    "language": ("mentions", "segment", "relate", "check"),
    "pull": ("segment", "run/test_ocr.py"),
    "mentions": ("relate", "check"),
    "relate": ("check",),
    "decisions": ("review",),
    "write": ("run",),
    "run": ("write",),
    "cli": ("test_cli.py", "test_correction.py"),
    "files": ("write", "run/test_run.py", "run/test_interrupted.py"),
    "ids": ("test_ids.py",),
    "interrupts": ("test_interrupts.py", "run/test_interrupted.py"),
    "processes": ("run/test_calls.py", "run/test_nursery.py", "run/test_processes.py"),
    "program": ("test_program.py", "test_cli.py"),
    "values": ("test_values.py", "decisions"),
    "wording": ("test_wording.py",),
}
PASSED = {"model", "language", "pull", "segment", "mentions", "relate", "decisions", "check", "write", "run"}
# Tables made from other people's lists: that they can be made again is their test.
MADE = {f"{name}.csv" for name in ("cities", "city_spellings", "countries", "currencies", "demonyms", "great_cities")}
MADE |= {"codes.toml", "names_alone.csv", "subdivisions.csv"}
PATIENCE = 3  # a fault may make tests so many times slower before it counts as seen


class Tests(NamedTuple):
    """Files of tests, the cheapest first, and the seconds that all of them take."""

    files: tuple[str, ...]
    seconds: float


def main() -> None:
    """Prints each fault that lives, and the rate of each room."""
    asked = arguments()
    seen, planted = 0, 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = copied(Path(folder))
        warm_up()
        for room in asked.rooms or rooms(copy):
            tests = measured(copy, concerned(copy, room))
            for kind, faults in drawn(copy, room, asked):
                living = [fault for fault in faults if not killed(copy, fault, tests)]
                for fault in living:
                    print(f"    {fault.told(copy)}", flush=True)
                if faults:
                    print(f"{room}, {kind}: {len(faults) - len(living)} of {len(faults)} seen", flush=True)
                seen, planted = seen + len(faults) - len(living), planted + len(faults)
    print(f"seed {asked.seed}: {seen} of {planted} faults seen, {100 * seen / max(1, planted):.0f} of 100")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__.split("\n")[0])
    parser.add_argument(
        "rooms", nargs="*", metavar="ROOM", help="packages or modules of pipeline/; all where none is named"
    )
    parser.add_argument("--seed", type=int, default=1, help="draws other faults")
    parser.add_argument("--code", type=int, default=12, metavar="N", help="faults of code in each room")
    parser.add_argument("--rules", type=int, default=6, metavar="N", help="entries of rules in each room")
    return parser.parse_args()


def copied(folder: Path) -> Path:
    """The tree as it is, without what git ignores."""
    ignored = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info")
    shutil.copytree(ROOT, folder / "tree", ignore=ignored)
    return folder / "tree"


def rooms(copy: Path) -> list[str]:
    code = copy / "pipeline"
    modules = [path.stem for path in code.glob("[!_]*.py") if any(of_code(path))]
    return sorted([*modules, *(path.parent.name for path in code.glob("*/__init__.py"))])


def concerned(copy: Path, room: str) -> list[str]:
    folders = (room, *CONCERNED.get(room, ()))
    paths = [path for name in folders if (path := copy / "tests" / name).exists()]
    files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("test_*.py")))]
    return [*(str(file.relative_to(copy)) for file in files), *([f"tests/{WHOLE_DOCUMENTS}"] if room in PASSED else [])]


def drawn(copy: Path, room: str, asked: argparse.Namespace) -> list[tuple[str, list[Fault]]]:
    """Faults of code, and of rules, in the order of the lot."""
    lot = random.Random(f"{asked.seed} {room}")
    place = copy / "pipeline" / room
    files = sorted(place.rglob("*.*")) if place.is_dir() else [place.with_suffix(".py")]
    unseen = set() if find_spec("rapidocr_onnxruntime") else {"ocr.py"}  # whose tests need the extra
    code = [fault for path in files if path.suffix == ".py" and path.name not in unseen for fault in of_code(path)]
    tables = [path for path in files if path.suffix in {".csv", ".toml"} and path.name not in MADE]
    rules = [fault for path in tables for fault in of_rules(path)]
    return [
        ("code", lot.sample(code, min(asked.code, len(code)))),
        ("rules", lot.sample(rules, min(asked.rules, len(rules)))),
    ]


# ------------------------------------------------------------------------------------------------------ running tests


def warm_up() -> None:
    """Imports what tests import of others: each run of tests is forked from this process and need not do it again."""
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # forking is for processes of one thread
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False  # or each run would compile all modules anew
    import hypothesis
    import pandera.pandas
    import pdfplumber
    import pytest
    import reportlab.pdfgen.canvas
    import spacy

    assert all((hypothesis, pandera, pdfplumber, pytest, reportlab, spacy))


def measured(copy: Path, files: Iterable[str]) -> Tests:
    """The files with what they take without a fault.

    Raises SystemExit where one of them fails without.
    """
    taken = {}
    for file in files:
        began = time.monotonic()
        if status(copy, [file], seconds=600) != 0:
            sys.exit(f"{file} fails, or ran no test, without any fault: nothing can be said.")
        taken[file] = time.monotonic() - began
    return Tests(tuple(sorted(taken, key=taken.__getitem__)), sum(taken.values()))


def killed(copy: Path, fault: Fault, tests: Tests) -> bool:
    """Whether a test fails, or takes far too long, because of the fault."""
    whole = fault.path.read_bytes()
    fault_bytes = fault.planted
    try:
        _put(fault.path, fault_bytes)
        return status(copy, tests.files, seconds=PATIENCE * tests.seconds + 20) != 0
    finally:
        _put(fault.path, whole)


def _put(path: Path, content: bytes, stamps: list[int] = [0]) -> None:  # noqa: B006 (kept between calls)
    """Each time with another date: by that Python knows whether to compile a module anew."""
    path.write_bytes(content)
    stamps[0] += 10
    os.utime(path, (stamps[0], stamps[0]))


def status(copy: Path, files: Sequence[str], seconds: float) -> int:
    """What pytest ends with, stopped at the first failure; not 0 where it takes longer."""
    child = os.fork()
    if child == 0:
        os.setsid()
        os._exit(in_child(copy, files))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        ended, code = os.waitpid(child, os.WNOHANG)
        if ended:
            return code
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 1


def in_child(copy: Path, files: Sequence[str]) -> int:
    import pytest

    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    os.chdir(copy)
    sys.path = [str(copy), *(path for path in sys.path if Path(path or ".").resolve() != ROOT)]
    os.environ["PYTHONPATH"] = str(copy)
    for name in [name for name in sys.modules if name.split(".")[0] in {"tests", "pipeline"}]:
        del sys.modules[name]
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *files]))


if __name__ == "__main__":
    main()
