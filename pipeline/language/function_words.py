"""The small words that many rules ask for, of the language that is spoken: classes of function_words.csv."""

from __future__ import annotations

from pipeline.language.lexicon import word_set

AND, OR, OF, TO, IN, THE, BUT, BY, FOR, FROM, WITH = (
    word_set("function_words", role)
    for role in ("and", "or", "of", "to", "in", "the", "but", "by", "for", "from", "with")
)
POSSESSIVE = word_set("function_words", "possessive")  # what an apostrophe puts behind an owner: "Ireland’s"
# what some rules share that ask whom a name may mean, and what a sentence or a heading speaks of
COURTESY, ESTATE, FAMILY, GOES_ON, GRANT = (
    word_set("function_words", role)
    for role in ("courtesy", "estate", "family", "goes on about a subject", "grant or its name")
)
