"""Names that no list knows, and longer names that hold one that a list knows.

"United States Fund for UNICEF" is neither the United States nor UNICEF; "the Chinese Ambassador" speaks for China, "EU
states" are many. Says who they are, never what they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

from pipeline.language import lexicon
from pipeline.language.currencies import NOUN_FIRST, forms
from pipeline.language.function_words import AND, BY, COURTESY, FAMILY, FOR, IN, POSSESSIVE, WITH
from pipeline.language.lexicon import by_language, listed, rows, word_set
from pipeline.language.names import APOSTROPHES
from pipeline.language.plurals import ends_as_plural
from pipeline.language.topics import is_topic
from pipeline.model import Country, Mention, Money, Organisation
from pipeline.relate.phrases import Actor, Phrase, actor
from pipeline.relate.words import NO_KINDS, Line, Word, classes, of_class, word_at, written

JOINS = word_set("function_words", "joins a name")
JOINS_WITH_ARTICLE = word_set("function_words", "joins a name with an article")
ARTICLES = word_set("function_words", "article in a name")
JOINS_HEAD = word_set("function_words", "joins the head of a name")
JOINS_TOPIC = word_set("function_words", "joins a topic")
JOINS_FOREIGN = word_set("function_words", "joins a foreign name")
AND_FOREIGN = word_set("function_words", "and in a foreign name")
LEGAL_FORMS = word_set("function_words", "legal form")
KIND_OF_BODY = word_set("function_words", "kind of body")
SCOPE = word_set("function_words", "scope of a body")
NOBODY = word_set("function_words", "names nobody")
MONTHS = by_language(lambda: frozenset(word.lower() for word in lexicon.words("date_words", "MONTH")))
# No name ends in a verb, nor tells what was earned or lost.
VERBS = frozenset({"EXPECT", "NEED", "GIVE", "GET", "SUPPORT", "SPEND", "LEVERAGE", "SELL", "UNFUNDS"})
DEEDS = frozenset({"FUNDS", "GIVE", "RUN", "SPEND"})
APART = DEEDS | {"TOTAL", "GIFT"}
HEADS = frozenset({"BODY_HEAD", "FUNDBODY"})  # what a body is by its name: "Fund", "Trust"
BODIES = (Organisation, Country)
ENDS = frozenset({"", ",", ".", ";", "(", ")"})  # of a name
LONGEST_APART = 5  # words from a name to its title: ", the country’s Foreign Minister"
LONGEST_FAMILY = 4  # words after "and" up to the one that names a body: "Ada and Leo Moss Charitable Trust"
LONGEST_REST = 8  # words after "and" up to the abbreviation of a name
SHORTEST = 3  # letters of a name of one word that no list knows


class Run(NamedTuple):
    """Words with capitals from `start` up to `end`, and the names of lists among them."""

    start: int
    end: int
    known: tuple[Organisation | Country, ...]


def name(line: Line, i: int) -> tuple[Phrase, int] | None:
    """The name that begins at a mention or a word with a capital, and the word after it; None where there is none, or
    just one of a list."""
    run = None if _is_apart(line, i) else _run(line, i)
    if run is None or run.end == i:
        return None
    words, begins, ends = line.words[i : run.end], line.starts[i], line.end(run.end - 1)
    if [(named.char_start, named.char_end) for named in run.known] == [(begins, ends)]:
        return _with_following(line, run)
    if (not run.known and not _may_be_name(line, run)) or _are_several(words):
        return None
    printed = " ".join(line.content[begins:ends].split())
    if by_head := _by_head(line, run):
        kinds, owners = by_head
        return Phrase(kinds, written(printed), begins, ends, actors=owners), run.end
    told = NO_KINDS.union(*(word.kinds for word in words))
    ending = classes().get(tuple(word.lower for word in words[-2:]), NO_KINDS)
    is_seat = "SEAT" in told or "SEAT" in ending  # "High Commission"
    is_other = "BODY_HEAD" in words[-1].kinds and words[-1].kinds.isdisjoint({"OFFICE", "TOPIC"})
    # the "Irish Mission" speaks for Ireland, the "Irish Mission Society" does not
    speaks_for = run.known and ("SEAT" in ending or ("OFFICE" in told and not is_other))
    owner = run.known[0] if speaks_for else None
    is_people = isinstance(owner, Country) and owner.kind == "demonym" and owner.char_start == begins
    is_office = owner or "STATE_ALONE" in words[0].kinds  # "la Principauté" of the donor
    who = Actor(
        owner.name if owner and is_people else printed,
        owner.iso3 if owner else None,
        begins,
        "office" if is_office else "person" if words[0].lower in COURTESY() else _branch(line, run),
    )
    head = NO_KINDS if run.known else words[-1].kinds - VERBS - {"NUM"}
    seat = frozenset({"SEAT"} if is_seat else ())
    kinds = frozenset({"WHO", "NAME", "BODY"}) | head | seat
    return Phrase(kinds, written(printed), begins, ends, run.known[0] if run.known else None, (who,)), run.end


def _branch(line: Line, run: Run) -> str:
    """The kind of a body of a list whose name goes on with the country where it works, and with nothing else: "UNICEF
    Nepal"; empty for other names."""
    body, *places = run.known or (None,)
    if not isinstance(body, Organisation) or len(places) != 1 or not isinstance(places[0], Country):
        return ""
    is_whole = (body.char_start, places[0].char_end) == (line.starts[run.start], line.end(run.end - 1))
    between = line.content[body.char_end : places[0].char_start]
    return body.kind if is_whole and between.isspace() and places[0].kind == "country" else ""


def _is_apart(line: Line, i: int) -> bool:
    """Whether a word with a capital stands before a name and is no part of it: "Total Irish funding", "NGO Moss"."""
    own, mention = line.words[i], line.mention(i)
    if isinstance(mention, Country) and mention.kind == "demonym":  # "the Kenyan NGO Moss"
        return _is_kind(line.words, line.after(mention, i))
    if own.lower in _apart() and (_is_kind(line.words, i) or _is_month(line.words, i)):
        return True
    return not own.kinds.isdisjoint(APART) and ("TOTAL" in own.kinds or _is_gift(line, i) or _is_deed(line, i))


@by_language
def _apart() -> frozenset[str]:
    return KIND_OF_BODY() | MONTHS()


def _is_kind(words: Sequence[Word], i: int) -> bool:
    """Whether a word tells of what kind the body is that the next names: "the NGO Moss", not "the NGO Forum"."""
    word, after = word_at(words, i), word_at(words, i + 1)
    return word.lower in KIND_OF_BODY() and after.is_large and "BODY_HEAD" not in after.kinds


def _is_month(words: Sequence[Word], i: int) -> bool:
    """Whether a word names a month: "In June Norway approved it", but "from March of Dimes"."""
    is_month = words[i].lower in MONTHS() and "PREP" in word_at(words, i - 1).kinds
    return is_month and word_at(words, i + 1).lower not in JOINS()


def _is_gift(line: Line, i: int) -> bool:
    """Whether a word tells a gift, and the next whose it is: "Contribution of Ireland: EUR 3 million", "Aporte FAO"."""
    if "GIFT" not in line.words[i].kinds or i + 1 == len(line.words):
        return False
    is_known = NOUN_FIRST() and isinstance(line.mention(i + 1), Organisation)
    return is_known or line.words[i + 1].lower in JOINS() - FOR()


def _is_deed(line: Line, i: int) -> bool:
    """Whether a word opens a sentence and tells what was done; who did it follows: "Financiado por el Ayuntamiento"."""
    is_done = not DEEDS.isdisjoint(line.words[i].kinds) and line.opens(i)
    return is_done and word_at(line.words, i + 1).lower in BY()


def _are_several(words: Sequence[Word]) -> bool:
    """Whether the names of several bodies follow: "Governments of Mali and Togo"."""
    return "BODIES" in words[0].kinds and any(word.lower in JOINS() for word in words)


def _by_head(line: Line, run: Run) -> tuple[frozenset[str], tuple[Actor, ...]] | None:
    """The name of a person by its title, of a storm, of a document ("Treaty of Rome"), or of a board by its owner:
    "Board of Directors" of somebody named before, "Executive Board of the World Bank"."""
    words = line.words[run.start : run.end]
    is_storm = "STORM" in words[0].kinds and all(HEADS.isdisjoint(word.kinds) for word in words)
    if is_storm or _is_person(line, run):
        return frozenset({"NAME"}), ()
    head = (list(takewhile(lambda word: word.lower not in JOINS(), words)) or words)[-1].kinds
    if "BOARD" in head:
        owners = tuple(map(actor, run.known[:1]))
        return frozenset({"NAME", "BOARD"} | ({"WHO"} if owners else set())), owners
    return (frozenset({"NAME"}) | head - VERBS, ()) if "DOCUMENT" in head else None


def _is_person(line: Line, run: Run) -> bool:
    """Whether a title is part of a name that no list knows, or stands beside it: "Foreign Minister Leo Reid", "Leo
    Reid, Minister of Trade", "the Ambassador, Leo Reid"."""
    words = line.words[run.start : run.end]
    if any("FUNDBODY" in word.kinds for word in words):
        return False
    is_joined = any(word.lower in JOINS() for word in words)
    if "TITLES" in words[0].kinds:  # "President of Togo" speaks for it
        return not (run.known and is_joined)
    before = [word_at(line.words, i) for i in (run.start - 2, run.start - 1)]
    behind = line.words[run.end + 1 : run.end + 1 + LONGEST_APART]
    after = [*takewhile(lambda word: word.lower not in AND() | {","}, behind)]
    is_before = any(word.lower == "," for word in before) and any("TITLES" in word.kinds for word in before)
    is_after = word_at(line.words, run.end).lower == "," and any("TITLES" in word.kinds for word in after)
    is_titled = any("TITLES" in word.kinds for word in words) and "TITLES" not in words[-1].kinds
    return not (run.known or is_joined) and (is_titled or is_before or is_after)


def _with_following(line: Line, run: Run) -> tuple[Phrase, int] | None:
    """A name of a list with the word that says for whom it stands: "EU states", "the Irish government"."""
    (named,), following = run.known, word_at(line.words, run.end)
    if "BODIES" in following.kinds:
        text = f"{written(named.text)} {following.lower}"
        kinds = frozenset({"MANY"}) | following.kinds & {"PARTNERS"}
        return Phrase(kinds, text, named.char_start, line.end(run.end)), run.end + 1
    if "OFFICE" in following.kinds and isinstance(named, Country):
        who = Actor(named.name, named.iso3, named.char_start, "office")
        kinds = frozenset({"WHO"}) | (following.kinds & {"SEAT"})
        return Phrase(kinds, following.lower, named.char_start, line.end(run.end), named, (who,)), run.end + 1
    return None


def _run(line: Line, i: int) -> Run:
    words, j, known = line.words, i, list[Organisation | Country]()
    while j < len(words):
        mention = line.mention(j)
        if isinstance(mention, BODIES):
            known.append(mention)
            j = line.after(mention, j)
            while isinstance(mention, Organisation) and _is_hyphened(line, j):  # "Government of Timor" "-Leste"
                j += 2
        elif _is_capital(line, j, i, mention) or _is_glued(line, j):
            j += 1
        elif after := _linked(line, i, j, known):
            j = after
        else:
            break
    if not known and word_at(words, j).lower in FAMILY():
        j += 1  # "the Steiner family"
    while j > i and words[j - 1].text.istitle() and "DETERMINER" in words[j - 1].kinds:
        j -= 1  # another sentence begins: "University Service of Canada The project"
    if j > i and "INSTRUMENT" in words[j - 1].kinds and (known or words[j - 2].text.isupper()):
        j -= 1  # "IFAD Loan: USD 3 million"
    if j > i and not known and "STUDIES" in words[j - 1].kinds:
        j = next((k for k in range(j - 1, i, -1) if "FUNDBODY" in words[k - 1].kinds), j)  # "Moss Trust Annual Review"
    return Run(i, j, tuple(known))


def _linked(line: Line, i: int, j: int, known: Sequence[Mention]) -> int | None:
    """The word with which a name goes on after one without a capital; None where it ends."""
    words = line.words
    is_link = j > i and words[j].lower in _links()
    if after := (_of_people(words, j) or _joined(line, j, known)) if is_link else None:
        return after
    # "Conseil départemental de l’Isère"
    is_kind = is_link and "BODY_KIND" in words[j].kinds and "BODY_HEAD" in words[j - 1].kinds
    goes_on = is_link and (_ends_initial(words, j) or _is_elided(line, j) or _with_and(line, i, j))
    return j + 1 if is_kind or goes_on or _is_foreign(words, i, j) else None


@by_language
def _links() -> frozenset[str]:
    """What may stand between the words of a name: it spares most names the questions that follow."""
    joins = JOINS() | JOINS_WITH_ARTICLE() | JOINS_HEAD() | JOINS_TOPIC() | WITH() | IN() | AND()
    return joins | of_class("BODY_KIND") | APOSTROPHES | {"&", ",", "-", "."}


def _is_foreign(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether a word in small letters belongs to a name of another language: "Réseau africain pour le développement
    intégré"."""
    word, before, joins = words[j], words[j - 1].text, JOINS_FOREIGN()
    if word.text in APOSTROPHES:
        return before in joins
    if not (word.text.isalpha() and word.text.islower()):
        return False
    after = word_at(words, j + 1).text
    if word.text in joins:
        return after.isalpha() or after in APOSTROPHES
    if word.kinds:
        return False
    ends = after in ENDS or after.lower() in AND()
    return before in joins | APOSTROPHES or after in joins or (ends and any(w.text in joins for w in words[i:j]))


def _is_capital(line: Line, j: int, start: int, mention: Mention | None) -> bool:
    word = line.words[j]
    opens = j == start and "FUNCTION" in word.kinds and line.opens(j)
    if j > start and "DETERMINER" in word.kinds and _names_a_body(line, j + 1):
        return False  # a paragraph begins: "Ministry of Health The Government of Mali"
    return mention is None and word.is_large and word.text.isalpha() and not opens


def _names_a_body(line: Line, j: int) -> bool:
    return j < len(line.words) and isinstance(line.mention(j), Organisation)


def _is_glued(line: Line, j: int) -> bool:
    """Whether a word runs on from the one before it: "EU4Skills"."""
    return line.end(j - 1) == line.starts[j] and line.words[j].text.isalnum()


def _of_people(words: Sequence[Word], j: int) -> int | None:
    """The word with a capital that is of the people before it: "Women’s Crisis Centre", "Farmers’ Union", or, where it
    tells what kind of body it is, of several: "Brick Makers’ Union"."""
    if words[j].text not in APOSTROPHES:
        return None
    after = j + 1 + (word_at(words, j + 1).text in POSSESSIVE())
    if not word_at(words, after).is_large:
        return None
    are_several = ends_as_plural(words[j - 1].lower) and after == j + 1 and "BODY_HEAD" in words[after].kinds
    return after if "PEOPLE" in words[j - 1].kinds or are_several else None


def _ends_initial(words: Sequence[Word], j: int) -> bool:
    """Whether a full stop ends an initial and the name goes on: "Ada K. Moss Trust", "Ada K. and Leo Moss"."""
    following = word_at(words, j + 1)
    goes_on = following.is_large or following.lower in AND() | {"&"}
    return words[j].text == "." and len(words[j - 1].text) == 1 and goes_on


def _is_elided(line: Line, j: int) -> bool:
    """Whether an apostrophe joins one letter to the rest of a name: "Mary O’Neill"."""
    words, is_tight = line.words, line.end(j - 1) == line.starts[j]
    follows = words[j].text in APOSTROPHES and word_at(words, j + 1).is_large
    return follows and is_tight and len(words[j - 1].text) == 1


def _is_hyphened(line: Line, j: int) -> bool:
    """Whether a hyphen without blanks and a word with a capital stand here."""
    return word_at(line.words, j + 1).is_large and _is_tight_hyphen(line, j)


def _is_tight_hyphen(line: Line, j: int) -> bool:
    """Whether a hyphen stands here without blanks."""
    is_tight = line.end(j - 1) == line.starts[j] and not line.content[line.end(j) : line.end(j) + 1].isspace()
    return line.words[j].text == "-" and is_tight


def _joined(line: Line, j: int, known: Sequence[Mention]) -> int | None:
    """The word after one that joins the parts of a name: "Fund for …", "Bank of the …", "Anglo-…",
    "Val-de-…", "Persons with …", "Apoyo a la …"."""
    words = line.words
    before, word = words[j - 1], words[j]
    ends_known = bool(known) and known[-1].char_end > line.starts[j - 1]  # "Irish Aid-funded"
    is_free = not ends_known or _is_unmentioned(line, j + 1)  # "Brussels-Capital Region"
    if is_free and _is_tight_hyphen(line, j):
        after = j + 1
        while word_at(words, after).lower in JOINS() | AND() and word_at(words, after + 1).text == "-":
            after += 2
    elif (
        (word.lower in JOINS() and ("BODY_HEAD" in before.kinds or word.lower not in FOR() or not known))
        or (word.lower in WITH() and before.text.istitle() and "PEOPLE" in before.kinds)
        or (word.lower in IN() and before.text.istitle() and "PEOPLE" in before.kinds and line.mention(j + 1) is None)
        or (word.lower in JOINS_HEAD() and "BODY_HEAD" in before.kinds)
        or (word.lower in JOINS_TOPIC() and _end_in_topic(_large(words, j + 1)))
        or (word.lower in JOINS_WITH_ARTICLE() and word_at(words, j + 1).lower in ARTICLES())
    ):
        after = j + 1
        while word_at(words, after).lower in ARTICLES():
            after += 1
    else:
        return None
    fits = word_at(words, after).is_large and words[after].text.isalpha()
    mention = line.mention(after) if fits else None
    return after if fits and (mention is None or isinstance(mention, BODIES)) else None


def _is_unmentioned(line: Line, j: int) -> bool:
    are_large = all(word_at(line.words, n).is_large for n in (j, j + 1))
    return are_large and line.mention(j) is None


def _large(words: Sequence[Word], j: int) -> list[Word]:
    """The words with capitals that begin at a place."""
    return list(takewhile(lambda word: word.is_large, words[j:]))


def _is_joined(words: Sequence[Word], j: int) -> bool:
    return word_at(words, j).lower in JOINS() and word_at(words, j + 1).is_large


def _end_in_topic(words: Sequence[Word]) -> bool:
    return bool(words) and is_topic(words[-1].text)


def _leads_to_topic(line: Line, j: int) -> bool:
    """Whether what follows an "and" or a comma is a topic, or the list of them goes on to one: "…, Ports and
    International Affairs"."""
    words = line.words
    while word_at(words, j).lower in AND() | {"&", ","}:
        is_last = words[j].text != ","
        end = j + 1 + len(_large(words, j + 1))
        while end > j + 1 and _is_joined(words, end):  # "Rule of Law"
            end += 1 + len(_large(words, end + 1))
        own = words[j + 1 : next((n for n in range(j, end) if isinstance(line.mention(n), Money)), end)]
        if own and (is_last or "TOPIC" in own[-1].kinds):
            return _end_in_topic(own)
        j += 1 + len(own)
    return False


def _with_and(line: Line, start: int, j: int) -> bool:
    """Whether a name goes on after an "and" ("Food and Drug Administration"), or after it or a comma where topics of a
    body follow: "Ministry of Water, Irrigation and Energy", "Center for Science and International Affairs"."""
    words, following = line.words, word_at(line.words, j + 1)
    if words[j].lower not in AND() | {"&", ","} or not following.is_large:
        return False
    is_of_several = "BODY_HEADS" in words[start].kinds and words[start + 1].lower in JOINS()
    is_comma = words[j].text == ","
    if is_of_several or (is_comma and (following.lower in LEGAL_FORMS() or _is_foreign_list(words, start, j))):
        return True
    if line.mention(j + 1):
        return False
    if words[j - 1].lower in COURTESY() and following.lower in COURTESY():
        return True  # "Mr and Mrs Leo Moss"
    run = _without_initials(words[start:j])
    rest = _without_initials(takewhile(lambda word: word.is_large or word.text == ".", words[j + 1 :]))
    joins = JOINS() | JOINS_HEAD()
    has_topics = any(word.lower in joins for word in run) and any("BODY_HEAD" in word.kinds for word in run)
    if has_topics and _leads_to_topic(line, j):
        return True
    may_be_one = _end_in_topic(run) or any(word.lower in SCOPE() for word in run[:1])  # "International Maize"
    is_one = len(run) == 1 or (may_be_one and all(HEADS.isdisjoint(word.kinds) for word in run))
    ends_as_body = is_one and len(rest) > 1 and any(HEADS & word.kinds for word in rest[1:LONGEST_FAMILY])
    is_firm = words[j].text == "&" and len(run) == 1 and not run[0].text.isupper()  # "Marks & Moss"
    return is_firm or (not is_comma and (ends_as_body or _is_spelled(words, start, j)))


def _is_foreign_list(words: Sequence[Word], start: int, j: int) -> bool:
    """Whether a comma stands in a list that ends with another language’s "and": "Instituto de Pesquisa, Ensino e
    Extensão"."""
    own = _large(words, j + 1)
    link = j + 1 + len(own)
    is_and = word_at(words, link).text in AND_FOREIGN() and word_at(words, link + 1).is_large
    return bool(own) and is_and and any(word.text in JOINS_FOREIGN() for word in words[start:j])


def _is_spelled(words: Sequence[Word], start: int, j: int) -> bool:
    """Whether an abbreviation in brackets has the initials of the words on both sides of an "and": "Centre for Rights
    and Awareness (CRA)"."""
    end = next((k for k in range(j, j + LONGEST_REST) if word_at(words, k).text == "("), None)
    if end is None or word_at(words, end + 2).text != ")":
        return False
    short = words[end + 1].text
    initials, before, after = (
        [w.text[0] for w in words[i:k] if w.is_large] for i, k in ((start, end), (start, j), (j, end))
    )
    is_of_both = _holds(initials, short) and not _holds(before, short) and not _holds(after, short)
    return short[0] == initials[0] and (_holds(short, initials) or is_of_both)


def _holds(letters: Sequence[str], others: Sequence[str]) -> bool:
    """Whether letters stand among others in their order."""
    left = iter(letters)
    return all(letter in left for letter in others)


def _without_initials(words: Iterable[Word]) -> list[Word]:
    """The words, without initials and their full stops: "John D." is one name, as "John" is."""
    return [word for word in words if len(word.text) > 1]


def _may_be_name(line: Line, run: Run) -> bool:
    """Whether words with capitals are a name: no entry of a class, and a word alone only in capitals or within a
    sentence, and where the text does not write it without a capital, too."""
    first, *others = line.words[run.start : run.end]
    if not others and names_nobody(first.text):
        return False
    is_entry = (first.lower, *(word.lower for word in others)) in classes()
    is_alone = any("STATE_ALONE" in word.kinds for word in (first, *others))
    if is_entry and not is_alone and (others or not first.text.isupper()):
        return False
    if others:
        return True
    if first.text.isupper():  # a short name is explained: "Port Guild (PG)"
        return first.text not in forms() and (len(first.text) >= SHORTEST or f"({first.text})" in line.content)
    if len(first.text) < SHORTEST or first.lower in line.small:
        return False
    return not line.opens(run.start) or _opens_list(line, run.end) or _gives(line, run)


def _opens_list(line: Line, j: int) -> bool:
    """Whether the name of another follows a word that opens a sentence: "Moss and Ferry Union gave", not "Ports and
    …"."""
    is_linked = word_at(line.words, j).lower in AND() and _is_unknown(word_at(line.words, j + 1))
    return is_linked and not ends_as_plural(line.words[j - 1].lower)


def _is_unknown(word: Word) -> bool:
    return word.is_large and (word.lower,) not in classes()


def _gives(line: Line, run: Run) -> bool:
    """Whether a great city opens a sentence and gives ("Canberra paid"), or a word that may be a name does and what it
    gives follows ("Safaricom donated EUR 3 million", "Safaricom made a grant")."""
    first = line.words[run.start]
    after = list(dropwhile(lambda i: "AUX" in line.words[i].kinds, range(run.end, len(line.words))))[:2]
    if not after or line.words[after[0]].kinds.isdisjoint({"GIVE", "FUNDS"}):
        return False
    if first.lower in _great_cities():
        return True
    is_noun = "GIFT" in line.words[after[0]].kinds  # "Cocoa funds a school"
    may_be_name = _is_unknown(first) and not (is_noun or ends_as_plural(first.lower) or is_topic(first.text))
    given = [i for i in after[1:] if line.words[i].kinds & {"DETERMINER", "GIFT"} or isinstance(line.mention(i), Money)]
    return may_be_name and bool(given)


@by_language
def _great_cities() -> frozenset[str]:
    return frozenset(name.lower() for row in rows("great_cities") for name in listed(row["cities"]))


def names_nobody(words: str) -> bool:
    """Whether words stand where a name would and tell none: "Other donors", "An anonymous trust", "n/a"."""
    plain = words.lower().strip("().")
    is_many = "MANY" in classes().get(tuple(plain.split()), ())
    return plain in NOBODY() or is_many or not of_class("UNNAMED").isdisjoint(plain.split())
