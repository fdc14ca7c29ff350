"""Editions made by hand, so that a test changes one thing at a time."""

from collections.abc import Callable

import pytest

from pipeline.decisions.fields import FIELDS
from pipeline.diff.match import Edition, Figure, Row


@pytest.fixture
def project() -> Callable[..., Row]:
    def made(title: str, *, page: int = 2, id_: str = "", **values: str) -> Row:
        stated = {field.name: "" for field in FIELDS["projects"]} | {"title": title} | values
        return Row(id_ or f"projects-{title}-{page}", title, f"section of {title}", page, stated)

    return made


@pytest.fixture
def contribution() -> Callable[..., Row]:
    def made(kind: str, amount: str, *, page: int = 1, id_: str = "", **values: str) -> Row:
        stated = {field.name: "" for field in FIELDS["contributions"]} | {"kind": kind, "amount": amount} | values
        return Row(id_ or f"contributions-{kind}-{amount}-{page}", f"What is given ({kind})", "given", page, stated)

    return made


@pytest.fixture
def figure() -> Callable[..., Figure]:
    def made(amount: str, currency: str = "USD", section: str = "front") -> Figure:
        text = f"{currency} {amount}"
        return Figure("money", f"money-{text}", text, f"They gave {text}.", section, 1, (amount, "", currency))

    return made


@pytest.fixture
def edition() -> Callable[..., Edition]:
    def made(document: str = "kenya", **rows: object) -> Edition:
        return Edition(document=document, **{"donor": "KEN", **rows})

    return made
