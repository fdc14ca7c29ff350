"""What the process that forks a child for each document has in memory before the first one comes."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from types import ModuleType

# spaCy imports its own command for this one function, which nobody here calls, and with it 400 modules of web clients
# and terminals: a quarter of its time.
UNUSED = {"spacy.cli": None, "spacy.cli.info": "info"}

# A donor profile of one page that meets every kind of rule, and in half a dozen sentences the patterns of frames that
# most documents ask for: a child that has to compile these takes a seventh longer to relate. The size of a line, in
# points, by its mark.
SIZES = {"#": 18, "##": 14, "-": 10}
SPECIMEN = """\
# Country profile: Norway
## Voluntary contributions
- In 2021 Norway gave US$ 1.5 million, up to EUR 20,000 of it from March 2022, to 40 schools in Kenya.
- The Ministry of Foreign Affairs contributed USD 2.3 million (12 per cent) for 2019-2021 to South Sudan.
## Safer harbours in West Africa
- Funded by: Norway
- Budget: US$ 500,000
- Duration: 26 months from June 2020
- Countries: Ghana, Togo
- The project, funded by Norway with NOK 3 million, trained 1,200 people in Accra on 5 May 2021.
- With support of EUR 5 million from the Government of Norway, work began in March 2021 and ended in 2023.
- A total of 40 women of Togo, and Somali refugees, met in Accra in June 2022 at an event in Togo.
- Another EUR 2 million (Togo), in all EUR 7 million, is paid for two years; over two years, it runs from 2021 to 2023.
- Together with Finland, the Fund supports experts from Kenya; grants worth USD 4 million (NOK 40 million) were paid.
- In 2021-2023, Norway supports and finances a two-year project for Somali women in the north of Ghana.
- Its budget reached USD 9 million, partly a USD 1 million grant for a project in two countries, including Togo.
## Contributions by year, in millions of US dollars
- Year          2019          2020          2021
- Core          1.2           2.5           3.0
"""


def warm_up() -> str:
    """Imports every stage, and reads a specimen through them, so that children have every reader, rule and table of
    names; gives the hash of the code."""
    if "spacy" not in sys.modules:
        _import_spacy()
    from pipeline import files
    from pipeline.model import Document
    from pipeline.run import document
    from pipeline.run.cache import code
    from pipeline.run.task import Options, Task

    with files.scratch() as folder:
        path = folder / "specimen.pdf"
        path.write_bytes(_specimen())
        row = Document(id="specimen", file=path.name, sha256="", status="ok")
        document.entry(Task(row, path, path.with_suffix(".csv"), Options(), ""))
    return code()


def _import_spacy() -> None:
    """Only for a process of its own: a program that wants spaCy's command later would not find it."""
    for name, function in UNUSED.items():
        sys.modules[name] = ModuleType(name)
        if function:
            setattr(sys.modules[name], function, None)
    with contextlib.suppress(ImportError):  # of another version of spaCy, which is then imported as it is
        import spacy  # noqa: F401
    for name in UNUSED:
        del sys.modules[name]


def _specimen() -> bytes:
    """The specimen as a file; where its objects stand is left to the reader, who finds them as in a damaged file."""
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
    for line in SPECIMEN.splitlines():
        mark, _, text = line.partition(" ")
        size = SIZES[mark]
        y -= 2 * size
        escaped = text.replace("(", r"\(").replace(")", r"\)")
        yield f"BT /F {size} Tf 40 {y} Td ({escaped}) Tj ET"
