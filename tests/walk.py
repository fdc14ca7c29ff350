"""docs/walk.md as its reader follows it: the commands in a shell, the clicks in a browser."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.waiting import LIMIT, until

ROOT = Path(__file__).parents[1]
WALK = ROOT / "docs" / "walk.md"
PROJECT = "Decent jobs in the Ethiopian garment industry"
COPIED = ("Makefile", "pyproject.toml", "requirements.lock", "raw", "tests")
READER = "A. Reader"
PORT = 8610  # where `make review` serves

Look = Callable[[str], object]  # is told the name of each picture, when the page is as it shows


def is_set_up() -> bool:
    """Whether make has set up the environment that this runs in, so that it can be another checkout's, too."""
    return Path(sys.prefix, "bin", "donor-profiles").exists() and shutil.which("make") is not None


def checkout(folder: Path) -> Path:
    """A checkout of its own with the samples, whose .venv is this one."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.reviews.csv"))
        else:
            shutil.copy2(source, folder / name)
    folder.joinpath(".venv").symlink_to(sys.prefix)
    folder.joinpath("gitconfig").write_text(f"[user]\nname = {READER}\n", encoding="utf-8")
    return folder


def environment(folder: Path) -> dict[str, str]:
    """make takes .venv as it is; the reviewer has a name."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "MAKE"))}
    return {
        **kept,
        "MAKEFLAGS": "--assume-old=.venv/installed",
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "PYTHONPATH": str(ROOT),
        "FORCE_COLOR": "1",
    }


def typed(line: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a line of the page in a shell."""
    return subprocess.run(
        line,
        shell=True,
        cwd=folder,
        env={**environment(folder), **variables},
        capture_output=True,
        text=True,
        timeout=10 * LIMIT,
        check=False,
    )


def is_free() -> bool:
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind(("127.0.0.1", PORT))
        except OSError:
            return False
    return True


@contextlib.contextmanager
def reviewing(line: str, folder: Path) -> Iterator[str]:
    """Starts `make review`, gives the address that it tells, and presses Ctrl+C in the end.

    Waits for the port, which somebody else on this machine may have for a while. Raises TimeoutError.
    """
    until(is_free)
    process = subprocess.Popen(
        line, shell=True, cwd=folder, env=environment(folder), stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout
    try:
        told = iter(process.stdout.readline, "")
        yield next(found[0] for found in (re.search(r"http://\S+", line) for line in told) if found)
    finally:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does to all that run in it
        process.wait(LIMIT)
        process.stdout.close()


def reviewed(tab: Page, address: str, look: Look) -> None:
    """What step 4 says, from the list of documents to the corrected table."""
    tab.goto(address)
    look("walk-list")
    tab.get_by_role("link", name="ireland").click()
    expect(tab.locator("#progress")).to_contain_text("0 of")
    tab.wait_for_load_state()
    tab.keyboard.press("n")
    row = tab.locator(".row[open]")
    expect(row.locator("summary .text")).to_have_text(PROJECT)
    drawn(tab, 2, 3)
    look("walk-check")
    row.get_by_role("button", name="6,200,000, EUR, exact").click()
    expect(tab.locator("#progress")).to_contain_text("1 of")
    tab.get_by_role("button", name="Apply now").click()
    expect(tab.locator("#again")).to_be_hidden(timeout=LIMIT * 1000)
    tab.get_by_placeholder("Search").fill("garment")
    tab.locator('.row[data-state="corrected"] summary').click()
    drawn(tab, 2, 3)
    look("walk-corrected")


def drawn(tab: Page, *pages: int) -> None:
    """Waits for the pictures of the pages that are in sight."""
    for page in pages:
        tab.locator(f'.leaf[data-page="{page}"] img').evaluate("image => image.decode()")
