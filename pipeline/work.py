"""One document through all stages: Task -> entry. Imports every stage, so only a worker's process imports it."""

from __future__ import annotations

import traceback
from dataclasses import replace
from pathlib import Path

from pipeline.check import check
from pipeline.entry import failed, packed
from pipeline.extract import extract, find_mentions
from pipeline.model import Document, Profile
from pipeline.pull import Unreadable
from pipeline.pull import read as pull
from pipeline.relate import relate
from pipeline.segment import segment
from pipeline.task import Task
from pipeline.write.frames import lines
from pipeline.write.validation import TableError, tables


def warm_up() -> None:
    """Loads the rules and the tables' schema, so that processes forked from this one have them."""
    find_mentions("")
    tables(Profile(document=Document(id="none", file="none.pdf", sha256="", status="failed")))


def entry(task: Task) -> bytes:
    """What the document comes to. Never raises because of the document, except MemoryError."""
    try:
        profile = read(task)
        return packed(profile, {name: lines(frame) for name, frame in tables(profile).items()}, lasting=True)
    except Unreadable as error:
        return failed(replace(task.document, status=error.status, error=error.sentence), lasting=True)
    except MemoryError:
        raise
    except OSError as error:
        sentence = f"{task.document.file} cannot be opened: {error.strerror}."
        return failed(replace(task.document, status="failed", error=sentence), lasting=False)
    except TableError as error:
        reason = str(error)
    except Exception as error:  # a defect of ours costs one document, not the run
        reason = f"It met {_told(error)}."
    sentence = f"{task.document.file} could not be read. {reason} Please report this with the file."
    return failed(replace(task.document, status="failed", error=sentence), lasting=False)


def read(task: Task) -> Profile:
    """The document's profile with its checks.

    Raises pipeline.pull.Unreadable.
    """
    source = pull(task.path)
    document = replace(task.document, pages=len(source.pages))
    segmentation = segment(source, document.id)
    profile = relate(*extract(document, source, segmentation))
    profile = replace(profile, furniture=segmentation.furniture)
    return replace(profile, checks=check(profile))


def _told(error: Exception) -> str:
    """The error with the last place in our own code, for a report."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "pipeline" in Path(frame.filename).parts]
    place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{place}: {error}"
