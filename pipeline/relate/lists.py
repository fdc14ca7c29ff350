"""Sentences of phrases, in which names in a list share one phrase: what is said of one is said of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pipeline.language.function_words import AND, BY, FROM, IN, OF, OR, POSSESSIVE, THE, TO, WITH
from pipeline.language.lexicon import word_set
from pipeline.model import Country, Money, Quantity, Reading, Time
from pipeline.relate.names import name
from pipeline.relate.phrases import Phrase, Sentence, of_mention, word
from pipeline.relate.words import Line, lines, of_class

LONGEST_LINK = 4  # phrases: ", as well as the"
LONGEST_GLOSS = 12  # phrases, with its brackets
LONGEST_ASIDE = 6  # phrases: ", under a separate deal,"
OF_PLACES, PLANS, BOTH, BEFORE_SUBJECT, AFTER_GIFT, PARTICIPLE_ENDS, WHICH = (
    word_set("function_words", role)
    for role in (
        "before a place",
        "may be a plan",
        "both",
        "before a subject",
        "after a gift",
        "ends a participle",
        "which",
    )
)
BASED = word_set("function_words", "based")
FIGURES = (Money, Time, Quantity)
LISTED = frozenset({"WHO", "PLACE"})
TOLD_APART = frozenset({"GIVE", "EXPECT", "WHO", "BODY"})
VERBS = frozenset({"BE", "HAVE", "GIVE", "GET", "WILL", "COULD", "NEED", "SPEND", "RUN"})


def sentences(reading: Reading) -> list[Sentence]:
    """All sentences of a section, its heading first."""
    end_of_heading = len(reading.section.heading)
    return [_sentence(line, line.starts[0] < end_of_heading) for line in lines(reading)]


def _sentence(line: Line, in_heading: bool) -> Sentence:
    phrases = _without_seats(list(_phrases(line, in_heading)))
    if any(not phrase.kinds.isdisjoint(LISTED) for phrase in phrases):
        phrases = _listed(_placed(phrases))
    return Sentence(line.starts[0], tuple(_told_apart(phrases)), in_heading)


def _phrases(line: Line, in_heading: bool) -> Iterator[Phrase]:
    i = 0
    while i < len(line.words):
        mention = line.mention(i)
        may_be_name = (mention or line.words[i].is_large) and not in_heading and not isinstance(mention, FIGURES)
        named = name(line, i) if may_be_name else None
        if named:
            phrase, i = named
        elif mention:
            i = line.after(mention, i)
            phrase = of_mention(mention, line.end(i - 1))
        else:
            phrase, i = word(line, i)
        yield phrase


def _without_seats(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, without where a body is based: "the Geneva-based Port Guild"."""
    if BASED().isdisjoint([phrase.text for phrase in phrases]):
        return phrases
    found, i = list[Phrase](), 0
    while i < len(phrases):
        hyphen = i + 2 < len(phrases) and phrases[i + 1].text == "-"
        if hyphen and phrases[i + 2].text in BASED():
            i += 3
        else:
            found.append(phrases[i])
            i += 1
    return found


def _placed(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, with names that no list knows and their country in brackets, or a place that goes on with them, as
    one place: "in Sunsari (Nepal)", "in Port Lorne and Accra"."""
    if not any("NAME" in phrase.kinds for phrase in phrases):
        return phrases
    articles, of_places, links = THE(), OF_PLACES(), AND() | OR() | {","}
    found, i, before = list[Phrase](), 0, ""
    while i < len(phrases):
        of_list = before in links and any("PLACE" in p.kinds for p in found[-4:-1])
        is_name = "NAME" in phrases[i].kinds and (of_list or before in of_places)
        after = _end_of_names(phrases, i, links) if is_name else i
        own = phrases[after : after + 3]
        if is_name and len(own) == 3 and _is_bracketed(own):
            found.append(own[1]._replace(start=phrases[i].start, end=own[2].end))
            i = after + 3
        elif is_name and len(own) == 3 and _goes_on(phrases, after):
            found.append(own[1]._replace(start=phrases[i].start))
            i = after + 2
        else:
            found.append(phrases[i])
            i += 1
        before = before if found[-1].text in articles else found[-1].text
    return found


def _end_of_names(phrases: Sequence[Phrase], i: int, links: Set[str]) -> int:
    """The phrase after names that no list knows and what links them."""
    while i < len(phrases) and "NAME" in phrases[i].kinds:
        i += 1
        if i + 1 < len(phrases) and phrases[i].text in links and "NAME" in phrases[i + 1].kinds:
            i += 1
    return i


def _goes_on(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether an "and" and a place follow that opens no clause: "in Lorne and Kenya", not "in Lorne and Norway is"."""
    return phrases[i].text in AND() and "PLACE" in phrases[i + 1].kinds and not _is_subject(phrases, i + 1)


def _is_bracketed(phrases: Sequence[Phrase]) -> bool:
    texts = [phrase.text for phrase in phrases]
    return texts[0] == "(" and texts[2] == ")" and "PLACE" in phrases[1].kinds


def _listed(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, with names in a list as one."""
    found, i = list[Phrase](), 0
    while i < len(phrases):
        if phrases[i].kinds.isdisjoint(LISTED):
            found.append(phrases[i])
            i += 1
            continue
        members, end = _members(phrases, i)
        whole = len(members) == 1 or _is_list(phrases, i, members, end)
        if not whole or end == i + 1:
            found.append(phrases[i])
            i += 1
            continue
        found.append(_as_one(members, phrases[end - 1].end))
        i = end
    return found


def _as_one(members: Sequence[Phrase], end: int) -> Phrase:
    kinds = frozenset().union(*(m.kinds for m in members)) | ({"LIST"} if len(members) > 1 else set())
    actors = tuple(actor for member in members for actor in member.actors)
    text = " ".join(member.text for member in members)
    return Phrase(kinds, text, members[0].start, end, members[0].mention, actors, tuple(members))


def _members(phrases: Sequence[Phrase], i: int) -> tuple[list[Phrase], int]:
    """The names of the list that begins at a phrase, and the phrase after it; an abbreviation in brackets belongs to
    the name before it."""
    first = phrases[i]
    is_labelled = i > 0 and phrases[i - 1].text == ":"
    members, end, j, is_closed = [first], i + 1, i + 1, False
    while j < len(phrases):
        if after := _short_name(phrases, j):
            members[-1] = _with_short_name(members[-1], phrases[j + 1])
            j = end = after
        elif after := _region(phrases, j, first):
            j = end = after
        elif after := _gloss(phrases, j, first):
            within = [p for p in phrases[j:after] if "PLACE" in p.kinds]
            members += within
            j, end = after, after if within else end
        else:
            k = j
            while k < len(phrases) and k - j < LONGEST_LINK and _links(phrases, k, first, is_labelled):
                k += 1
            links = {phrase.text for phrase in phrases[j:k]} - THE() - BOTH() - of_class("PREP")
            k = _after_aside(phrases, k) if links & AND() else k
            if not links or k == len(phrases) or not first.kinds & phrases[k].kinds & {"WHO", "PLACE"}:
                break
            comma_and = "," in links and links & AND() == links - {","} != set()
            if len(members) == 1 and comma_and and _is_subject(phrases, k):
                break
            if is_closed and links == {","}:  # "in Fiji and Tonga, Norway …"
                break
            is_closed = is_closed or bool(links & AND())
            members.append(phrases[k])
            j = end = k + 1
    return members, end


def _after_aside(phrases: Sequence[Phrase], i: int) -> int:
    """The phrase after what stands between commas or brackets before the last member: "and, under a separate deal, the
    Dominican Republic", "and (from 2023) Rwanda"."""
    closing = {",": ",", "(": ")"}.get(phrases[i - 1].text) or {"(": ")"}.get(
        phrases[i].text if i < len(phrases) else ""
    )
    start = i if phrases[i - 1].text in (",", "(") else i + 1
    within = phrases[start : start + LONGEST_ASIDE]
    close = next((n for n, phrase in enumerate(within) if phrase.text == closing), None)
    opens = within and within[0].kinds & {"PREP", "TIME", "BEGIN"}
    if not opens or close is None or any(p.kinds & {"WHO", "PLACE", "MONEY"} for p in within[:close]):
        return i
    after = start + close + 1
    return after + (after < len(phrases) and phrases[after].text in THE())


def _is_subject(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a verb follows a name, so that it opens a clause of its own: "… in Pakistan, and Sudan was added"."""
    return i + 1 < len(phrases) and bool(phrases[i + 1].kinds & VERBS)


def _is_list(phrases: Sequence[Phrase], i: int, members: Sequence[Phrase], end: int) -> bool:
    """Whether names are a list: two with a comma alone are none ("thanks to Ireland, the ILO …"), unless one is a place
    of the other or a label stands before them."""
    joining = (p.text for p in phrases[i:end] if "LINK" in p.kinds)
    if any(text not in THE() | BOTH() | OF_PLACES() | {",", ";", "/"} for text in joining) or (
        i and phrases[i - 1].text == ":"
    ):
        return True
    if not all("PLACE" in member.kinds for member in members):
        return False
    one, other = members[0].mention, members[1].mention
    is_within = (
        isinstance(one, Country) and isinstance(other, Country) and one.kind == "place" and one.iso3 == other.iso3
    )
    return len(members) > 2 or is_within


def _links(phrases: Sequence[Phrase], i: int, first: Phrase, is_labelled: bool) -> bool:
    """Whether a phrase may stand between two names of a list: "Kenya and Mali; and Niger", "Partners: FAO; UNICEF", not
    "Kenya; Norway pays"."""
    phrase, is_place = phrases[i], "PLACE" in first.kinds
    if phrase.text == ";":
        first_after, *second = [p.text for p in phrases[i + 1 : i + 3]] or [""]
        goes_on = first_after in AND() or second in ([], [";"], ["."], [","], [")"])
        return (is_place or is_labelled) and goes_on
    return phrase.text in of_class("LINK") or (is_place and (phrase.text in ("/", ")") or "MOD" in phrase.kinds))


def _short_name(phrases: Sequence[Phrase], i: int) -> int | None:
    """The end of an abbreviation in brackets."""
    texts = [phrase.text for phrase in phrases[i : i + 3]]
    is_name = texts[:1] == ["("] and texts[2:] == [")"] and phrases[i + 1].kinds & {"WHO", "PLACE"} == {"WHO"}
    return i + 3 if is_name else None


def _with_short_name(phrase: Phrase, short: Phrase) -> Phrase:
    if len(phrase.actors) != 1 or len(short.actors) != 1:
        return phrase
    return phrase._replace(actors=(phrase.actors[0]._replace(short=short.actors[0].name),))


def _region(phrases: Sequence[Phrase], i: int, first: Phrase) -> int | None:
    """The end of the region that tells where the places of a list lie: "Fiji and Samoa in the Pacific; and Togo"."""
    if "PLACE" not in first.kinds or phrases[i].text not in IN():
        return None
    j = i + 1 + (i + 1 < len(phrases) and phrases[i + 1].text in THE())
    mention = phrases[j].mention if j < len(phrases) else None
    return j + 1 if isinstance(mention, Country) and mention.kind == "region" else None


def _gloss(phrases: Sequence[Phrase], i: int, first: Phrase) -> int | None:
    """The end of a short remark in brackets that does not part a list of places; one with an amount does."""
    if "PLACE" not in first.kinds or phrases[i].text != "(":
        return None
    within = phrases[i : i + LONGEST_GLOSS]
    close = next((n for n, phrase in enumerate(within) if phrase.text == ")"), None)
    return i + close + 1 if close and not any("MONEY" in p.kinds for p in within[:close]) else None


def _told_apart(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases; a name that no preposition governs may be a subject, a verb of giving is active or passive, and the
    comma after an opening clause ends it."""
    opening = _end_of_opening(phrases)
    return [
        phrase if i != opening and phrase.kinds.isdisjoint(TOLD_APART) else _of_role(phrases, i, opening)
        for i, phrase in enumerate(phrases)
    ]


def _of_role(phrases: Sequence[Phrase], i: int, opening: int | None) -> Phrase:
    phrase, kinds = phrases[i], set(phrases[i].kinds)
    if i == opening:
        kinds.add("BREAK")
    if "GIVE" in kinds and _is_noun(phrases, i):
        kinds.remove("GIVE")
    if "EXPECT" in kinds and phrase.text in PLANS() and not _leads_on(phrases, i):
        kinds.remove("EXPECT")
    if "GIVE" in kinds and "MONEY" not in kinds:
        kinds.add("PASSIVE" if _is_passive(phrases, i) else "ACTIVE")
    if "WHO" in kinds and is_free(phrases, i):
        kinds.add("SUBJ")
    if "BODY" in kinds and not of_class("FUNDBODY").isdisjoint(phrase.text.split()):
        kinds.add("FUNDBODY")
    return phrase._replace(kinds=frozenset(kinds))


def _is_noun(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a word that may be a verb of giving is what is given, or a body: "a transition fund for Kenya"."""
    may_be = bool(phrases[i].kinds & {"GIFT", "PROJECT"})
    is_determined = i > 0 and phrases[i - 1].text.split()[-1] in of_class("DETERMINER")
    return may_be and (is_determined or (i + 1 < len(phrases) and phrases[i + 1].text in AFTER_GIFT()))


def _leads_on(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether what is planned follows a plan: "plans to give", "targets EUR 3 million", not "the Response Plan and"."""
    after = phrases[i + 1 : i + 4]
    return any("MONEY" in p.kinds for p in after) or any(p.text in TO() for p in after[:1])


def _is_passive(phrases: Sequence[Phrase], i: int) -> bool:
    after = phrases[i + 1].text if i + 1 < len(phrases) else ""
    helped = any("BE" in p.kinds for p in phrases[max(0, i - 3) : i]) and not phrases[i].text.endswith(
        tuple(PARTICIPLE_ENDS())
    )
    joined = i > 0 and phrases[i - 1].text in (",", "(") and after in WITH() | FROM()
    return helped or joined or after in BY()


def is_free(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name may be a subject: nothing governs it."""
    j = i - 1
    while j >= 0 and (steps := _before_subject(phrases, j)):
        j -= steps
    before, last = ["", "", *(p.text for p in phrases[: j + 1])][-2:]
    is_object = before in TO() and last.isalpha() and last not in WHICH()  # "to expand the initiative"
    is_governed = is_object or last in of_class("GOVERNS") or (j >= 0 and "THROUGH" in phrases[j].kinds)
    return not (is_governed or _ends_places(phrases, i) or _names_a_project(phrases, i))


def _names_a_project(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name that no list knows is the one of a project: "the REACH initiative", "the HIV/AIDS programme"."""
    if "NAME" not in phrases[i].kinds:
        return False
    while i + 2 < len(phrases) and phrases[i + 1].text == "/" and "NAME" in phrases[i + 2].kinds:
        i += 2
    return i + 1 < len(phrases) and "PROJECT" in phrases[i + 1].kinds


def _before_subject(phrases: Sequence[Phrase], j: int) -> int:
    """How many phrases up to a place may stand before a subject: an article, a people, an owner, "governments of", "the
    2018"."""
    if _owns(phrases, j):
        return 3
    if j and phrases[j].text in OF() and phrases[j - 1].text in of_class("BODIES"):
        return 2
    if j and "YEAR" in phrases[j].kinds and phrases[j - 1].text in THE():
        return 2
    return int(phrases[j].text in BEFORE_SUBJECT() or "DEMONYM" in phrases[j].kinds)


def _ends_places(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name that no list knows ends a list of places: "our offices in Fiji and Port Lorne gave"."""
    if i < 3 or "NAME" not in phrases[i].kinds:
        return False
    inside, place, link = phrases[i - 3 : i]
    return inside.text in of_class("INSIDE") and "PLACE" in place.kinds and link.text in AND()


def _owns(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether a name ends here whose the next one is: what governs it governs both ("a member of UNICEF’s Board")."""
    return j > 1 and phrases[j - 1].text == "’" and phrases[j].text in POSSESSIVE()


def _end_of_opening(phrases: Sequence[Phrase]) -> int | None:
    """The comma that ends a clause which opens the sentence ("Since others also paid in, …")."""
    if not phrases or phrases[0].text not in of_class("OPENS"):
        return None
    comma = next((i for i, phrase in enumerate(phrases) if phrase.text == ","), None)
    has_verb = comma and any(p.kinds & {"GIVE", "BE", "HAVE", "GET"} for p in phrases[:comma])
    return comma if has_verb else None
