"""One document through all stages: Task -> entry. Imports every stage, so only a worker's process imports it."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.check import check
from pipeline.check.second_reader import figures_on
from pipeline.decisions.file import read as read_decisions
from pipeline.decisions.profile import decide, unsettled
from pipeline.decisions.unapplied import Gone
from pipeline.export.page_images import draw_pages
from pipeline.language.detection import document_language
from pipeline.language.lexicon import OWN, spoken
from pipeline.mentions import find
from pipeline.model import Profile, Source
from pipeline.pull import UnreadableDocument, reread
from pipeline.pull import read as pull
from pipeline.relate import relate
from pipeline.run.entry import Outcome, failed, packed, unopened
from pipeline.run.task import Task
from pipeline.segment import segment
from pipeline.write import rows
from pipeline.write.rows import Row
from pipeline.write.validation import TableError, validated


def entry(task: Task) -> bytes:
    """What the document comes to. Never raises because of the document, except MemoryError."""
    try:
        profile = read(task)
        if task.options.pictures:
            draw_pages(task.path, profile, task.options.pictures, password=task.options.password)
        tables = validated(rows.of(profile))
        return packed(_outcome(profile, tables), tables)
    except UnreadableDocument as error:
        return failed(replace(task.document, status=error.status, error=str(error)), lasting=True)
    except MemoryError:
        raise
    except Exception as error:  # a defect of ours costs one document, not the run
        if isinstance(error, OSError) and error.filename:
            return failed(unopened(task.document, error), lasting=False)
        sentence = f"{task.document.file} {_reason(error)}"
        return failed(replace(task.document, status="failed", error=sentence), lasting=False)


def read(task: Task) -> Profile:
    """The document's profile as people decided it, with its checks.

    Raises pipeline.errors.UnreadableDocument, or OSError where the file cannot be opened.
    """
    options = task.options
    source = pull(task.path, pages=options.pages, password=options.password, ocr=options.ocr)
    source = replace(source, language=_language(source))
    document = replace(task.document, pages=source.count)
    with spoken(source.language or OWN):
        segmentation = segment(source, document.name)
    profile = replace(relate(*find(document, source, segmentation)), furniture=segmentation.furniture)
    decisions, not_understood = read_decisions(task.reviews)
    profile, not_applied = decide(profile, decisions)
    if options.pages:  # the text that a decision rests on may stand on the others
        not_applied = tuple(check for check in not_applied if check.check != Gone.id)
    second = _second(task, source, profile) if options.verify else None
    checks = unsettled(check(profile, source, second), profile)
    return replace(profile, checks=(*checks, *not_understood, *not_applied))


def _language(source: Source) -> str:
    """ISO 639-1 code of the language of the words on the pages, else the one that the file names; empty where neither
    tells."""
    return document_language(" ".join(run.text for page in source.pages for run in page.runs), source.language)


def _second(task: Task, source: Source, profile: Profile) -> Source:
    """What the second reader sees beside the figures of pages with a text layer; nothing, where it cannot open the file
    that the first one read."""
    by_ocr = {page.number for page in source.pages if page.by_ocr}
    figures = {page: boxes for page, boxes in figures_on(profile).items() if page not in by_ocr}
    try:
        return reread(task.path, figures.keys(), around=figures, password=task.options.password)
    except UnreadableDocument:
        return Source(pages=())


def _outcome(profile: Profile, tables: Mapping[str, Sequence[Row]]) -> Outcome:
    document = profile.document
    severities = Counter(check.severity for check in profile.checks)
    return Outcome(
        document=document.id,
        status=document.status,
        error=document.error,
        lasting=True,
        pages=document.pages or 0,
        sections=len(tables["sections"]),
        projects=len(tables["projects"]),
        money=len(tables["money"]),
        errors=severities["error"],
        warnings=severities["warning"],
        infos=severities["info"],
        reasons=tuple(check.message for check in profile.checks if check.severity == "error"),
    )


def _reason(error: Exception) -> str:
    """Why a document came to nothing, for the person who has it and, where it is our fault, for whoever mends that."""
    if isinstance(error, TableError):
        return f"could not be read. {error} Please report this with the file."
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "pipeline" in Path(frame.filename).parts]
    place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"could not be read: {type(error).__name__}{place}: {error}. Please report this with the file."
