from tests import docs


def test_tables_are_described_for_people() -> None:
    text = docs.markdown(level=2)
    assert text.startswith("## documents.csv\n\nOne row a document")
    assert "| `status` | Whether it could be read. One of `ok`, `failed`, `no-text`, `encrypted`. |" in text
    assert text.count("\n## ") == 10
