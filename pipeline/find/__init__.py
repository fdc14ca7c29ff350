"""Sections -> readings: the mentions of money, dates, countries, quantities and organisations, by spaCy rules.

Takes text and what the document tells of it; gives records of pipeline.model. Never looks at a page, never relates
one mention to another and never guesses: a value that the rules cannot decide is left empty and told as a doubt.

Every rule and name is data under rules/, most with examples that are also their tests. Each component is a file:

    money        an amount and its currency. money_pieces what the rules see, currencies, amounts what numbers come to,
                 flows the kind of contribution, tables rows and heads, table_cells bare numbers whose row, column or
                 caption says "in millions of euros"
    dates        date_readings what a match means, moments days and EDTF, durations, time_fields a record's fields
    countries    gazetteer all names, identification which Congo, not_countries lakes and persons, places, groups,
                 roles who benefits, enumerations names in a row, alone a text that is only a name
    quantities   counted what a number counts, plurals
    numbers      digits; read once for money, dates and quantities
    sentences

What they share: language the tokenizer and the order of the components, cascade patterns in layers, names and phrases
in running text, lines text over line ends, qualifiers "nearly", spans from tokens to mentions. Besides: context what a
document tells of all its mentions, garbled amounts that are no numbers, organisations who may give, text_language; read
puts one text through it all, and generate_names makes the tables that come from other people's lists.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.find.context import read_context
from pipeline.find.garbled import with_doubts
from pipeline.find.read import in_text_order, read, read_section
from pipeline.find.text_language import text_language
from pipeline.model import Context, Document, Mention, Reading, Segmentation, Source

__all__ = ["find", "find_mentions"]


def find_mentions(text: str, context: Context | None = None) -> list[Mention]:
    """All money, dates, countries and quantities of a running text, in text order; offsets index `text`."""
    return in_text_order(list(read(text, context)._.mentions))


def find(document: Document, source: Source, segmentation: Segmentation) -> tuple[Document, tuple[Reading, ...]]:
    """The document with its title, language and donor, and each of its sections with what it mentions."""
    sections = segmentation.sections
    headings = (section.heading for section in sections if section.heading)
    document = replace(
        document,
        title=source.title or next(headings, ""),
        language=text_language(" ".join(section.content for section in sections)) or source.language[:2].lower(),
    )
    context, donor = read_context(document, source, sections)
    document = replace(document, donor=donor, donor_iso3=context.donor or "")
    by_ocr = {page.number for page in source.pages if page.by_ocr}
    return document, tuple(with_doubts(read_section(section, context), by_ocr) for section in sections)
