"""The spaCy language whose tokens all rules read: a predictable tokenizer.

Nothing statistical: the same text gives the same mentions on every machine.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Iterator
from operator import add
from typing import TYPE_CHECKING

from spacy.attrs import IDX, LENGTH
from spacy.lang.en import English, EnglishDefaults
from spacy.util import compile_infix_regex

from pipeline.language.currencies import forms, table
from pipeline.language.expressions import cue
from pipeline.language.lexicon import NEVER, by_language, scales
from pipeline.language.spans import Doc
from pipeline.model import Block, Context

if TYPE_CHECKING:
    from spacy.language import Language

# A token is a run of letters, a number with its inner marks ("41.8", "1,350,000", "5'000"), or one other character.
# Words part from numbers and hyphens: "26-month" is 26 - month, "US$6m" is US $ 6 m, "2019-21" is 2019 - 21. Lost
# spaces beside a scale or a currency are undone: "billionin" is billion in, "ofUSD" is of USD, "MEUR" is M EUR.
MARK = r"(?:[^\w\s\u0300-\u036f]|[_¹²³⁰⁴-⁹])"
BETWEEN_DIGITS = r"(?<=\d)[.,'’](?=\d)"
LETTER_MEETS_DIGIT = r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])"

EXCEPTIONS: dict[str, list[dict[int, str]]] = {}
MARKS = [MARK]
WITHIN_WORDS = [rf"(?!{BETWEEN_DIGITS}){MARK}", LETTER_MEETS_DIGIT]


class _Defaults(EnglishDefaults):
    """What the tokenizer is made of: no exceptions, and a mark is a token wherever it stands."""

    tokenizer_exceptions = EXCEPTIONS
    prefixes = suffixes = MARKS
    infixes = WITHIN_WORDS
    token_match = url_match = None


class _Profiles(English):  # type: ignore[no-untyped-call]  # spaCy's hook for subclasses has no types
    """English with that tokenizer; to make the one of English first, and replace it, is a third of all loading."""

    Defaults = _Defaults


@contextlib.contextmanager
def _nothing_collected() -> Iterator[None]:
    """No garbage collection: nothing that is loaded becomes garbage, and looking for it takes a fifth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _scale_meets_code() -> str:
    scale = "|".join(rf"(?<=\b{letters})" for letters in scales("code")) or NEVER
    codes = "|".join(code for code in table() if not forms()[code].common_word)
    return rf"(?:{scale})(?=(?:{codes})\b)"


@by_language
@_nothing_collected()
def load() -> Language:
    """The tokenizer of the language that is spoken."""
    nlp = _Profiles(max_length=sys.maxsize)  # spaCy's own bound is for models that need memory for each word
    infixes = compile_infix_regex([*WITHIN_WORDS, _scale_meets_code(), cue("lost_space").pattern])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]  # of spaCy's own tokenizer
    # What spaCy would tell of each new word, which nobody asks.
    nlp.vocab.lex_attr_getters.clear()  # type: ignore[attr-defined]  # untyped in spaCy
    return nlp


def doc_of(text: str, form: tuple[Block, ...] | None = None, context: Context | None = None) -> Doc:
    """The tokens of a text as lists, for the components; `form` are the blocks of a section."""
    starts, lengths = load().make_doc(text).to_array([IDX, LENGTH]).T.tolist()
    return Doc(text, starts, list(map(add, starts, lengths)), form, context)
