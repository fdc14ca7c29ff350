"""A text as its tokens, which every component reads and leaves mentions on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol, TypedDict, TypeVar

from pipeline.language.lines import ends_cell, parts
from pipeline.model import Block, Context, Mention

PADDING = [""] * 8  # what rules see after the last word: longer than anything that they look for


class Number(NamedTuple):
    """A number on tokens start to end. `readings` are its values before the scale ("4.5" of "4.5 million"): more than
    one where the marks leave it open, the likelier first."""

    start: int
    end: int
    readings: tuple[Decimal, ...]
    scale: Decimal = Decimal(1)
    in_words: bool = False

    @property
    def value(self) -> Decimal | None:
        """The whole number with its scale; None where the readings differ."""
        return plain(self.readings[0] * self.scale) if len(self.readings) == 1 else None


def plain(value: Decimal) -> Decimal:
    """The same value, written without an exponent and without closing zeros: 41800000, 2.5."""
    return Decimal(f"{value.normalize():f}")


class Doc:
    """The tokens of a text by their place, in lists: spaCy makes a token and its text anew each time that it is asked.

    `starts` and `ends` are the characters of `text` that each stands on. `places` are the words: all tokens but line
    ends, indents and other white space that does not part what is said; `words` are these in lower case, and PADDING.
    `form` are the blocks of a section (`formed`), or what looks like some in a plain text; `context` is what the
    document tells about all its mentions.

    The components leave, each for those after it, the tokens that begin sentences, the numbers, the mentions, and the
    tokens of `prices`, which tell the year that amounts are counted in.
    """

    def __init__(
        self,
        text: str,
        starts: list[int],
        ends: list[int],
        form: Sequence[Block] | None = None,
        context: Context | None = None,
    ) -> None:
        self.text, self.starts, self.ends = text, starts, ends
        self.formed, self.form, self.context = form is not None, form or (), context or Context()
        self.texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        self.lower = list(map(str.lower, self.texts))
        self.blanks = [i for i, word in enumerate(self.texts) if word.isspace()]
        self.parting = {i for i in self.blanks if parts(self.texts[i], self.formed)}
        self.cell_ends = {i for i in self.blanks if ends_cell(self.texts[i], self.formed)}
        left_out = set(self.blanks) - self.parting
        self.places: Sequence[int] = range(len(starts))
        words = self.lower
        if left_out:
            self.places = [i for i in self.places if i not in left_out]
            words = [words[i] for i in self.places]
        self.words = words + PADDING
        self.sentences: list[int] = []
        self.numbers: tuple[Number, ...] = ()
        self.mentions: tuple[Mention, ...] = ()
        self.prices: frozenset[int] = frozenset()
        self._sentence_texts: dict[int, tuple[str, int]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, start: int, end: int) -> Span:
        """The tokens from `start` up to `end`."""
        return Span(self, start, end)

    def written(self, start: int, end: int) -> str:
        """The tokens from `start` up to `end` as they are written; empty where there are none."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def text_at(self, i: int) -> str:
        """A token; empty after the last one."""
        return self.texts[i] if i < len(self.texts) else ""

    def spaced(self, i: int) -> bool:
        """Whether a blank follows a token that is no token of its own."""
        return self.text.startswith(" ", self.ends[i])

    def is_blank(self, i: int) -> bool:
        """Whether a token is white space."""
        return self.texts[i].isspace()

    def number_at(self, i: int) -> Number | None:
        """The number that begins on a token."""
        at = bisect_left(self.numbers, i, key=lambda number: number.start)
        return self.numbers[at] if at < len(self.numbers) and self.numbers[at].start == i else None

    def covering(self, start: int, end: int) -> range:
        """The tokens that the characters from `start` up to `end` stand on, with the blank after each."""
        return range(bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)) if start < end else range(0)

    def place(self, i: int) -> int:
        """Which word a token is; of white space that is none, the word after it."""
        return bisect_left(self.places, i)

    def sentence(self, i: int) -> int:
        """Which sentence a token stands in, counted from 1."""
        return bisect_right(self.sentences, i)

    def begins_sentence(self, i: int) -> bool:
        """Whether a token begins a sentence."""
        return self.sentences[self.sentence(i) - 1] == i

    def sentence_at(self, i: int) -> Span:
        """The sentence in which a token stands."""
        nth = self.sentence(i)
        return Span(self, self.sentences[nth - 1], self.sentences[nth] if nth < len(self.sentences) else len(self))

    def sentence_text(self, i: int) -> tuple[str, int]:
        """The words of the sentence in which a token stands, one string for all mentions of it, and where it begins."""
        nth = self.sentence(i)
        if nth not in self._sentence_texts:
            around = self.sentence_at(i)
            text = around.text
            self._sentence_texts[nth] = text.strip(), around.start_char + len(text) - len(text.lstrip())
        return self._sentence_texts[nth]

    def taken(self, *tables: str) -> set[int]:
        """All tokens that mentions of the given tables (of any table, where none is given) stand on."""
        return {
            i
            for mention in self.mentions
            if not tables or mention.table in tables
            for i in self.covering(mention.char_start, mention.char_end)
        }

    def leave(self, mentions: Iterable[Mention]) -> None:
        """Adds mentions to those that are there."""
        self.mentions = (*self.mentions, *mentions)

    def parted(self, start: int, end: int) -> bool:
        """Whether anything between two characters of the text parts what is said."""
        return not self.parting.isdisjoint(self.covering(start, end))


class Span(NamedTuple):
    """The tokens of a text from `start` up to `end`."""

    doc: Doc
    start: int
    end: int

    @property
    def start_char(self) -> int:
        """Where its first token begins."""
        return self.doc.starts[self.start]

    @property
    def end_char(self) -> int:
        """Where its last token ends."""
        return self.doc.ends[self.end - 1]

    @property
    def words(self) -> list[str]:
        """Its tokens."""
        return self.doc.texts[self.start : self.end]

    @property
    def text(self) -> str:
        """Its tokens as they are written."""
        return self.doc.written(self.start, self.end)


class Stretch(Protocol):
    """What stands on tokens from `start` up to `end`."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


S = TypeVar("S", bound=Stretch)


def longest(found: Iterable[S]) -> Iterator[S]:
    """Those that do not overlap, the longest first, of two as long the earlier."""
    taken: set[int] = set()
    for each in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if taken.isdisjoint(range(each.start, each.end)):
            taken.update(range(each.start, each.end))
            yield each


class Place(TypedDict):
    """The fields of a mention that its span gives."""

    text: str
    char_start: int
    char_end: int
    sentence: str
    sentence_start: int


def place(span: Span) -> Place:
    """Where a span stands in its text, with the sentence around it."""
    sentence, sentence_start = span.doc.sentence_text(span.start)
    return Place(
        text=span.text,
        char_start=span.start_char,
        char_end=span.end_char,
        sentence=sentence,
        sentence_start=sentence_start,
    )
