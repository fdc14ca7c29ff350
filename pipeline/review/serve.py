"""The page on a loopback address, until it is interrupted."""

from __future__ import annotations

import contextlib
import getpass
import os
import secrets
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import uvicorn

from pipeline.errors import UsageError
from pipeline.review.library import Library
from pipeline.review.security import LOOPBACK
from pipeline.review.server import Served, app


def serve(raw: Path, out: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serves the page until it is interrupted; `tell` is told its address.

    Raises UsageError.
    """
    library = Library(raw, out)
    site = Served(secrets.token_urlsafe(16), _reviewer(), library.again)
    try:
        listening = socket.create_server((LOOPBACK, port))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise UsageError(f"Port {port} cannot be used ({reason}): choose another with --port.") from error
    with listening:
        port = listening.getsockname()[1]
        tell(f"Review page: http://{LOOPBACK}:{port}/{site.token}/ (Ctrl+C ends it)")
        config = uvicorn.Config(app(library, site, port), log_level="warning", access_log=False, server_header=False)
        with contextlib.suppress(KeyboardInterrupt):  # how it is ended
            uvicorn.Server(config).run(sockets=[listening])


def _reviewer() -> str:
    """The name that git knows, else that of the account."""
    try:
        found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=True, timeout=5)
        return found.stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return getpass.getuser()
