"""Who gives, gets and works along, name by name."""

from dataclasses import replace

import pytest

from pipeline.language.lexicon import spoken
from pipeline.model import Section
from pipeline.relate.actors import (
    Donor,
    _are_one,
    _part,
    alike,
    distinct,
    gives_by_trade,
    involved,
    is_endowed,
    is_scheme,
)
from pipeline.relate.givers import (
    _has_its_part,
    _is_field,
    _is_person,
    _may_give,
    _sign,
    giver_of_list,
    givers,
    labels,
    respectively,
)
from pipeline.relate.lists import sentences
from pipeline.relate.phrases import Actor, Phrase
from pipeline.relate.places import (
    _is_list_of_places,
    _negated,
    _own,
    open_countries,
    with_roles,
)
from pipeline.relate.places import (
    _may_give as may_be_giver,
)
from pipeline.relate.statements import Statement
from tests.relate.records import actors, all_played, country, outcome, phrases, played, read, sentence, statement

IRELAND = Donor("Ireland", "IRL")
MOSS = Donor("Moss Trust", "")
IRL = {"ireland": country("IRL", name="ireland")}


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("Port Guild", "Port Guild", True),
        ("Port Guild", "the Port Guild", True),
        ("Guild of the Ports", "Guild for Ports", True),
        ("Port Guild", "Ferry Guild", False),
        ("Moss Foundation", "Moss", True),
        ("Moss Foundation", "Moss Trust", True),
        ("The Foundation", "The Trust", False),
        ("Port Guild Union", "PGU", True),
        ("PGU", "Port Guild Union", True),
        ("PGU", "Port Guild", False),
        ("", "", False),
        ("", "Port Guild", False),
        ("Port Guild", "Port Guild for Harbours", True),
        ("Port", "Port for Harbours", False),
        ("Port Guild", "Port Guild Union", False),
        ("Moss’ Guild", "Moss Guild", True),
        ("United Nations Children’s Fund", "UNICEF", True),
    ],
)
def test_names_of_one_body(one: str, other: str, are_alike: bool) -> None:
    with spoken("en"):
        assert alike(one, other) is are_alike


@pytest.mark.parametrize(
    ("donor", "actor", "is_side"),
    [
        (IRELAND, Actor("Irish Aid", "IRL", 0, "donor_agency"), True),
        (IRELAND, Actor("Norad", "NOR", 0, "donor_agency"), False),
        (IRELAND, Actor("Ministry", None, 0, "office"), True),
        (IRELAND, Actor("Ministry", "NOR", 0, "office"), False),
        (IRELAND, Actor("Ireland", None, 0, ""), False),
        (MOSS, Actor("Moss Trust", None, 0, ""), True),
        (MOSS, Actor("Ada Trust", None, 0, ""), False),
        (MOSS, Actor("Ministry", None, 0, "office"), False),
        (Donor("", ""), Actor("", None, 0, ""), False),
    ],
)
def test_who_is_of_the_donors_side(donor: Donor, actor: Actor, is_side: bool) -> None:
    with spoken("en"):
        assert donor.is_side(actor) is is_side


@pytest.mark.parametrize(
    ("name", "known", "of_others"),
    [
        ("Harbour Emergency Grants", "", True),
        ("Grants Harbour", "", False),
        ("Harbour Emergency Grants", "association", False),
    ],
)
def test_grants_and_appeals_are_what_others_pay_for(name: str, known: str, of_others: bool) -> None:
    with spoken("en"):
        assert is_scheme(Actor(name, None, 0, known)) is of_others


@pytest.mark.parametrize(
    ("actor", "pays"),
    [
        (Actor("Norad", "NOR", 0, "donor_agency"), True),
        (Actor("Moss Trust", None, 0, ""), True),
        (Actor("Port Bank", None, 0, ""), True),
        (Actor("Port Guild", None, 0, ""), False),
        (Actor("UNICEF", None, 0, "multilateral"), False),
        (Actor("Port Guild", None, 0, "association"), False),
    ],
)
def test_who_pays_rather_than_works(actor: Actor, pays: bool) -> None:
    with spoken("en"):
        assert gives_by_trade(actor) is pays


AGENCY = Actor("Norad", "NOR", 0, "donor_agency")
OWN_AGENCY = Actor("Irish Aid", "IRL", 0, "donor_agency")
OWN_OFFICE = Actor("Irish government", "IRL", 0, "office")
MINISTRY = Actor("Ministry", None, 0, "office")
COUNTRY = Actor("Norway", "NOR", 0, "country")
UNKNOWN = Actor("Port Guild", None, 0, "")
ENDOWED = Actor("Moss Trust", None, 0, "")


@pytest.mark.parametrize(
    ("actor", "tells", "part"),
    [
        (UNKNOWN, "", None),
        (UNKNOWN, "carries", "partner"),
        (UNKNOWN, "carries gives", "partner"),
        (COUNTRY, "carries", None),
        (OWN_AGENCY, "carries", "partner"),
        (AGENCY, "does", "partner"),
        (UNKNOWN, "does", None),
        (ENDOWED, "does", "partner"),
        (OWN_AGENCY, "does", "funder"),
        (MINISTRY, "carries", "partner"),
        (OWN_OFFICE, "carries", None),
        (UNKNOWN, "spends gives", None),
        (OWN_AGENCY, "spends", None),
        (UNKNOWN, "gives", "funder"),
        (UNKNOWN, "gives takes", None),
        (UNKNOWN, "gives helps", None),
        (ENDOWED, "gives helps", "funder"),
        (COUNTRY, "gives helps", "funder"),
        (OWN_OFFICE, "backs", "funder"),
        (UNKNOWN, "backs", None),
        (AGENCY, "sponsors", "funder"),
        (UNKNOWN, "sponsors", None),
        (UNKNOWN, "works", "partner"),
        (UNKNOWN, "works provides", None),
        (COUNTRY, "works", None),
        (OWN_OFFICE, "works", "funder"),
        (MINISTRY, "works", "partner"),
        (MINISTRY, "works backs", "partner"),
        (MINISTRY, "backs", "funder"),
        (OWN_AGENCY, "works", "partner"),
        (OWN_AGENCY, "", "funder"),
        (AGENCY, "", None),
        (OWN_OFFICE, "", None),
    ],
)
def test_the_part_of_somebody(actor: Actor, tells: str, part: str | None) -> None:
    with spoken("en"):
        assert _part(actor, set(tells.split()), IRELAND) == part


def test_who_is_there_to_give() -> None:
    with spoken("en"):
        assert is_endowed(ENDOWED)
        assert not is_endowed(UNKNOWN)


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        (Actor("Danish Refugee Council", None, 0, "", "DRC"), Actor("DRC", None, 0, ""), True),
        (Actor("DRC", None, 0, ""), Actor("Danish Refugee Council", None, 0, "", "DRC"), True),
        (COUNTRY, Actor("Norwegian government", "NOR", 0, "office"), True),
        (Actor("Norwegian government", "NOR", 0, "office"), COUNTRY, True),
        (Actor("Norway", "NOR", 0, "demonym"), Actor("Norwegian government", "NOR", 0, "office"), True),
        (COUNTRY, Actor("Norwegian embassy", "NOR", 0, "office"), False),
        (COUNTRY, OWN_OFFICE, False),
        (Actor("Norad", "NOR", 0, "donor_agency"), Actor("Norwegian government", "NOR", 0, "office"), True),
        (Actor("Norad", "NOR", 0, "donor_agency"), Actor("Irish government", "IRL", 0, "office"), False),
        (COUNTRY, Actor("Norwegian government", "NOR", 0, "donor_agency"), False),
        (UNKNOWN, Actor("government", None, 0, "office"), False),
        (UNKNOWN, ENDOWED, False),
    ],
)
def test_two_names_of_one(one: Actor, other: Actor, are_one: bool) -> None:
    with spoken("en"):
        assert _are_one(one, other) is are_one
        assert distinct([one, other]) == ((one,) if are_one else (one, other))


def involved_in(text: str, *more: Actor, heading: str = "", helpers: tuple[Actor, ...] = ()) -> list[list[str]]:
    with spoken("en"):
        found = involved(sentences(read(text, heading)), more, IRELAND, helpers)
    return [[actor.name for actor in of] for of in found]


def test_who_is_involved() -> None:
    assert involved_in("It is funded by Norway.") == [["Norway"], [], []]
    assert involved_in("It is so.", COUNTRY) == [["Norway"], [], []]
    assert involved_in("It is so.", helpers=(UNKNOWN,)) == [[], ["Port Guild"], []]
    assert involved_in("It is so.", UNKNOWN, helpers=(UNKNOWN,)) == [["Port Guild"], [], []]
    assert involved_in("Norad is here.") == [[], [], ["Norad"]]
    assert involved_in("Norad is here.", AGENCY) == [["Norad"], [], []]
    assert involved_in("It is so.", heading="Norad") == [[], [], []]
    assert involved_in("Norad is here. Norad is there.") == [[], [], ["Norad"]]
    late, early = Actor("Togo", "TGO", 9, "country"), Actor("Mali", "MLI", 3, "country")
    assert involved_in("It is so.", late, early) == [["Mali", "Togo"], [], []]


# ------------------------------------------------------------------------------------------------------- who gives it


def who(line: str) -> Phrase:
    (phrase,) = phrases(line, **IRL)
    return phrase


def told_by(phrase: Phrase, tells: str = "share", length: int = 1, **more: object) -> Statement:
    return statement(tells, length=length, giver=phrase, **more)  # type: ignore[arg-type]


def names_of(*told: Statement, is_first: bool = False, line: str = "x eur3[MONEY]") -> list[str]:
    with spoken("en"):
        found = givers(played(line, 0, *told), IRELAND, is_first=is_first, in_project=True)
    return [actor.name for actor in found]


def test_the_nearest_giver() -> None:
    ada, leo = who("ada[WHO]"), who("leo[WHO]")
    assert names_of(told_by(ada, length=3), told_by(leo, length=2)) == ["leo"]
    assert names_of(told_by(ada, length=2), told_by(leo, length=3)) == ["ada"]
    assert names_of(statement("share")) == []
    assert names_of(told_by(ada, asks=["MONEY"]), is_first=True) == []
    assert names_of(told_by(ada, asks=["MONEY"])) == ["ada"]
    assert names_of(told_by(ada, asks=["GIVE"]), is_first=True) == ["ada"]


def test_who_labels_an_amount_is_the_donor() -> None:
    assert names_of(statement("total", label=who("ireland[WHO]"))) == ["ireland"]
    assert names_of(statement("total", label=who("ada[WHO]"))) == []
    assert names_of(statement("total", label=who("ada[WHO]")), statement("x", label=who("ireland[WHO]"))) == ["ireland"]


def test_who_only_signs_gives_nothing() -> None:
    for line, found in (
        ("both[WHO] signed[SIGN] eur3[MONEY]", ["ireland"]),
        ("both[WHO] gave eur3[MONEY]", ["ireland", "ada"]),
        ("signed[SIGN] both[WHO] eur3[MONEY]", ["ireland", "ada"]),
        ("both[WHO] eur3[MONEY] signed[SIGN]", ["ireland", "ada"]),
    ):
        own = sentence(line)
        both = next(phrase for phrase in own.phrases if phrase.text == "both")
        actors_ = (*actors("ireland", iso3="IRL"), *actors("ada"))
        named = both._replace(actors=actors_)
        own = replace(own, phrases=tuple(named if phrase is both else phrase for phrase in own.phrases))
        with spoken("en"):
            amount = played(own, 0, told_by(named))
            assert [a.name for a in givers(amount, IRELAND, is_first=False, in_project=True)] == found
    assert not _sign(sentence("signed[SIGN] eur3[MONEY]"), who("ada[WHO]"), 1)


@pytest.mark.parametrize(
    ("line", "may_give"),
    [
        ("ada[WHO] gave eur3[MONEY]", True),
        ("in ada[WHO] eur3[MONEY]", False),
        ("in x ada[WHO] eur3[MONEY]", True),
        ("ada[WHO] got[GET] eur3[MONEY]", False),
        ("ada[WHO] got[GET|GIFT] eur3[MONEY]", True),
        ("got[GET] ada[WHO] eur3[MONEY]", True),
        ("ada[WHO] eur3[MONEY] got[GET]", True),
        ("ada_moss[WHO|NAME] said[ANNOUNCE] eur3[MONEY]", False),
        ("ada[WHO|NAME] said[ANNOUNCE] eur3[MONEY]", True),
        ("ada_moss[WHO] said[ANNOUNCE] eur3[MONEY]", True),
        ("ada_moss[WHO|NAME] gave eur3[MONEY]", True),
        ("ada[WHO] – eur3[MONEY]", True),
    ],
)
def test_who_may_give(line: str, may_give: bool) -> None:
    own = sentence(line)
    (phrase,) = [phrase for phrase in own.phrases if "WHO" in phrase.kinds]
    with spoken("en"):
        assert _may_give(played(own), phrase) is may_give
        assert not _may_give(played(own, 0, statement("x", taker=phrase)), phrase)


def test_who_may_give_in_a_heading_and_elsewhere() -> None:
    own = sentence("ada[WHO] – eur3[MONEY]", in_heading=True)
    with spoken("en"):
        assert not _may_give(played(own), own.phrases[0])
        bare = sentence("ada[WHO] : eur3[MONEY]", in_heading=True)
        assert _may_give(played(bare), bare.phrases[0])
        assert _may_give(played(own), who("ada[WHO]"))


@pytest.mark.parametrize(
    ("line", "is_person"),
    [
        ("ada_moss[NAME]", True),
        ("ada[NAME]", False),
        ("ada_moss[WHO]", False),
        ("ada_bank[NAME|BODY_HEAD]", False),
        ("ada_trust[NAME|ENDOWED]", False),
        ("ada_fund[NAME|FUNDBODY]", False),
    ],
)
def test_a_name_that_may_be_a_persons(line: str, is_person: bool) -> None:
    assert _is_person(who(line)) is is_person


@pytest.mark.parametrize(
    ("line", "is_field"),
    [
        ("global_development[NAME]", True),
        ("global_development[WHO]", False),
        ("development[NAME]", False),
        ("new_global_development[NAME]", False),
        ("global_ports[NAME]", False),
        ("global_development[NAME|FUNDBODY]", False),
        ("global_development[NAME|ENDOWED]", False),
    ],
)
def test_a_field_of_work_is_nobody(line: str, is_field: bool) -> None:
    with spoken("en"):
        assert _is_field(who(line)) is is_field


@pytest.mark.parametrize(
    ("line", "known", "in_project", "has"),
    [
        ("ada[WHO] ’ s funding[RECEIVED] eur3[MONEY]", "multilateral", True, True),
        ("ada[WHO] ’ s core funding[RECEIVED] eur3[MONEY]", "multilateral", True, False),
        ("ada[WHO] ’ s ports eur3[MONEY]", "multilateral", True, False),
        ("ada[WHO] s funding[RECEIVED] eur3[MONEY]", "multilateral", True, False),
        ("ada[WHO] ’ funding[RECEIVED] eur3[MONEY]", "multilateral", True, False),
        ("ada[WHO] ’ s funding[RECEIVED] eur3[MONEY]", "country", True, False),
        ("ada[WHO] ’ s funding[RECEIVED] eur3[MONEY]", "country", False, True),
        ("ada_bank[WHO] ’ s funding[RECEIVED] eur3[MONEY]", "multilateral", True, False),
        ("ireland[WHO] ’ s funding[RECEIVED] eur3[MONEY]", "country", False, False),
        ("ada[WHO]", "multilateral", True, False),
    ],
)
def test_what_is_somebodys_is_what_it_gets(line: str, known: str, in_project: bool, has: bool) -> None:
    own = sentence(line, **IRL)
    first = own.phrases[0]
    named = first._replace(actors=tuple(actor._replace(known=known) for actor in first.actors))
    own = replace(own, phrases=(named, *own.phrases[1:]))
    with spoken("en"):
        assert _has_its_part(own, named, IRELAND, in_project=in_project) is has
        assert not _has_its_part(sentence("x y z"), named, IRELAND, in_project=in_project)


@pytest.mark.parametrize(
    ("line", "giver"),
    [
        ("ada[WHO] made[ACTIVE] gifts[GIFT]", "ada"),
        ("to ada[WHO] made[ACTIVE] gifts[GIFT]", None),
        ("for ada[WHO] made[ACTIVE] gifts[GIFT]", None),
        ("by ada[WHO] made[ACTIVE] gifts[GIFT]", "ada"),
        ("ada[WHO] made gifts[GIFT]", None),
        ("ada[WHO] made[ACTIVE] ports", None),
        ("ada[WHO] leo[WHO] made[ACTIVE] gifts[GIFT]", None),
        ("ada[WHO] bank_ada[WHO] made[ACTIVE] gifts[GIFT]", "bank ada"),
        ("ada[WHO] bank_adams[WHO] made[ACTIVE] gifts[GIFT]", "bank adams"),
        ("ada[WHO] bankada[WHO] made[ACTIVE] gifts[GIFT]", None),
        ("ada[WHO] ada[WHO] made[ACTIVE] gifts[GIFT]", "ada"),
        ("made[ACTIVE] gifts[GIFT]", None),
    ],
)
def test_who_gives_what_a_list_tells(line: str, giver: str | None) -> None:
    with spoken("en"):
        found = giver_of_list([sentence(line), sentence("leo[WHO] made[ACTIVE] gifts[GIFT]")])
        assert (found.name if found else None) == giver
        assert giver_of_list([]) is None


def two_givers(line: str) -> str:
    own = sentence(line)
    both = next(phrase for phrase in own.phrases if phrase.text == "both")
    named = both._replace(actors=actors("ada", "leo"))
    own = replace(own, phrases=tuple(named if phrase is both else phrase for phrase in own.phrases))
    amounts = all_played(own)
    with spoken("en"):
        respectively(amounts)
    return outcome(amounts)


def test_each_of_several_gives_its_own() -> None:
    assert two_givers("both[SUBJ] gave eur3[MONEY] and eur4[MONEY] respectively") == "share:ada share:leo"
    assert two_givers("both[SUBJ] gave eur3[MONEY] and eur4[MONEY]") == "- -"
    assert two_givers("both gave eur3[MONEY] and eur4[MONEY] respectively") == "- -"
    assert two_givers("both[SUBJ] gave eur3[MONEY] respectively") == "-"
    assert two_givers("both[SUBJ] gave eur3[MONEY] eur4[MONEY] eur5[MONEY] respectively") == "- - -"
    assert two_givers("eur9[MONEY] both[SUBJ] gave eur3[MONEY] eur4[MONEY] respectively") == "- share:ada share:leo"
    one = sentence("one[WHO|SUBJ] gave eur3[MONEY] respectively")
    alone = all_played(one)
    with spoken("en"):
        respectively(alone)
    assert outcome(alone) == "-"


APART = Section("s", 1, "other", "", "", places=())


def test_other_labels_beside_the_donors_are_givers_too() -> None:
    own = sentence("ireland : eur3[MONEY] , ada : eur4[MONEY]")
    first = played(own, 0, statement("x", label=who("ireland[WHO]")), givers=actors("Ireland", iso3="IRL"))
    second = played(own, 1, statement("x", label=who("ada[WHO]")))
    with spoken("en"):
        labels([first, second], IRELAND, APART)
        assert outcome([first, second]) == "-:Ireland share:ada"
        other = played(own, 1, statement("x", label=who("ada[WHO]")))
        first.givers = actors("leo")
        labels([first, other], IRELAND, APART)
        assert outcome([first, other]) == "-:leo -"
        apart = played("ada : eur4[MONEY]", 0, statement("x", label=who("ada[WHO]")))
        first.givers = actors("Ireland", iso3="IRL")
        labels([first, apart], IRELAND, APART)
        assert outcome([first, apart]) == "-:Ireland -"
        unlabelled = played(own, 0, givers=actors("Ireland", iso3="IRL"))
        labels([unlabelled, other], IRELAND, APART)
        assert outcome([unlabelled, other]) == "-:Ireland -"
        bare = played(own, 1)
        labels([first, bare], IRELAND, APART)
        assert outcome([first, bare]) == "-:Ireland -"


# --------------------------------------------------------------------------------------------------- where work is done


def roles(text: str, heading: str = "", kind: str = "project") -> list[tuple[str, str | None]]:
    reading = read(text, heading, kind=kind)
    with spoken("en"):
        found = with_roles(reading, sentences(reading), IRELAND)
    return [(mention.text, mention.role) for mention in found.mentions if hasattr(mention, "members")]


@pytest.mark.parametrize(
    ("text", "heading", "kind", "found"),
    [
        ("Work goes on in Togo.", "", "project", "beneficiary"),
        ("Work does not go on in Togo.", "", "project", "mentioned"),
        ("Togo is far.", "", "project", "mentioned"),
        ("It is so.", "Ports of Togo", "project", "beneficiary"),
        ("It is so.", "Ports, Togo", "other", "mentioned"),
        ("It is so.", "Projects, Togo", "other", "beneficiary"),
        ("Togo", "", "project", "beneficiary"),
        ("Togo", "", "other", "mentioned"),
        ("Ireland is far.", "", "project", "donor"),
    ],
)
def test_the_role_of_a_country(text: str, heading: str, kind: str, found: str) -> None:
    assert [role for _, role in roles(text, heading, kind)] == [found]


def test_several_countries_that_the_text_lists_benefit() -> None:
    three = roles("They saw Togo, Mali and Chad.")
    assert [role for _, role in three] == ["beneficiary"] * 3
    assert [role for _, role in roles("They saw Togo and Mali.")] == ["mentioned"] * 2
    assert [role for _, role in roles("They saw Togo, Mali and Chad.", kind="other")] == ["mentioned"] * 3


@pytest.mark.parametrize(
    ("line", "place", "negated"),
    [
        ("not[NEGATION] in togo", 2, True),
        ("not[NEGATION] only in togo", 3, False),
        ("not[NEGATION] 1 2 3 4 5 6 togo", 7, True),
        ("not[NEGATION] 1 2 3 4 5 6 7 togo", 8, False),
        ("not[NEGATION] but togo", 2, False),
        ("not[NEGATION] , togo", 2, False),
        ("not[NEGATION] while[BREAK] togo", 2, False),
        ("togo not[NEGATION]", 0, False),
        ("not[NEGATION] togo", 1, True),
        ("in togo", 1, False),
    ],
)
def test_where_no_work_is_done(line: str, place: int, negated: bool) -> None:
    with spoken("en"):
        assert _negated(sentence(line), place) is negated


@pytest.mark.parametrize(
    ("line", "is_list"),
    [
        ("togo[PLACE] and mali[PLACE]", True),
        ("togo[PLACE] , mali[PLACE]", True),
        ("togo[PLACE] or mali[PLACE]", False),
        ("ports togo[PLACE]", False),
    ],
)
def test_a_list_of_places_alone(line: str, is_list: bool) -> None:
    with spoken("en"):
        assert _is_list_of_places(sentence(line)) is is_list


def test_a_list_of_countries_that_may_give() -> None:
    own = sentence("both[SUBJ] gave[ACTIVE] eur3[MONEY]")
    assert may_be_giver(own, own.phrases[0])
    assert not may_be_giver(own, own.phrases[1])
    passive = sentence("both[SUBJ] gave eur3[MONEY]")
    assert not may_be_giver(passive, passive.phrases[0])
    unpaid = sentence("both[SUBJ] gave[ACTIVE] it")
    assert not may_be_giver(unpaid, unpaid.phrases[0])


@pytest.mark.parametrize(
    ("iso3", "others", "tells", "role"),
    [
        ("TGO", "", "there", "mentioned"),
        ("IRL", "", None, "donor"),
        ("IRL", "", "there", "donor"),
        ("IRL", "TGO", "there", "beneficiary"),
        ("IRL", "TGO", "away", "donor"),
        ("IRL", "", "there!", "beneficiary"),
    ],
)
def test_the_donor_benefits_where_others_do(iso3: str, others: str, tells: str | None, role: str) -> None:
    own = country(iso3)
    members = [own, *([country(others)] if others else [])]
    told = statement(tells) if tells else None
    assert _own(own, members, "mentioned", told, IRELAND) == role
    assert _own(own, members, "mentioned", told, Donor("", "")) == "mentioned"


def test_countries_of_which_nothing_is_told() -> None:
    with spoken("en"):
        found = {
            text: [c.text for c in open_countries(sentences(read(text, heading)), IRELAND)]
            for text, heading in (
                ("They saw Togo.", ""),
                ("Work goes on in Togo.", ""),
                ("They saw Ireland.", ""),
                ("It is so.", "Ports of Togo"),
                ("Togo gave EUR 3 million.", ""),
            )
        }
    assert found == {
        "They saw Togo.": ["Togo"],
        "Work goes on in Togo.": [],
        "They saw Ireland.": [],
        "It is so.": [],
        "Togo gave EUR 3 million.": [],
    }
