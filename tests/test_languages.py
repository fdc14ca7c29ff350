"""Documents of several languages: each section is read by the rules of its own."""

import ast
from collections.abc import Iterator
from dataclasses import replace

import pytest

from pipeline.check import check
from pipeline.language.lexicon import FOLDER, languages, rows
from pipeline.mentions import find
from pipeline.model import Document, Profile
from pipeline.relate import relate
from pipeline.segment import segment
from tests.segment.typeset import HEADING, Typeset

SECTIONS = {
    "en": (
        "Decent work for the young people of Malawi",
        "Norway funds this project with US$ 2.4 million from March 2019 to February 2023. It has trained 1,200 young "
        "people in the districts of the south.",
    ),
    "fr": (
        "Des écoles sûres en Tanzanie",
        "La Norvège finance ce projet à hauteur de 3,6 millions d’euros de janvier 2020 à décembre 2024. Il vient en "
        "aide à 5 000 enfants et à leurs familles dans le pays.",
    ),
    "es": (
        "Trabajo decente para las mujeres de Colombia",
        "Noruega financia este proyecto con 1.250.000 euros de mayo de 2021 a junio de 2023. Ayuda a 3.000 mujeres y a "
        "sus familias en los municipios del sur.",
    ),
    "de": (
        "Gute Arbeit für die Jugend in Sambia",
        "Norwegen finanziert dieses Projekt bis 31. Dezember 2024 mit 2,5 Millionen Euro. Es hilft 4.000 jungen "
        "Menschen in den Städten und auf dem Land, eine gute Arbeit zu finden.",
    ),
}


@pytest.fixture(scope="module", params=["en", ""], ids=["told by the file", "not told"])
def profile(request: pytest.FixtureRequest) -> Profile:
    page = Typeset()
    top = 40.0
    for title, text in SECTIONS.values():
        page.line(40, top, title, HEADING)
        top = page.column(40, top + 8, 500, text) + 30
    source = replace(page.source(), language=request.param)
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    read = relate(*find(document, source, segment(source, "page")))
    return replace(read, checks=check(read, source, None))


def test_each_section_has_its_language(profile: Profile) -> None:
    assert [section.language for section in profile.sections] == list(SECTIONS)


def test_each_project_is_read_by_the_rules_of_its_language(profile: Profile) -> None:
    assert [(p.title, str(p.amount), p.currency, p.start, p.end) for p in profile.projects] == [
        (SECTIONS["en"][0], "2400000", "USD", "2019-03", "2023-02"),
        (SECTIONS["fr"][0], "3600000", "EUR", "2020-01", "2024-12"),
        (SECTIONS["es"][0], "1250000", "EUR", "2021-05", "2023-06"),
    ]


def test_nothing_is_read_in_a_language_without_rules(profile: Profile) -> None:
    assert [f.mention.text for f in profile.findings if f.section.language == "de"] == []


def test_only_the_section_without_rules_is_told(profile: Profile) -> None:
    told = [(c.section, c.message) for c in profile.checks if c.check in {"foreign-language", "odd-number"}]
    german = profile.sections[-1]
    assert told == [(german.id, 'The language is "de", for which there are no rules: its figures are not read.')]


WRITING = ("cli", "diff", "export", "review", "wording.py")  # code that speaks to people, in English
SMALL = frozenset(
    {"and", "or", "of", "to", "in", "the", "but", "by", "for", "from", "with", "a", "than", "per", "under", "between"}
    | {"point", "minus", "of which", "half before of", "between tens and units", "joins a name", "article in a name"}
    | {"ours", "theirs", "adds", "only", "respectively", "links names", "parts clauses", "within a name"}
)
ENDINGS = frozenset({"possessive", "plural ending", "word ending"})
ENDS = frozenset({"startswith", "endswith", "removeprefix", "removesuffix", "strip", "rstrip"})


def test_no_code_that_reads_compares_with_a_word_of_a_language() -> None:
    entries = [row for language in languages() for row in rows("function_words", language)]
    words = {row["word"] for row in entries if row["class"] in SMALL | ENDINGS and row["word"].isalpha()}
    found = [
        f"{path.name}, line {text.lineno}: {text.value!r}"
        for path in sorted(FOLDER.parent.rglob("*.py"))
        if path.relative_to(FOLDER.parent).parts[0] not in WRITING
        for text in _compared(ast.parse(path.read_text(encoding="utf-8")))
        if text.value in words
    ]
    assert found == []


def _compared(tree: ast.Module) -> Iterator[ast.Constant]:
    """The texts that code compares words with, or cuts off them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ENDS:
            parts = node.args
        else:
            continue
        inner = (part for whole in parts for part in ast.walk(whole))
        yield from (part for part in inner if isinstance(part, ast.Constant) and isinstance(part.value, str))
