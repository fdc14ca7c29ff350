"""Whom a document is a profile of, vote by vote."""

from collections.abc import Callable, Iterable

import pytest

from pipeline.language.lexicon import spoken
from pipeline.relate.actors import Donor
from pipeline.relate.donor import GIVEN, HEADED, _gives, _hosts, _places, _takes, _titled, _votes, donor
from pipeline.relate.lists import sentences
from pipeline.relate.phrases import Phrase, Sentence
from tests.relate.records import actors, read

N = "Norway gave EUR 3 million. "
S = "Sweden gave EUR 3 million. "
IN_NORWAY = "Work goes on in Norway. "
MOSS = "The Moss Foundation gave EUR 3 million. "
BY_GUILD = "EUR 3 million was spent by the Port Guild. "
GUILD = "The Port Guild gave EUR 3 million. "


def own(text: str, heading: str = "") -> list[Sentence]:
    return sentences(read(text, heading)) if text or heading else []


def found(text: str = "", title: str = "", heading: str = "") -> str:
    with spoken("en"):
        of = donor(own(title) if title else [], [own(text, heading)])
    return of.iso3 or of.name


@pytest.mark.parametrize(
    ("text", "title", "heading", "who"),
    [
        ("", "", "", ""),
        # two gifts are enough, one is not
        (N, "", "", ""),
        (N * 2, "", "", "NOR"),
        (N * 2 + IN_NORWAY, "", "", "NOR"),
        (N * 2 + IN_NORWAY * 2, "", "", ""),
        ("", "", "Norway’s contributions", "NOR"),
        (IN_NORWAY, "", "Norway’s contributions", "NOR"),
        (IN_NORWAY * 2, "", "Norway’s contributions", ""),
        # half as much again as the next
        (N * 3 + S * 2, "", "", "NOR"),
        (N * 4 + S * 3, "", "", ""),
        (N * 3 + S * 3, "", "", ""),
        # a name that no list knows gives where it is endowed
        (MOSS * 2, "", "", "Moss Foundation"),
        (GUILD * 2, "", "", ""),
        # whom the title names goes before
        ("", "Norway and UNICEF", "", "NOR"),
        (N + IN_NORWAY, "Norway", "", "NOR"),
        (IN_NORWAY, "Norway", "", ""),
        (N + IN_NORWAY * 2, "Norway", "", "NOR"),
        (N + IN_NORWAY * 3, "Norway", "", ""),
        (S * 3, "Norway", "", "NOR"),
        ("", "Norway and Sweden", "", ""),
        (N * 2, "Norway and Sweden", "", "NOR"),
        ("", "Moss Foundation", "", "Moss Foundation"),
        (GUILD * 2, "Port Guild", "", "Port Guild"),
        (GUILD, "Port Guild", "", ""),
        ("", "Port Guild", "", ""),
        (GUILD * 2 + BY_GUILD, "Port Guild", "", "Port Guild"),
        (GUILD * 2 + BY_GUILD * 2, "Port Guild", "", ""),
        ("", "Moss Foundation and Ada Trust", "", ""),
        ("UNICEF gave EUR 3 million. EUR 3 million was spent by UNICEF.", "UNICEF", "", "UNICEF"),
        ("", "UNICEF", "", ""),
        ("", "Work in Norway", "", ""),
    ],
)
def test_the_donor(text: str, title: str, heading: str, who: str) -> None:
    assert found(text, title, heading).removeprefix("The ") == who


def votes(text: str, heading: str = "") -> list[tuple[str, int]]:
    with spoken("en"):
        return [
            (actor.name, weight)
            for one in own(text, heading)
            for place, phrase in enumerate(one.phrases)
            for actor, weight in _gives(one, place, phrase)
        ]


def test_who_is_said_to_give() -> None:
    assert votes(N) == [("Norway", GIVEN)]
    assert votes("Norway and Sweden gave EUR 3 million.") == [("Norway", GIVEN), ("Sweden", GIVEN)]
    assert votes("Norway got EUR 3 million.") == []
    assert votes("", "Norway’s contributions") == [("Norway", HEADED)]
    assert votes("Norway’s contributions") == []
    assert (GIVEN, HEADED) == (2, 4)


Rule = Callable[[Sentence, int, Phrase], Iterable[str]]


def keys(rule: Rule, text: str) -> list[str]:
    with spoken("en"):
        found = (rule(one, place, phrase) for one in own(text) for place, phrase in enumerate(one.phrases))
        return [key for keys_ in found for key in keys_]


def test_where_work_is_done_and_who_gets_or_spends() -> None:
    assert keys(_hosts, "Work goes on in Norway.") == ["NOR"]
    assert keys(_hosts, "Work goes on in Togo and Mali.") == ["TGO", "MLI"]
    assert keys(_hosts, "Work goes on in Asia.") == []
    assert keys(_hosts, N) == []
    assert keys(_takes, "UNICEF received EUR 3 million.") == ["unicef"]
    assert keys(_takes, "EUR 3 million was spent by UNICEF.") == ["unicef"]
    assert keys(_takes, "Norway received EUR 3 million.") == []
    assert keys(_takes, "UNICEF gave EUR 3 million.") == []


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Norway", ["Norway"]),
        ("Norway and UNICEF", ["Norway"]),
        ("UNICEF", ["UNICEF"]),
        ("UNICEF and FAO", []),
        ("World Bank and Norway", ["World Bank", "Norway"]),
        ("World Bank – Norway", ["World Bank"]),
        ("World Bank and UNICEF", ["World Bank"]),
        ("Norway and World Bank", ["Norway"]),
        ("Norwegian money", ["Norway"]),
        ("Norwegian nurses", []),
        ("Norwegian development cooperation", ["Norway"]),
        ("Norwegian development", []),
        ("Norwegian nurses grants", []),
        ("How Norway helps Togo", ["Norway"]),
        ("Loans to Norway", []),
        ("Port Guild and Norway", ["Norway"]),
        ("Work in Norway", []),
    ],
)
def test_who_may_be_the_donor_that_a_title_names(title: str, named: list[str]) -> None:
    with spoken("en"):
        assert [actor.name for actor in _titled(own(title))] == named


def test_a_city_or_region_may_give_and_no_part_of_the_world() -> None:
    with spoken("en"):
        assert [actor.name for actor in _places(own("Flanders and Africa"))] == ["Flanders"]
        assert [actor.name for actor in _places(own("Norway"))] == []


def test_votes_by_all_names() -> None:
    (norway,), (moss,) = actors("Norway", iso3="NOR"), actors("Moss Trust")
    told = {"NOR": 2, "moss": 3, "moss foundation": 4, "other": 5}
    names = {"NOR": "Norway", "moss": "Moss", "moss foundation": "Moss Foundation", "other": "Other"}
    with spoken("en"):
        assert _votes(norway, told, names) == 2
        assert _votes(moss, told, names) == 7


def test_a_country_is_called_by_its_name() -> None:
    with spoken("en"):
        assert donor([], [own(N * 2)]) == Donor("Norway", "NOR")
        assert donor([], [own(MOSS), own(MOSS)]).name.removeprefix("The ") == "Moss Foundation"
