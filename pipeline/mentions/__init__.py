"""Sections -> readings: the mentions of money, dates, countries, quantities and organisations, over spaCy tokens.

Takes text and what the document tells of it; gives records of pipeline.model. Never looks at a page, never relates
one mention to another and never guesses: a value that the rules cannot decide is left empty and told as a doubt.

Every rule and name is data in a folder of pipeline/language, most with examples that are also their tests.

    passages        one text through all rules: the components in their order, from words to mentions
    nlp             the tokenizer
    money/          tokens, currencies, amounts, values what numbers come to, garbled what is no number, dollars whose
                    they are that stand alone
    dates/          times, interpretations what a match means, moments days and how they are written
    places/         countries from names to mentions, gazetteer all names, disambiguation which Congo, namesakes lakes
                    and persons, subnational cities and provinces, coordination names in a row
    quantities      counts, percentages and measures, and what is counted
    organisations   who may give money or work along
    tables          rows and heads; table_cells bare numbers whose row, column or caption says "in millions of euros"
    context         what a document tells about all of its mentions
    roles, flows    who benefits, and what kind of contribution an amount is
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.detection import text_language
from pipeline.language.lexicon import OWN, languages, spoken
from pipeline.mentions.context import read_context, titled
from pipeline.mentions.money.dollars import settled
from pipeline.mentions.money.garbled import with_doubts
from pipeline.mentions.passages import in_text_order, read, read_section
from pipeline.model import Context, Document, Mention, Reading, Section, Segmentation, Source

__all__ = ["find", "find_mentions"]


def find_mentions(text: str, context: Context | None = None) -> list[Mention]:
    """All money, dates, countries and quantities of a running text, in text order; offsets index `text`."""
    with spoken(text_language(text, OWN)):
        return in_text_order(list(read(text, context).mentions))


def find(
    document: Document, source: Source, segmentation: Segmentation
) -> tuple[Document, tuple[Reading, ...], Reading]:
    """The document with its title and language, each of its sections with what it mentions, and what its title does."""
    sections = segmentation.sections
    headings = (section.heading for section in sections if section.heading)
    document = replace(
        document,
        title=segmentation.title or next(headings, ""),
        language=source.language,
    )
    with spoken(document.language or OWN):
        context = read_context(document, source, sections)
    title = Section(id="", position=0, kind="front", heading="", text=document.title, places=())
    by_ocr = {page.number for page in source.pages if page.by_ocr}
    readings = tuple(with_doubts(read_section(section, context), by_ocr) for section in sections)
    named = read_section(title, context)
    with spoken(document.language if document.language in languages() else OWN):  # its sections may be in one that is
        return document, settled(readings, named, titled(document.title)), named
