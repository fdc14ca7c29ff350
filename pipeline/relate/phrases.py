"""Readings -> sentences of phrases: what the grammar sees as one word.

A mention is one phrase, a name that no list knows is one, and so is each word, with the classes that rules/classes.csv
puts it in. Names in a list share one phrase. Never says what a phrase means: that is for the frames.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from pipeline.language.lexicon import RULES
from pipeline.model import Country, Mention, Money, Organisation, Quantity, Reading, Time

CONNECTORS = frozenset({"of", "for", "de", "du", "and", "&", "the", "la", "des", "to"})
JOINS = frozenset({"of", "for", "de", "du", "des"})
LONGEST = 5  # words of an entry of a class
LISTED = frozenset({",", "and", "&", "as well as", "the", "both", "or"})


class Actor(NamedTuple):
    """Somebody who may give or get: the name as printed, its country where that is known."""

    name: str
    iso3: str | None
    start: int
    end: int
    known: str  # the kind of organisation, "country", "demonym", or "" where no list knows the name


class Phrase(NamedTuple):
    """What the grammar sees as one word, on content[start:end]."""

    kinds: frozenset[str]
    text: str
    start: int
    end: int
    mention: Mention | None = None
    actors: tuple[Actor, ...] = ()
    members: tuple[Phrase, ...] = ()  # of a list

    @property
    def code(self) -> str:
        """What patterns are held against."""
        return f"<|{'|'.join(sorted(self.kinds))}|{self.text}|>"


class Sentence(NamedTuple):
    """A sentence of a section as phrases."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    in_heading: bool
    memo: dict[tuple[int, str], tuple[Any, ...]]  # what the frames tell of each phrase, once worked out

    def place(self, mention: Mention) -> int | None:
        """Which phrase a mention is."""
        return next((i for i, p in enumerate(self.phrases) if p.start <= mention.char_start < p.end), None)


@cache
def classes() -> dict[tuple[str, ...], frozenset[str]]:
    """The classes of each word, by its tokens."""
    found: dict[tuple[str, ...], set[str]] = {}
    for row in rows("classes.csv"):
        for form in row["forms"].split(","):
            found.setdefault(tuple(re.findall(r"\w+|[^\w\s]", form.strip())), set()).add(row["class"])
    return {words: frozenset(names) for words, names in found.items()}


def rows(file: str) -> Iterator[dict[str, str]]:
    with (RULES / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def sentences(reading: Reading) -> Iterator[Sentence]:
    """All sentences of a section, its heading first."""
    doc, heading = reading.doc, len(reading.section.heading)
    starts: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        if isinstance(mention, Organisation) and mention.kind == "country":
            continue  # it is a country's mention, too
        starts.setdefault(mention.char_start, []).append(mention)
    for sent in doc.sents:
        words = [t for t in sent if not t.is_space or "\t" in t.text]
        if words:
            in_heading = words[0].idx < heading
            phrases = tuple(_with_subjects(list(_listed(list(_phrases(words, starts, in_heading))))))
            yield Sentence(sent.start_char, sent.end_char, phrases, in_heading, {})


ORDER = (Money, Organisation, Time, Country, Quantity)


def _best(mentions: Sequence[Mention]) -> Mention | None:
    return min(mentions, key=lambda m: (-(m.char_end), [isinstance(m, k) for k in ORDER].index(True)), default=None)


def _phrases(words, starts, in_heading: bool) -> Iterator[Phrase]:
    i, n = 0, len(words)
    known, lookup = classes(), _lengths()
    while i < n:
        token = words[i]
        if token.is_space:
            yield Phrase(frozenset({"CELL", "BREAK"}), "tab", token.idx, token.idx + 1)
            i += 1
            continue
        mention = _best(starts.get(token.idx, ()))
        money = next((m for m in starts.get(token.idx, ()) if isinstance(m, Money)), None)
        mention = money or mention
        if not isinstance(mention, Money | Time | Quantity) and not in_heading:
            name, after = _name(words, i, starts, i == 0)
            if name is not None:
                yield name
                i = after
                continue
        if mention is not None:
            end = mention.char_end
            j = i
            while j < n and words[j].idx < end:
                j += 1
            j = max(j, i + 1)
            yield _of(mention, words[j - 1].idx + len(words[j - 1].text))
            i = j
            continue
        lower = token.lower_
        for length in lookup.get(lower, ()):
            key = tuple(t.lower_ for t in words[i : i + length])
            if len(key) == length and key in known and not any(t.idx in starts for t in words[i + 1 : i + length]):
                break
        else:
            key, length = (lower,), 1
        last = words[i + length - 1]
        text = " ".join(key).replace("'", "’").replace("<", "‹").replace(">", "›").replace("|", "¦")
        kinds = (
            known.get(key, frozenset())
            | (known.get(key[-1:], frozenset()) & HEADS if length > 1 else set())
            | ({"NUM"} if token.text[0].isdigit() else set())
        )
        yield Phrase(kinds, text, token.idx, last.idx + len(last.text))
        i += length


HEADS = frozenset({"GIFT", "BUDGET"})  # what the last word of a longer entry is, the entry is too: "core support"


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for words in classes():
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def _of(mention: Mention, end: int) -> Phrase:
    kinds: set[str] = set()
    actors: tuple[Actor, ...] = ()
    if isinstance(mention, Money):
        kinds = {"MONEY"}
    elif isinstance(mention, Time):
        kinds = {"TIME", mention.kind.upper()}
    elif isinstance(mention, Quantity):
        kinds = {"COUNT", *classes().get((mention.text.split()[-1].lower(),), ())}
    elif isinstance(mention, Organisation):
        kinds = {"WHO"} | ({"PLACE", "COUNTRY"} if mention.kind == "country" else {"BODY"})
        actors = (_actor(mention),)
    elif isinstance(mention, Country):
        kinds = {"PLACE", "NAMED"}
        if mention.kind in ("country", "group"):
            kinds |= {"WHO", "COUNTRY"}
            actors = (_actor(mention),)
        elif mention.kind == "demonym":
            kinds = {"DEMONYM", "NAMED"}
            actors = (_actor(mention),)
    text = re.sub(r"[<>|\s]+", " ", mention.text.lower())
    return Phrase(frozenset(kinds), text, mention.char_start, end, mention, actors)


def _actor(mention: Organisation | Country) -> Actor:
    printed = " ".join(mention.text.split())
    name = mention.name if isinstance(mention, Country) and mention.kind == "demonym" else printed
    return Actor(name, mention.iso3, mention.char_start, mention.char_end, mention.kind)


OFFICES = frozenset(
    "ambassador embassy government ministry minister president mission delegation consulate authorities side state "
    "parliament taxpayers administration cabinet department crown treasury".split()
)
GENERIC = frozenset(
    "states countries members donors partners governments nations companies firms banks brands institutions agencies "
    "foundations banks ngos".split()
)


def _name(words, i: int, starts, first: bool) -> tuple[Phrase | None, int]:
    """A name that no list knows, or that is longer than the one that a list knows; None where there is none."""

    def mention_at(k):
        return _best([m for m in starts.get(words[k].idx, ()) if isinstance(m, Organisation | Country)])

    def other_at(k):
        return any(isinstance(m, Money | Time | Quantity) for m in starts.get(words[k].idx, ()))

    j, n, inner, capitals = i, len(words), [], 0
    while j < n:
        token = words[j]
        if j > i and other_at(j):
            break
        mention = mention_at(j)
        if mention is not None:
            inner.append(mention)
            while j < n and words[j].idx < mention.char_end:
                j += 1
            capitals += 1
            continue
        if token.text[0].isupper() and token.is_alpha and not (first and j == i and token.lower_ in FUNCTION):
            j += 1
            capitals += 1
            continue
        if (
            token.text == "-"
            and i < j < n - 1
            and words[j + 1].text[:1].isupper()
            and not token.whitespace_
            and not words[j - 1].whitespace_
        ):
            j += 1
            continue
        if j > i and token.lower_ in JOINS and j + 1 < n:
            k = j + 1 + (words[j + 1].lower_ == "the")
            if (
                k < n
                and words[k].text[:1].isupper()
                and not other_at(k)
                and (words[k].is_alpha)
                and (_head(words[j - 1].lower_) or token.lower_ != "for" or not inner)
            ):
                j = k
                continue
        break
    if j == i:
        return None, i
    lone = (
        len(inner) == 1
        and inner[0].char_start == words[i].idx
        and inner[0].char_end >= words[j - 1].idx + len(words[j - 1].text)
    )
    following = words[j].lower_ if j < n else ""
    if lone:
        if following in GENERIC:
            text = f"{inner[0].text} {following}".lower()
            return Phrase(frozenset({"MANY"}), text, words[i].idx, words[j].idx + len(words[j].text)), j + 1
        if following in OFFICES and inner[0].kind in ("demonym", "country"):
            m, last = inner[0], words[j]
            actor = Actor(m.name, m.iso3, m.char_start, last.idx + len(last.text), "office")
            return Phrase(frozenset({"WHO"}), following, m.char_start, actor.end, m, (actor,)), j + 1
        if words[i].lower_ != inner[0].text.lower() and False:
            return None, i
        return None, i
    start, end = words[i].idx, words[j - 1].idx + len(words[j - 1].text)
    if tuple(w.lower_ for w in words[i:j]) in classes() and j - i > 1:
        return None, i
    if not inner:
        if capitals == 1 and (
            first or not (words[i].text.isupper() and len(words[i].text) > 1) and len(words[i].text) < 3
        ):
            if not (words[i].text.isupper() and len(words[i].text) > 2):
                return None, i
        known = classes().get((words[i].lower_,), frozenset())
        if capitals == 1 and known and not words[i].text.isupper():
            return None, i
        if capitals == 1 and words[i].lower_ in MONTHS_ETC:
            return None, i
    printed = words[i].doc.text[start:end]
    printed = " ".join(printed.split())
    text = re.sub(r"[<>|]", " ", printed.lower())
    heads = {w.lower_ for w in words[i:j]}
    iso = None
    kind = ""
    if heads & OFFICES and inner:
        owner = inner[0]
        iso, kind = owner.iso3, "office"
        if owner.char_start == start and getattr(owner, "kind", "") == "demonym":
            printed = owner.name
    actor = Actor(printed, iso, start, end, kind)
    kinds = {"WHO", "NAME", "BODY"} | (classes().get((words[j - 1].lower_,), frozenset()) if not inner else set())
    return Phrase(frozenset(kinds), text, start, end, inner[0] if inner else None, (actor,)), j


def _head(word: str) -> bool:
    return word in OFFICES or word in {
        "fund",
        "committee",
        "bank",
        "agency",
        "association",
        "federation",
        "union",
        "centre",
        "center",
        "council",
        "institute",
        "university",
        "ministry",
        "department",
        "office",
        "foundation",
        "society",
        "organization",
        "organisation",
        "board",
        "programme",
        "program",
        "commission",
        "government",
        "republic",
        "kingdom",
        "development",
        "house",
        "embassy",
        "ambassador",
    }


FUNCTION = frozenset(
    "the a an in of for since with over from by at on to and or but its it this that these those as under until between "
    "during through there they we he she our their all some most many both each every after before while when where "
    "which who what if so then thus here about around nearly more less up also however together total grant grants "
    "budget donor donors funding project phase duration period partners since launched thanks almost another further "
    "one two three four five six seven eight nine ten not no nobody last next first second third because although".split()
)
MONTHS_ETC = frozenset("i ii iii iv v vi act agenda convention protocol".split())


def _links(phrases: Sequence[Phrase], i: int, first: Phrase) -> bool:
    phrase = phrases[i]
    if phrase.text == ";":  # "Kenya and Mali; and Niger and Togo", "Kenya; Uganda; Mali"; not "Kenya; Norway pays"
        following = [p.text for p in phrases[i + 1 : i + 3]]
        goes_on = following[:1] == ["and"] or following[1:2] in ([], [";"], ["."], [","], [")"])
        return "PLACE" in first.kinds and goes_on
    return phrase.text in LISTED or ("PLACE" in first.kinds and (phrase.text in ("/", ")") or "MOD" in phrase.kinds))


def _region_after(phrases: Sequence[Phrase], i: int, first: Phrase) -> int | None:
    """The region that tells where the places of a list lie: "Fiji and Samoa in the Pacific; and Togo"."""
    if "PLACE" not in first.kinds or i >= len(phrases) or phrases[i].text != "in":
        return None
    j = i + 1 + (i + 1 < len(phrases) and phrases[i + 1].text == "the")
    mention = phrases[j].mention if j < len(phrases) else None
    return j if isinstance(mention, Country) and mention.kind == "region" else None


def _alike(first: Phrase, other: Phrase) -> bool:
    return bool(first.kinds & other.kinds & {"WHO", "PLACE"})


def _gloss_end(phrases: Sequence[Phrase], opening: int) -> int | None:
    """Where a short remark in brackets after a place ends, which does not part the list."""
    close = next((i for i in range(opening, min(opening + 12, len(phrases))) if phrases[i].text == ")"), None)
    return None if close and any("MONEY" in p.kinds for p in phrases[opening:close]) else close


def _is_within(place: Phrase, country: Phrase) -> bool:
    """Whether a comma parts a place from its own country: "Ica, Peru"."""
    one, other = place.mention, country.mention
    return isinstance(one, Country) and isinstance(other, Country) and one.kind == "place" and one.iso3 == other.iso3


NOT_BEFORE_SUBJECTS = frozenset(
    "to of for in with from by at on between towards toward into via through across among like unlike as than against "
    "within behind under both inside outside near around about help helps helped".split()
)


def _subordinate_end(phrases: list[Phrase]) -> int | None:
    """The comma that ends a clause which opens the sentence ("Since others also paid in, …")."""
    if not phrases or phrases[0].text not in (
        "since",
        "as",
        "when",
        "if",
        "after",
        "although",
        "while",
        "because",
        "where",
    ):
        return None
    comma = next((i for i, phrase in enumerate(phrases) if phrase.text == ","), None)
    has_verb = comma and any(p.kinds & {"GIVE", "BE", "HAVE", "GET"} for p in phrases[:comma])
    return comma if has_verb else None


def _with_subjects(phrases: list[Phrase]) -> Iterator[Phrase]:
    """The phrases; a name that no preposition governs may be a subject, a verb of giving is active or passive."""
    opening = _subordinate_end(phrases)
    for i, phrase in enumerate(phrases):
        if i == opening:
            phrase = phrase._replace(kinds=phrase.kinds | {"BREAK"})
        if "GIVE" in phrase.kinds and "MONEY" not in phrase.kinds:
            nears = [p for p in phrases[max(0, i - 3) : i]]
            helped = any("BE" in p.kinds for p in nears) and not phrase.text.endswith("ing")
            agent = i + 1 < len(phrases) and phrases[i + 1].text in ("by", "with", "from")
            joined = i > 0 and phrases[i - 1].text in (",", "(") and agent
            by = i + 1 < len(phrases) and phrases[i + 1].text == "by"
            passive = helped or joined or by
            phrase = phrase._replace(kinds=phrase.kinds | {"PASSIVE" if passive else "ACTIVE"})
        if "WHO" in phrase.kinds:
            j = i - 1
            while j >= 0 and (phrases[j].text in ("the", "its", "their", "a", "an") or "DEMONYM" in phrases[j].kinds):
                j -= 1
            if j < 0 or phrases[j].text not in NOT_BEFORE_SUBJECTS:
                phrase = phrase._replace(kinds=phrase.kinds | {"SUBJ"})
        yield phrase


def _listed(phrases: list[Phrase]) -> Iterator[Phrase]:
    """The phrases, with names in a list as one."""
    i, n = 0, len(phrases)
    while i < n:
        phrase = phrases[i]
        if not phrase.kinds & {"WHO", "PLACE"}:
            yield phrase
            i += 1
            continue
        members, last, j = [phrase], i, i + 1
        has_and = False
        commas = 0
        while j < n:
            k = j
            seen = set()
            while k < n and _links(phrases, k, phrase) and k - j < 4:
                seen.add(phrases[k].text)
                k += 1
            if within := _region_after(phrases, j, phrase):
                j, last = within + 1, within
                continue
            if j + 2 < n and phrases[j].text == "(" and "PLACE" in phrase.kinds and (close := _gloss_end(phrases, j)):
                j = close + 1
                continue
            if k == j or seen <= {"the", "both"} or k >= n or not _alike(phrase, phrases[k]):
                # an abbreviation in brackets
                if (
                    j + 2 < n
                    and phrases[j].text == "("
                    and phrases[j + 2].text == ")"
                    and "WHO" in phrases[j + 1].kinds
                    and phrases[last].end + 3 > phrases[j].start
                ):
                    last = j + 2
                    j += 3
                    continue
                break
            has_and |= bool(seen & {"and", "&", "as well as", "or"})
            commas += 1
            members.append(phrases[k])
            last = k
            j = k + 1
        if len(members) > 1 and not has_and and not (i and phrases[i - 1].text == ":"):
            places = all("PLACE" in m.kinds for m in members)
            if not places or (len(members) == 2 and not _is_within(*members)):
                yield phrase
                i += 1
                continue
        if len(members) == 1 and last == i:
            yield phrase
        else:
            kinds = frozenset.union(*(m.kinds for m in members)) | ({"LIST"} if len(members) > 1 else set())
            yield Phrase(
                kinds,
                " ".join(m.text for m in members),
                members[0].start,
                phrases[last].end,
                members[0].mention,
                tuple(a for m in members for a in m.actors),
                tuple(members),
            )
        i = last + 1
