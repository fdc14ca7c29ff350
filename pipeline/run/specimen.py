"""A donor profile of one page that meets every kind of rule, to warm up with before the first document comes."""

from __future__ import annotations

from collections.abc import Iterator

LINES = (
    (18, "Country profile: Norway"),
    (14, "Voluntary contributions"),
    (10, "In 2021 Norway gave US$ 1.5 million, up to EUR 20,000 of it from March 2022, to 40 schools in Kenya."),
    (10, "The Ministry of Foreign Affairs contributed USD 2.3 million (12 per cent) for 2019-2021 to South Sudan."),
    (14, "Safer harbours in West Africa"),
    (10, "Funded by: Norway"),
    (10, "Budget: US$ 500,000"),
    (10, "Duration: 26 months from June 2020"),
    (10, "Countries: Ghana, Togo"),
    (10, "The project, funded by Norway with NOK 3 million, trained 1,200 people in Accra on 5 May 2021."),
    (14, "Contributions by year, in millions of US dollars"),
    (10, "Year          2019          2020          2021"),
    (10, "Core          1.2           2.5           3.0"),
)


def pdf() -> bytes:
    """The page as a file, with the positions of its objects left to the reader, who finds them as in a damaged file."""
    drawn = "\n".join(_drawn())
    return f"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length {len(drawn)}>> stream
{drawn}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
""".encode("ascii")


def _drawn() -> Iterator[str]:
    """The lines from the top of the page down, each in its size, in points; a larger one after a gap."""
    y = 800
    for size, text in LINES:
        y -= 2 * size
        escaped = text.replace("(", r"\(").replace(")", r"\)")
        yield f"BT /F {size} Tf 40 {y} Td ({escaped}) Tj ET"
