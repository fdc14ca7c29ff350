"""What sections are about: from the words of their headings, the style that project headings have, and place.

Tried in this order:
- turned text and asides are `other`, and so is a heading with no text below it or one that comes back in the document
  (Results, Background), unless its words say more;
- the words of a heading (document_words.csv) tell contributions, priorities, front and other, unless it begins with a
  deed (Strengthening …); one that ends with the unit of figures (Income (EUR thousands)) is the name of an account;
- text without a heading is front matter before the first project; in a panel it is about priorities if it says so;
- project headings share one type, the one that most headings have. A larger heading is the title of the document
  before the first project, and of a group of projects after it; one in a panel that no other shares is `other`;
- what stands on the first page before the contributions is front matter, as long as more follows than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.language.document_words import rules
from pipeline.model import SectionKind
from pipeline.segment.facts import states_unit
from pipeline.segment.sections import SAME_SIZE, Draft


def kinds(drafts: Sequence[Draft], texts: Sequence[str]) -> list[SectionKind]:
    """The kind of each section, of all sections of a document with their texts."""
    repeats = Counter(draft.name for draft in drafts)
    named = [_named(draft, text) for draft, text in zip(drafts, texts, strict=True)]
    titles = {
        draft: draft.heading.first.size
        for draft, text, kind in zip(drafts, texts, named, strict=True)
        if kind is None and draft.heading and text and repeats[draft.name] == 1
    }
    projects = _projects(titles)
    money = next((place for place, kind in enumerate(named) if kind == "contributions"), len(drafts))
    opening = _opening(drafts[:money], projects)
    projects = [draft for draft in projects if draft not in opening]
    body = min([money, *map(drafts.index, projects)])
    return [
        kind or ("project" if draft in projects else "front" if place < body and _may_open(draft) else "other")
        for place, (draft, kind) in enumerate(zip(drafts, named, strict=True))
    ]


def _named(draft: Draft, text: str) -> SectionKind | None:
    """The kind that words tell."""
    if draft.place in ("turned", "aside"):
        return "other"
    if draft.heading is None:
        return "priorities" if draft.place == "panel" and rules().priorities.search(text) else None
    return rules().kind(draft.name) or ("other" if states_unit(draft.name) else None)


def _projects(titles: Mapping[Draft, float]) -> list[Draft]:
    """Of headings with their sizes those of the size that most have (of equally many, the larger), but for the only one
    of them in a panel."""
    sizes = Counter(titles.values())
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    alike = [draft for draft, size in titles.items() if usual / SAME_SIZE < size < usual * SAME_SIZE]
    in_panels = [draft for draft in alike if draft.place == "panel"]
    return alike if len(in_panels) != 1 else [draft for draft in alike if draft not in in_panels]


def _opening(before: Sequence[Draft], projects: Sequence[Draft]) -> list[Draft]:
    """What looks like projects but stands before the contributions, on the first page."""
    opening = [draft for draft in before if draft in projects]
    first_page = all(draft.page == before[0].page for draft in opening)
    return opening if first_page and 2 * len(opening) < len(projects) else []


def _may_open(draft: Draft) -> bool:
    """Whether a section may be front matter: one with a heading, or text that stands in no panel."""
    return draft.heading is not None or draft.place == "text"
