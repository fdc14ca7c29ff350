"""Rows of projects, of tables and of grants, and what each value was read from."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.language.lexicon import spoken
from pipeline.mentions.passages import read_section
from pipeline.model import (
    Context,
    Country,
    Document,
    Doubt,
    Evidence,
    Money,
    Organisation,
    Paragraph,
    Profile,
    Project,
    Quantity,
    Section,
    Span,
)
from pipeline.relate import _above, _as_giver, _filled, _share_with_wholes, relate
from pipeline.relate.actors import Donor
from pipeline.relate.evidence import Read, values
from pipeline.relate.grantors import _known_before, grantors
from pipeline.relate.grants import _stands_apart, grants
from pipeline.relate.lists import sentences
from pipeline.relate.projects import (
    _differ,
    is_of_people,
    merged,
    people,
    place_reads,
)
from pipeline.relate.projects import (
    _filled as filled_from,
)
from pipeline.relate.related import Related
from tests.relate.records import actors, all_played, country, money, outcome, played, read, sentence, time, with_roles
from tests.relate.test_tables import Part, profile, section_of

IRELAND = Donor("Ireland", "IRL")


def related(text: str, heading: str = "", kind: str = "project", **told: object) -> Related:
    reading = read(text, heading, kind=kind, **told)
    with spoken("en"):
        return Related("sample", IRELAND, reading, sentences(reading), [])


# ------------------------------------------------------------------------------------------------------- whole profiles


def test_what_is_told_of_an_amount_is_told_of_it_in_another_currency() -> None:
    whole, same = with_roles("eur3[MONEY] usd4[MONEY]", "share same")
    same.of, whole.flow, same.period = whole, "core", "2020"
    same.time = time("2020")
    _share_with_wholes([whole, same])
    assert (whole.flow, same.flow) == ("core", "core")
    assert (whole.period, same.period, whole.time) == ("2020", "2020", same.time)
    whole, same = with_roles("eur3[MONEY] usd4[MONEY]", "share same")
    same.of, same.flow, whole.period = whole, "core", "2020"
    _share_with_wholes([whole, same])
    assert (whole.flow, same.flow, same.period) == ("core", "core", "2020")
    whole, same = with_roles("eur3[MONEY] usd4[MONEY]", "share same")
    same.of, same.flow, whole.flow, whole.period, same.period = whole, "core", "other", "2020", "2021"
    _share_with_wholes([whole, same])
    assert (whole.flow, same.flow, whole.period, same.period) == ("other", "core", "2020", "2021")


def test_a_part_is_given_when_the_whole_is() -> None:
    for doubts, sum_, own, found in (
        ((), False, None, "2020"),
        ((Doubt("period", "x"),), False, None, None),
        ((), True, None, None),
        ((), False, "2021", "2021"),
    ):
        whole, part = with_roles("eur3[MONEY] eur2[MONEY]", "share part")
        whole.period, whole.time = "2020", time("2020")
        whole.told = played("eur3[MONEY]", 0, *(["sum"] if sum_ else [])).told
        part.of, part.period, part.doubts = whole, own, doubts
        _share_with_wholes([whole, part])
        assert part.period == found
        assert (part.time is whole.time) is (found == "2020")
    whole, share = with_roles("eur3[MONEY] eur2[MONEY]", "share share")
    whole.period, share.of = "2020", whole
    _share_with_wholes([whole, share])
    assert share.period is None


def test_the_money_that_is_filled() -> None:
    (amount,) = all_played("eur3000[MONEY]")
    amount.role, amount.flow, amount.period, amount.givers = "share", None, "2020", actors("ada")
    amount.doubts = (Doubt("funder", "x"),)
    own = replace(amount.money, doubts=(Doubt("currency", "y"),))
    found = _filled(own, {0: amount}, in_project=True)
    assert (found.role, found.flow, found.period, found.funder) == ("share", "project", "2020", "ada")
    assert [doubt.field for doubt in found.doubts] == ["currency", "funder"]
    assert _filled(own, {0: amount}, in_project=False).flow is None
    assert _filled(own, {}, in_project=True) == own
    amount.flow = "core"
    assert _filled(own, {0: amount}, in_project=True).flow == "core"
    amount.flow, amount.role = None, "part"
    assert _filled(own, {0: amount}, in_project=True).flow is None
    for role, givers, funder in (
        ("share", "ada leo", None),
        ("share", "", None),
        ("part", "ada", "ada"),
        ("needed", "ada", None),
        ("spent", "ada", None),
        (None, "ada", "ada"),
    ):
        amount.role, amount.givers = role, actors(*givers.split())  # type: ignore[assignment]
        assert _filled(own, {0: amount}, in_project=True).funder == funder
    (whole,) = all_played("eur9[MONEY]")
    whole.givers = actors("leo")
    amount.role, amount.of, amount.givers = "same", whole, actors("ada")
    assert _filled(own, {0: amount}, in_project=True).funder == "leo"
    amount.role = "part"
    assert _filled(own, {0: amount}, in_project=True).funder == "ada"
    amount.role, amount.of = "same", None
    assert _filled(own, {0: amount}, in_project=True).funder == "ada"


def test_a_country_that_labels_its_gift_benefits_by_other_words_alone() -> None:
    togo = country("TGO", role="beneficiary")
    assert _as_giver(togo, {0}).role == "mentioned"  # type: ignore[attr-defined]
    assert _as_giver(togo, {1}) is togo
    donor = country("IRL", role="donor")
    assert _as_giver(donor, {0}) is donor
    assert _as_giver(money("3"), {0}) == money("3")


def test_the_sections_above_one() -> None:
    part, reading = related("It is so."), read("It is so.")
    sections = {
        id_: part._replace(reading=replace(reading, section=Section(id_, 1, "other", id_, "", (), parent=parent)))
        for id_, parent in (("a", ""), ("b", "a"), ("c", "b"), ("d", "gone"))
    }
    assert [one.reading.section.id for one in _above(sections["c"], sections)] == ["b", "a"]
    assert list(_above(sections["a"], sections)) == []
    assert list(_above(sections["d"], sections)) == []


def contributed(text: str, heading: str = "Ireland’s contributions") -> list[tuple[str | None, int, str, str | None]]:
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    section = Section("s-1", 1, "contributions", heading, text, ())
    title = read_section(Section("", 0, "front", "", "Ireland", ()), Context())
    found = relate(document, [read_section(section, Context(donor="IRL"))], title)
    return [(c.funder, int(c.amount or 0), c.kind, c.period) for c in found.contributions]


def test_contributions_of_a_section() -> None:
    assert contributed("In 2020, Ireland gave EUR 3 million of core funds.") == [("Ireland", 3_000_000, "core", "2020")]
    assert contributed("Ireland gave EUR 3 million.", "Ireland’s contributions in 2021") == [
        ("Ireland", 3_000_000, "other", "2021")
    ]
    assert contributed("EUR 3 million is needed.") == []
    assert contributed("Ireland gave EUR 0.") == []
    assert contributed("In 2021, all paid. Ireland gave EUR 3 million.", "Ireland’s contributions of core funds") == [
        ("Ireland", 3_000_000, "core", None)
    ]


def test_a_projects_money_is_of_no_kind_or_time_that_its_heading_tells() -> None:
    found = projects("Ireland gave EUR 3 million to the project.", "Core support to ports, 2020")
    assert [(f.mention.flow, f.mention.period) for f in found.findings if isinstance(f.mention, Money)] == [
        ("project", None)
    ]


# ------------------------------------------------------------------------------------------------------------ projects


SECTION = Section("s", 1, "project", "Ports", "", ())


def row(title: str, id_: str = "", amount: int | None = None, **told: object) -> Project:
    """A project of which this is told, and no more."""
    many = ("funders", "partners", "countries", "groups", "places", "beneficiaries", "evidence", "doubts")
    one = ("amount_max", "currency", "qualifier", "start", "end", "duration", "money")
    fields: dict[str, object] = {**dict.fromkeys(many, ()), **dict.fromkeys(one), **told}
    fields["amount"] = Decimal(amount) if amount is not None else None
    return Project(id=id_ or title, section=SECTION, title=title, **fields)  # type: ignore[arg-type]


def test_a_project_that_a_list_names_too_is_one() -> None:
    own, listed = row("Ports"), row("ports", "row", 3, currency="EUR", start="2020")
    (one,) = merged([own, listed])
    assert (one.id, one.amount, one.currency, one.start) == ("Ports", 3, "EUR", "2020")
    (one,) = merged([listed, own])
    assert (one.id, one.amount) == ("Ports", 3)
    assert len(merged([own, row("Tugs", "row", 3)])) == 2
    two = merged([replace(own, amount=Decimal(4), currency="EUR"), listed])
    assert [(project.id, project.amount) for project in two] == [("Ports", 4), ("row", 3)]
    assert [project.id for project in merged([row("Tugs"), own, listed])] == ["Tugs", "Ports"]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ((3, "EUR"), (3, "EUR"), False),
        ((3, "EUR"), (4, "EUR"), True),
        ((3, "EUR"), (3, "USD"), True),
        ((None, None), (3, "EUR"), False),
        ((3, "EUR"), (None, None), False),
    ],
)
def test_two_amounts_are_two_projects(one: tuple[int, str], other: tuple[int, str], differ: bool) -> None:
    first, second = (row("Ports", amount=amount, currency=currency) for amount, currency in (one, other))
    assert _differ(first, second) is differ


def test_what_a_section_does_not_tell_a_list_does() -> None:
    project = row("Ports", start="2020", doubts=(Doubt("amount", "own"), Doubt("start", "own")))
    listed = row("Ports", "row", 3, end="2022", funders=("ada",), doubts=(Doubt("amount", "row"), Doubt("end", "row")))
    found = filled_from(project, listed)
    assert (found.amount, found.start, found.end, found.funders) == (3, "2020", None, ("ada",))
    assert [(doubt.field, doubt.reason) for doubt in found.doubts] == [("start", "own"), ("amount", "row")]
    amount, end = (Evidence(field, field, "m-1", "cell", SECTION, Span(0, 1)) for field in ("amount", "end"))
    assert filled_from(project, replace(listed, evidence=(amount, end))).evidence == (amount,)


def test_countries_groups_and_places() -> None:
    part = related("It is so.")

    def told(*countries: Country) -> list[tuple[str, object]]:
        return [(one.field, one.value) for one in place_reads([(part, one) for one in countries])]

    togo, lome = country("TGO", name="Togo"), country("TGO", "place", name="Lomé")
    asean = country(None, "group", name="ASEAN")
    people_ = country("TGO", "demonym", name="Togolese")
    assert told(togo) == [("countries", "TGO")]
    assert told(people_) == [("countries", "TGO")]
    assert told(lome) == [("countries", "TGO"), ("places", "Lomé")]
    assert told(togo, lome) == [("countries", "TGO"), ("places", "Lomé")]
    assert told(people_, lome) == [("countries", "TGO"), ("places", "Lomé")]
    assert told(asean) == [("groups", "ASEAN")]
    assert told(asean, lome) == [("groups", "ASEAN"), ("countries", "TGO"), ("places", "Lomé")]
    assert told(country(None, name="Congo"), lome) == [("countries", None), ("countries", "TGO"), ("places", "Lomé")]
    again = Country(text="Lome", char_start=9, char_end=13, kind="place", rule="", name="Lomé", iso3="TGO")
    assert told(lome, again) == [("countries", "TGO"), ("places", "Lomé")] * 2
    assert told(again, lome)[1] == ("places", "Lome")


def counted(unit: str, value: int = 400, value_max: int | None = None) -> Quantity:
    most = Decimal(value_max) if value_max is not None else None
    return Quantity(text="", char_start=0, char_end=0, rule="", value=Decimal(value), value_max=most, unit=unit)


def test_people_who_are_counted() -> None:
    with spoken("en"):
        assert is_of_people(counted("women"))
        assert is_of_people(counted("young Women"))
        assert not is_of_people(counted("ports"))
    assert people(counted("women")) == "400 women"
    assert people(counted("women", 400, 500)) == "400-500 women"
    assert people(counted("women", 400, 0)) == "400-0 women"


def projects(text: str, heading: str = "Ports of Togo", kind: str = "project") -> Profile:
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    title = read_section(Section("", 0, "front", "", "Ireland", ()), Context())
    section = Section("s-1", 1, kind, heading, text, ())  # type: ignore[arg-type]
    return relate(document, [read_section(section, Context(donor="IRL"))], title)


def doubts(text: str, heading: str = "Ports of Togo") -> list[str]:
    found = [doubt for one in projects(text, heading).projects for doubt in one.doubts]
    return [f"{doubt.field}: {'+'.join(doubt.candidates)}" for doubt in found]


GIFT = "Ireland gave EUR 3 million to the project in Togo. "


def test_what_a_project_leaves_open() -> None:
    assert doubts(GIFT) == []
    assert doubts(GIFT + "They saw Mali.") == ["countries: Mali"]
    assert doubts(GIFT + "They saw Mali and Mali.") == ["countries: Mali"]
    assert doubts(GIFT + "They saw Togo.") == []
    assert doubts(GIFT + "Norad is here.") == ["funders: Norad"]
    assert doubts("Norad is here. The project is new.") == ["funders: Norad"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # bodies of which no frame tells a part: who is there to give may give, others may work along
        ("The Moss Trust and the Lorne Bank are proud of it.", ["funders: Moss Trust+Lorne Bank"]),
        ("The Port Guild is proud of it.", []),  # may be a team or a club
        ("The Port Council and UNICEF are proud of it.", ["partners: Port Council+UNICEF"]),
        ("Togo’s Ministry of Ports is proud of it.", ["partners: Ministry of Ports"]),
        ("The Port Guild drills wells.", ["partners: Port Guild"]),
        # whose part is told
        ("It is run by the Port Council. The Port Council is proud.", []),
        ("The Moss Trust gives EUR 1 million. The Moss Trust is proud.", []),
        ("They attend a course organised by UNICEF.", []),
        # no bodies: a programme, an embassy, a government, the donor’s own
        ("The Safe Ports Programme is proud of it.", []),
        ("The Norwegian Embassy and the Government of Norway are proud of it.", []),
        ("Irish Aid is proud of it.", []),
    ],
)
def test_bodies_whose_part_is_left_open(text: str, found: list[str]) -> None:
    assert [one for one in doubts(GIFT + text) if not one.startswith("c")] == found


def test_countries_that_are_counted_and_not_named() -> None:
    for text, found in (
        ("Work goes on in nine countries, including Tonga and Samoa.", ["countries: "]),
        ("Work goes on in two countries, including Tonga and Samoa.", []),
        ("Work goes on in nine countries.", []),
    ):
        told = doubts(f"Ireland gave EUR 3 million to the project. {text}", "Ports")
        assert [one for one in told if one.startswith("c")] == found


# --------------------------------------------------------------------------------------------------- rows of tables


def rows(*table: Sequence[str], heading: str = "Annex") -> list[Project]:
    return list(profile(table, heading=heading).projects)


def told(heads: str, cells: str, heading: str = "Annex") -> Project:
    (one,) = rows(heads.split("|"), cells.split("|"), heading=heading)
    return one


def test_the_amount_of_a_row() -> None:
    assert told("Project|Grant (EUR)", "Ports|3,000").amount == 3000
    assert told("Project|Grant (EUR)|Total cost (EUR)", "Ports|3,000|9,000").amount == 3000
    assert told("Project|Total cost (EUR)", "Ports|9,000").amount == 9000
    assert told("Project|Received (EUR)|Total cost (EUR)", "Ports|3,000|9,000").amount == 3000
    assert told("Project|Start|Harbours (EUR)", "Ports|2020|3,000").amount == 3000
    two = told("Project|Grant (EUR)|Contribution (EUR)", "Ports|3,000|4,000")
    assert two.amount is None
    assert [doubt.candidates for doubt in two.doubts] == [("3,000", "4,000")]
    assert told("Project|Grant (EUR)|Contribution (EUR)", "Ports|3,000|3,000").amount == 3000
    none = told("Project|Start|Grant (EUR)", "Ports|2020|")
    assert (none.amount, none.doubts) == (None, ())


def test_the_times_of_a_row() -> None:
    def times(heads: str, cells: str) -> tuple[str | None, ...]:
        one = told(f"Project|Grant (EUR)|{heads}", f"Ports|3,000|{cells}")
        return one.start, one.end, one.duration

    assert times("Start", "May 2020") == ("2020-05", None, None)
    assert times("End", "May 2020") == (None, "2020-05", None)
    assert times("Start|End", "May 2020|June 2022") == ("2020-05", "2022-06", None)
    assert times("Period", "2020–2022") == ("2020", "2022", None)
    assert times("Period", "2020") == (None, None, None)
    assert times("Duration", "three years") == (None, None, "P3Y")
    assert times("Start", "2020–2022") == ("2020", "2022", None)
    assert times("End", "2020–2022") == ("2020", "2022", None)


def test_who_funds_and_works_along_in_a_row() -> None:
    one = told("Project|Grant (EUR)|Donor|Partner", "Ports|3,000|Norway / Chad|Port Guild")
    assert (one.funders, one.partners) == (("Norway", "Chad"), ("Port Guild",))
    labelled = told("Project|Grant (EUR)|Partner", "Ports|3,000|Lead: Port Guild")
    assert labelled.partners == ()
    headed = told("Project|Grant (EUR)", "Ports|3,000", heading="Harbour Trust Fund Grants")
    assert headed.funders == ("Harbour Trust Fund",)
    named = told("Project|Grant (EUR)|Donor", "Ports|3,000|Norway", heading="Harbour Trust Fund Grants")
    assert named.funders == ("Norway",)


def test_the_column_of_the_donor_tells_what_it_gives() -> None:
    for heads in ("Of which Ireland (EUR)|Of which Malta (EUR)", "Irish grant (EUR)|Of which Malta (EUR)"):
        one = told(f"Project|Total cost (EUR)|{heads}", "Ports|9,000|3,000|4,000")
        assert (one.amount, one.funders) == (3000, ("Ireland",))


@pytest.mark.parametrize(
    ("cell", "partners"),
    [
        ("FAO and UNICEF", ("FAO", "UNICEF")),
        ("FAO, Port Guild and Lorne", ("FAO", "Port Guild", "Lorne")),
        ("Port Guild and Ferry Trust", ("Port Guild and Ferry Trust",)),  # may be one name
        ("the FAO and UNICEF teams", ("the FAO and UNICEF teams",)),
    ],
)
def test_the_partners_that_a_cell_lists(cell: str, partners: tuple[str, ...]) -> None:
    assert told("Project|Partners|Cost (EUR)", f"Ports|{cell}|3,000").partners == partners


def test_the_places_and_the_people_of_a_row() -> None:
    assert told("Project|Grant (EUR)", "How they sail in Mali to Togo|3,000").countries == ("MLI",)
    assert told("Project|Grant (EUR)|Country", "Ports|3,000|Togo").countries == ("TGO",)
    assert told("Project|Grant (EUR)|Country", "Ports in Mali|3,000|Togo").countries == ("TGO",)
    assert told("Project|Grant (EUR)", "Ports in Mali|3,000").countries == ("MLI",)
    grouped = rows(["Project", "Grant (EUR)"], ["Togo", ""], ["Ports", "3,000"])
    assert [one.countries for one in grouped] == [("TGO",)]
    assert told("Project|Grant (EUR)|Beneficiaries", "Ports|3,000|400 women").beneficiaries == ("400 women",)
    assert told("Project|Grant (EUR)|Beneficiaries", "Ports|3,000|400 ports").beneficiaries == ()


def test_a_row_without_a_name_is_no_project() -> None:
    assert [one.title for one in rows(["Project", "Grant (EUR)"], ["12", "3,000"], ["Ports", "4,000"])] == ["Ports"]


# ----------------------------------------------------------------------------------------------- grants and grantors


@pytest.mark.parametrize(
    ("before", "apart"),
    [("", True), ("  ", True), ("Done. ", True), ("Done\n", True), ("Done (", True), ("Done ", False), ("a\tb", False)],
)
def test_an_amount_that_stands_apart(before: str, apart: bool) -> None:
    assert _stands_apart(before) is apart


def granted(*parts: Part, heading: str = "Port Guild") -> list[str]:
    section = section_of(*parts, heading=heading)
    with spoken("en"):
        return [section.content[slice(*span)] for span in grants(read_section(section, Context()))]


def test_grants_are_told_below_who_gets_them() -> None:
    grant = "To dredge the harbour. $30,000"
    assert granted(grant) == [grant]
    assert granted(grant, heading="") == []
    assert granted("The harbour. $30,000") == []
    assert granted("To dredge the harbour for $30,000") == []
    assert granted(grant, "It is so.") == [grant]
    assert granted("To dredge the harbour.", "It is so. $30,000") == []


def of_grants(heading: str) -> list[str]:
    with spoken("en"):
        reading = read("It is so.", heading)
        found = list(grantors(reading, Span(0, len(heading))))
    assert all(heading[slice(*span)] == " ".join(words.split()) for words, span in found)
    return [words for words, _ in found]


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("Harbour Trust Fund Grants", ["Harbour Trust Fund"]),
        ("Harbour Union Grants", []),
        ("UNICEF Grants", ["UNICEF"]),
        ("UNICEF/FAO Grants", ["UNICEF", "FAO"]),
        ("UNICEF / FAO Grants", ["UNICEF", "FAO"]),
        ("UNICEF, FAO Grants", ["FAO"]),
        ("Norway – FAO Grants", []),
        ("Togo and FAO: Grants", []),
        ("Grants", []),
        ("Harbour Trust Fund", []),
        ("Grants from UNICEF", ["UNICEF"]),
        ("Grants from the UNICEF", ["UNICEF"]),
        ("Grants from the Harbour Trust Fund", ["Harbour Trust Fund"]),
        ("Grants from", []),
        ("Grants from the", []),
        ("Grants to UNICEF", []),
        ("Trust Fund Grants", []),
    ],
)
def test_whose_grants_a_heading_names(heading: str, named: list[str]) -> None:
    assert of_grants(heading) == named


def test_an_amount_above_what_it_is_for() -> None:
    told, purpose = "$30,000 in 2020.", "To dredge the harbour."
    assert granted(told, purpose) == [f"{told}\n\n{purpose}"]
    assert granted(told, "It is so.", purpose) == []
    assert granted(f"In all {told}", purpose) == []


def test_bodies_that_slashes_join() -> None:
    assert of_grants("FAO/UNICEF grants") == ["FAO", "UNICEF"]
    assert of_grants("FAO / UNDP / UNICEF grants") == ["FAO", "UNDP", "UNICEF"]
    content = "UNICEF/ FAO and UNDP "
    bodies = [
        Organisation(text=word, char_start=start, char_end=start + len(word), kind="multilateral", rule="", name=word)
        for word in ("UNICEF", "FAO", "UNDP")
        for start in [content.index(word)]
    ]
    known = {body.char_end: body for body in bodies}
    assert [body.name for body in _known_before(content, 11, known)] == ["UNICEF", "FAO"]
    assert [body.name for body in _known_before(content, 12, known)] == ["UNICEF", "FAO"]
    assert [body.name for body in _known_before(content, len(content), known)] == []
    assert _known_before(content, 15, known) == []


# ------------------------------------------------------------------------------------------------------------ evidence


def test_values_each_once() -> None:
    part = related("It is so.")
    told = (("a", "x"), ("b", "y"), ("a", "x"), ("a", ""), ("a", "z"))
    reads = [Read(field, value, part, Span(0, 2)) for field, value in told]
    assert values(reads, "a") == ("x", "z")


def test_what_the_values_of_a_project_were_read_from() -> None:
    (one,) = projects(GIFT + "It trained 400 women. It began in May 2020.").projects
    told = {(item.field, item.value): (item.source.partition("-")[0], item.basis) for item in one.evidence}
    assert told["title", "Ports of Togo"] == ("", "heading")
    assert told["amount", Decimal(3_000_000)][1] == "statement"
    assert told["countries", "TGO"][1] == "heading"
    assert told["start", "2020-05"][1] == "statement"
    assert told["beneficiaries", "400 women"][1] == "statement"
    sources = {item.field: item.source for item in one.evidence}
    (of_money,) = [f.id for f in projects(GIFT).findings if isinstance(f.mention, Money)]
    assert sources["amount"] == of_money
    assert len({sources[field] for field in ("amount", "start", "beneficiaries", "funders")}) == 4


def test_points_of_a_list_are_projects() -> None:
    content = "Projects in Togo\n\nSafe ports: EUR 3 million\n\nClean tugs, since 2020\n\nDry quays"
    blocks, start = [], len("Projects in Togo\n\n")
    for text in content.split("\n\n")[1:]:
        blocks.append(Paragraph(Span(start, start + len(text)), item=True))
        start += len(text) + 2
    section = Section("s-1", 1, "other", "Projects in Togo", content.partition("\n\n")[2], (), blocks=tuple(blocks))
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    found = relate(document, [read_section(section, Context(donor="IRL"))])
    assert [(one.title, one.amount) for one in found.projects] == [("Safe ports", 3_000_000), ("Clean tugs", None)]
    titles = [item for one in found.projects for item in one.evidence if item.field == "title"]
    assert [section.content[slice(*item.span)] for item in titles] == ["Safe ports", "Clean tugs"]


def test_roles_are_told_in_order() -> None:
    assert outcome(with_roles(sentence("eur3[MONEY] eur4[MONEY]"), "share -")) == "share -"
