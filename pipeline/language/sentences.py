"""Where a sentence begins: after a mark that ends one, after a blank line, and at a bullet.

sentence_words.csv says which full stops belong to an abbreviation. A token is never cut, so that no
sentence ends within a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.lexicon import by_language, word_set
from pipeline.language.spans import Doc

TITLES, ABBREVIATIONS, OPENERS, BULLETS, LINE_BULLETS, END, CLOSE, OPEN = (
    word_set("sentence_words", kind)
    for kind in ("title", "abbreviation", "opener", "bullet", "line_bullet", "end", "close", "open")
)
MARKS = by_language(lambda: END() | BULLETS())


def sentences(doc: Doc) -> None:
    """Leaves the tokens that begin a sentence."""
    doc.sentences = [0, *_starts(doc)] if len(doc) else []


def _starts(doc: Doc) -> Iterator[int]:
    """The tokens, after the first, that begin a sentence."""
    words, marks, ends = doc.texts, MARKS(), END()
    start = 0
    for i in sorted([*(i for i, word in enumerate(words) if word in marks), *doc.blanks]):
        word = words[i]
        if word in ends:
            after = _first_of_next(doc, words, start, i)
        elif word in marks:
            after = i
        elif doc.formed and ("\n" in word or "\t" in word):
            after = i + 1  # the end of a passage
        elif "\n" in word:
            after = _first_of_line(words, i)
        else:
            continue
        if start < after < len(words):
            yield after
            start = after


def _first_of_line(words: Sequence[str], i: int) -> int:
    """The token after a line end where a sentence begins there, else 0."""
    after = i + 1
    blank_line = words[i].count("\n") > 1
    return after if blank_line or (after < len(words) and words[after] in LINE_BULLETS()) else 0


def _first_of_next(doc: Doc, words: Sequence[str], start: int, mark: int) -> int:
    """The token after a mark (of the sentence from `start`) where the next sentence begins, else 0."""
    after = mark + 1
    while after < len(words) and not doc.spaced(after - 1) and (words[after] in CLOSE() or _footnote(words, after)):
        after += 1
    spaced = doc.spaced(after - 1)
    if after < len(words) and words[after].isspace():
        after, spaced = after + 1, True
    if after == len(words) or words[after] in END():
        return 0
    following = words[after + 1] if words[after] in OPEN() and after + 1 < len(words) else words[after]
    if following[0].islower() or not (spaced or _lost_space(words, mark, following)):
        return 0
    return 0 if words[mark] == "." and _belongs_to_word(doc, words, start, mark, following) else after


def _footnote(words: Sequence[str], i: int) -> bool:
    """Whether a footnote's number is glued to the mark before it."""
    return words[i].isdecimal() and len(words[i]) < 4 and not words[i - 2][-1].isdecimal()


def _lost_space(words: Sequence[str], mark: int, following: str) -> bool:
    """Whether two sentences run together ("… the region.The rest …")."""
    before = words[mark - 1] if mark else ""
    return len(before) > 3 and before.isalpha() and before.islower() and following.istitle() and len(following) > 1


def _belongs_to_word(doc: Doc, words: Sequence[str], start: int, mark: int, following: str) -> bool:
    """Whether a full stop is part of the word before it: an abbreviation, an initial or a list's number."""
    first = mark
    while first > start and not doc.spaced(first - 1) and (words[first - 1].isalnum() or words[first - 1] == "."):
        first -= 1
    word = "".join(words[first:mark])
    if word.isdecimal():
        return first == start and len(word) < 4
    if word.lower() in TITLES():
        return True
    initial = len(word) == 1 and word.isupper()
    return (initial or word.lower() in ABBREVIATIONS()) and following.lower() not in OPENERS()
