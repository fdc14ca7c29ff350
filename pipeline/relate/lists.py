"""Sentences of phrases, in which names in a list share one phrase: what is said of one is said of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import dropwhile, pairwise, takewhile

from pipeline.language.function_words import AND, BY, FROM, IN, OF, OR, THE, TO, WITH
from pipeline.language.lexicon import by_language, word_set
from pipeline.model import Country, Money, Quantity, Reading, Time
from pipeline.relate.local_givers import with_local_givers
from pipeline.relate.names import KIND_OF_BODY, name
from pipeline.relate.phrases import NOTHING, Phrase, Sentence, of_mention, phrase_at, plain, word
from pipeline.relate.subjects import is_free, owns
from pipeline.relate.words import NO_KINDS, Line, lines, of_class

LONGEST_LINK = 4  # phrases: ", as well as the"
LONGEST_GLOSS = 12  # phrases, with its brackets
LONGEST_ASIDE = 6  # phrases: ", under a separate deal,"
OF_PLACES, PLANS, BOTH, AFTER_GIFT, PARTICIPLE_ENDS = (
    word_set("function_words", role)
    for role in ("before a place", "may be a plan", "both", "after a gift", "ends a participle")
)
A, BASED = word_set("function_words", "a"), word_set("function_words", "based")
FIGURES = (Money, Time, Quantity)
LISTED = frozenset({"WHO", "PLACE"})
TOLD_APART = frozenset({"GIVE", "EXPECT", "WHO", "BODY"})
VERBS = frozenset({"BE", "HAVE", "GIVE", "GET", "WILL", "COULD", "NEED", "SPEND", "RUN"})
ACTS = VERBS | {"SUPPORT", "FUNDS"}
TWO = 2  # names with a comma between them may stand in two clauses
BAR = "¦"  # as phrases have it


def sentences(reading: Reading) -> list[Sentence]:
    """All sentences of a section, its heading first."""
    end_of_heading = len(reading.section.heading)
    return [_sentence(line, line.starts[0] < end_of_heading) for line in lines(reading)]


def _sentence(line: Line, in_heading: bool) -> Sentence:
    phrases = _bare(_phrases(line, in_heading))
    if any(not phrase.kinds.isdisjoint(LISTED) for phrase in phrases):
        phrases = _listed(with_local_givers(line.content, _placed(phrases)))
    return Sentence(line.starts[0], tuple(_told_apart(phrases)), in_heading)


def _phrases(line: Line, in_heading: bool) -> list[Phrase]:
    found, i, words, starts, mentions = list[Phrase](), 0, line.words, line.starts, line.mentions
    while i < len(words):
        own, start = words[i], starts[i]
        mention = mentions.get(start)
        if own.is_plain and mention is None:  # most words: three of four
            found.append(plain(own, start))
            i += 1
            continue
        may_be_name = (mention or own.is_large) and not in_heading and not isinstance(mention, FIGURES)
        named = name(line, i) if may_be_name else None
        if named:
            phrase, i = named
        elif mention:
            i = line.after(mention, i)
            phrase = of_mention(mention, line.end(i - 1))
        else:
            phrase, i = word(line, i)
        found.append(phrase)
    return found


def _bare(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, without where a body is based and of what kind it is: "the Geneva-based NGO Port Guild"."""
    if _bares().isdisjoint([phrase.text for phrase in phrases]):
        return phrases
    found, i = list[Phrase](), 0
    while i < len(phrases):
        if phrase_at(phrases, i + 1).text == "-" and phrase_at(phrases, i + 2).text in BASED():
            i += 3
        elif phrases[i].text in KIND_OF_BODY() and "WHO" in phrase_at(phrases, i + 1).kinds:
            i += 1
        else:
            found.append(phrases[i])
            i += 1
    return found


@by_language
def _bares() -> frozenset[str]:
    return BASED() | KIND_OF_BODY()


def _placed(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, with names that no list knows and their country in brackets, or a place that goes on with them, as
    one place: "in Sunsari (Nepal)", "in Port Lorne and Accra"."""
    if not any("NAME" in phrase.kinds for phrase in phrases):
        return phrases
    articles, of_places, links = THE(), OF_PLACES(), AND() | OR() | {","}
    found, i, before = list[Phrase](), 0, ""
    while i < len(phrases):
        phrase, after = phrases[i], i + 1
        may_be = "NAME" in phrase.kinds and _heads().isdisjoint(phrase.text.split())
        if may_be and (before in of_places or (before in links and _follows_place(found))):
            end = _end_of_names(phrases, i, links)
            own = phrase_at(phrases, end + 1)
            if _is_bracketed(phrases, end):
                phrase, after = own._replace(start=phrase.start, end=phrases[end + 2].end), end + 3
            elif _goes_on(phrases, end):
                phrase, after = own._replace(start=phrase.start), end + 2
        found.append(phrase)
        before = before if phrase.text in articles else phrase.text
        i = after
    return found


@by_language
def _heads() -> frozenset[str]:
    """What bodies are called, and no places."""
    return of_class("BODY_HEAD") | of_class("ENDOWED") | of_class("FUNDBODY")


def _follows_place(phrases: Sequence[Phrase]) -> bool:
    """Whether a place stands near before what links the next name to it, and not as the seat of a body: "Lomé (Togo),
    Lorne", not "Port Guild (Togo), Ferry Union"."""
    links = AND() | OR() | THE() | {","}
    before = [*dropwhile(lambda phrase: phrase.text in links, reversed(phrases))]
    if phrase_at(before, 0).text != ")":
        return any("PLACE" in p.kinds for p in phrases[-4:-1])
    opened = [*dropwhile(lambda phrase: phrase.text != "(", before)]
    return "PLACE" in phrase_at(opened, 1).kinds


def _end_of_names(phrases: Sequence[Phrase], i: int, links: Set[str]) -> int:
    """The phrase after names that no list knows and what links them."""
    while "NAME" in phrase_at(phrases, i).kinds:
        i += 1
        if phrase_at(phrases, i).text in links and "NAME" in phrase_at(phrases, i + 1).kinds:
            i += 1
    return i


def _goes_on(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether an "and" and a place follow that opens no clause: "in Lorne and Kenya", not "in Lorne and Norway is"."""
    goes_on = phrase_at(phrases, i).text in AND() and "PLACE" in phrase_at(phrases, i + 1).kinds
    return goes_on and not _is_subject(phrases, i + 1)


def _is_bracketed(phrases: Sequence[Phrase], i: int) -> bool:
    opened, place, closed = (phrase_at(phrases, j) for j in range(i, i + 3))
    return opened.text == "(" and closed.text == ")" and "PLACE" in place.kinds


def _listed(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, with names in a list as one."""
    found, i = list[Phrase](), 0
    while i < len(phrases):
        if phrases[i].kinds.isdisjoint(LISTED):
            found.append(phrases[i])
            i += 1
            continue
        members, end = _members(phrases, i)
        if _opens_apart(phrases, i, end):
            members, end = members[:1], i + 1
        whole = len(members) == 1 or _is_list(phrases, i, members, end)
        if not whole or end == i + 1:
            found.append(phrases[i])
            i += 1
            continue
        found += [_as_one(members, phrases[end - 1].end), *_seats(phrases, i, end)]
        i = end
    return found


def _opens_apart(phrases: Sequence[Phrase], i: int, end: int) -> bool:
    """Whether a sentence begins with whom or where a clause of others goes through, or what it has from whom: "Through
    Norad, Ireland and Malta give", "With EUR 3 million from Norad, Ireland and Malta build", not "With Norad, Ireland
    and Malta, it gives"."""
    verb = phrase_at(phrases, _after_place(phrases, end))
    if phrase_at(phrases, i + 1).text != "," or not _may_be_verb(verb, phrases[end - 1]):
        return False
    before = [phrase for phrase in phrases[:i] if phrase.text not in THE()]
    opens = bool(before) and all("PREP" in phrase.kinds for phrase in (before[0], before[-1]))
    nouns = {"PREP", "DETERMINER"}  # "with help", "with a grant" tell no act
    acts = any(p.kinds & ACTS and one.kinds.isdisjoint(nouns) for one, p in pairwise(before))
    return opens and not acts


def _may_be_verb(phrase: Phrase, name: Phrase) -> bool:
    """Whether a word tells what somebody does; a word of no class behind a name that is no place's may ("the Port Guild
    reopened it")."""
    is_open = phrase.text.isalpha() and not phrase.kinds and "PLACE" not in name.kinds
    return is_open or bool(phrase.kinds & (ACTS | {"DOES"}))


def _after_place(phrases: Sequence[Phrase], i: int) -> int:
    """The phrase after where a body is, if one tells that here: "in the north of Togo bought pumps"."""
    if phrase_at(phrases, i).text not in IN():
        return i
    inside = enumerate(phrases[i + 1 : i + 1 + LONGEST_LINK], i + 1)
    at = next((n for n, p in inside if "MOD" not in p.kinds and p.text not in OF()), i)
    return at + 1 if "PLACE" in phrases[at].kinds else i


def _as_one(members: Sequence[Phrase], end: int) -> Phrase:
    kinds = frozenset().union(*(m.kinds for m in members)) | ({"LIST"} if len(members) > 1 else set())
    actors = tuple(actor for member in members for actor in member.actors)
    text = " ".join(member.text for member in members)
    return Phrase(kinds, text, members[0].start, end, members[0].mention, actors, tuple(members))


def _members(phrases: Sequence[Phrase], i: int) -> tuple[list[Phrase], int]:
    """The names of the list that begins at a phrase, and the phrase after it; an abbreviation in brackets belongs to
    the name before it."""
    first = phrases[i]
    is_labelled = phrase_at(phrases, i - 1).text == ":"
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
        elif after := _seat(phrases, j, first):
            j = after
        else:
            k = j
            while k < len(phrases) and k - j < LONGEST_LINK and _links(phrases, k, first, is_labelled):
                k += 1
            links = {phrase.text for phrase in phrases[j:k]} - THE() - BOTH() - of_class("PREP")
            k = _after_aside(phrases, k) if links & AND() else k
            k = _after_owner(phrases, k)
            if not links or not first.kinds & phrase_at(phrases, k).kinds & LISTED:
                break
            if "PLACE" not in phrases[k].kinds and _is_apart(phrases, i, phrases[k]):
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


def _seats(phrases: Sequence[Phrase], i: int, end: int) -> Iterator[Phrase]:
    """Where the bodies of a list are: they stand after it, so that they are places as others are."""
    for j in range(i + 1, end):
        yield from phrases[j : _seat(phrases, j, phrases[i]) or j]


def _seat(phrases: Sequence[Phrase], i: int, first: Phrase) -> int | None:
    """The end of the place where a body of a list is, before the next one: "the Port Guild in Togo and UNICEF", not
    "UNICEF in Togo and Mali"."""
    if "PLACE" in first.kinds or phrases[i].text not in IN():
        return None
    seat = next((n for n, p in enumerate(phrases[i + 1 : i + LONGEST_LINK], i + 1) if "MOD" not in p.kinds), i)
    links = [*takewhile(lambda p: p.text in of_class("LINK"), phrases[seat + 1 :])]
    after = seat + 1 + len(links)
    kinds = phrase_at(phrases, after).kinds if links else NO_KINDS
    is_body = "WHO" in kinds and ("PLACE" not in kinds or owns(phrases, after + 2))
    return seat + 1 if is_body and "PLACE" in phrases[seat].kinds else None


def _is_apart(phrases: Sequence[Phrase], i: int, name: Phrase) -> bool:
    """Whether a place tells where something is, so that no body is listed with it: "in Togo and the Port Union", "Port
    Guild (Togo), Ferry Guild"."""
    before = next((p.text for p in reversed(phrases[:i]) if "MOD" not in p.kinds), "")
    is_body = not _heads().isdisjoint(name.text.split())
    return "PLACE" in phrases[i].kinds and (before == "(" or (before in IN() and is_body))


def _after_aside(phrases: Sequence[Phrase], i: int) -> int:
    """The phrase after what stands between commas or brackets before the last member: "and, under a separate deal, the
    Dominican Republic", "and (from 2023) Rwanda"."""
    closing = {",": ",", "(": ")"}.get(phrases[i - 1].text) or {"(": ")"}.get(phrase_at(phrases, i).text)
    start = i if phrases[i - 1].text in (",", "(") else i + 1
    within = phrases[start : start + LONGEST_ASIDE]
    close = next((n for n, phrase in enumerate(within) if phrase.text == closing), None)
    opens = phrase_at(within, 0).kinds & {"PREP", "TIME", "BEGIN"}
    if not opens or close is None or any(p.kinds & {"WHO", "PLACE", "MONEY"} for p in within[:close]):
        return i
    after = start + close + 1
    return after + (phrase_at(phrases, after).text in THE())


def _after_owner(phrases: Sequence[Phrase], i: int) -> int:
    """The body whose owner a list names before it: "Norad and Togo’s Ministry of Ports"."""
    is_owner = "BODY" in phrase_at(phrases, i + 3).kinds and owns(phrases, i + 2)
    return i + 3 if is_owner and "PLACE" in phrases[i].kinds else i


def _is_subject(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a verb follows a name, so that it opens a clause of its own: "… in Pakistan, and Sudan was added"."""
    return bool(phrase_at(phrases, i + 1).kinds & VERBS)


def _is_list(phrases: Sequence[Phrase], i: int, members: Sequence[Phrase], end: int) -> bool:
    """Whether names are a list: two with a comma alone are none ("thanks to Ireland, the ILO …"), unless one is a place
    of the other, a label stands before them or a bar beside them."""
    if _fills_cell(phrases, i, end) and len(members) > TWO:
        return True
    joining = (p.text for p in phrases[i:end] if "LINK" in p.kinds)
    if any(text not in THE() | BOTH() | OF_PLACES() | {",", ";", "/"} for text in joining):
        return True
    before, after = phrase_at(phrases, i - 1).text, phrase_at(phrases, end).text
    if before == ":" or BAR in (before, after):
        return True
    is_inside = phrase_at(phrases, i - 1).text in IN() if i else False
    if _ends_in_others(phrases, end) or (_ends_in_one(phrases, end) and not is_inside):
        return True
    if not all("PLACE" in member.kinds for member in members):
        return False
    one, other = members[0].mention, members[1].mention
    is_within = (
        isinstance(one, Country) and isinstance(other, Country) and one.kind == "place" and one.iso3 == other.iso3
    )
    return len(members) > 2 or is_within


def _fills_cell(phrases: Sequence[Phrase], i: int, end: int) -> bool:
    """Whether nothing else stands in a cell of a table."""
    edges = [phrase for phrase in (phrase_at(phrases, i - 1), phrase_at(phrases, end)) if phrase is not NOTHING]
    return bool(edges) and all("CELL" in phrase.kinds for phrase in edges)


def _ends_in_others(phrases: Sequence[Phrase], end: int) -> bool:
    """Whether a list goes on with givers that it does not name: "Norad, the Moss Trust and an anonymous donor", "Norad,
    Irish Aid and the Fund"."""
    is_linked = phrase_at(phrases, end).text in AND()
    return is_linked and any(p.kinds & {"MANY", "DONORS", "AGAIN"} for p in phrases[end + 1 : end + 4])


def _ends_in_one(phrases: Sequence[Phrase], end: int) -> bool:
    """Whether a list goes on with one that it does not name: "the Port Council, UNICEF and a firm from Lorne"."""
    is_linked = phrase_at(phrases, end).text in AND() and phrase_at(phrases, end + 1).text in A()
    return is_linked and any(p.kinds & {"ONE", "PARTNERS"} for p in phrases[end + 2 : end + 4])


def _links(phrases: Sequence[Phrase], i: int, first: Phrase, is_labelled: bool) -> bool:
    """Whether a phrase may stand between two names of a list: "Kenya and Mali; and Niger", "Partners: FAO; UNICEF", not
    "Kenya; Norway pays"."""
    phrase, is_place = phrases[i], "PLACE" in first.kinds
    if phrase.text == ";":
        goes_on = phrase_at(phrases, i + 1).text in AND() or phrase_at(phrases, i + 2).text in ("", ";", ".", ",", ")")
        return (is_place or is_labelled) and goes_on
    return phrase.text in of_class("LINK") or (is_place and (phrase.text in ("/", ")") or "MOD" in phrase.kinds))


def _short_name(phrases: Sequence[Phrase], i: int) -> int | None:
    """The end of an abbreviation in brackets."""
    is_bracketed = phrases[i].text == "(" and phrase_at(phrases, i + 2).text == ")"
    is_name = is_bracketed and phrases[i + 1].kinds & {"WHO", "PLACE"} == {"WHO"}
    return i + 3 if is_name else None


def _with_short_name(phrase: Phrase, short: Phrase) -> Phrase:
    if len(phrase.actors) != 1 or len(short.actors) != 1:
        return phrase
    return phrase._replace(actors=(phrase.actors[0]._replace(short=short.actors[0].name),))


def _region(phrases: Sequence[Phrase], i: int, first: Phrase) -> int | None:
    """The end of the region that tells where the places of a list lie: "Fiji and Samoa in the Pacific; and Togo"."""
    if "PLACE" not in first.kinds or phrases[i].text not in IN():
        return None
    j = i + 1 + (phrase_at(phrases, i + 1).text in THE())
    mention = phrase_at(phrases, j).mention
    return j + 1 if isinstance(mention, Country) and mention.kind == "region" else None


def _gloss(phrases: Sequence[Phrase], i: int, first: Phrase) -> int | None:
    """The end of a short remark in brackets that does not part a list; one with an amount does, and of a list of bodies
    one with a name or a place: "the Port Guild (lead), UNICEF"."""
    if phrases[i].text != "(":
        return None
    within = phrases[i : i + LONGEST_GLOSS]
    close = next((n for n, phrase in enumerate(within) if phrase.text == ")"), None)
    parting = {"MONEY"} if "PLACE" in first.kinds else {"MONEY", "PLACE", "WHO"}
    return i + close + 1 if close and not any(p.kinds & parting for p in within[:close]) else None


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
    return phrase if kinds == phrase.kinds else phrase._replace(kinds=frozenset(kinds))


def _is_noun(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a word that may be a verb of giving is what is given, or a body: "a transition fund for Kenya"."""
    may_be = bool(phrases[i].kinds & {"GIFT", "PROJECT"})
    is_determined = not of_class("DETERMINER").isdisjoint(phrase_at(phrases, i - 1).text.split()[-1:])
    return may_be and (is_determined or phrase_at(phrases, i + 1).text in AFTER_GIFT())


def _leads_on(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether what is planned follows a plan: "plans to give", "targets EUR 3 million", not "the Response Plan and",
    "spatial planning (EUR 3 million)"."""
    after = [*takewhile(lambda phrase: phrase.text != "(", phrases[i + 1 : i + 4])]
    return any("MONEY" in p.kinds for p in after) or any(p.text in TO() for p in after[:1])


def _is_passive(phrases: Sequence[Phrase], i: int) -> bool:
    after = phrase_at(phrases, i + 1).text
    helped = any("BE" in p.kinds for p in phrases[max(0, i - 3) : i]) and not phrases[i].text.endswith(
        tuple(PARTICIPLE_ENDS())
    )
    joined = phrase_at(phrases, i - 1).text in (",", "(") and after in WITH() | FROM()
    return helped or joined or after in BY()


def _end_of_opening(phrases: Sequence[Phrase]) -> int | None:
    """The comma that ends a clause which opens the sentence ("Since others also paid in, …")."""
    if phrase_at(phrases, 0).text not in of_class("OPENS"):
        return None
    comma = next((i for i, phrase in enumerate(phrases) if phrase.text == ","), None)
    has_verb = comma and any(p.kinds & {"GIVE", "BE", "HAVE", "GET"} for p in phrases[:comma])
    return comma if has_verb else None
