"""One run: which documents are new or changed, workers for those, and all tables written at once."""

from __future__ import annotations

import codecs
import contextlib
import hashlib
import logging
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from pipeline import files, program
from pipeline.errors import UsageError
from pipeline.model import Document, schema
from pipeline.model.csv_cells import csv_lines
from pipeline.processes import LOOK_SECONDS
from pipeline.run import cache, inputs, workers
from pipeline.run.cache import Entries
from pipeline.run.entry import Entry, Outcome, failed
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
    progress: Callable[[int, int, int], None] = lambda done, total, pages: None,
) -> list[Outcome]:
    """Reads the documents of all paths and replaces the folder `out` by their tables; outcomes in order of the ids.

    `progress` is told how many documents are done, of how many, and how many pages this run has read; `tell` a sentence
    where a person has to wait, where something was left out, and where what is read cannot be kept for the next run, as
    it is, too, in a run that is broken off.
    Raises UsageError.
    """
    paths = list(paths)
    found = inputs.find(paths)
    if left_out := [path for path in inputs.skipped(paths) if not path.resolve().is_relative_to(out.resolve())]:
        tell(_skipped(left_out))
    if options.ocr:
        program.need("ocr")
    if options.pictures and options.cluster:
        raise UsageError("Pages are drawn on this machine: give --debug-pages without --cluster.")
    if options.pictures:
        _make(options.pictures)
        options = replace(options, pictures=options.pictures.resolve())
    with files.replacing(out, data_package.files, tell) as growing, cache.opened(growing.parent, tell) as entries:
        jobs = [_job(document, options) for document in found]
        due = [job for job in jobs if options.force or options.pictures or not entries.holds(job.key)]
        done, pages = len(jobs) - len(due), 0
        progress(done, len(jobs), pages)
        for job, packed in _read(due, options):
            entries.put(job.key, packed)
            outcome = Entry(packed).outcome
            _log(outcome)
            done, pages = done + 1, pages + outcome.pages
            progress(done, len(jobs), pages)
        return _write(growing, entries, jobs, options)


def _skipped(left_out: list[Path]) -> str:
    names = ", ".join(map(str, left_out[:NAMED]))
    more = f" and {len(left_out) - NAMED} more" if left_out[NAMED:] else ""
    return f"Skipped, for {'it is no PDF' if len(left_out) == 1 else 'they are no PDFs'}: {names}{more}."


def _log(outcome: Outcome) -> None:
    LOG.info("%s: %s", outcome.document, " ".join([outcome.status, outcome.error, *outcome.reasons]).strip())


def _make(pictures: Path) -> None:
    try:
        pictures.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"The folder {pictures} for page images cannot be made: {error.strerror}.") from error


def _job(document: Input, options: Options) -> Job:
    row = Document(id=document.id, file=document.path.name, sha256=_sha256(document.path), status="ok")
    if document.error:
        row = replace(row, status="failed", error=document.error)
    task = Task(row, document.path, document.reviews, options, cache.code())
    return Job(_key(task), task)


def _key(task: Task) -> str:
    made_from = (task.document, _sha256(task.reviews), task.options.key, task.code)
    return hashlib.sha256(repr(made_from).encode()).hexdigest()


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
    with chosen as crew:
        for job, packed in _under_way(readable, crew):
            yield job, failed(_changed(job), lasting=False) if _has_changed(job) else packed


def _under_way(jobs: Iterable[Job], crew: workers.Crew) -> Iterator[tuple[Job, bytes]]:
    """The jobs' entries, as they come, with no more jobs under way than keep the crew busy."""
    left, waiting = iter(jobs), dict[Future[bytes], Job]()
    while True:
        for job in islice(left, max(0, crew.room() - len(waiting))):
            waiting[crew.submit(job.task)] = job
        if not waiting:
            return
        for future in wait(waiting, LOOK_SECONDS, FIRST_COMPLETED).done:
            job = waiting.pop(future)
            yield job, workers.result(future, job.task)


def _has_changed(job: Job) -> bool:
    """Whether the file, or people's decisions on it, are others now than those that the entry would be kept for."""
    return _sha256(job.task.path) != job.task.document.sha256 or _key(job.task) != job.key


def _changed(job: Job) -> Document:
    document = job.task.document
    return replace(document, status="failed", error=f"{document.file} was changed while it was read: run again.")


def _write(growing: Path, entries: Entries, jobs: Iterable[Job], options: Options) -> list[Outcome]:
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
            entry = entries.entry(job.key) or _anew(entries, job, options)
            outcomes.append(entry.outcome)
            for table, file in files.items():
                shutil.copyfileobj(entry.body(table.name), file)
    return outcomes


def _anew(entries: Entries, job: Job, options: Options) -> Entry:
    """The entry of a job whose kept one is damaged, or was cleared by another run."""
    ((_, packed),) = _read([job], options)
    entries.put(job.key, packed)
    return Entry(packed)
