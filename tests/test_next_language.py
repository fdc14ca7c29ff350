"""A language is a folder of tables: one more is read without a line of code, by what docs/rules.md tells of it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROFILE = "A Noruega ajuda as famílias e os professores com este perfil, que não foi mudado."
TITLE = "Escolas seguras em Moçambique"
TEXT = (
    "A Noruega financia este projeto com 2,5 milhões de euros de março de 2019 a fevereiro de 2023. O projeto não foi "
    "mudado: ajuda as famílias e os professores em Moçambique."
)
TABLES = {
    "numbers": "word,kind,value,example,reads,source\nmilhões,scale,1000000,2 milhões,2000000,usage\n",
    "function_words": "class,word\nand,e\nof,de\nof,do\nthe,o\nthe,a\nfrom,de\nto,a\ngroups thousands,.\n"
    + "".join(f"telling,{word}\n" for word in ("projeto", "com", "em", "não", "foi", "os", "as", "e")),
    "countries": "iso3,iso2,name,aliases\nMOZ,MZ,Mozambique,Moçambique\nNOR,NO,Norway,Noruega\n",
    "currency_forms": "form,side,means,default,scale,common_word,example,reads,source\n"
    "euros,after,EUR,,1,,8 milhões de euros,EUR 8000000; 8 milhões de euros,usage\n",
    "money_patterns": "name,means,pattern,example,reads,source\n"
    "number of a unit,amount,NUMBER de UNIT,4 milhões de euros,EUR 4000000,usage\n",
    "date_classes": "class,expression,example,reads,source\nYEAR,(?:19|20)\\d\\d,março de 2019,2019-03,usage\n",
    "date_words": "class,word,value,example,reads,source\nMONTH,março,3,março de 2019,2019-03,usage\n"
    "MONTH,fevereiro,2,fevereiro de 2019,2019-02,usage\n",
    "date_patterns": "layer,name,means,pattern,example,reads,source\n"
    "moments,month and year,moment,MONTH de YEAR,março de 2019,2019-03,usage\n"
    "ranges,from and to,range,de MOMENT a MOMENT,de março de 2019 a março de 2023,2019-03/2023-03,usage\n",
    "classes": "class,words,example,source\nGIVE,financia,A Noruega [financia] o projeto.,usage\n"
    "FUNDS,financia,A Noruega [financia] o projeto.,usage\nPROJECT,projeto,Financia o [projeto].,usage\n"
    "FUNCTION,a;o;e;em,[A] Noruega ajuda.,usage\n",
    "frames": "tells,pattern,example,source\ngives,[WHO] FUNDS,A [Noruega] financia o projeto.,usage\n"
    "share,giver:WHO FUNDS .. com [MONEY],A Noruega financia com [2 milhões de euros].,usage\n"
    "there,em [PLACE],Ajuda em [Moçambique].,usage\n",
}
READ = """
import json, sys
from dataclasses import replace
from pipeline import find_mentions
from pipeline.language.lexicon import languages
from pipeline.mentions import find
from pipeline.model import Document
from pipeline.relate import relate
from pipeline.segment import segment
from tests.language.lacking import lacking
from tests.segment.typeset import HEADING, Typeset

profile, title, text = sys.argv[1:]
page = Typeset()
page.line(40, 40, "Noruega", HEADING)
page.column(40, 48, 500, profile)
page.line(40, 140, title, HEADING)
page.column(40, 148, 500, text)
source = page.source()
document = Document(id="page", file="page.pdf", sha256="", status="ok")
profile = relate(*find(document, source, segment(source, "page")))
print(json.dumps({
    "languages": sorted(languages()),
    "language": [section.language for section in profile.sections],
    "mentions": [m.text for m in find_mentions(text)],
    "projects": [
        (p.title, str(p.amount), p.currency, p.start, p.end, p.funders, p.countries) for p in profile.projects
    ],
    "lacking": list(lacking("pt")),
}))
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    folder = tmp_path_factory.mktemp("language")
    shutil.copytree(ROOT / "pipeline", folder / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tests").symlink_to(ROOT / "tests")
    own = folder / "pipeline" / "language" / "pt"
    own.mkdir()
    for name, table in TABLES.items():
        (own / f"{name}.csv").write_text(table, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", READ, PROFILE, TITLE, TEXT],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, list[object]] = json.loads(done.stdout)
    return told


def test_a_folder_makes_a_language(read: dict[str, list[object]]) -> None:
    assert read["languages"] == ["en", "es", "fr", "pt"]
    assert read["language"] == ["pt", "pt"]


def test_its_tables_read_its_mentions(read: dict[str, list[object]]) -> None:
    amount, period = "2,5 milhões de euros", "de março de 2019 a fevereiro de 2023"
    assert read["mentions"] == ["Noruega", amount, period, "Moçambique"]


def test_its_classes_and_frames_make_a_project(read: dict[str, list[object]]) -> None:
    assert read["projects"] == [[TITLE, "2500000", "EUR", "2019-03", "2023-02", ["Noruega"], ["MOZ"]]]


def test_what_it_lacks_is_told(read: dict[str, list[object]]) -> None:
    assert "qualifiers: empty" in read["lacking"]
    (classes,) = (line for line in read["lacking"] if str(line).startswith("classes: "))
    assert "PREP" in str(classes) and "FUNCTION" not in str(classes)
