"""What sections are about: from the words of their headings, the style that project headings have, and place.

Tried in this order:
- turned text and asides are `other`, and so is a heading with no text below it or one that comes back in the document
  (Results, Background), unless its words say more;
- the words of a heading (document_words.csv) tell contributions, priorities, front and other, unless it begins with a
  deed (Strengthening …); one that ends with the unit of figures (Income (EUR thousands)) is the name of an account;
- text without a heading is front matter before the first heading; in a panel it is about priorities if it says so;
- project headings share one type, the one that most headings have. A larger heading is the title of the document
  before the first project, and of a group of projects after it; one in a panel that no other shares is `other`;
- what stands on the first page before the contributions is front matter, as long as more follows than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.language.document_words import rules
from pipeline.model import SectionKind
from pipeline.segment.facts import states_unit
from pipeline.segment.sections import SAME_SIZE, Draft


def kinds(drafts: Sequence[Draft], texts: Sequence[str]) -> list[SectionKind]:
    """The kind of each section, of all sections of a document with their texts."""
    repeats = Counter(draft.heading.text for draft in drafts if draft.heading)
    named = [_named(draft, text) for draft, text in zip(drafts, texts, strict=True)]
    titles = [
        draft
        for draft, text, kind in zip(drafts, texts, named, strict=True)
        if kind is None and draft.heading and text and repeats[draft.heading.text] == 1
    ]
    size = _usual_size(titles)
    projects = [draft for draft in titles if _is_project(draft, size, titles)]
    front = _opening(drafts, named, projects)
    body = next((place for place, draft in enumerate(drafts) if draft in projects and draft not in front), len(drafts))
    opened = min([body, *(place for place, kind in enumerate(named) if kind == "contributions")])
    headed = next((place for place, draft in enumerate(drafts) if draft.heading), len(drafts))
    placed: list[SectionKind] = []
    for place, (draft, kind) in enumerate(zip(drafts, named, strict=True)):
        if draft in projects and draft not in front:
            placed.append(kind or "project")
        elif draft.heading is None:
            placed.append(kind or ("front" if draft.place == "text" and place < headed else "other"))
        else:
            placed.append(kind or ("front" if place < opened else "other"))
    return placed


def _named(draft: Draft, text: str) -> SectionKind | None:
    """The kind that words tell."""
    if draft.place in ("turned", "aside"):
        return "other"
    if draft.heading is None:
        return "priorities" if draft.place == "panel" and rules().priorities.search(text) else None
    return rules().kind(draft.heading.text) or ("other" if states_unit(draft.heading.text) else None)


def _size(draft: Draft) -> float:
    return draft.heading.lines[0].size if draft.heading else 0.0


def _usual_size(titles: Sequence[Draft]) -> float:
    """The size that most headings have; of equally many, the larger."""
    sizes = Counter(_size(draft) for draft in titles)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _is_project(draft: Draft, usual: float, titles: Sequence[Draft]) -> bool:
    alike = [other for other in titles if usual / SAME_SIZE < _size(other) < usual * SAME_SIZE]
    alone = draft.place == "panel" and sum(other.place == "panel" for other in alike) == 1
    return draft in alike and not alone


def _opening(drafts: Sequence[Draft], named: Sequence[SectionKind | None], projects: Sequence[Draft]) -> list[Draft]:
    """What looks like projects but stands before the contributions, on the first page."""
    start = next((place for place, kind in enumerate(named) if kind == "contributions"), 0)
    before = [draft for draft in drafts[:start] if draft in projects]
    first_page = all(draft.page == drafts[0].page for draft in before)
    return before if first_page and 2 * len(before) < len(projects) else []
