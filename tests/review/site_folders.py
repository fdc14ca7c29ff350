"""Folders as a person has them before a review: a profile whose text is markup and script, and its tables."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from httpx2 import Response
from starlette.testclient import TestClient

from pipeline.decisions.file import Decision, read
from pipeline.model import schema
from pipeline.review.index import Library
from pipeline.review.server import Served, app
from pipeline.run import Options, run
from pipeline.write.dataframes import read_table
from tests.pdfs import typeset

TOKEN, PORT = "secret", 8610
HOST = f"127.0.0.1:{PORT}"

HEADING = "Ports <img src=x onerror=alert(1)>"
TEXT = """Ireland gave the port project EUR 3 million between 2018 and 2020.
A grant of EUR 450 000 <script>document.title='run'</script> went to Kenya & "Uganda".
Some 5000 dockers were trained in Mombasa, and a score of cranes were repaired."""


class Folders(NamedTuple):
    raw: Path
    out: Path

    def tell(self, field: str, message: str = "Look at this.") -> None:
        """Adds a check on a field of the first amount, as a run might have told it."""
        row = self.id_of("money", "EUR 3 million")
        with self.out.joinpath("checks.csv").open("a", encoding="utf-8") as file:
            file.write(f"checks-1,warning,two-amounts,sample,,1,money,{row},{field},{message}\n")
        self.out.joinpath("documents.csv").touch()  # by which the page sees that tables are new

    def extract(self) -> None:
        """Extracts once more, as people do after a review."""
        run([self.raw], self.out, Options(jobs=1, verify=False))

    @property
    def reviews(self) -> Path:
        return self.raw / "sample.reviews.csv"

    @property
    def decisions(self) -> tuple[Decision, ...]:
        decisions, broken = read(self.reviews)
        assert broken == ()
        return decisions

    def table(self, name: str) -> pd.DataFrame:
        return read_table(self.out / f"{name}.csv")

    def tables(self) -> dict[str, pd.DataFrame]:
        return {table.name: self.table(table.name) for table in schema.TABLES}

    def id_of(self, table: str, text: str) -> str:
        frame = self.table(table)
        (found,) = frame.loc[frame["text"] == text, "id"]
        return str(found)


def made_in(folder: Path) -> Folders:
    folders = Folders(folder / "raw", folder / "extracted")
    typeset(folders.raw / "Sample.pdf", TEXT, HEADING)
    folders.extract()
    return folders


class Asked:
    """The page, asked as a browser asks it."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        site = Served(TOKEN, "Ann")
        self.client = TestClient(app(Library(folders.raw, folders.out), site, PORT), base_url=f"http://{HOST}")

    def get(self, address: str) -> Response:
        return self.client.get(f"/{TOKEN}/{address}")

    def post(self, address: str, **data: object) -> Response:
        sent = {"reviewer": "Ann", **data}
        return self.client.post(f"/{TOKEN}/documents/sample/{address}", json=sent, headers={"Origin": f"http://{HOST}"})

    def decide(self, table: str, text: str, verdict: str, **data: object) -> Response:
        """A verdict on the row with these words; `data` are values, or what `on` takes."""
        told = {name: data.pop(name) for name in ("seen", "standing", "reviewer") if name in data}
        return self.on(table, self.folders.id_of(table, text), verdict, values=data, **told)

    def on(
        self,
        table: str,
        id_: str,
        verdict: str,
        *,
        seen: Sequence[int] | None = None,
        standing: Sequence[int] = (),
        **data: object,
    ) -> Response:
        """A verdict on a row by somebody who sees what stands on it now, or saw those lines; `standing` are the lines
        that shall stand again."""
        lines = [d.line for d in read(self.folders.reviews)[0] if (d.table, d.id) == (table, id_)]
        row = {"table": table, "id": id_, "seen": lines if seen is None else seen, "standing": list(standing)}
        return self.post("decisions", rows=[row], verdict=verdict, **data)
