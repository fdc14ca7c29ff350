"""The small words that many rules ask for, of the language that is spoken: classes of function_words.csv."""

from __future__ import annotations

from pipeline.language.lexicon import word_set

AND, OR, OF, TO, IN, THE, BUT, BY, FOR, FROM, WITH = (
    word_set("function_words", role)
    for role in ("and", "or", "of", "to", "in", "the", "but", "by", "for", "from", "with")
)
POSSESSIVE = word_set("function_words", "possessive")  # what an apostrophe puts behind an owner: "Ireland’s"
