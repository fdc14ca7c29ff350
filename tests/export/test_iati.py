"""One project as an activity: each element with what it rests on, and what is left out where the profile is silent."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from pipeline.export import iati
from pipeline.export.iati import Activity

ROW = {
    "document": "kenya",
    "id": "p1",
    "section": "s",
    "title": "Ports",
    "amount": Decimal(5_000_000),
    "amount_max": None,
    "currency": "EUR",
    "qualifier": "nearly",
    "funders": "Ireland",
    "partners": "ILO;Port Trust",
    "start": "2019-03",
    "end": "2021",
    "countries": "KEN;UGA",
    "groups": None,
    "links": "https://example.org/p;mailto:ann@example.org;https://example.org/a b",
    "page": 2,
}
DOCUMENT = {"document": "kenya", "file": "Kenya 1.pdf", "title": "Kenya profile", "language": "en"}
SECTION = {"text": "Port\tMombasa"}


def activity(reporter: str = "XM-DAC-1", document: dict[str, object] = DOCUMENT, **values: object) -> Activity:
    text = values.pop("text", SECTION["text"])
    return Activity({**ROW, **values}, document, {"text": text}, reporter)  # type: ignore[arg-type, dict-item]


def written(made: Activity) -> ElementTree.Element:
    element = made.element()
    assert element is not None
    return element


def told(made: Activity, element: str) -> list[tuple[str, str, str]]:
    """What the ledger says of an element."""
    return [tuple(entry[1:]) for entry in made.ledger if entry.element == element]  # type: ignore[misc]


def test_the_elements_of_an_activity() -> None:
    element = written(activity())
    assert [(each.tag, dict(each.attrib)) for each in element] == [
        ("iati-identifier", {}),
        ("reporting-org", {"ref": "XM-DAC-1", "type": "90", "secondary-reporter": "1"}),
        ("title", {}),
        ("description", {"type": "1"}),
        ("participating-org", {"role": "1"}),
        ("participating-org", {"role": "4"}),
        ("participating-org", {"role": "4"}),
        ("activity-status", {"code": "2"}),
        ("activity-date", {"type": "2", "iso-date": "2019-03-01"}),
        ("activity-date", {"type": "3", "iso-date": "2021-12-31"}),
        ("recipient-country", {"code": "KE"}),
        ("recipient-country", {"code": "UG"}),
        ("transaction", {}),
        ("document-link", {"url": "Kenya%201.pdf#page=2", "format": "application/pdf"}),
        ("document-link", {"url": "https://example.org/p", "format": "text/html"}),
    ]
    assert element.attrib == {iati.LANGUAGE: "en"}
    assert element.findtext("iati-identifier") == "XM-DAC-1-kenya-p1"
    assert [each.text for each in element.iter("narrative")] == [
        "XM-DAC-1",
        "Ports",
        "Port · Mombasa",
        "Ireland",
        "ILO",
        "Port Trust",
        "March 2019",
        "2021",
        "Kenya",
        "Uganda",
        "nearly EUR 5,000,000",
        "Ireland",
        "Kenya profile",
        "https://example.org/p",
    ]
    assert [each.attrib["code"] for each in element.iter("category")] == ["A02", "A12"]
    assert not any(each.attrib for each in element.iter("narrative")), "all are in the activity's language"


def test_a_commitment_is_on_the_first_day_of_the_project() -> None:
    (transaction,) = written(activity()).iter("transaction")
    assert [(each.tag, dict(each.attrib), each.text) for each in transaction] == [
        ("transaction-type", {"code": "2"}, None),
        ("transaction-date", {"iso-date": "2019-03-01"}, None),
        ("value", {"currency": "EUR", "value-date": "2019-03-01"}, "5000000"),
        ("description", {}, None),
        ("provider-org", {}, None),
    ]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"amount": None}, "the section states no one amount"),
        ({"amount_max": Decimal(6_000_000)}, "the section states a range, and a commitment is one amount"),
        ({"currency": None}, "the currency of the amount is open"),
        ({"start": None}, "a commitment has a day, and the section states no start to derive one from"),
        ({"start": "2019-21"}, "a commitment has a day, and the section states no start to derive one from"),
    ],
)
def test_what_is_no_commitment(values: dict[str, object], why: str) -> None:
    made = activity(**values)
    assert [*written(made).iter("transaction")] == []
    assert told(made, "transaction") == [("", "missing", why)]


@pytest.mark.parametrize(
    ("values", "tags"),
    [
        ({"qualifier": "exact"}, ["transaction-type", "transaction-date", "value", "provider-org"]),
        ({"funders": "Ireland;Malta"}, ["transaction-type", "transaction-date", "value", "description"]),
        ({"funders": None}, ["transaction-type", "transaction-date", "value", "description"]),
    ],
)
def test_parts_of_a_commitment_that_are_told(values: dict[str, object], tags: list[str]) -> None:
    (transaction,) = written(activity(**values)).iter("transaction")
    assert [each.tag for each in transaction] == tags


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"title": None}, "the section has no heading, so that the activity has no title"),
        ({"text": None}, "the section has no text, so that the activity has no description"),
        (
            {"funders": None, "partners": None},
            "the section names nobody who funds the project or carries it out",
        ),
        (
            {"start": None, "end": None},
            "the section states neither start nor end, and the schema asks for one of them",
        ),
    ],
)
def test_what_could_be_an_activity_by_invention_alone_is_left_out(values: dict[str, object], why: str) -> None:
    made = activity(**values)
    assert made.element() is None
    assert told(made, "iati-activity") == [("", "left out", why)]


@pytest.mark.parametrize("values", [{"funders": None}, {"partners": None}, {"start": None}, {"end": None}], ids=str)
def test_one_of_two_is_enough(values: dict[str, object]) -> None:
    assert activity(**values).element() is not None


def test_what_each_value_rests_on() -> None:
    made = activity()
    written(made)
    assert told(made, "reporting-org") == [("XM-DAC-1", "stated", "")]
    assert told(made, "title") == [("Ports", "stated", "")]
    assert told(made, "description") == [("Port · Mombasa", "stated", "")]
    assert told(made, "participating-org[@role=1]") == [("Ireland", "stated", "")]
    assert told(made, "participating-org[@role=4]") == [("ILO", "stated", ""), ("Port Trust", "stated", "")]
    assert told(made, "activity-date[@type=2]") == [
        ("2019-03-01", "derived", "the first day of March 2019, as stated"),
    ]
    assert told(made, "activity-date[@type=3]") == [("2021-12-31", "derived", "the last day of 2021, as stated")]
    assert [value for value, *_ in told(made, "activity-date/@type")] == ["2", "3"]
    assert told(made, "recipient-country") == [("KE", "stated", "Kenya"), ("UG", "stated", "Uganda")]
    assert [basis for _, basis, _ in told(made, "recipient-country/@percentage")] == ["missing"]
    assert told(made, "transaction/value") == [("5000000", "stated", "")]
    assert told(made, "transaction/description") == [("nearly", "stated", "how exactly the amount is stated")]
    assert told(made, "transaction/provider-org") == [("Ireland", "stated", "")]
    assert [value for value, *_ in told(made, "document-link/category")] == ["A02", "A12"]
    assert {element for element, _, basis, _ in made.ledger if basis == "missing"} == {
        *iati.NEVER_STATED,
        "recipient-country/@percentage",
    }


def test_what_a_silent_profile_leaves_missing() -> None:
    silent = {"partners": None, "end": None, "start": "2019-03-04", "countries": None, "groups": "SADC"}
    made = activity("", {**DOCUMENT, "language": None, "title": None}, **silent)
    element = written(made)
    assert (element.attrib, made.identifier) == ({}, "donor-profiles-kenya-p1")
    assert told(made, "iati-activity/@xml:lang")[0][:2] == ("", "missing")
    assert told(made, "reporting-org") == [("donor-profiles", "missing", "--reporter names it")]
    assert told(made, "participating-org[@role=4]") == [
        ("", "missing", "the section names no body that carries it out"),
    ]
    assert told(made, "activity-date[@type=2]") == [("2019-03-04", "stated", "")]
    assert told(made, "activity-date[@type=3]") == [("", "missing", "the section states no end")]
    assert told(made, "recipient-country/@percentage") == []
    (region,) = element.iter("recipient-region")
    assert (region.attrib, region.findtext("narrative")) == ({"code": "SADC", "vocabulary": "99"}, "SADC")
    assert element.findall("document-link")[0].findtext("title/narrative") == "Kenya 1.pdf"
    ours = [each.attrib for each in element.iter("narrative") if each.text in {"4 March 2019", "nearly EUR 5,000,000"}]
    assert ours == [{iati.LANGUAGE: "en"}] * 2, "our words are English, whatever the profile's are"


@pytest.mark.parametrize(
    ("countries", "groups", "missing", "shared"),
    [
        (None, None, True, False),
        ("KEN", None, False, False),
        (None, "SADC", False, False),
        ("KEN", "SADC", False, True),
    ],
)
def test_who_benefits(countries: str | None, groups: str | None, missing: bool, shared: bool) -> None:
    made = activity(countries=countries, groups=groups)
    written(made)
    nobody = ("", "missing", "the section names no country or group that benefits")
    assert (nobody in told(made, "recipient-country")) is missing
    assert bool(told(made, "recipient-country/@percentage")) is shared
