"""One run: which documents are new or changed, workers for those, and all tables written at once."""

from __future__ import annotations

import codecs
import contextlib
import hashlib
import logging
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import extras, files
from pipeline.errors import UsageError
from pipeline.model import Document, schema
from pipeline.model.csv_cells import csv_lines
from pipeline.run import cache, inputs, workers
from pipeline.run.cache import Cache
from pipeline.run.entry import Outcome, failed
from pipeline.run.inputs import Input
from pipeline.run.task import Options, Task
from pipeline.write import data_package

__all__ = ["Options", "run"]

LOG = logging.getLogger("donor-profiles")
NAMED = 5  # of more skipped files, only so many are named


@dataclass(frozen=True, slots=True)
class Job:
    """A document of the run and the key of its entry."""

    key: str
    task: Task


def run(
    paths: Iterable[Path],
    out: Path,
    options: Options,
    tell: Callable[[str], None] = lambda sentence: None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Outcome]:
    """Reads the documents of all paths and replaces the folder `out` by their tables; outcomes in order of the ids.

    `progress` is told how many documents are done, of how many; `tell` a sentence where a person has to wait, or where
    something was left out. A run that is broken off keeps what it has read for the next one.
    Raises UsageError.
    """
    paths = list(paths)
    found = inputs.find(paths)
    if left_out := [path for path in inputs.skipped(paths) if not path.resolve().is_relative_to(out.resolve())]:
        tell(_skipped(left_out))
    if options.ocr:
        extras.need("ocr")
    if options.pictures:
        _make(options.pictures)
        options = replace(options, pictures=options.pictures.resolve())
    with files.replacing(out, data_package.files, tell) as growing, cache.opened() as entries:
        jobs = [_job(document, options) for document in found]
        due = [job for job in jobs if options.force or options.pictures or not entries.holds(job.key)]
        progress(len(jobs) - len(due), len(jobs))
        for done, (job, packed) in enumerate(_read(due, options), start=len(jobs) - len(due) + 1):
            entries.put(job.key, packed)
            _log(entries, job)
            progress(done, len(jobs))
        return _write(growing, entries, jobs, options)


def _skipped(left_out: list[Path]) -> str:
    names = ", ".join(map(str, left_out[:NAMED]))
    more = f" and {len(left_out) - NAMED} more" if left_out[NAMED:] else ""
    return f"Skipped, for {'it is no PDF' if len(left_out) == 1 else 'they are no PDFs'}: {names}{more}."


def _log(entries: Cache, job: Job) -> None:
    if LOG.isEnabledFor(logging.INFO):
        with entries.entry(job.key) as entry:
            outcome = entry.outcome
        LOG.info("%s: %s", outcome.document, " ".join([outcome.status, outcome.error, *outcome.reasons]).strip())


def _make(pictures: Path) -> None:
    try:
        pictures.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"The folder {pictures} for page images cannot be made: {error.strerror}.") from error


def _job(document: Input, options: Options) -> Job:
    sha256 = _sha256(document.path)
    row = Document(id=document.id, file=document.path.name, sha256=sha256, status="ok")
    if document.error:
        row = replace(row, status="failed", error=document.error)
    task = Task(row, document.path, document.reviews, options, cache.code())
    made_from = (row, _sha256(document.reviews), options.key, task.code)
    return Job(hashlib.sha256(repr(made_from).encode()).hexdigest(), task)


def _sha256(path: Path) -> str:
    """Of a file's bytes; empty where it is not there or cannot be opened, which a worker then tells."""
    try:
        return inputs.sha256(path)
    except OSError:
        return ""


def _read(jobs: list[Job], options: Options) -> Iterator[tuple[Job, bytes]]:
    """The jobs' entries, as they come."""
    readable = []
    for job in jobs:
        if job.task.document.error:
            yield job, failed(job.task.document, lasting=False)
        else:
            readable.append(job)
    if not readable:
        return
    chosen = workers.cluster(options.cluster) if options.cluster else workers.here(options.jobs)
    with chosen as executor:
        waiting = {executor.submit(workers.entry, job.task): job for job in readable}
        for future in as_completed(waiting):
            job = waiting.pop(future)
            yield job, _packed(future, job.task.document)


def _packed(future: Future[bytes], document: Document) -> bytes:
    try:
        return future.result()
    except UsageError:
        raise
    except Exception as error:  # whatever an executor raises when it loses a worker
        sentence = f"{document.file} was not read, its worker was lost: {' '.join(str(error).split())}"
        return failed(replace(document, status="failed", error=sentence), lasting=False)


def _write(growing: Path, entries: Cache, jobs: Iterable[Job], options: Options) -> list[Outcome]:
    """Writes all entries below each other, one at a time, so that memory does not grow with their number."""
    outcomes = []
    described = data_package.text([job.task.document for job in jobs], options.arguments)
    growing.joinpath(data_package.FILE).write_text(described, encoding="utf-8")
    with contextlib.ExitStack() as stack:
        files = {
            table: stack.enter_context(growing.joinpath(f"{table.name}.csv").open("wb")) for table in schema.TABLES
        }
        for table, file in files.items():
            file.write((codecs.BOM_UTF8 if options.bom else b"") + csv_lines([table.columns]).encode())
        for job in jobs:
            with entries.entry(job.key) as entry:
                outcomes.append(entry.outcome)
                for table, file in files.items():
                    shutil.copyfileobj(entry.body(table.name), file)
    return outcomes
