"""Who gets nothing of the page: other sites, other names of this machine, who lacks the token, texts of PDFs."""

import pytest

from tests.review.site_folders import HOST, TEXT, TOKEN

DECISIONS = f"/{TOKEN}/documents/sample/decisions"
ORIGIN = {"Origin": f"http://{HOST}"}


@pytest.fixture
def reject(folders):
    """A decision that would be written if it were let through."""
    rows = [{"table": "money", "id": folders.id_of("money", "EUR 3 million"), "seen": [], "standing": []}]
    return {"rows": rows, "verdict": "reject", "reviewer": "Eve"}


def test_the_page_itself_may(page, folders, reject):
    assert page.client.post(DECISIONS, json=reject, headers=ORIGIN).status_code == 200
    assert [decision.decision for decision in folders.decisions] == ["reject"]


@pytest.mark.parametrize("address", ["/", "/documents/sample/", "/wrong/", "/secre/", "/secret2/", "//"])
def test_without_the_token(page, address):
    answer = page.client.get(address)
    assert answer.status_code == 403
    assert "Ireland" not in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8610", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8610", ""]
)
def test_a_name_that_points_here(page, host):
    """DNS rebinding: a site of the attacker's that resolves to this machine."""
    assert page.client.get(f"/{TOKEN}/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin", [{}, {"Origin": "null"}, {"Origin": "http://evil.example"}, {"Origin": "http://127.0.0.1:9"}]
)
def test_a_change_from_elsewhere(page, folders, reject, origin):
    assert page.client.post(DECISIONS, json=reject, headers=origin).status_code == 403
    assert not folders.reviews.exists()


def test_a_change_as_forms_can_send_it(page, folders):
    """A form of another page can send plain text across sites without asking first."""
    answer = page.client.post(DECISIONS, content=b"{}", headers={**ORIGIN, "Content-Type": "text/plain"})
    assert answer.status_code == 415


def test_a_change_that_is_too_long(page, reject):
    assert page.client.post(DECISIONS, json={**reject, "note": "x" * 2_000_000}, headers=ORIGIN).status_code == 413


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"table": 3}', b'{"table": "checks"}'])
def test_a_change_that_is_none(page, folders, body):
    answer = page.client.post(DECISIONS, content=body, headers={**ORIGIN, "Content-Type": "application/json"})
    assert answer.status_code == 400
    assert not folders.reviews.exists()


@pytest.mark.parametrize(
    "address",
    [
        "documents/..%2f..%2fetc%2fpasswd/",
        "documents/%2e%2e/",
        "documents/../raw/Sample.pdf",
        "documents/Sample/",
        "documents/sample/pages/0",
        "documents/sample/pages/2",
        "documents/sample/pages/..%2f1",
        "static/../server.py",
        "static/..%2fserver.py",
        "static/%2e%2e/%2e%2e/server.py",
    ],
)
def test_names_that_lead_elsewhere(page, address):
    page.get("documents/sample/")
    assert page.get(address).status_code == 404


def test_every_answer_says_what_a_browser_may_do(page):
    for address in ("", "documents/sample/", "documents/sample/pages/1", "static/rows.js", "nowhere"):
        headers = page.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_texts_of_a_pdf_are_texts(page):
    """The profile's heading is an image that fails, its text has a script: both are shown, neither is markup."""
    html = page.get("documents/sample/").text
    assert "&lt;script&gt;document.title=&#39;run&#39;&lt;/script&gt;" in html
    assert "Ports &lt;img src=x onerror=alert(1)&gt;" in html
    assert "<img src=x" not in html
    assert "<script>" not in html
    assert "<script>" in TEXT


def test_a_note_is_a_text(page, folders):
    page.on("money", folders.id_of("money", "EUR 3 million"), "accept", note="<b>=1+1")
    assert "&lt;b&gt;=1+1" in page.get("documents/sample/").text
    assert "'=1" not in folders.reviews.read_text()
    assert folders.decisions[0].note == "<b>=1+1"
