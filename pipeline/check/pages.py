"""Pages that gave no words, or gave them by their image alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from textwrap import shorten
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.model import Check, Page, Profile, Run, Section, Source

# What a message quotes: so many texts, of each so many characters.
MAX_TEXTS: Final = 5
MAX_LETTERS: Final = 80
# Glyphs without a character, and those of the private area, which only the font knows.
UNREADABLE: Final = re.compile(r"[\ufffd\ue000-\uf8ff]")
PRIVATE: Final = re.compile(r"[\ue000-\uf8ff]")


class TextlessPage(Checker):
    """A scanned page among others: what it says is in no table."""

    id = "textless-page"
    title = "A page without a text layer"
    template = "Page {page} has no text layer, so nothing on it was read; run again with --ocr."
    advice = "Run again with `--ocr`, or put a text layer on the page, and look at its figures."

    def __init__(self, source: Source) -> None:
        self._pages = [page.number for page in source.pages if page.pictures and not page.runs]

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each page that draws pictures and no characters."""
        for page in self._pages:
            yield replace(self.on_document(profile, page=page), page=page)


class TextInPicture(Checker):
    """A chart, a map or a table that was put in as an image: what it says is in no table, and nobody would miss it."""

    id = "text-in-picture"
    severity = "info"
    title = "A picture with text in it"
    template = "A picture that takes {share} of page {page} seems to hold text, which is in no table."
    advice = "Look at the page, and add the figures of the picture that you want to have."

    def __init__(self, source: Source) -> None:
        self._pages = [page for page in source.pages if page.of_text]

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each page with such pictures."""
        for page in self._pages:
            taken = sum(box.width * box.height for box in page.of_text) / (page.width * page.height)
            check = self.on_document(profile, page=page.number, share=f"{min(taken, 1):.0%}")
            yield replace(check, page=page.number)


class PartlyRead(Checker):
    """Of a document of which only some pages were read, the tables lack what the others say."""

    id = "partly-read"
    severity = "info"
    title = "Only some pages were read"
    template = "Only {read} of the {count} pages were read, as the run was asked to: the tables lack the others."
    advice = "Nothing, if that is what you want; else run again without `--pages`."

    def __init__(self, source: Source) -> None:
        self._read, self._count = len(source.pages), source.count

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check where pages were left out."""
        if self._read < self._count:
            yield self.on_document(profile, "pages", read=self._read, count=self._count)


class HiddenText(Checker):
    """Text that the file holds and the page does not show: it is in no table, and nobody should look for it there."""

    id = "hidden-text"
    severity = "info"
    title = "Text that cannot be seen on its page was left out"
    template = "Page {page} holds text that cannot be seen there and was left out: {texts}."
    advice = "Nothing, unless the page should show it: then ask whoever made the file."

    def __init__(self, source: Source) -> None:
        self._pages = [(page.number, _hidden(page)) for page in source.pages]

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each page with such text."""
        for page, hidden in self._pages:
            if hidden:
                texts = [f"{quoted(text)} ({reason})" for text, reason in hidden[:MAX_TEXTS]]
                more = ["and more"] if len(hidden) > MAX_TEXTS else []
                check = self.on_document(profile, page=page, texts=", ".join([*texts, *more]))
                yield replace(check, page=page)


def _hidden(page: Page) -> list[tuple[str, str]]:
    """The texts that were left out, those of one reason in a row as one; a drop shadow is to be seen."""
    left_out = (dropped for dropped in page.dropped if dropped.reason != "drawn twice")
    joined = (
        (" ".join(part.text for part in parts), reason)
        for reason, parts in groupby(left_out, lambda dropped: dropped.reason)
    )
    return [(shorten(text, MAX_LETTERS, placeholder=" …"), reason) for text, reason in joined if re.search(r"\w", text)]


class UnreadableCharacters(Checker):
    """Glyphs that the file gives no character for, within the words of sections; an icon alone is no word."""

    id = "unreadable-characters"
    title = "Characters of a page that cannot be read"
    template = "{count} on page {page} cannot be read, for the file does not tell what they stand for, as in {words}."
    advice = "Read the words on the page, and add or correct the rows that rest on them."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each page with such characters."""
        pages: dict[int, list[str]] = {}
        for section in profile.sections:
            for place in section.places:
                word = section.content[place.start : place.end]
                if UNREADABLE.search(word) and not PRIVATE.fullmatch(word):
                    pages.setdefault(place.page, []).append(word)
        for page, words in sorted(pages.items()):
            count = sum(len(UNREADABLE.findall(word)) for word in words)
            named = "1 character" if count == 1 else f"{count} characters"
            more = " and more" if len(words) > MAX_TEXTS else ""
            check = self.on_document(profile, page=page, count=named, words=quoted(*words[:MAX_TEXTS]) + more)
            yield replace(check, page=page)


class ReadByOcr(Checker):
    """A page whose words were made out from its image: letters and figures may be wrong, blanks missing."""

    id = "read-by-ocr"
    title = "A page read by OCR"
    template = "Page {page} has no text layer and was read by OCR; hold every figure against the page."
    advice = "Compare every figure of the page with its image, and accept or correct the rows."

    def __init__(self, source: Source) -> None:
        self._pages = [page.number for page in source.pages if page.by_ocr and page.runs]

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each such page."""
        for page in self._pages:
            yield replace(self.on_document(profile, page=page), page=page)


class RowByOcr(Checker):
    """A row of a table that rests on such a page, for whoever looks at rows and not at pages."""

    id = "row-by-ocr"
    title = "A row that was read by OCR"
    template = (
        "{text} was read by OCR from page {page}, where letters and figures may be wrong; hold it against the page."
    )
    advice = "Compare the row with the page's image, and accept or correct it."

    def __init__(self, source: Source) -> None:
        self._pages = {page.number for page in source.pages if page.by_ocr}

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each mention on such a page, each contribution of which that is the amount, and each project
        with words on it."""
        if not self._pages:
            return
        for finding in profile.findings:
            mention = finding.mention
            if page := self._page(finding.section, mention.char_start, mention.char_end):
                yield self.on_finding(finding, text=quoted(mention.text), page=page)
        for contribution in profile.contributions:
            money = contribution.stated
            if page := self._page(contribution.section, money.char_start, money.char_end):
                check = self.on_contribution(contribution, "amount", text=quoted(money.text), page=page)
                yield replace(check, page=page)
        for project in profile.projects:
            if page := self._page(project.section):
                yield replace(self.on_project(project, text=quoted(project.title), page=page), page=page)

    def _page(self, section: Section, start: int = 0, end: int | None = None) -> int | None:
        """The first page read by OCR on which a part of a section stands."""
        return next((placed.page for placed in section.boxes(start, end) if placed.page in self._pages), None)


MAX_WORDS: Final = 8  # words that a message quotes


class UnplacedWords(Checker):
    """What a page draws has to come out of it once: words that do not may hold a figure that no table has.

    `drawn` is the text of each page by page number, in any order, with blanks between its words.
    """

    id = "unplaced-words"
    title = "Words that no section holds, or that are told twice"
    template = "The sections of page {page} do not hold what it draws: {differences}."
    advice = "See whether a figure is among the words, and add its row; please report the file."

    def __init__(self, drawn: Mapping[int, str]) -> None:
        self.drawn = drawn

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each page of which letters or digits are missing, or there more often than drawn."""
        placed = _placed(profile)
        for page, text in sorted(self.drawn.items()):
            differences = [
                f"{quoted(*words[:MAX_WORDS])}{' and more' if len(words) > MAX_WORDS else ''} {what}"
                for words, what in (
                    (_missing(text, placed.get(page, "")), "left out"),
                    (_missing(placed.get(page, ""), text), "told more often than drawn"),
                )
                if words
            ]
            if differences:
                yield replace(
                    self.on_document(profile, page=page, differences="; ".join(differences)),
                    page=page,
                    table="sections",
                )


def drawn(source: Source) -> dict[int, str]:
    """The text of each page by page number, in the order of its stream; a new line parts words as a blank does."""
    return {page.number: "".join(_with_line_breaks(page.runs)) for page in source.pages}


def _with_line_breaks(runs: Sequence[Run]) -> Iterator[str]:
    baseline = None
    for run in runs:
        yield run.text if run.baseline == baseline else f"\n{run.text}"
        baseline = run.baseline


def _placed(profile: Profile) -> dict[int, str]:
    """What sections and furniture hold of each page; words apart by blanks."""
    pages: dict[int, list[str]] = {}
    for section in profile.sections:
        content, end = section.content, 0
        for place in section.places:
            pages.setdefault(place.page, []).append(content[end : place.end])
            end = place.end
        pages[section.pages[1]].append(" ")
    for furniture in profile.furniture:
        pages.setdefault(furniture.page, []).append(f" {furniture.text} ")
    return {page: "".join(characters) for page, characters in pages.items()}


def _missing(text: str, within: str) -> tuple[str, ...]:
    """The words of a text with characters that the other text has too few of; the characters where no word tells."""
    characters = Counter(filter(str.isalnum, text)) - Counter(filter(str.isalnum, within))
    if not characters:
        return ()
    words = Counter(re.findall(r"\w+", text)) - Counter(re.findall(r"\w+", within))
    return tuple(words.elements()) or tuple(characters.elements())
