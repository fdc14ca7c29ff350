"""Section -> mentions with values: spaCy rules over running text.

Takes text and what the document tells of it; gives records of pipeline.model. Never reads a file and never guesses:
a value that the rules cannot decide is left empty and told as a doubt.
"""

from __future__ import annotations

from pipeline.model import Context, Mention


def find_mentions(text: str, context: Context | None = None) -> list[Mention]:
    """All money, dates, countries and quantities of a running text, in text order; offsets index `text`."""
    from pipeline.extract import language

    nlp = language.load()
    doc = nlp.make_doc(text)
    doc._.context = context or Context()
    for _, component in nlp.pipeline:
        doc = component(doc)
    return sorted(doc._.mentions, key=lambda mention: (mention.char_start, mention.char_end))
