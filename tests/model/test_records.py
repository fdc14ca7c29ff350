"""What a record is not told it leaves open."""

import dataclasses
import importlib
import inspect
import pkgutil

import pytest

from pipeline import model

# What stands for nothing where nothing is told, beside what is empty, none or false.
PLAIN = {
    ("Cell", "kind"): "cell",
    ("Cell", "rows"): 1,
    ("Cell", "columns"): 1,
    ("Money", "kind"): "money",
    ("Money", "qualifier"): "exact",
    ("Quantity", "kind"): "quantity",
    ("Quantity", "qualifier"): "exact",
    ("Context", "language"): "en",
    ("Field", "type"): "string",
    ("Field", "may_be_emptied"): True,
    ("Table", "key"): ("document", "id"),
    ("Table", "references"): (("document", "documents"), ("section", "sections")),
}


def defaults():
    for info in pkgutil.iter_modules(model.__path__):
        module = importlib.import_module(f"{model.__name__}.{info.name}")
        for name, record in vars(module).items():
            if inspect.isclass(record) and record.__module__ == module.__name__:
                told = getattr(record, "_field_defaults", {})
                if dataclasses.is_dataclass(record):
                    fields = dataclasses.fields(record)
                    told = {f.name: f.default for f in fields if f.default is not dataclasses.MISSING}
                yield from ((name, field, default) for field, default in told.items())


@pytest.mark.parametrize(("record", "field", "default"), list(defaults()))
def test_a_field_that_is_not_told_is_open(record: str, field: str, default: object) -> None:
    assert default == PLAIN.get((record, field), type(default)())
