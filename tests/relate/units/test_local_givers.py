"""Cities, regions and estates that give."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.relate.local_givers import _beside, with_local_givers
from tests.relate.records import country, phrases, texts

PLACES = {name: country("BEL", "place", name=name) for name in ("ghent", "bruges", "ypres")}


@pytest.mark.parametrize(
    ("told", "givers"),
    [
        # the subject of a verb of giving
        ("ghent[PLACE] gave[GIVE] eur3[MONEY]", "ghent"),
        ("ghent[PLACE] has[AUX] also[AUX] paid[GIVE] eur3[MONEY]", "ghent"),
        ("ghent[PLACE] , and bruges[PLACE] gave[GIVE] eur3[MONEY]", "ghent bruges"),
        ("in ypres[PLACE] ghent[PLACE] gave[GIVE] eur3[MONEY]", "ghent"),
        ("ghent[PLACE] funded[FUNDS] by norway[WHO] has eur3[MONEY]", ""),
        ("ghent[PLACE] has eur3[MONEY]", ""),
        ("ghent[PLACE] left[LEFT] eur3[MONEY]", ""),
        ("ghent[PLACE] gave[GIVE] it", "ghent"),
        ("ghent[PLACE] runs[RUN] it", ""),
        # whom a gift comes from
        ("eur3[MONEY] from ghent[PLACE] , ypres[PLACE] , and bruges[PLACE]", "ghent ypres bruges"),
        ("eur3[MONEY] from the ghent[PLACE] .", "ghent"),
        ("a grant[GIFT] by ghent[PLACE] for[PREP] piers", "ghent"),
        ("eur3[MONEY] for ghent[PLACE]", ""),
        ("eur3[MONEY] goes from ghent[PLACE]", ""),
        ("eur3[MONEY] from ghent[PLACE] to bruges[PLACE]", ""),
        ("eur3[MONEY] from ghent[PLACE] - based firms", ""),
        ("eur3[MONEY] from ghent[PLACE] firms", ""),
        ("from ghent[PLACE] eur3[MONEY] came", ""),
        # in a row of those that give
        ("ghent[PLACE] gave[GIVE] eur3[MONEY] , bruges[PLACE] eur1[MONEY]", "ghent bruges"),
        ("it costs eur3[MONEY] , bruges[PLACE] has piers", ""),
        ("norway[WHO] gave[GIVE] eur3[MONEY] in bruges[PLACE] eur1[MONEY]", ""),
        ("piers , bruges[PLACE] eur1[MONEY]", ""),
    ],
)
def test_places_in_a_givers_place(told: str, givers: str) -> None:
    line = phrases(told, **PLACES)
    with spoken("en"):
        found = with_local_givers(texts(line), line)
    assert texts(found) == texts(line)
    assert " ".join(a.name for p in found for a in p.actors if a.known == "place") == givers


@pytest.mark.parametrize(
    ("told", "joined", "givers"),
    [
        ("the city[AREA] of ghent[PLACE] gave[GIVE] eur3[MONEY]", "the city_of_ghent gave eur3", "city of ghent"),
        ("city[AREA] of the ghent[PLACE] gave[GIVE] eur3[MONEY]", "city_of_the_ghent gave eur3", "city of the ghent"),
        ("estate of moss[NAME] left[LEFT] eur3[MONEY]", "estate_of_moss left eur3", "estate of moss"),
        ("city[AREA] ghent[PLACE] gave[GIVE] eur3[MONEY]", "city ghent gave eur3", "ghent"),
        ("bank of ghent[PLACE] gave[GIVE] eur3[MONEY]", "bank of ghent gave eur3", ""),
        ("city[AREA] of piers gave[GIVE] eur3[MONEY]", "city of piers gave eur3", ""),
        ("the city[AREA] of ghent[PLACE] has eur3[MONEY]", "the city of ghent has eur3", ""),
        ("eur3[MONEY] for a city[AREA] of", "eur3 for a city of", ""),
    ],
)
def test_a_city_or_estate_with_its_name(told: str, joined: str, givers: str) -> None:
    line = phrases(told, **PLACES)
    with spoken("en"):
        found = with_local_givers(" ".join(phrase.text for phrase in line), line)
    assert texts(found) == joined
    assert " ".join(a.name for p in found for a in p.actors if a.known == "place") == givers


@pytest.mark.parametrize(
    ("told", "i", "step", "found"),
    [
        ("guild[WHO] and union[WHO]", 2, -1, 0),
        ("guild[WHO] and union[WHO]", 0, 1, 2),
        ("guild[WHO] , and togo[PLACE]", 0, 1, 3),
        ("guild[WHO] union[WHO]", 0, 1, None),
        ("guild[WHO] gave union[WHO]", 0, 1, None),
        ("pays and union[WHO]", 2, -1, None),
        ("and union[WHO]", 1, -1, None),
        ("guild[WHO] and", 0, 1, None),
    ],
)
def test_the_name_beside_one(told: str, i: int, step: int, found: int | None) -> None:
    with spoken("en"):
        assert _beside(phrases(told), i, step) == found
