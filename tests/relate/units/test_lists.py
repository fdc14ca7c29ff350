"""Lists of names, phrase by phrase, on both sides of each of their measures."""

import pytest

from pipeline.model import Mention
from pipeline.relate.lists import (
    _after_aside,
    _bare,
    _end_of_names,
    _end_of_opening,
    _gloss,
    _goes_on,
    _is_list,
    _is_noun,
    _is_passive,
    _is_subject,
    _leads_on,
    _links,
    _listed,
    _members,
    _placed,
    _region,
    _short_name,
    _told_apart,
    _with_short_name,
)
from pipeline.relate.subjects import _before_subject, _ends_places, is_free, names_a_project, owns
from tests.relate.records import country, phrases, texts


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("the geneva - based guild", "the guild"),
        ("geneva - based", ""),
        ("geneva - based basel - based guild", "guild"),
        ("geneva - born guild", "geneva - born guild"),
        ("geneva / based guild", "geneva / based guild"),
        ("geneva based - guild", "geneva based - guild"),
        ("geneva -", "geneva -"),
        ("the ngo guild[WHO]", "the guild"),
        ("the ngo pays", "the ngo pays"),
        ("ngo", "ngo"),
    ],
)
def test_where_a_body_is_based_and_its_kind_are_no_words_of_its_sentence(told: str, left: str) -> None:
    assert texts(_bare(phrases(told))) == left


@pytest.mark.parametrize(
    ("told", "placed"),
    [
        ("in lorne[NAME] ( togo[PLACE] ) now", "in togo now"),
        ("in the lorne[NAME] ( togo[PLACE] ) now", "in the togo now"),
        ("in lorne[NAME] ( togo[PLACE] )", "in togo"),
        ("by lorne[NAME] ( togo[PLACE] ) now", "by lorne ( togo ) now"),  # not where places stand
        ("in lorne[NAME] ( togo ) now", "in lorne ( togo ) now"),
        ("in lorne[NAME] ( togo[PLACE] , now", "in lorne ( togo , now"),
        ("in lorne[NAME] , togo[PLACE] ) now", "in lorne , togo ) now"),
        ("in lorne ( togo[PLACE] ) now lorne[NAME]", "in lorne ( togo ) now lorne"),
        ("in lorne[NAME] (", "in lorne ("),
        ("in lorne[NAME]", "in lorne"),
        ("in lorne[NAME] and moss[NAME] ( togo[PLACE] ) now", "in togo now"),
        ("in lorne[NAME] , moss[NAME] and bay[NAME] ( togo[PLACE] ) now", "in togo now"),
        ("in lorne[NAME] moss[NAME] ( togo[PLACE] ) now", "in togo now"),
        ("in lorne[NAME] and togo[PLACE] now", "in togo now"),
        ("in lorne[NAME] and togo[PLACE]", "in togo"),
        ("in lorne[NAME] , togo[PLACE] now", "in lorne , togo now"),
        ("in lorne[NAME] and togo now", "in lorne and togo now"),
        ("in lorne[NAME] and togo[PLACE] gave[GIVE] it", "in lorne and togo gave it"),
        # a list that began with a place
        ("mali[PLACE] , lorne[NAME] ( togo[PLACE] ) now", "mali , togo now"),
        ("mali[PLACE] or lorne[NAME] ( togo[PLACE] ) now", "mali or togo now"),
        ("mali[PLACE] and lorne[NAME] ( togo[PLACE] ) now", "mali and togo now"),
        ("mali[PLACE] a b , lorne[NAME] ( togo[PLACE] ) now", "mali a b , togo now"),
        ("mali[PLACE] a b c , lorne[NAME] ( togo[PLACE] ) now", "mali a b c , lorne ( togo ) now"),
        ("mali[PLACE] / lorne[NAME] ( togo[PLACE] ) now", "mali / lorne ( togo ) now"),
        ("a b , lorne[NAME] ( togo[PLACE] ) now", "a b , lorne ( togo ) now"),
    ],
)
def test_names_that_no_list_knows_with_their_country(told: str, placed: str) -> None:
    assert texts(_placed(phrases(told))) == placed


def test_a_name_with_its_country_stands_from_the_name_to_the_bracket() -> None:
    _, bracketed, _ = _placed(phrases("in lorne[NAME] ( togo[PLACE] ) now"))
    assert (bracketed.start, bracketed.end) == (3, 17)
    _, joined, _ = _placed(phrases("in lorne[NAME] and togo[PLACE] now"))
    assert (joined.start, joined.end) == (3, 17)
    unnamed = phrases("in togo[PLACE] now")
    assert _placed(unnamed) is unnamed


def test_names_end_before_what_links_nothing() -> None:
    links = {",", "and"}
    named = phrases("a lorne[NAME] and moss[NAME] , and")
    assert _end_of_names(named, 1, links) == 4
    assert _end_of_names(named, 0, links) == 0
    assert _end_of_names(named[:3], 1, links) == 2
    assert _end_of_names(named[:2], 1, links) == 2
    assert _end_of_names(named[:4], 1, links) == 4
    assert _goes_on(phrases("a and togo[PLACE]"), 1)


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ("in togo[PLACE] and[LINK] mali[PLACE] now", "in togo_mali now"),
        ("in togo[PLACE] and[LINK] mali[PLACE]", "in togo_mali"),
        ("togo[PLACE] now", "togo now"),
        ("in togo[PLACE]", "in togo"),
        ("guild[WHO] ( pg[WHO] ) gave", "guild gave"),
        ("guild[WHO] ( pg[WHO] )", "guild"),
        ("guild[WHO] ,[LINK] union[WHO] gave", "guild , union gave"),
        ("x guild[WHO] ,[LINK] union[WHO] and[LINK] league[WHO] gave", "x guild_union_league gave"),
        # where a body of the list is stands after it
        ("guild[WHO] in togo[PLACE|WHO] and[LINK] unicef[WHO] gave", "guild_unicef in togo gave"),
        (
            "guild[WHO] in northern[MOD] togo[PLACE|WHO] and[LINK] unicef[WHO] gave",
            "guild_unicef in northern togo gave",
        ),
        (
            "guild[WHO] in togo[PLACE|WHO] ,[LINK] fao[WHO] in mali[PLACE|WHO] and[LINK] unicef[WHO] gave",
            "guild_fao_unicef in togo in mali gave",
        ),
        ("guild[WHO] in togo[PLACE|WHO] and[LINK] mali[PLACE|WHO] gave", "guild in togo_mali gave"),
        (
            "guild[WHO] in togo[PLACE|WHO] and[LINK] mali[PLACE|WHO] ’ s union[WHO|BODY] gave",
            "guild_union in togo gave",
        ),
        ("guild[WHO] in lorne and[LINK] unicef[WHO] gave", "guild in lorne and unicef gave"),
        ("guild[WHO] in togo[PLACE|WHO] unicef[WHO] gave", "guild in togo unicef gave"),
        ("togo[PLACE] in mali[PLACE] and[LINK] benin[PLACE] gave", "togo in mali_benin gave"),
        # whose the last one is
        ("norad[WHO] and[LINK] togo[PLACE|WHO] ’ s ministry[WHO|BODY] gave", "norad_ministry gave"),
        ("norad[WHO] and[LINK] togo[PLACE|WHO] ’ s ministry gave", "norad_togo ’ s ministry gave"),
        ("norad[WHO] and[LINK] mali[WHO] ’ s ministry[WHO|BODY] gave", "norad_mali ’ s ministry gave"),
        ("norad[WHO] and[LINK] togo[PLACE|WHO] x y ministry[WHO|BODY] gave", "norad_togo x y ministry gave"),
        # givers without a name
        ("norad[WHO] ,[LINK] fao[WHO] and[LINK] anonymous[MANY] donors", "norad_fao and anonymous donors"),
        ("norad[WHO] ,[LINK] fao[WHO] and[LINK] an old anonymous[MANY] donor", "norad_fao and an old anonymous donor"),
        (
            "norad[WHO] ,[LINK] fao[WHO] and[LINK] one very old anonymous[MANY] donor",
            "norad , fao and one very old anonymous donor",
        ),
        # whom a sentence opens with is none of those who do what follows
        (
            "through[PREP] guild[WHO] ,[LINK] union[WHO] and[LINK] league[WHO] gave[GIVE]",
            "through guild , union_league gave",
        ),
        (
            "with[PREP] eur3[MONEY] from[PREP] guild[WHO] ,[LINK] union[WHO] and[LINK] league[WHO] build[RUN]",
            "with eur3 from guild , union_league build",
        ),
        (
            "it gave[GIVE] eur3[MONEY] from[PREP] guild[WHO] ,[LINK] union[WHO] and[LINK] league[WHO] build[RUN]",
            "it gave eur3 from guild_union_league build",
        ),
        (
            "through[PREP] guild[WHO] ,[LINK] union[WHO] and[LINK] league[WHO] ,[LINK]",
            "through guild_union_league ,",
        ),
    ],
)
def test_names_in_a_list_are_one_phrase(told: str, listed: str) -> None:
    assert texts(_listed(phrases(told))) == listed


def test_a_list_runs_from_its_first_name_to_its_last() -> None:
    _, one, _ = _listed(phrases("in togo[PLACE] and[LINK] mali[PLACE] now"))
    assert (one.start, one.end, one.kinds) == (3, 16, {"PLACE", "LIST"})
    bare = phrases("in togo[PLACE] now")
    assert _listed(bare)[1] is bare[1]
    alone, _ = _listed(phrases("guild[WHO] ( pg[WHO] ) gave"))
    assert (alone.end, alone.kinds) == (12, {"WHO"})


def members(told: str, at: int = 0, **known: Mention) -> tuple[str, int]:
    found, end = _members(phrases(told, **known), at)
    return texts(found), end


@pytest.mark.parametrize(
    ("told", "found", "end"),
    [
        ("togo[PLACE]", "togo", 1),
        ("togo[PLACE] and[LINK]", "togo", 1),
        ("togo[PLACE] and[LINK] mali[PLACE]", "togo mali", 3),
        ("togo[PLACE] and[LINK] mali", "togo", 1),
        ("togo[PLACE] and[LINK] guild[WHO]", "togo", 1),
        ("guild[WHO|LINK] and[LINK] mali[PLACE|LINK]", "guild", 1),  # alike in no class that lists have
        ("togo[PLACE] mali[PLACE]", "togo", 1),
        ("togo[PLACE] the[LINK] mali[PLACE]", "togo", 1),  # an article alone links nothing
        ("togo[PLACE] both[LINK] mali[PLACE]", "togo", 1),
        ("togo[PLACE] in[LINK] mali[PLACE]", "togo", 1),
        # so many words lie between two names
        ("guild[WHO] , and both the union[WHO]", "guild union", 6),
        ("guild[WHO] , and both the the union[WHO]", "guild", 1),
        # a comma and "and", and a clause
        ("togo[PLACE] ,[LINK] and[LINK] mali[PLACE] gave[GIVE]", "togo", 1),
        ("togo[PLACE] ,[LINK] and[LINK] mali[PLACE] now", "togo mali", 4),
        ("togo[PLACE] and[LINK] mali[PLACE] gave[GIVE]", "togo mali", 3),
        ("togo[PLACE] ,[LINK] mali[PLACE] gave[GIVE]", "togo mali", 3),
        ("togo[PLACE] ,[LINK] mali[PLACE] ,[LINK] and[LINK] chad[PLACE] gave[GIVE]", "togo mali chad", 6),
        # closed by its "and"
        ("togo[PLACE] and[LINK] mali[PLACE] ,[LINK] chad[PLACE]", "togo mali", 3),
        ("togo[PLACE] and[LINK] mali[PLACE] and[LINK] chad[PLACE]", "togo mali chad", 5),
        ("togo[PLACE] ,[LINK] mali[PLACE] ,[LINK] chad[PLACE]", "togo mali chad", 5),
        ("togo[PLACE] and[LINK] mali[PLACE] ,[LINK] the[LINK] chad[PLACE]", "togo mali", 3),
        # an abbreviation, a remark
        ("guild[WHO] ( pg[WHO] ) and[LINK] union[WHO]", "guild union", 6),
        ("guild[WHO] ( pg[WHO] ) gave", "guild", 4),
        ("togo[PLACE] ( since 2020 ) and[LINK] mali[PLACE]", "togo mali", 7),
        ("togo[PLACE] ( since 2020 ) now", "togo", 1),
        ("lorne[PLACE] ( togo[PLACE] ) now", "lorne togo", 4),
        ("togo[PLACE] and[LINK] ,[LINK] in[PREP] 2020 ,[LINK] mali[PLACE]", "togo mali", 7),
    ],
)
def test_the_names_of_a_list(told: str, found: str, end: int) -> None:
    assert members(told) == (found, end)


def test_a_label_before_names_of_a_list() -> None:
    assert members(":[X] guild[WHO] ; union[WHO] .", 1) == ("guild union", 4)
    assert members("x guild[WHO] ; union[WHO] .", 1) == ("guild", 2)
    assert members("guild[WHO] ; union[WHO] .", 0) == ("guild", 1)
    assert members("guild[WHO] ; union[WHO] :", 0) == ("guild", 1)
    assert members("guild[WHO] ; union[WHO] ; :", 0) == ("guild", 1)


def test_a_region_tells_where_a_list_lies() -> None:
    pacific = country(None, "region")
    assert members("fiji[PLACE] in pacific now", pacific=pacific) == ("fiji", 3)
    assert members("fiji[PLACE] in the pacific and[LINK] togo[PLACE]", pacific=pacific) == ("fiji togo", 6)


@pytest.mark.parametrize(
    ("told", "at", "after"),
    [
        ("and , in[PREP] 2020 , mali", 2, 5),
        ("and , in[PREP] 2020 , the mali", 2, 6),
        ("and , in[PREP] 2020 ,", 2, 5),
        ("and , in[PREP] 2020 ) mali", 2, 2),
        ("and and ( in[PREP] 2020 ) mali", 2, 6),
        ("and and ( in[PREP] 2020 , mali", 2, 2),
        ("and ( in[PREP] 2020 ) mali", 2, 5),
        ("and and , in[PREP] 2020 , mali", 2, 2),
        ("and , 2020[TIME] , mali", 2, 4),
        ("and , begun[BEGIN] , mali", 2, 4),
        ("and , gave , mali", 2, 2),
        ("and , in[PREP] oslo[PLACE] , mali", 2, 2),
        ("and , by[PREP] guild[WHO] , mali", 2, 2),
        ("and , of[PREP] 3[MONEY] , mali", 2, 2),
        ("and , in[PREP] 2020 , oslo[PLACE] x", 2, 5),
        ("and , in[PREP] b c d e , mali", 2, 8),
        ("and , in[PREP] b c d e f , mali", 2, 2),
        ("and , , mali", 2, 2),
        ("and ,", 2, 2),
        ("and and", 2, 2),
    ],
)
def test_what_stands_between_marks_before_the_last_name(told: str, at: int, after: int) -> None:
    assert _after_aside(phrases(told), at) == after


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        ("togo[PLACE] and[LINK] mali[PLACE]", True),
        ("togo[PLACE] ,[LINK] mali[PLACE]", False),
        ("togo[PLACE] ,[LINK] the[LINK] mali[PLACE]", False),
        ("togo[PLACE] ;[LINK] mali[PLACE]", False),
        ("togo[PLACE] ,[LINK] in[LINK] mali[PLACE]", False),
        ("togo[PLACE] ,[LINK] mali[PLACE] ,[LINK] chad[PLACE]", True),
        ("guild[WHO] ,[LINK] union[WHO] ,[LINK] league[WHO]", False),
        ("guild[WHO] ,[LINK] togo[PLACE] ,[LINK] chad[PLACE]", False),
        ("guild[WHO] ,[LINK] union[WHO] ,[LINK] and[LINK] league[WHO]", True),
    ],
)
def test_names_are_a_list_where_more_than_a_comma_joins_them(told: str, is_one: bool) -> None:
    named = phrases(told)
    own = [phrase for phrase in named if "LINK" not in phrase.kinds]
    assert _is_list(named, 0, own, len(named)) is is_one


@pytest.mark.parametrize(
    ("after", "is_one"),
    [
        ("and other donors[MANY]", True),
        ("and an anonymous donor[DONORS]", True),
        ("and a very shy donor[DONORS]", False),
        ("and", False),
        (", other donors[MANY]", False),
        ("and other ports", False),
    ],
)
def test_givers_without_names_end_a_list(after: str, is_one: bool) -> None:
    named = phrases(f"guild[WHO] ,[LINK] union[WHO] {after}")
    assert _is_list(named, 0, named[:3:2], 3) is is_one


def test_names_that_fill_a_cell_are_a_list_where_they_are_more_than_two() -> None:
    three = phrases("x[CELL] guild[WHO] ,[LINK] union[WHO] ,[LINK] league[WHO] y[CELL]")
    assert _is_list(three, 1, three[1:6:2], 6)
    assert not _is_list(three[:6], 1, three[1:4:2], 4)
    two = phrases("x[CELL] guild[WHO] ,[LINK] union[WHO] y[CELL]")
    assert not _is_list(two, 1, two[1:4:2], 4)
    apart = phrases("x guild[WHO] ,[LINK] union[WHO] ,[LINK] league[WHO] y[CELL]")
    assert not _is_list(apart, 1, apart[1:6:2], 6)


def test_names_after_a_label_are_a_list() -> None:
    named = phrases(": guild[WHO] ,[LINK] union[WHO]")
    assert _is_list(named, 1, named[1::2], 4)
    named = phrases("guild[WHO] ,[LINK] union[WHO] :")
    assert not _is_list(named, 0, named[:3:2], 3)


@pytest.mark.parametrize(
    ("of_one", "kind", "is_one"),
    [("TGO", "place", True), ("TGO", "country", False), ("MLI", "place", False)],
)
def test_a_place_and_its_country_are_a_list(of_one: str, kind: str, is_one: bool) -> None:
    named = phrases("lorne[PLACE] , togo[PLACE]", lorne=country(of_one, kind), togo=country("TGO"))
    assert _is_list(named, 0, named[::2], 3) is is_one


@pytest.mark.parametrize(
    ("told", "is_link"),
    [
        (", union[WHO]", False),
        ("guild[WHO] , union[WHO]", True),
        ("guild[WHO] and union[WHO]", True),
        ("guild[WHO] paid union[WHO]", False),
        ("guild[WHO] / union[WHO]", False),
        ("togo[PLACE] / mali[PLACE]", True),
        ("togo[PLACE] ) mali[PLACE]", True),
        ("togo[PLACE] northern[MOD] mali[PLACE]", True),
        ("guild[WHO] northern[MOD] union[WHO]", False),
        ("togo[PLACE] ; mali[PLACE] gave", False),
        ("togo[PLACE] ; and mali[PLACE]", True),
        ("togo[PLACE] ; mali[PLACE]", True),
        ("togo[PLACE] ; mali[PLACE] ; x", True),
        ("togo[PLACE] ; mali[PLACE] . x", True),
        ("togo[PLACE] ; mali[PLACE] , x", True),
        ("togo[PLACE] ; mali[PLACE] ) x", True),
        ("togo[PLACE] ; mali[PLACE] ( x", False),
        ("togo[PLACE] ; mali[PLACE] and x", False),
        ("togo[PLACE] ;", True),
        ("guild[WHO] ; union[WHO]", False),
    ],
)
def test_what_may_stand_between_two_names(told: str, is_link: bool) -> None:
    named = phrases(told)
    assert _links(named, 1, named[0], is_labelled=False) is is_link
    if ";" in told:
        labelled = phrases(told.replace("PLACE", "WHO"))
        of_places = phrases(told.replace("WHO", "PLACE"))
        assert _links(labelled, 1, labelled[0], is_labelled=True) is _links(
            of_places, 1, of_places[0], is_labelled=False
        )


def test_an_abbreviation_in_brackets() -> None:
    assert _short_name(phrases("a ( pg[WHO] ) b"), 1) == 4
    assert _short_name(phrases("a ( pg[WHO] )"), 1) == 4
    assert _short_name(phrases("a ( pg[WHO|PLACE] )"), 1) is None
    assert _short_name(phrases("a ( pg )"), 1) is None
    assert _short_name(phrases("a ( pg[WHO] ,"), 1) is None
    assert _short_name(phrases("a , pg[WHO] )"), 1) is None
    assert _short_name(phrases("a ( pg[WHO]"), 1) is None
    assert _short_name(phrases("a ("), 1) is None


def test_an_abbreviation_is_that_of_one_name() -> None:
    guild, union, league = phrases("guild[WHO] union[WHO] league[WHO]")
    several = guild._replace(actors=guild.actors + union.actors)
    assert [actor.short for actor in _with_short_name(guild, union).actors] == ["union"]
    (listed,) = _listed(phrases("guild[WHO] and[LINK] union[WHO] ( ul[WHO] )"))
    assert [actor.short for actor in listed.actors] == ["", "ul"]
    assert _with_short_name(several, league) is several
    assert _with_short_name(guild, several) is guild
    assert _with_short_name(guild, league._replace(actors=())) is guild


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("fiji[PLACE] in pacific", 3),
        ("fiji[PLACE] in the pacific", 4),
        ("fiji[PLACE] in a pacific", None),
        ("fiji[PLACE] of pacific", None),
        ("fiji[WHO] in pacific", None),
        ("fiji[PLACE] in togo", None),
        ("fiji[PLACE] in the", None),
        ("fiji[PLACE] in", None),
    ],
)
def test_the_region_in_which_places_lie(told: str, end: int | None) -> None:
    named = phrases(told, pacific=country(None, "region"), togo=country("TGO"))
    assert _region(named, 1, named[0]) == end


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("togo[PLACE] ( since 2020 ) and", 5),
        ("togo[PLACE] ( since 2020 )", 5),
        ("togo[PLACE] ( ) and", 3),
        ("togo[PLACE] ) ( and", None),
        ("togo[WHO] ( since 2020 ) and", 5),
        ("togo[WHO] ( mali[PLACE] ) and", None),
        ("togo[WHO] ( guild[WHO] ) and", None),
        ("togo[PLACE] ( since 2020 and", None),
        ("togo[PLACE] ( a 3[MONEY] ) and", None),
        ("togo[PLACE] ( 3[MONEY] ) and", None),
        ("togo[PLACE] ( a ) 3[MONEY]", 4),
        ("togo[PLACE] ( a b c d e f g h i j )", 13),
        ("togo[PLACE] ( a b c d e f g h i j k )", None),
    ],
)
def test_a_short_remark_in_brackets(told: str, end: int | None) -> None:
    named = phrases(told)
    assert _gloss(named, 1, named[0]) == end


@pytest.mark.parametrize(
    ("told", "at", "kinds"),
    [
        ("since x[BE] , now", 2, {"BREAK"}),
        ("its grant[GIVE|GIFT]", 1, {"GIFT"}),
        ("guild[WHO] grant[GIVE|GIFT]", 1, {"GIVE", "GIFT", "ACTIVE"}),
        ("plans[EXPECT] to", 0, {"EXPECT"}),
        ("plans[EXPECT] and", 0, set()),
        ("hoping[EXPECT] and", 0, {"EXPECT"}),
        ("gave[GIVE] by", 0, {"GIVE", "PASSIVE"}),
        ("gave[GIVE] to", 0, {"GIVE", "ACTIVE"}),
        ("eur3[GIVE|MONEY] by", 0, {"GIVE", "MONEY"}),
        ("guild[WHO] gave", 0, {"WHO", "SUBJ"}),
        ("to guild[WHO] gave", 1, {"WHO"}),
        ("port_fund[BODY] gave", 0, {"BODY", "FUNDBODY"}),
        ("port_bank[BODY] gave", 0, {"BODY"}),
        ("port_fund[PLACE] gave", 0, {"PLACE"}),
    ],
)
def test_what_a_phrase_is_where_it_stands(told: str, at: int, kinds: set[str]) -> None:
    assert list(_told_apart(phrases(told)))[at].kinds == kinds


@pytest.mark.parametrize(
    ("told", "at", "is_noun"),
    [
        ("the grant[GIFT]", 1, True),
        ("of_the grant[GIFT]", 1, True),
        ("the_port grant[GIFT]", 1, False),
        ("the project[PROJECT]", 1, True),
        ("the give[GIVE]", 1, False),
        ("x grant[GIFT]", 1, False),
        ("grant[GIFT]", 0, False),
        ("grant[GIFT] the", 0, False),
        ("grant[GIFT] for", 0, True),
        ("x grant[GIFT] y for", 1, False),
    ],
)
def test_what_is_given_is_no_giving(told: str, at: int, is_noun: bool) -> None:
    assert _is_noun(phrases(told), at) is is_noun


@pytest.mark.parametrize(
    ("told", "leads"),
    [
        ("plans to give", True),
        ("plans a to give", False),
        ("to plans give", False),
        ("plans 3[MONEY]", True),
        ("plans a b 3[MONEY]", True),
        ("plans a b c 3[MONEY]", False),
        ("plans", False),
    ],
)
def test_what_is_planned_follows_a_plan(told: str, leads: bool) -> None:
    named = phrases(told)
    assert _leads_on(named, [phrase.text for phrase in named].index("plans")) is leads


@pytest.mark.parametrize(
    ("told", "at", "is_passive"),
    [
        ("given by x", 0, True),
        ("given to x", 0, False),
        ("given", 0, False),
        ("x , given with y", 2, True),
        ("x ( given from y", 2, True),
        ("x : given from y", 2, False),
        (", given x with", 1, False),
        ("given with ,", 0, False),
        ("x , given to y", 2, False),
        (", given from x", 1, True),
        ("was[BE] given x", 1, True),
        ("was[BE] giving x", 1, False),
        ("was[BE] a b given x", 3, True),
        ("was[BE] a b c given x", 4, False),
        ("given was[BE] x", 0, False),
        ("a given was[BE]", 1, False),
    ],
)
def test_a_giving_is_passive(told: str, at: int, is_passive: bool) -> None:
    assert _is_passive(phrases(told), at) is is_passive


@pytest.mark.parametrize(
    ("told", "free"),
    [
        ("guild[WHO]", True),
        ("to guild[WHO]", False),
        ("gave guild[WHO]", True),
        ("to the guild[WHO]", False),
        ("to irish[DEMONYM] guild[WHO]", False),
        ("to expand guild[WHO]", False),
        ("to expand the guild[WHO]", False),
        ("to , guild[WHO]", True),
        ("to which guild[WHO]", True),
        ("x expand guild[WHO]", True),
        ("expand guild[WHO]", True),
        ("by union ’ s guild[WHO]", False),
        ("by x union ’ s guild[WHO]", True),
        ("for governments of guild[WHO]", False),
        ("x governments of guild[WHO]", True),
        ("in togo[PLACE] and lorne[NAME|WHO]", False),
        ("in togo[PLACE] and guild[WHO]", True),
        ("guild[NAME|WHO] initiative[PROJECT]", False),
    ],
)
def test_a_name_that_nothing_governs(told: str, free: bool) -> None:
    named = phrases(told)
    at = next(i for i, phrase in enumerate(named) if "WHO" in phrase.kinds)
    assert is_free(named, at) is free


def test_the_name_of_a_project() -> None:
    assert names_a_project(phrases("reach[NAME] initiative[PROJECT]"), 0)
    assert not names_a_project(phrases("reach initiative[PROJECT]"), 0)
    assert not names_a_project(phrases("reach[NAME] initiative"), 0)
    assert not names_a_project(phrases("initiative[PROJECT] reach[NAME]"), 1)
    assert not names_a_project(phrases("reach[NAME] new initiative[PROJECT]"), 0)
    assert names_a_project(phrases("hiv[NAME] / aids[NAME] programme[PROJECT]"), 0)
    assert not names_a_project(phrases("hiv[NAME] and aids[NAME] programme[PROJECT]"), 0)
    assert not names_a_project(phrases("hiv[NAME] / new programme[PROJECT]"), 0)


@pytest.mark.parametrize(
    ("told", "steps"),
    [
        ("x union ’ s", 3),
        ("’ s", 0),
        ("x ’ s", 3),
        ("x y s", 0),
        ("x ’ union", 0),
        ("’ x s", 0),
        ("governments of", 2),
        ("x of", 0),
        ("of", 0),
        ("governments to", 0),
        ("x the", 1),
        ("x irish[DEMONYM]", 1),
        ("the 2018[YEAR]", 2),
        ("x 2018[YEAR]", 0),
        ("x y", 0),
    ],
)
def test_what_may_stand_before_a_subject(told: str, steps: int) -> None:
    named = phrases(told)
    assert _before_subject(named, len(named) - 1) == steps
    assert owns(named, len(named) - 1) is (steps == 3)


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        ("in togo[PLACE] and lorne[NAME]", True),
        ("x in togo[PLACE] and lorne[NAME]", True),
        ("by togo[PLACE] and lorne[NAME]", False),
        ("in togo and lorne[NAME]", False),
        ("in togo[PLACE] , lorne[NAME]", False),
        ("in togo[PLACE] and lorne", False),
        ("togo[PLACE] and lorne[NAME]", False),
    ],
)
def test_a_name_that_ends_a_list_of_places(told: str, ends: bool) -> None:
    named = phrases(told)
    assert _ends_places(named, len(named) - 1) is ends


@pytest.mark.parametrize(
    ("told", "comma"),
    [
        ("since x[BE] , now", 2),
        ("since[GIVE] , now , then", 1),
        ("since x[HAVE] , now", 2),
        ("since x[GET] , now", 2),
        ("since x , now[BE]", None),
        ("since x[BE] now", None),
        ("x since[BE] , now", None),
        (", since[BE] now", None),
    ],
)
def test_the_comma_that_ends_an_opening_clause(told: str, comma: int | None) -> None:
    assert _end_of_opening(phrases(told)) == comma
    assert _end_of_opening([]) is None


def test_a_verb_after_a_name_opens_a_clause() -> None:
    assert _is_subject(phrases("togo gave[GIVE]"), 0)
    assert not _is_subject(phrases("togo now gave[GIVE]"), 0)
    assert not _is_subject(phrases("gave[GIVE] togo"), 1)
    assert not _is_subject(phrases("gave[GIVE] togo now"), 1)
