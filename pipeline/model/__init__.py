"""The records that travel between the stages.

Every stage reads this package and it imports none of them. All records are frozen; lengths are PDF points, and boxes
are measured from the top left corner of the page.

    pull     PDF file  -> Source (pages of positioned text)
    segment  Source    -> Segmentation (sections in reading order, furniture, what was dropped)
    find     sections  -> Reading (sections with their mentions)
    relate   readings  -> Profile (findings with an id, Project, Contribution)
    check    Profile   -> Check
    write    Profile   -> tables
"""

from pipeline.model.geometry import BoundingBox, Boxes, PlacedBox
from pipeline.model.mentions import (
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
)
from pipeline.model.pages import (
    Area,
    Character,
    Dropped,
    Link,
    Page,
    Rule,
    Run,
    Source,
    Style,
    Tag,
)
from pipeline.model.profiles import (
    Check,
    Contribution,
    ContributionKind,
    Document,
    Finding,
    Profile,
    Project,
    Review,
    Severity,
    Status,
)
from pipeline.model.sections import (
    Furniture,
    Letter,
    Place,
    Section,
    SectionKind,
    Segmentation,
)

__all__ = [
    "Area",
    "BoundingBox",
    "Boxes",
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
    "Place",
    "PlacedBox",
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
    "Status",
    "Style",
    "Tag",
    "Time",
]
