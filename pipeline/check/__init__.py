"""Profile -> checks: what a person should look at before the tables are used.

Takes everything that was read from one document; gives one Check for each thing found. Reports and never repairs: no
value changes here, and what other stages tell in `profile.checks` is neither read nor repeated. `CHECKERS` is the whole
list, in the order in which a reader of the table meets them within a section.
"""

from __future__ import annotations

from typing import Final

from pipeline.check.checker import Checker
from pipeline.check.conflicts import ConflictingAmounts, TwoAmounts, TwoContributions, TwoProjectsOfOneName
from pipeline.check.document import (
    ForeignLanguage,
    MissingHeading,
    MissingText,
    NoProfile,
    NoProjects,
    OpenKind,
    UnknownDonor,
)
from pipeline.check.pages import (
    HiddenText,
    PartlyRead,
    ReadByOcr,
    RowByOcr,
    TextInPicture,
    TextlessPage,
    UnplacedWords,
    UnreadableCharacters,
    drawn,
)
from pipeline.check.percentages import ShareOverAll, SharesOverAll
from pipeline.check.periods import (
    DurationMismatch,
    EndBeforeStart,
    FinishedBeforeStart,
    TwoContributionPeriods,
    TwoProjectPeriods,
)
from pipeline.check.projects import BareProject, LargerThanAll, OtherCountry
from pipeline.check.second_reader import NotReadAgain, ReadDifferently
from pipeline.check.sums import KindsMismatch, PartsMismatch, SumMismatch
from pipeline.check.table_totals import TableSumMismatch
from pipeline.check.undecided import AssumedValue, GiftWithoutRow, OpenRole, UndecidedValue
from pipeline.check.unread import CellsWithoutCurrency, UnreadAmount, UnreadCells, UnreadCurrency, UnreadTable
from pipeline.check.values import MissingCurrency, OddNumber, ReversedRange
from pipeline.language.lexicon import OWN, spoken
from pipeline.model import Check, Profile, Source

CHECKERS: Final[tuple[Checker, ...]] = (
    ForeignLanguage(),
    UnknownDonor(),
    NoProjects(),
    NoProfile(),
    OpenKind(),
    MissingHeading(),
    MissingText(),
    TwoProjectsOfOneName(),
    SumMismatch(),
    PartsMismatch(),
    KindsMismatch(),
    TableSumMismatch(),
    ShareOverAll(),
    SharesOverAll(),
    LargerThanAll(),
    TwoContributions(),
    TwoAmounts(),
    ConflictingAmounts(),
    TwoContributionPeriods(),
    TwoProjectPeriods(),
    EndBeforeStart(),
    FinishedBeforeStart(),
    DurationMismatch(),
    MissingCurrency(),
    ReversedRange(),
    OddNumber(),
    UnreadAmount(),
    UnreadCurrency(),
    UnreadCells(),
    UnreadTable(),
    CellsWithoutCurrency(),
    UndecidedValue(),
    AssumedValue(),
    OpenRole(),
    GiftWithoutRow(),
    OtherCountry(),
    BareProject(),
    UnreadableCharacters(),
)


def check(profile: Profile, source: Source | None = None, second: Source | None = None) -> tuple[Check, ...]:
    """All checks of a document: those of the document first, then section by section in reading order.

    With `source`, the pages that the profile was made of, also whether every word on them came out; with `second`, the
    pages with figures as the other reader sees them, also whether both see the same.
    """
    checkers = list(CHECKERS)
    if source:
        checkers += [
            PartlyRead(source),
            TextlessPage(source),
            TextInPicture(source),
            HiddenText(source),
            ReadByOcr(source),
            RowByOcr(source),
        ]
        checkers += [UnplacedWords(drawn(source))]
    if second:
        checkers += [NotReadAgain(second), ReadDifferently(second)]
    position = {section.id: section.position for section in profile.sections}
    with spoken(profile.document.language or OWN):
        told = [check for checker in checkers for check in checker.run(profile)]
    return tuple(sorted(told, key=lambda check: position.get(check.section, -1)))
