"""Headings, outlines and flows of lines."""

from collections.abc import Iterable

from pipeline.model import Style
from pipeline.segment.headings import Heading, Outline, Part
from pipeline.segment.lines.stretches import around
from pipeline.segment.order.xy_cut import Flow
from pipeline.segment.sections import Draft
from pipeline.segment.typography import Typography
from tests.segment.records import BOLD, PLAIN, line

TEXT = "the wells were dug where people live"  # what running text looks like
HEADLINE = BOLD._replace(size=14.0)
RUNNING = Typography(PLAIN, PLAIN)


def heading(text: str, y: float = 100.0, type_: Style = HEADLINE, x: float = 0.0, run_in: bool = False) -> Heading:
    """Each line of the text so far below the one before that a fifth of an em is white."""
    lines = tuple(line(part, x, y + 1.2 * type_.size * place, type_) for place, part in enumerate(text.split("\n")))
    return Heading(lines, around(each.box for each in lines), run_in)


def outline(*items: Part) -> Outline:
    """A ground with these items on it."""
    return Outline(around(item.box for item in items), items)


def flow(*items, typography: Typography = RUNNING) -> Flow:
    """A ground before its headings are told."""
    return Flow(around(item.box for item in items), typography, items)


def shown(items: Iterable[Part]) -> list[str]:
    """A text each: `# ` before headings, `| ` before tables, those of a panel in [ ]."""
    return [_shown(item) for item in items]


def _shown(item: Part) -> str:
    match item:
        case Heading():
            return f"# {item.text}"
        case Outline():
            return f"[{', '.join(shown(item.items))}]"
        case _ if hasattr(item, "cells"):
            return f"| {item.lines[0].text}"
    return item.text


def draft(text: str = "", *, page: int = 1, place: str = "text", type_: Style = HEADLINE) -> Draft:
    """A section with this heading, or with none."""
    return Draft(page, place, heading(text, type_=type_) if text else None)
