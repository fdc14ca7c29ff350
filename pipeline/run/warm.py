"""What the process that forks a child for each document has in memory before the first one comes."""

from __future__ import annotations

import contextlib
import sys
from types import ModuleType

# spaCy imports its own command for this one function, which nobody here calls, and with it 400 modules of web clients
# and terminals: a quarter of its time.
UNUSED = {"spacy.cli": None, "spacy.cli.info": "info"}


def warm_up() -> str:
    """Imports every stage, and reads a specimen through them, so that children have every reader, rule and table of
    names; gives the hash of the code."""
    if "spacy" not in sys.modules:
        _import_spacy()
    from pipeline import files
    from pipeline.model import Document
    from pipeline.run import document, specimen
    from pipeline.run.cache import code
    from pipeline.run.task import Options, Task

    with files.scratch() as folder:
        path = folder / "specimen.pdf"
        path.write_bytes(specimen.pdf())
        row = Document(id="specimen", file=path.name, sha256="", status="ok")
        document.entry(Task(row, path, path.with_suffix(".csv"), Options(), ""))
    return code()


def _import_spacy() -> None:
    """Only for a process of its own: a program that wants spaCy's command later would not find it."""
    for name, function in UNUSED.items():
        sys.modules[name] = ModuleType(name)
        if function:
            setattr(sys.modules[name], function, None)
    with contextlib.suppress(ImportError):  # of another version of spaCy, which is then imported as it is
        import spacy  # noqa: F401
    for name in UNUSED:
        del sys.modules[name]
