"""Projects as activities of IATI 2.03, and a ledger of every value that the standard asks for.

https://iatistandard.org/en/iati-standard/203/. A profile tells less than the standard asks: what it does not state is
derived where that invents nothing, and the ledger says how, or is missing. A project that could be an activity only by
invention is left out, and the ledger says why. Whoever publishes the file is its reporter, and a secondary one.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

from pipeline import program, wording
from pipeline.export.folder import Export, Record, placed
from pipeline.model.csv_cells import Cell, csv_lines, parted, plain
from pipeline.model.edtf import days

ACTIVITIES, LEDGER = "activities.xml", "iati-ledger.csv"
COLUMNS = ("document", "project", "activity", "element", "value", "basis", "how")
FUNDING, IMPLEMENTING = "1", "4"  # OrganisationRole
IMPLEMENTATION = "2"  # ActivityStatus
# Which date of a project is which of an activity (ActivityDateType), by its first or last day, and what it is taken as.
DATES = (("start", "2", 0, "the actual one"), ("end", "3", 1, "the planned one"))
COMMITMENT = "2"  # TransactionType
OWN_VOCABULARY = "99"  # RegionVocabulary: the reporter's
OBJECTIVES, WEB_PAGE = "A02", "A12"  # DocumentCategory
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
OTHER = "90"  # OrganisationType
GENERAL = "1"  # DescriptionType
SEASON = re.compile(r"\d{4}-2[1-4]")
# What the standard asks for beyond its schema, and no profile tells in its terms.
NEVER_STATED = {
    "participating-org/@ref": "the profile gives names of organisations, not their identifiers",
    "participating-org/@type": "the profile does not say what sort of organisations they are",
    "sector": "the profile names no sector in the terms of a classification",
    "collaboration-type": "the profile does not say it in the terms of the standard",
    "default-flow-type": "the profile does not say it in the terms of the standard",
    "default-finance-type": "the profile does not say it in the terms of the standard",
    "default-aid-type": "the profile does not say it in the terms of the standard",
    "default-tied-status": "the profile does not say whether the aid is tied",
    "budget": "the profile states what is given, not how it is planned by the year",
}
NO_PERCENTAGE = "the profile does not say how the amount is shared between the countries"

Basis = Literal["stated", "derived", "missing", "left out"]


class Entry(NamedTuple):
    """A line of the ledger: an element, its value, and what that rests on."""

    element: str
    value: str
    basis: Basis
    how: str = ""


def write(export: Export, out: Path, reporter: str = "") -> list[str]:
    """Writes both files into the folder `out`; gives sentences for a person."""
    root = ET.Element("iati-activities", version="2.03")
    lines: list[tuple[Cell, ...]] = [COLUMNS]
    documents = {str(row["document"]): row for row in export.rows("documents")}
    sections = {(row["document"], row["id"]): row for row in export.rows("sections")}
    projects = export.rows("projects")
    for row in projects:
        made = Activity(row, documents[str(row["document"])], sections[row["document"], row["section"]], reporter)
        element = made.element()
        root.extend([] if element is None else [element])
        lines += [(row["document"], row["id"], made.identifier, *entry) for entry in made.ledger]
    ET.indent(root)
    with placed(out / ACTIVITIES) as path:
        path.write_bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
    with placed(out / LEDGER) as path:
        path.write_text(csv_lines(lines), encoding="utf-8", newline="")
    told = [f"{len(root)} of {len(projects)} projects written to {out / ACTIVITIES}; what they lack to {out / LEDGER}."]
    if not reporter:
        told.append("Nobody was named as their reporter: name your organisation with --reporter before you publish.")
    return told


class Activity:
    """One project on its way to an activity; `ledger` grows with each element, `lacking` with each that the schema
    asks for and only invention could fill."""

    def __init__(self, row: Record, document: Record, section: Record, reporter: str) -> None:
        self.ledger: list[Entry] = []
        self.lacking: list[str] = []
        self._row, self._document, self._section = row, document, section
        self._reporter = reporter or program.NAME
        self._is_named = bool(reporter)
        self._language = plain(document["language"])
        self.identifier = f"{self._reporter}-{row['document']}-{row['id']}"

    def element(self) -> ET.Element | None:
        """The activity, its elements in the schema's order; None where it is left out."""
        activity = ET.Element("iati-activity", {LANGUAGE: self._language} if self._language else {})
        basis: Basis = "derived" if self._language else "missing"
        self._note("iati-activity/@xml:lang", self._language, basis, "the language of the profile, told by its words")
        activity.extend(self._parts())
        self.ledger += [Entry(element, "", "missing", why) for element, why in NEVER_STATED.items()]
        if self.lacking:
            self._note("iati-activity", "", "left out", "; ".join(self.lacking))
            return None
        return activity

    def _parts(self) -> Iterator[ET.Element]:
        yield from self._head()
        yield from self._organisations()
        self._note("activity-status", IMPLEMENTATION, "derived", "a profile presents its projects as under way")
        yield ET.Element("activity-status", code=IMPLEMENTATION)
        yield from self._dates()
        yield from self._places()
        yield from self._commitment()
        yield from self._documents()

    def _note(self, element: str, value: object, basis: Basis, how: str = "") -> None:
        self.ledger.append(Entry(element, str(value), basis, how))

    def _note_stated(self, element: str, value: str, otherwise: str) -> None:
        """Notes a value that is stated, or why it is missing."""
        self._note(element, value, "stated" if value else "missing", "" if value else otherwise)

    def _ours(self, element: ET.Element, text: str) -> ET.Element:
        """The element with a narrative in English, which is the activity's language or is named."""
        _told(element, text)[-1].attrib.update({} if self._language == "en" else {LANGUAGE: "en"})
        return element

    def _head(self) -> Iterator[ET.Element]:
        self._note("iati-identifier", self.identifier, "derived", "reporter, document and id of the project")
        yield _with_text("iati-identifier", self.identifier)
        basis: Basis = "stated" if self._is_named else "missing"
        self._note("reporting-org", self._reporter, basis, "" if self._is_named else "--reporter names it")
        self._note("reporting-org/@type", OTHER, "derived", "other: nothing is told of the reporter")
        self._note("reporting-org/@secondary-reporter", "1", "derived", "who reads profiles tells what others do")
        attributes = {"ref": self._reporter, "type": OTHER, "secondary-reporter": "1"}
        yield _told(ET.Element("reporting-org", attributes), self._reporter)
        title, text = plain(self._row["title"]), plain(self._section["text"]).replace("\t", " · ")
        self._note_stated("title", title, "the section has no heading")
        self._note_stated("description", text, "the section has no text")
        self._note("description/@type", GENERAL, "derived", "general: the text of the section")
        self.lacking += [] if title else ["the section has no heading, so that the activity has no title"]
        self.lacking += [] if text else ["the section has no text, so that the activity has no description"]
        yield _told(ET.Element("title"), title)
        yield _told(ET.Element("description", type=GENERAL), text)

    def _organisations(self) -> Iterator[ET.Element]:
        roles = (("funders", FUNDING, "funder"), ("partners", IMPLEMENTING, "body that carries it out"))
        for field, role, who in roles:
            element, names = f"participating-org[@role={role}]", parted(self._row[field])
            for name in names:
                self._note(element, name, "stated")
                yield _told(ET.Element("participating-org", role=role), name)
            if not names:
                self._note(element, "", "missing", f"the section names no {who}")
        if not self._row["funders"] and not self._row["partners"]:
            self.lacking.append("the section names nobody who funds the project or carries it out")

    def _dates(self) -> Iterator[ET.Element]:
        found = False
        for name, kind, edge, taken in DATES:
            element, stated = f"activity-date[@type={kind}]", self._row[name]
            day = edges(str(stated))[edge] if stated else None
            if day is None:
                self._note(element, "", "missing", f"the section states no {name}")
                continue
            found = True
            which = "last" if edge else "first"
            self._note(element, day, *_day_basis(str(stated), day, which))
            self._note("activity-date/@type", kind, "derived", f"the {name} is taken as {taken}")
            yield self._ours(ET.Element("activity-date", {"type": kind, "iso-date": day}), wording.period(str(stated)))
        if not found:
            self.lacking.append("the section states neither start nor end, and the schema asks for one of them")

    def _places(self) -> Iterator[ET.Element]:
        codes, groups = parted(self._row["countries"]), parted(self._row["groups"])
        for code in codes:
            iso2 = wording.two_letters(code)
            self._note("recipient-country", iso2, "stated", wording.country(code))
            yield self._ours(ET.Element("recipient-country", code=iso2), wording.country(code))
        for group in groups:
            self._note("recipient-region", group, "stated", "under its name")
            self._note("recipient-region/@vocabulary", OWN_VOCABULARY, "derived", "the reporter's own")
            attributes = {"code": group, "vocabulary": OWN_VOCABULARY}
            yield _told(ET.Element("recipient-region", attributes), group)
        if not codes and not groups:
            self._note("recipient-country", "", "missing", "the section names no country or group that benefits")
        if len(codes) + len(groups) > 1:
            self._note("recipient-country/@percentage", "", "missing", NO_PERCENTAGE)

    def _commitment(self) -> Iterator[ET.Element]:
        amount, currency, start = (self._row[name] for name in ("amount", "currency", "start"))
        if lacking := self._lacking():
            self._note("transaction", "", "missing", lacking)
            return
        day = str(edges(str(start))[0])
        self._note("transaction/value", plain(amount), "stated")
        self._note("transaction/value/@currency", currency, "stated")
        self._note("transaction/transaction-type", COMMITMENT, "derived", "a commitment: what is given, not paid out")
        for element in ("transaction/transaction-date", "transaction/value/@value-date"):
            self._note(element, day, "derived", "the project's start: no day of a promise is stated")
        transaction = ET.Element("transaction")
        ET.SubElement(transaction, "transaction-type", code=COMMITMENT)
        ET.SubElement(transaction, "transaction-date", {"iso-date": day})
        value = ET.SubElement(transaction, "value", {"currency": str(currency), "value-date": day})
        value.text = plain(amount)
        if word := wording.qualifier(plain(self._row["qualifier"])):
            self._note("transaction/description", word, "stated", "how exactly the amount is stated")
            self._ours(ET.SubElement(transaction, "description"), f"{word} {currency} {amount:,f}")
        funders = parted(self._row["funders"])
        if len(funders) == 1:
            self._note("transaction/provider-org", funders[0], "stated")
            _told(ET.SubElement(transaction, "provider-org"), funders[0])
        yield transaction

    def _lacking(self) -> str:
        """Why no commitment can be told; empty where one can."""
        if not isinstance(self._row["amount"], Decimal):
            return "the section states no one amount"
        if self._row["amount_max"] is not None:
            return "the section states a range, and a commitment is one amount"
        if not self._row["currency"]:
            return "the currency of the amount is open"
        if not self._row["start"] or edges(str(self._row["start"]))[0] is None:
            return "a commitment has a day, and the section states no start to derive one from"
        return ""

    def _documents(self) -> Iterator[ET.Element]:
        file = str(self._document["file"])
        url = f"{quote(file)}#page={self._row['page']}"
        self._note("document-link", url, "derived", "the file's name: put the address in where it is published")
        self._note("document-link/category", OBJECTIVES, "derived", "a profile tells what its projects are for")
        yield _link(url, "application/pdf", str(self._document["title"] or file), OBJECTIVES)
        for target in parted(self._row["links"]):
            if re.match(r"https?://[^\s]+\Z", target):
                self._note("document-link", target, "stated")
                self._note("document-link/category", WEB_PAGE, "derived", "a page of the web")
                yield _link(target, "text/html", target, WEB_PAGE)


def _link(url: str, form: str, title: str, category: str) -> ET.Element:
    link = ET.Element("document-link", url=url, format=form)
    _told(ET.SubElement(link, "title"), title)
    ET.SubElement(link, "category", code=category)
    return link


def _told(element: ET.Element, text: str) -> ET.Element:
    """The element with a narrative."""
    ET.SubElement(element, "narrative").text = text
    return element


def _with_text(name: str, text: str) -> ET.Element:
    element = ET.Element(name)
    element.text = text
    return element


def _day_basis(stated: str, day: str, which: str) -> tuple[Basis, str]:
    return ("stated", "") if stated == day else ("derived", f"the {which} day of {wording.period(stated)}, as stated")


def edges(edtf: str) -> tuple[str | None, str | None]:
    """First and last day of a day, month, quarter, half, year or decade; None where seasons leave them open."""
    found = None if SEASON.fullmatch(edtf) else days(edtf)
    return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)
