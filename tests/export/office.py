"""LibreOffice without a window: what it makes of a workbook."""

import os
import shutil
import subprocess
from pathlib import Path

SOFFICE = os.environ.get("SOFFICE") or shutil.which("soffice") or ""
LIMIT = 180  # seconds: many times what a loaded machine needs


def converted(workbook: Path, form: str, folder: Path) -> Path:
    """The workbook as LibreOffice opens it, saved in another form into the folder.

    Raises subprocess.TimeoutExpired, and CalledProcessError where it ends with an error.
    """
    profile = folder / "profile"  # a settings folder of its own: one that is in use would refuse a second process
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command = [SOFFICE, *options, "--convert-to", form, "--outdir", str(folder), str(workbook)]
    subprocess.run(command, check=True, timeout=LIMIT, capture_output=True)
    return folder / f"{workbook.stem}.{form}"
