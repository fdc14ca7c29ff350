"""The parts of README.md and the pages of docs/ that are made from the project itself. `python -m tests.readme` brings
them up to date."""

import re
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from pipeline import read_table
from pipeline.export.folder import Export
from pipeline.model.csv_cells import plain
from pipeline.write.dataframes import read_tables
from tests.docs import checks, reference, words

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
RULES = ROOT / "docs" / "rules.md"
PROJECT_COLUMNS = ["title", "amount", "currency", "qualifier", "funders", "start", "end", "countries", "page"]
GIVEN_COLUMNS = ["document", "kind", "amount", "currency", "qualifier", "period", "funder", "page"]
CHECK_COLUMNS = ["severity", "check", "document", "page", "message"]


def parts() -> dict[str, str]:
    """What stands between <!-- name --> and <!-- /name -->, by name."""
    projects = read_table(ROOT / "extracted" / "projects.csv")
    given = read_table(ROOT / "extracted" / "contributions.csv")
    checks = read_table(ROOT / "extracted" / "checks.csv")
    return {
        "projects": excerpt(projects[projects["amount"].notna()], PROJECT_COLUMNS, 4),
        "contributions": excerpt(given.groupby("document").head(1), GIVEN_COLUMNS, 5),
        "checks": excerpt(checks[checks["severity"] == "warning"], CHECK_COLUMNS, 4),
    }


def excerpt(table: pd.DataFrame, columns: list[str], rows: int) -> str:
    lines = [columns, ["---"] * len(columns), *table[columns].head(rows).itertuples(index=False)]
    return "\n".join(f"| {' | '.join('' if pd.isna(cell) else str(cell) for cell in line)} |" for line in lines)


def answers() -> dict[str, str]:
    """What the database answers to each question of README.md, by the name of the part below it; nothing where
    DuckDB is not installed."""
    if find_spec("duckdb") is None:
        return {}
    import duckdb

    from pipeline.export import duckdb as form

    asked = re.findall(r"```sql\n(.*?)```\n\n<!-- (\w+) -->", README.read_text(encoding="utf-8"), re.DOTALL)
    with TemporaryDirectory() as folder:
        form.write(Export(read_tables(ROOT / "extracted"), {}), Path(folder, "profiles.duckdb"))
        with duckdb.connect(str(Path(folder, "profiles.duckdb"))) as database:
            return {name: answer(database.execute(question)) for question, name in asked}


def answer(result: Any) -> str:
    columns = [column[0] for column in result.description]
    rows = [["" if cell is None else plain(cell) for cell in row] for row in result.fetchall()]
    return "\n".join(f"| {' | '.join(row)} |" for row in [columns, ["---"] * len(columns), *rows])


def filled(text: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
            lambda found, part=part: f"{found[1]}{part.strip()}\n{found[2]}",
            text,
            flags=re.DOTALL,
        )
    return text


def pages() -> dict[Path, str]:
    """What each of the files holds once it is up to date."""
    return {
        README: filled(README.read_text(encoding="utf-8"), {**parts(), **answers()}),
        RULES: filled(RULES.read_text(encoding="utf-8"), {"words": words()}),
        ROOT / "docs" / "checks.md": checks(),
        ROOT / "docs" / "reference.md": reference(),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
