"""The records that travel between the stages.

Every stage reads this package and it imports none of them. All records are frozen; lengths are PDF points, and boxes
are measured from the top left corner of the page.

    pull       PDF file  -> Source (pages of positioned text)
    segment    Source    -> Segmentation (sections in reading order, furniture, what was dropped)
    mentions   sections  -> Reading (sections with their mentions)
    relate     readings  -> Profile (findings with an id, Project, Contribution)
    decisions  Profile   -> Profile as people decided
    check      Profile   -> Check
    write      Profile   -> tables
"""

from pipeline.model.blocks import (
    Block,
    Cell,
    CellKind,
    CellName,
    Fact,
    Facts,
    Paragraph,
    Passage,
    Span,
    Table,
    row_spans,
)
from pipeline.model.geometry import BoundingBox, Boxes, PlacedBox, columns_of
from pipeline.model.grid import PlacedCell, grids, identified
from pipeline.model.mention import (
    Context,
    Country,
    CountryKind,
    DateKind,
    Doubt,
    Flow,
    Mention,
    Money,
    MoneyRole,
    Organisation,
    OrganisationKind,
    Qualifier,
    Quantity,
    Reading,
    Role,
    Time,
    Tokens,
)
from pipeline.model.page import Area, Character, Dropped, Link, Page, Rule, Run, Source, Style, Tag
from pipeline.model.profile import (
    REVIEWS,
    Basis,
    Check,
    Contribution,
    ContributionKind,
    Document,
    Evidence,
    Finding,
    Profile,
    Project,
    Review,
    Severity,
    Status,
)
from pipeline.model.section import Furniture, Letter, Place, Section, SectionKind, Segmentation

__all__ = [
    "REVIEWS",
    "Area",
    "Basis",
    "Block",
    "BoundingBox",
    "Boxes",
    "Cell",
    "CellKind",
    "CellName",
    "Character",
    "Check",
    "Context",
    "Contribution",
    "ContributionKind",
    "Country",
    "CountryKind",
    "DateKind",
    "Document",
    "Doubt",
    "Dropped",
    "Evidence",
    "Fact",
    "Facts",
    "Finding",
    "Flow",
    "Furniture",
    "Letter",
    "Link",
    "Mention",
    "Money",
    "MoneyRole",
    "Organisation",
    "OrganisationKind",
    "Page",
    "Paragraph",
    "Passage",
    "Place",
    "PlacedBox",
    "PlacedCell",
    "Profile",
    "Project",
    "Qualifier",
    "Quantity",
    "Reading",
    "Review",
    "Role",
    "Rule",
    "Run",
    "Section",
    "SectionKind",
    "Segmentation",
    "Severity",
    "Source",
    "Span",
    "Status",
    "Style",
    "Table",
    "Tag",
    "Time",
    "Tokens",
    "columns_of",
    "grids",
    "identified",
    "row_spans",
]
