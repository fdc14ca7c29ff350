"""Groups of countries: their names, and who was in them when."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from pipeline.language.lexicon import rows
from pipeline.mentions import find_mentions
from pipeline.mentions.places.countries import members, memberships
from pipeline.mentions.places.gazetteer import nations
from pipeline.model import Context, Country

TODAY = date(2025, 1, 1)


def test_every_group_has_members_and_every_member_is_a_nation() -> None:
    assert {row["name"] for row in rows("groups")} == set(memberships())
    codes = {code for entries in memberships().values() for entry in entries for code in entry.members}
    assert codes <= set(nations())


@pytest.mark.parametrize(
    ("group", "day", "count"),
    [
        ("ASEAN", date(2023, 1, 1), 10),
        ("European Union", date(2019, 1, 1), 28),
        ("European Union", TODAY, 27),
        ("African Union", TODAY, 55),
        ("SADC", TODAY, 16),
        ("ECOWAS", date(2024, 1, 1), 15),
        ("ECOWAS", date(2025, 6, 1), 12),
        ("EAC", TODAY, 8),
        ("IGAD", TODAY, 8),
        ("COMESA", TODAY, 21),
        ("ECCAS", TODAY, 11),
        ("CARICOM", TODAY, 15),
        ("Mercosur", date(2015, 1, 1), 5),
        ("Pacific Islands Forum", TODAY, 18),
        ("G7", TODAY, 7),
        ("OECD", TODAY, 38),
        ("OECD DAC", TODAY, 31),
        ("NATO", TODAY, 32),
        ("LDCs", TODAY, 44),
        ("LLDCs", TODAY, 32),
        ("SIDS", TODAY, 39),
        ("Western Balkans", TODAY, 6),
        ("G5 Sahel", date(2020, 1, 1), 5),
        ("Arab League", TODAY, 22),
        ("SAARC", TODAY, 8),
        ("APEC", TODAY, 21),
        ("Commonwealth of Nations", TODAY, 56),
        ("CPTPP", TODAY, 12),
        ("Organisation of Islamic Cooperation", TODAY, 57),
        ("Euro area", TODAY, 20),
        ("Schengen Area", TODAY, 29),
    ],
)
def test_how_many_were_in_a_group_on_a_day(group: str, day: date, count: int) -> None:
    assert len(members(group, day)) == count


def test_who_joins_counts_from_the_first_day_and_who_leaves_until_the_last() -> None:
    assert "HRV" in members("European Union", date(2013, 7, 1))
    assert "HRV" not in members("European Union", date(2013, 6, 30))
    assert "GBR" in members("European Union", date(2020, 1, 31))
    assert "GBR" not in members("European Union", date(2020, 2, 1))


def test_a_mention_has_the_members_of_the_documents_day() -> None:
    (mention,) = find_mentions("Workers in the EU gain.", Context(as_of=date(2003, 1, 1)))
    assert isinstance(mention, Country)
    assert (mention.kind, mention.name, mention.iso3, len(mention.members)) == ("group", "European Union", None, 15)


class Yesterday(date):
    @classmethod
    def today(cls) -> date:
        return date(2019, 12, 31)


class Tomorrow(date):
    @classmethod
    def today(cls) -> date:
        return date(2031, 1, 1)


def test_a_text_without_a_date_gives_the_same_on_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Britain was in the European Union on the first of the two days."""
    found = []
    for clock in (Yesterday, Tomorrow):
        for name, module in list(sys.modules.items()):
            if name.startswith("pipeline") and getattr(module, "date", None) is not None:
                monkeypatch.setattr(module, "date", clock)
        found.append(find_mentions("Workers in the EU, in ASEAN and in the G8 gain since 2019."))
    assert found[0] == found[1]
    assert [len(mention.members) for mention in found[0] if isinstance(mention, Country)] == [27, 11, 7]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("the Association of Southeast Asian Nations", "group", "ASEAN"),
        ("Small Island Developing States", "group", "SIDS"),
        ("the Northern Triangle", "group", "Northern Triangle"),
        ("South-East Asian", "region", "South-eastern Asia"),
        ("sub-Saharan Africa", "region", "Sub-Saharan Africa"),
        ("Latin America and the Caribbean", "region", "Latin America and the Caribbean"),
        ("Lake Chad Basin", "region", "Lake Chad Basin"),
    ],
)
def test_names_of_groups_and_regions(text: str, kind: str, name: str) -> None:
    (mention,) = (m for m in find_mentions(f"They met on {text} today.") if isinstance(m, Country))
    assert (mention.kind, mention.name) == (kind, name)
