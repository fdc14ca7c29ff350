"""The parts of README.md that are made from the project itself. `python -m tests.readme` brings them up to date."""

import re
from pathlib import Path

import pandas as pd

from pipeline import read_table
from pipeline.write.docs import markdown

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
        "tables": markdown(level=3),
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


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
