"""Whom a document is a profile of."""

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Section
from pipeline.relate import relate


@pytest.mark.parametrize(
    ("title", "heading", "text", "donor"),
    [
        ("Republic of Korea-ILO Cooperation", "", "", ("Republic of Korea", "KOR")),
        ("Irish Aid and the ILO", "", "", ("Ireland", "IRL")),
        ("The Ardmore Foundation and the ILO", "", "", ("Ardmore Foundation", "")),
        ("The Ardmore Foundation – Grantmaking Report", "", "", ("Ardmore Foundation", "")),
        ("", "Japan’s contributions to the Organization", "Japan gave US$ 2 million.", ("Japan", "JPN")),
        # where work takes place is no donor, however the page is headed
        ("Kenya: drought appeal", "Food", "Work goes on in Kenya. Families in Kenya need food.", ("", "")),
        ("Projects in Kenya and Uganda", "", "", ("", "")),
        ("Denmark’s development activities in Burkina Faso", "", "", ("Denmark", "DNK")),
        # the file's name says nothing
        ("", "Facts", "The office has ten rooms.", ("", "")),
    ],
)
def test_donor(title: str, heading: str, text: str, donor: tuple[str, str]) -> None:
    document = Document(id="usa", file="usa.pdf", sha256="", status="ok", title=title)
    section = Section("s-1", 1, "other", heading, text, places=())
    named = Section("", 0, "front", "", title, places=())
    found = relate(document, [read_section(section, Context())], read_section(named, Context())).document
    assert (found.donor, found.donor_iso3) == donor


@pytest.mark.parametrize(
    ("title", "text", "donor"),
    [
        # a bank lends by its name, another body where the text says that it gives
        ("Caribbean Development Bank – grants and loans", "Boats are built.", "Caribbean Development Bank"),
        ("Asian Development Bank in Tajikistan", "Boats are built.", "Asian Development Bank"),
        ("OPEC Fund – lending", "The OPEC Fund gave EUR 3 million to Togo.", "OPEC Fund"),
        ("Central Emergency Response Fund", "Norway gave EUR 3 million to the fund.", ""),
        ("UNICEF", "UNICEF received EUR 3 million from Norway.", ""),
        ("Norway and the Asian Development Bank", "Boats are built.", "Norway"),
        ("Lending to India – World Bank and Japan", "Boats are built.", ""),
        ("Nordic countries – relief", "Boats are built.", ""),
        # cities and regions where the title is their name, or the text says that they give
        ("City of Utrecht", "Boats are built.", "City of Utrecht"),
        ("Utrecht City Council and Nicaragua", "The council gave EUR 3 million.", "Utrecht City Council"),
        ("Flanders and UNESCO", "Flanders gave EUR 3 million.", "Flanders"),
        ("Flanders and UNESCO", "Boats are built in Flanders.", ""),
        ("Mali: Segou City Council", "Norway gave Segou City Council EUR 3 million.", ""),
        # of two names the one that gives, or gives aid as its trade
        ("Japan: cooperation with Viet Nam", "Japan gave EUR 3 million.", "Japan"),
        ("Viet Nam and Japan", "Japan gave EUR 3 million.", "Japan"),
        ("Viet Nam and Japan", "Boats are built.", ""),
        ("European Union and Jordan", "Boats are built.", "European Union"),
        ("JICA–Ghana cooperation", "Boats are built.", "Japan"),
        # who gives aid as its trade gives it at home, too
        ("Irish Aid: funds for civil society", "Grants go to Irish NGOs in Dublin and Cork.", "Ireland"),
        ("How Denmark helps Kenya", "Boats are built.", "Denmark"),
        ("Australian aid to Timor-Leste", "Australia gave AUD 3 million.", "Australia"),
        ("Estonian development cooperation: Georgia", "Estonia gave EUR 3 million.", "Estonia"),
        ("Estonian development: a history", "It trains nurses.", ""),
        ("Syrian aid appeal", "Norway gave NOK 3 million.", ""),
        # where others give, a title names whom they help
        ("Kenya: drought appeal", "Norway gave NOK 3 million.", ""),
        ("Conference on Afghanistan", "Japan gave JPY 3 million. Japan paid JPY 2 million for wells.", "Japan"),
        # a board gives what its body gives
        ("The OPEC Fund’s Governing Board meets", "The Governing Board approved EUR 3 million. The OPEC Fund gave "
         "EUR 2 million.", "OPEC Fund"),
        ("Executive Board approves loans", "The Executive Board approved EUR 3 million. The Executive Board approved "
         "EUR 2 million.", ""),
        ("Board of the Moss Trust", "The Moss Trust gave EUR 3 million. The trust paid EUR 2 million.", "Moss Trust"),
        # a government of a part of a state is not the state
        ("Scottish Government: schools in Malawi", "Boats are built.", "Scottish Government"),
        ("Schools in Malawi", "The Welsh Government gave GBP 3 million. The Welsh Government paid GBP 2 million.",
         "Welsh Government"),
        ("Republic of China (Taiwan): bridges in Belize", "Boats are built.", "Taiwan"),
        # "the fund" is the one that the title names
        ("Annual report of the Kuwait Fund", "The fund lent KWD 5 million to Malawi.", "Kuwait"),
        ("The Arab Fund in Togo", "The Arab Fund for Harbours gave EUR 3 million.", "Arab Fund"),
        ("The Arab Fund in Togo", "Norway gave EUR 3 million to the Arab Fund.", ""),
        # a state that is helped, or reports on itself, is none, unless the text says that it gives
        ("Togo: floods", "Boats are built.", ""),
        ("Operations update: Türkiye – earthquake", "Boats are built.", ""),
        ("Indonesia: Biennial Transparency Report", "Boats are built.", ""),
        ("Fiji’s annual report", "Boats are built.", ""),
        ("Morocco: support to ports", "Boats are built.", ""),
        ("Colombia: Humanitarian Response Plan", "Colombia gave USD 3 million to Haiti.", "Colombia"),
        ("Malta: annual report", "Boats are built.", "Malta"),
        ("Kazakhstan: partner profile", "Boats are built.", "Kazakhstan"),
        ("Kazakhstan and the ILO", "Boats are built.", "Kazakhstan"),
        # of several who give to a body that the title names none is the donor
        ("Green Climate Fund", "Iceland gave EUR 3 million. Iceland gave EUR 2 million. Norway gave EUR 4 million. "
         "Malta gave EUR 1 million. Ireland gave EUR 1 million.", ""),
    ],
)  # fmt: skip
def test_a_multilateral_donor(title: str, text: str, donor: str) -> None:
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    section = Section("s-1", 1, "other", "Giving", text, places=())
    named = Section("", 0, "front", "", title, places=())
    found = relate(document, [read_section(section, Context())], read_section(named, Context())).document
    assert found.donor == donor
