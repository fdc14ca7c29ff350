"""The parts of README.md and the pages of docs/ that are made from the project itself. `python -m tests.readme` brings
them up to date."""

import re
from pathlib import Path

import pandas as pd

from pipeline import read_table
from tests.docs import checks, reference

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PROJECT_COLUMNS = ["title", "amount", "currency", "qualifier", "funders", "start", "end", "countries", "page"]
CHECK_COLUMNS = ["severity", "check", "document", "page", "message"]


def parts() -> dict[str, str]:
    """What stands between <!-- name --> and <!-- /name -->, by name."""
    projects = read_table(ROOT / "extracted" / "projects.csv")
    checks = read_table(ROOT / "extracted" / "checks.csv")
    return {
        "projects": excerpt(projects[projects["amount"].notna()], PROJECT_COLUMNS, 5),
        "checks": excerpt(checks[checks["severity"] == "warning"], CHECK_COLUMNS, 5),
    }


def excerpt(table: pd.DataFrame, columns: list[str], rows: int) -> str:
    lines = [columns, ["---"] * len(columns), *table[columns].head(rows).itertuples(index=False)]
    return "\n".join(f"| {' | '.join('' if pd.isna(cell) else str(cell) for cell in line)} |" for line in lines)


def filled(text: str) -> str:
    for name, part in parts().items():
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
        README: filled(README.read_text(encoding="utf-8")),
        ROOT / "docs" / "checks.md": checks(),
        ROOT / "docs" / "reference.md": reference(),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
