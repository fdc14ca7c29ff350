"""Every table and every field, in the order of the columns: the one place that says what the output holds.

From it are made the validation of the tables, datapackage.json and the tables' description for people. Imports
nothing heavy. Allowed values come from the types of pipeline.model.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from pipeline import model

Type = Literal["string", "integer", "number", "date", "list"]
Reads = Literal["amount", "currency", "country", "time", "duration"]

_CODES = tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))
COUNTRIES_BY_CODE: Final = frozenset(_CODES["countries"])  # ISO 3166-1 alpha-3, and XKX
CURRENCIES_BY_CODE: Final = frozenset(_CODES["currencies"])  # ISO 4217, of today and of the last decades
DAY = r"\d{4}-\d{2}-\d{2}"
# EDTF as far as pages state it: `2020-12-01`, `2020-12`, `2020`, `199X`, seasons (21 to 24), quarters (33 to 36) and
# halves (40, 41); an interval of days, months or years, open (`..`) at one end.
_MONTH_OR_DAY = (
    r"(?:-(?:0[1-9]|1[0-2])|-(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|-(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
    r"|-02-(?:0[1-9]|1\d|2\d))?"
)
_EDGE = rf"\d{{4}}{_MONTH_OR_DAY}"
POINT = rf"(?:{_EDGE}|\d{{3}}X|\d{{4}}-(?:2[1-4]|3[3-6]|4[01]))"
PERIOD = rf"(?:{POINT}|{_EDGE}/{_EDGE}|{_EDGE}/\.\.|\.\./{_EDGE})"
DURATION = r"P(?=\d)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?"
POINTS = r"-?\d+(\.\d{1,2})?"
BOX = rf"\d+@{POINTS},{POINTS},{POINTS},{POINTS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column. `pattern` is a regular expression for a whole value (in a list: for each item), `values` lists all
    that are allowed, as do `codes` of a standard, `minimum` is the least number, `unit` what a number counts; a field
    that is not `required` is empty where the document states nothing. `form` says in words, with an example, how a
    value is written; `reads` is what the rules read it as where a person writes it in words; a person may not empty it
    unless `may_be_emptied`."""

    name: str
    description: str
    type: Type = "string"
    required: bool = False
    values: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()
    pattern: str = ""
    minimum: int | None = None
    unit: str = ""
    form: str = ""
    reads: Reads | None = None
    may_be_emptied: bool = True

    @property
    def item_pattern(self) -> str:
        """A regular expression for a whole value, or for each item of a list; empty where every text will do."""
        return f"(?:{'|'.join(sorted(self.codes))})" if self.codes else self.pattern

    @property
    def wanted(self) -> str:
        """How a value is written, in words that follow "must be"."""
        if self.values:
            return f"one of {', '.join(self.values)}"
        least = f" of {self.minimum} or more" if self.minimum is not None else ""
        by_type = {
            "integer": f"a whole number{least} such as 3",
            "number": f"a plain number{least} such as 41800000 or 15 million",
            "date": "a day such as 2026-01-31",
        }
        return self.form or by_type.get(self.type, "a text")


IN_SECTION: Final = (("document", "documents"), ("section", "sections"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. `key` are the fields that tell its rows apart; `references` name a field and the table to whose rows
    of the same document it points; `needs` name a field and another without which it has no value."""

    name: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ("document", "id")
    references: tuple[tuple[str, str], ...] = IN_SECTION
    needs: tuple[tuple[str, str], ...] = ()

    def requires(self, name: str) -> bool:
        """Whether the field of that name always has a value."""
        return any(field.required for field in self.fields if field.name == name)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields, in order."""
        return tuple(field.name for field in self.fields)


def _text(name: str, description: str, *, required: bool = False, pattern: str = "", form: str = "") -> Field:
    return Field(name=name, description=description, required=required, pattern=pattern, form=form)


def _number(name: str, description: str, unit: str, *, required: bool = False, minimum: int | None = None) -> Field:
    return Field(
        name=name, description=description, type="number", required=required, minimum=minimum, unit=unit, reads="amount"
    )


def _country(name: str, description: str) -> Field:
    form = "a country or its ISO 3166-1 alpha-3 code such as MLI"
    return Field(name=name, description=description, codes=COUNTRIES_BY_CODE, form=form, reads="country")


def _countries(name: str, description: str) -> Field:
    form = "countries or their ISO 3166-1 alpha-3 codes joined by ; such as MLI;NER"
    codes = COUNTRIES_BY_CODE
    return Field(
        name=name, description=f"{description}, joined by `;`.", type="list", codes=codes, form=form, reads="country"
    )


def _point(name: str, description: str) -> Field:
    form = "a day, month or year such as 2019-03-01, 2019-03 or 2019, or a quarter such as Q2 2021"
    return Field(name=name, description=description, pattern=POINT, form=form, reads="time")


def _period(name: str, description: str) -> Field:
    form = "a date or period such as 2019-03, 2018/2022 or 2004/.."
    return Field(name=name, description=description, pattern=PERIOD, form=form, reads="time")


def _duration(name: str, description: str) -> Field:
    form = "a duration such as 26 months or P26M"
    return Field(name=name, description=description, pattern=DURATION, form=form, reads="duration")


def _count(name: str, description: str, unit: str = "", *, required: bool = False, minimum: int = 0) -> Field:
    """A whole number of that unit; without one, a place in an order."""
    return Field(name=name, description=description, type="integer", required=required, minimum=minimum, unit=unit)


def _choice(name: str, description: str, literal: object, *, required: bool = False) -> Field:
    return Field(name=name, description=description, values=get_args(literal), required=required)


def _list(name: str, description: str, *, pattern: str = "", form: str = "") -> Field:
    return Field(name=name, description=f"{description}, joined by `;`.", type="list", pattern=pattern, form=form)


def _day(name: str, description: str) -> Field:
    form = "a day such as 1 March 2019 or 2019-03-01"
    return Field(name=name, description=description, type="date", pattern=DAY, form=form, reads="time")


ID = _text("id", "The row's own id; it stays the same when other rows, rules or code change.", required=True)
DOCUMENT = _text("document", "The document's id.", required=True)
SECTION = _text("section", "The id of the section that the row was read from.", required=True)
PAGE = _count("page", "The page on which it stands, counted from 1.", required=True, minimum=1)
CURRENCY_CODE = Field(
    name="currency",
    description="The currency's ISO 4217 code; empty where the text leaves it open.",
    codes=CURRENCIES_BY_CODE,
    form="a currency or its ISO 4217 code such as EUR",
    reads="currency",
)
AMOUNT_TEXT = "The amount as a plain decimal; the lower end of a range."
AMOUNT_MAX_TEXT = "The upper end of a range."
CURRENCY_UNIT = "one whole unit of `currency`, such as one euro"
# A figure of a page may be below zero; what a project or contribution is given is not.
SUM = _number("amount", AMOUNT_TEXT, CURRENCY_UNIT, minimum=0)
SUM_MAX = _number("amount_max", AMOUNT_MAX_TEXT, CURRENCY_UNIT, minimum=0)
COUNTED = "what `unit` names, such as refugees or %"
RANGE = (("amount_max", "amount"),)
QUALIFIER = _choice("qualifier", "How exactly the text states the number.", model.Qualifier)
BOXES = _list(
    "boxes",
    "Where it stands: one `page@x0,top,x1,bottom` a printed line, in PDF points from the page's top left corner",
    pattern=BOX,
    form="boxes such as 3@72,100.5,300,112 joined by ;",
)
READ_FROM = _text("money", "The id of the amount that the row's own was read from.")
REVIEW = _choice("review", "What a person decided on the row; empty where nobody has.", model.Review)

MENTION_HEAD = (
    ID,
    DOCUMENT,
    SECTION,
    PAGE,
    _text("text", "The words as they stand in the section.", required=True),
)
MENTION_TAIL = (
    _text("sentence", "The sentence around it."),
    _count(
        "char_start",
        "Where it begins in the section's heading, blank line and text, from 0.",
        "character",
        required=True,
    ),
    _count("char_end", "Where it ends there.", "character", required=True),
    BOXES,
    _text("rule", "The rule that read it.", required=True),
    REVIEW,
)

DOCUMENTS = Table(
    name="documents",
    description="One row a document of the run, read or not.",
    key=("document",),
    references=(),
    fields=(
        _text(
            "document",
            "The document's id: its file name without suffix, lower-cased, words joined by `-`.",
            required=True,
        ),
        _text("file", "The file's name.", required=True),
        _text("sha256", "The SHA-256 of the file's bytes.", pattern="[0-9a-f]{64}", form="64 hexadecimal digits"),
        _count("pages", "How many pages it has.", "page"),
        _text("title", "Its title: that of the file's metadata, else its first heading."),
        _text("language", "The language of its text (ISO 639-1)."),
        _text("donor", "The donor whose profile it is."),
        _country("donor_iso3", "The donor's ISO 3166-1 alpha-3 code."),
        _choice("status", "Whether it could be read.", model.Status, required=True),
        _text("error", "Why it could not, in one sentence."),
        _count("sections", "How many sections were found.", "section"),
        _count("words", "How many words stand in them.", "word"),
        REVIEW,
    ),
)

SECTIONS = Table(
    name="sections",
    description="One row a heading with what belongs to it, in reading order.",
    references=(("document", "documents"),),
    fields=(
        ID,
        DOCUMENT,
        _count("position", "Its place in the reading order, counted from 1.", required=True, minimum=1),
        _text("parent", "The id of the section under whose heading it stands; empty at the top."),
        _choice("kind", "What it is about.", model.SectionKind, required=True),
        _text("heading", "Its heading as printed; empty for text without one."),
        _count("page_first", "The page on which it begins.", required=True, minimum=1),
        _count("page_last", "The page on which it ends.", required=True, minimum=1),
        _count("words", "How many words its heading and text have.", "word", required=True),
        _text(
            "text",
            "Its text: lines joined, paragraphs apart by a blank line; of a table a line for each row, its cells apart "
            "by a tab, as are the label and the value of a fact.",
        ),
        BOXES,
    ),
)

CELLS = Table(
    name="cells",
    description="The tables and facts of the pages as they stand there: one row a cell, empty ones too.",
    fields=(
        ID,
        DOCUMENT,
        SECTION,
        PAGE,
        _count(
            "grid",
            "The number of its table in the document; one that goes on over pages is one.",
            required=True,
            minimum=1,
        ),
        _count("row", "The row in which it begins, counted from 1.", required=True, minimum=1),
        _count("column", "The column in which it begins, counted from 1.", required=True, minimum=1),
        _choice("kind", "What sort of cell it is.", model.CellName, required=True),
        _text("head", "The heads of its column, outermost first, joined by ` › `."),
        _text("label", "The heads of its row, outermost first, joined by ` › `; of a fact its label."),
        _text("text", "Its words, lines joined."),
        BOXES,
    ),
)

PROJECTS = Table(
    name="projects",
    description="One row a project: what the page states about it.",
    references=(*IN_SECTION, ("money", "money")),
    needs=RANGE,
    fields=(
        ID,
        DOCUMENT,
        SECTION,
        Field(name="title", description="Its name as printed.", may_be_emptied=False),
        SUM,
        SUM_MAX,
        CURRENCY_CODE,
        QUALIFIER,
        _list("funders", "Who funds it"),
        _list("partners", "Who carries it out or works along"),
        _point(
            "start",
            "When it began, as precisely as the text states (EDTF; 2020-33 to 2020-36 are the quarters of 2020).",
        ),
        _point("end", "When it ends; empty unless stated (EDTF)."),
        _duration("duration", "How long it runs (ISO 8601)."),
        _countries("countries", "ISO 3166-1 alpha-3 codes of the countries that benefit"),
        _list("groups", "Groups of countries that benefit"),
        _list("places", "Provinces, cities and other places where it works"),
        _list("beneficiaries", "Who benefits and how many"),
        _list("links", "Targets of the links in the section"),
        PAGE,
        READ_FROM,
        REVIEW,
    ),
)

CONTRIBUTIONS = Table(
    name="contributions",
    description="What the donor gave beyond single projects.",
    references=(*IN_SECTION, ("money", "money")),
    needs=RANGE,
    fields=(
        ID,
        DOCUMENT,
        SECTION,
        _choice("kind", "What sort of contribution it is.", model.ContributionKind, required=True),
        SUM,
        SUM_MAX,
        CURRENCY_CODE,
        QUALIFIER,
        _period("period", "The period it was given for (EDTF)."),
        _day("period_start", "The period's first day."),
        _day("period_end", "The period's last day."),
        _text("funder", "Who gave it; empty where another than the donor may have."),
        PAGE,
        READ_FROM,
        REVIEW,
    ),
)

EVIDENCE = Table(
    name="evidence",
    description="What each value of a project or a contribution was read from; of a list, each item.",
    key=("document", "table", "row", "field", "value"),
    references=(("document", "documents"),),
    fields=(
        DOCUMENT,
        _choice("table", "The table of the row.", Literal["projects", "contributions"], required=True),
        _text("row", "The row's id.", required=True),
        _text("field", "The field.", required=True),
        _text("value", "The value; of a list, one item.", required=True),
        _text(
            "source",
            "The id of the mention or the cell that it was read from; `reviews` where a person set it; empty where it "
            "stands for itself, as a title or a name does.",
        ),
        _choice("basis", "What it was read from; empty where a person set it.", model.Basis),
        PAGE,
        BOXES,
    ),
)

MONEY = Table(
    name="money",
    description="One row an amount of money as it stands in the text.",
    needs=RANGE,
    fields=(
        *MENTION_HEAD,
        _number("amount", AMOUNT_TEXT, CURRENCY_UNIT),
        _number("amount_max", AMOUNT_MAX_TEXT, CURRENCY_UNIT),
        CURRENCY_CODE,
        QUALIFIER,
        _choice("role", "What it stands for in its section; empty where that is open.", model.MoneyRole),
        _text("part_of", "The id of the money row that it is a part of, or the same as."),
        _choice("flow", "What sort of payment it is, where the sentence tells.", model.Flow),
        _period("period", "The period it was given for (EDTF)."),
        _text("funder", "Who gave it, where the sentence tells."),
        *MENTION_TAIL,
    ),
)

DATES = Table(
    name="dates",
    description="One row a date, period or duration as it stands in the text.",
    fields=(
        *MENTION_HEAD,
        _choice("kind", "What sort of time it is.", model.DateKind, required=True),
        _period(
            "value", "The date or period (EDTF; 2020-33 to 2020-36 are the quarters of 2020); empty for a duration."
        ),
        _day("start", "The first day meant."),
        _day("end", "The last day meant; empty where it is open."),
        _duration("duration", "The duration (ISO 8601)."),
        *MENTION_TAIL,
    ),
)

COUNTRIES = Table(
    name="countries",
    description="One row a country, people, group of countries, region or place as it stands in the text.",
    fields=(
        *MENTION_HEAD,
        _choice("kind", "What sort of name it is.", model.CountryKind, required=True),
        _text("name", "The name in English.", required=True),
        _text("iso2", "The country's ISO 3166-1 alpha-2 code.", pattern="[A-Z]{2}", form="two letters such as ML"),
        _country("iso3", "The country's ISO 3166-1 alpha-3 code."),
        _text(
            "subdivision",
            "A place's ISO 3166-2 code, where known.",
            pattern="[A-Z]{2}-[A-Z0-9]{1,3}",
            form="an ISO 3166-2 code such as BD-13",
        ),
        _countries("members", "ISO 3166-1 alpha-3 codes of a group's members"),
        _choice("role", "Its part in the sentence.", model.Role, required=True),
        *MENTION_TAIL,
    ),
)

QUANTITIES = Table(
    name="quantities",
    description="One row a count or percentage that is neither money nor time, as it stands in the text.",
    fields=(
        *MENTION_HEAD,
        _number("value", "The number; the lower end of a range.", COUNTED, required=True),
        _number("value_max", "The upper end of a range.", COUNTED),
        _text("unit", "What is counted.", required=True),
        QUALIFIER,
        *MENTION_TAIL,
    ),
)

CHECKS = Table(
    name="checks",
    description="One row a thing for a person to look at; a check reports and never repairs.",
    fields=(
        ID,
        _choice("severity", "How much it matters.", model.Severity, required=True),
        _text("check", "The check that told it.", required=True),
        DOCUMENT,
        _text("section", "The id of the section it is about."),
        _count("page", "The page it is about.", minimum=1),
        _text("table", "The table it is about."),
        _text("row", "The id of the row it is about."),
        _text("field", "The field it is about."),
        _text("message", "What to look at, in one sentence.", required=True),
    ),
)

TABLES = (DOCUMENTS, SECTIONS, CELLS, PROJECTS, CONTRIBUTIONS, EVIDENCE, MONEY, DATES, COUNTRIES, QUANTITIES, CHECKS)


@cache
def table(name: str) -> Table:
    """The table of that name; KeyError where there is none."""
    return {each.name: each for each in TABLES}[name]
