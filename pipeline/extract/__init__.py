"""Section -> mentions with values: spaCy rules over running text.

Takes text and what the document tells of it; gives records of pipeline.model. Never reads a file and never guesses:
a value that the rules cannot decide is left empty and told as a doubt.
"""

from __future__ import annotations

from pipeline.model import Context, Mention


def find_mentions(text: str, context: Context | None = None) -> list[Mention]:
    """All money, dates, countries and quantities of a running text, in text order; offsets index `text`."""
    from pipeline.extract import language, whitespace

    nlp = language.load()
    collapsed, offsets = whitespace.collapse(text)
    doc = nlp.make_doc(collapsed)
    doc._.context = context or Context()
    for _, component in nlp.pipeline:
        doc = component(doc)
    mentions = (whitespace.restore(mention, text, offsets) for mention in doc._.mentions)
    return sorted(mentions, key=lambda mention: (mention.char_start, mention.char_end))
