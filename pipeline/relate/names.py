"""Names that no list knows, and longer names that hold one that a list knows.

"United States Fund for UNICEF" is neither the United States nor UNICEF; "the Chinese Ambassador" speaks for China, "EU
states" are many. Says who they are, never what they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Token

from pipeline.language import lexicon
from pipeline.language.currencies import NOUN_FIRST
from pipeline.language.function_words import AND, BY, FOR, POSSESSIVE, WITH
from pipeline.language.lexicon import by_language, word_set
from pipeline.language.names import APOSTROPHES
from pipeline.model import Country, Mention, Organisation
from pipeline.relate.phrases import Actor, Phrase, Starts, actor, classes, mention_at, of_class, written

JOINS = word_set("function_words", "joins a name")
ARTICLES = word_set("function_words", "article in a name")
MONTHS = by_language(lambda: frozenset(word.lower() for word in lexicon.words("date_words", "MONTH")))
VERBS = frozenset({"EXPECT", "NEED", "GIVE", "GET", "SUPPORT", "SPEND", "LEVERAGE"})  # no name ends in a verb
DEEDS = frozenset({"FUNDS", "GIVE", "RUN", "SPEND"})
LONGEST_FAMILY = 4  # words after "and" up to the one that names a body: "Ada and Leo Moss Charitable Trust"
SHORTEST = 3  # letters of a name of one word that no list knows


class Run(NamedTuple):
    """Words with capitals from `start` up to `end`, and the names of lists among them."""

    start: int
    end: int
    known: tuple[Organisation | Country, ...]


def name(words: Sequence[Token], i: int, starts: Starts) -> tuple[Phrase, int] | None:
    """The name that begins at a word, and the word after it; None where there is none, or just one of a list."""
    may_begin = (words[i].text[0].isupper() or words[i].idx in starts) and not _is_apart(words, i, starts)
    run = _run(words, i, starts) if may_begin else None
    if run is None or run.end == i:
        return None
    first, last = words[i], words[run.end - 1]
    begins, ends = first.idx, last.idx + len(last)
    if [(named.char_start, named.char_end) for named in run.known] == [(begins, ends)]:
        return _with_following(words[run.end], run) if run.end < len(words) else None
    if (not run.known and not _may_be_name(words, run)) or _are_several(words[i : run.end]):
        return None
    printed = " ".join("".join(token.text_with_ws for token in words[i : run.end]).split())
    spelled = {token.lower_ for token in words[i : run.end]}
    if by_head := _by_head(first.lower_, _head(words[i : run.end]), spelled, run):
        kinds, owners = by_head
        return Phrase(kinds, written(printed), begins, ends, actors=owners), run.end
    ending = classes().get(tuple(token.lower_ for token in words[run.end - 2 : run.end]), frozenset())
    is_seat = spelled & of_class("SEAT") or "SEAT" in ending  # "High Commission"
    speaks_for = run.known and (spelled & of_class("OFFICE") or "SEAT" in ending)
    owner = run.known[0] if speaks_for else None
    is_people = isinstance(owner, Country) and owner.kind == "demonym" and owner.char_start == begins
    is_office = owner or first.lower_ in of_class("STATE_ALONE")  # "la Principauté" of the donor
    who = Actor(
        owner.name if owner and is_people else printed,
        owner.iso3 if owner else None,
        begins,
        "office" if is_office else "",
    )
    head = frozenset[str]() if run.known else classes().get((last.lower_,), frozenset()) - VERBS
    if "DOCUMENT" in head:
        return Phrase(frozenset({"NAME"}) | head, written(printed), begins, ends), run.end
    seat = frozenset({"SEAT"} if is_seat else ())
    kinds = frozenset({"WHO", "NAME", "BODY"}) | head | seat
    return Phrase(kinds, written(printed), begins, ends, run.known[0] if run.known else None, (who,)), run.end


def _is_apart(words: Sequence[Token], i: int, starts: Starts) -> bool:
    """Whether a word with a capital stands before a name and is no part of it: "Total Irish funding"."""
    is_total = words[i].lower_ in of_class("TOTAL")
    return is_total or _is_month(words, i) or _is_gift(words, i, starts) or _is_deed(words, i)


def _is_month(words: Sequence[Token], i: int) -> bool:
    """Whether a word names a month: "In June Norway approved it", but "from March of Dimes"."""
    is_month = 0 < i < len(words) - 1 and words[i].lower_ in MONTHS() and words[i - 1].lower_ in of_class("PREP")
    return is_month and words[i + 1].lower_ not in JOINS()


def _is_gift(words: Sequence[Token], i: int, starts: Starts) -> bool:
    """Whether a word tells a gift, and the next whose it is: "Contribution of Ireland: EUR 3 million", "Aporte FAO"."""
    if words[i].lower_ not in of_class("GIFT") or i + 1 == len(words):
        return False
    is_known = NOUN_FIRST() and isinstance(mention_at(starts, words[i + 1]), Organisation)
    return is_known or words[i + 1].lower_ in JOINS() - FOR()


def _is_deed(words: Sequence[Token], i: int) -> bool:
    """Whether a word opens a sentence and tells what was done; who did it follows: "Financiado por el Ayuntamiento"."""
    following = words[i + 1].lower_ if i + 1 < len(words) else ""
    opens = bool(words[i].is_sent_start) and following in BY()
    return opens and any(words[i].lower_ in of_class(deed) for deed in DEEDS)


def _are_several(words: Sequence[Token]) -> bool:
    """Whether the names of several bodies follow: "Governments of Mali and Togo"."""
    return words[0].lower_ in of_class("BODIES") and any(word.lower_ in JOINS() for word in words)


def _by_head(first: str, head: str, spelled: Set[str], run: Run) -> tuple[frozenset[str], tuple[Actor, ...]] | None:
    """The name of a person by its title, of a storm, or of a board by its owner: "Board of Directors" of somebody named
    before, "Executive Board of the World Bank"."""
    heads = of_class("BODY_HEAD") | of_class("FUNDBODY")
    is_storm = first in of_class("STORM") and heads.isdisjoint(spelled)
    if is_storm or (first in of_class("TITLES") and JOINS().isdisjoint(spelled)):
        return frozenset({"NAME"}), ()
    if head in of_class("BOARD"):
        owners = tuple(map(actor, run.known[:1]))
        return frozenset({"NAME", "BOARD"} | ({"WHO"} if owners else set())), owners
    return None


def _head(name: Sequence[Token]) -> str:
    """The word of a name that says what it names: "Executive Board of the Moss Trust"."""
    own = list(takewhile(lambda token: token.lower_ not in JOINS(), name))
    return own[-1].lower_ if own else ""


def _with_following(after: Token, run: Run) -> tuple[Phrase, int] | None:
    """A name of a list with the word that says for whom it stands: "EU states", "the Irish government"."""
    (named,), following, ends = run.known, after.lower_, after.idx + len(after)
    if following in of_class("BODIES"):
        return Phrase(frozenset({"MANY"}), f"{written(named.text)} {following}", named.char_start, ends), run.end + 1
    if following in of_class("OFFICE") and isinstance(named, Country):
        who = Actor(named.name, named.iso3, named.char_start, "office")
        kinds = frozenset({"WHO"}) | (classes()[following,] & {"SEAT"})
        return Phrase(kinds, following, named.char_start, ends, named, (who,)), run.end + 1
    return None


def _run(words: Sequence[Token], i: int, starts: Starts) -> Run:
    j, known = i, list[Organisation | Country]()
    while j < len(words):
        mention = mention_at(starts, words[j])
        if isinstance(mention, Organisation | Country):
            known.append(mention)
            while j < len(words) and words[j].idx < mention.char_end:
                j += 1
            while isinstance(mention, Organisation) and _is_hyphened(words, j):  # "Government of Timor" "-Leste"
                j += 2
        elif _is_capital(words, j, i, mention) or _is_glued(words, j):
            j += 1
        elif j > i and words[j].lower_ in of_class("BODY_KIND") and words[j - 1].lower_ in of_class("BODY_HEAD"):
            j += 1  # "Conseil départemental de l’Isère"
        elif _is_peoples(words, j):  # "Women’s Crisis Centre"
            j += 2
        elif _ends_initial(words, j):
            j += 1
        elif j > i and (after := _joined(words, j, starts, bool(known)) or _with_and(words, i, j, starts)):
            j = after
        else:
            break
    while j > i and words[j - 1].is_title and words[j - 1].lower_ in of_class("DETERMINER"):
        j -= 1  # another sentence begins: "University Service of Canada The project"
    if j > i and words[j - 1].lower_ in of_class("INSTRUMENT") and (known or words[j - 2].is_upper):
        j -= 1  # "IFAD Loan: USD 3 million"
    return Run(i, j, tuple(known))


def _is_capital(words: Sequence[Token], j: int, start: int, mention: Mention | None) -> bool:
    token = words[j]
    opens = j == start and token.is_sent_start and token.lower_ in of_class("FUNCTION")
    return mention is None and token.is_alpha and token.text[0].isupper() and not opens


def _is_glued(words: Sequence[Token], j: int) -> bool:
    """Whether a word runs on from the one before it: "EU4Skills"."""
    return words[j - 1].idx + len(words[j - 1]) == words[j].idx and words[j].text.isalnum()


def _is_peoples(words: Sequence[Token], j: int) -> bool:
    """Whether the name goes on after people to whom something is: "’s" and a word with a capital."""
    follows = j + 2 < len(words) and words[j + 2].text[0].isupper()
    owns = follows and words[j].text in APOSTROPHES and words[j + 1].text in POSSESSIVE()
    return owns and words[j - 1].lower_ in of_class("PEOPLE")


def _ends_initial(words: Sequence[Token], j: int) -> bool:
    """Whether a full stop ends an initial and the name goes on: "Ada K. Moss Trust", "Ada K. and Leo Moss"."""
    following = words[j + 1] if j + 1 < len(words) else None
    goes_on = following is not None and (following.text[0].isupper() or following.lower_ in AND() | {"&"})
    return words[j].text == "." and len(words[j - 1]) == 1 and words[j - 1].is_upper and goes_on


def _is_hyphened(words: Sequence[Token], j: int) -> bool:
    """Whether a hyphen without blanks and a word with a capital stand here."""
    glued = j + 1 < len(words) and words[j].text == "-" and not words[j - 1].whitespace_ + words[j].whitespace_
    return glued and words[j + 1].text[0].isupper()


def _joined(words: Sequence[Token], j: int, starts: Starts, has_known: bool) -> int | None:
    """The word after one that joins the parts of a name: "Fund for …", "Bank of the …", "Anglo-…",
    "Val-de-…", "Persons with …"."""
    before, token = words[j - 1], words[j]
    if token.text == "-" and not has_known and not token.whitespace_ and not before.whitespace_:
        after = j + 1
        while after + 2 < len(words) and words[after].lower_ in JOINS() | AND() and words[after + 1].text == "-":
            after += 2
    elif (
        token.lower_ in JOINS()
        and (before.lower_ in of_class("BODY_HEAD") or token.lower_ not in FOR() or not has_known)
    ) or (token.lower_ in WITH() and before.is_title and before.lower_ in of_class("PEOPLE")):
        after = j + 1
        while after < len(words) and words[after].lower_ in ARTICLES():
            after += 1
    else:
        return None
    fits = after < len(words) and words[after].is_alpha and words[after].text[0].isupper()
    mention = mention_at(starts, words[after]) if fits else None
    return after if fits and (mention is None or isinstance(mention, Organisation | Country)) else None


def _with_and(words: Sequence[Token], start: int, j: int, starts: Starts) -> int | None:
    """The word after an "and" in a name ("Food and Drug Administration"), or after it or a comma where topics of a body
    follow: "Ministry of Water, Irrigation and Energy", "Center for Science and International Affairs"."""
    is_link = words[j].lower_ in AND() | {"&", ","} and j + 1 < len(words) and mention_at(starts, words[j + 1]) is None
    if not is_link or not words[j + 1].text[0].isupper():
        return None
    run = _without_initials(words[start:j])
    rest = _without_initials(takewhile(lambda token: token.text[0].isupper() or token.text == ".", words[j + 1 :]))
    has_topics = not JOINS().isdisjoint(run) and not of_class("BODY_HEAD").isdisjoint(run)
    if has_topics and rest and rest[-1] in of_class("TOPIC"):
        return j + 1
    heads = of_class("BODY_HEAD") | of_class("FUNDBODY")
    ends_as_body = len(run) == 1 and len(rest) > 1 and not heads.isdisjoint(rest[1:LONGEST_FAMILY])
    return j + 1 if ends_as_body and words[j].text != "," else None


def _without_initials(words: Iterable[Token]) -> list[str]:
    """The words, without initials and their full stops: "John D." is one name, as "John" is."""
    return [token.lower_ for token in words if len(token) > 1]


def _may_be_name(words: Sequence[Token], run: Run) -> bool:
    """Whether words with capitals are a name: no entry of a class, and a word alone only in capitals or within a
    sentence, and where the text does not write it without a capital, too."""
    spelled = tuple(token.lower_ for token in words[run.start : run.end])
    is_alone = not of_class("STATE_ALONE").isdisjoint(spelled)
    if spelled in classes() and not is_alone and (len(spelled) > 1 or not words[run.start].text.isupper()):
        return False
    token = words[run.start]
    if len(spelled) > 1 or (token.text.isupper() and len(token) >= SHORTEST):
        return True
    return not (token.is_sent_start or len(token) < SHORTEST or token.lower_ in _small(token.doc))


@lru_cache(maxsize=1)
def _small(doc: Doc) -> frozenset[str]:
    """The words that a text writes without a capital."""
    return frozenset(token.text for token in doc if token.is_lower)
