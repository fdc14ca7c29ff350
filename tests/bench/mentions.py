"""Characters a second of find_mentions beside tools that find less, over the text of the samples."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import spacy
from dateparser.search import search_dates
from flashgeotext.geotext import GeoText
from loguru import logger

from pipeline import find_mentions
from pipeline.mentions.places.gazetteer import table
from pipeline.pull import read
from pipeline.segment import segment
from tests.bench.measuring import Row, seconds, show

WANTED = 150_000


def main(pdfs: Sequence[Path]) -> None:
    """Prints the table."""
    texts = [section.content for path in pdfs for section in segment(read(path), path.stem).sections]
    characters = sum(map(len, texts))
    logger.disable("flashgeotext")
    logging.disable()
    names = {meaning.spelling for meanings in table().values.values() for meaning in meanings}
    ruler = spacy.blank("en")
    ruler.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": name} for name in sorted(names)])
    geotext = GeoText()
    every = {
        "find_mentions: money, dates, countries, quantities": lambda: list(map(find_mentions, texts)),
        "flashgeotext: countries, cities": lambda: [geotext.extract(text) for text in texts],
        "spaCy's EntityRuler, our names": lambda: [ruler(text) for text in texts],
    }
    taken = seconds(every)
    slow = {"dateparser.search, English": lambda: [search_dates(text, languages=["en"]) for text in texts]}
    taken |= seconds(slow, rounds=1)
    ours = next(iter(taken.values()))
    rows = [
        Row(name, f"{characters / each:,.0f} chars/s", f"{each / ours:.2f} x our time") for name, each in taken.items()
    ]
    show(f"Mentions in {characters:,} characters (wanted: {WANTED:,} a second)", rows)
