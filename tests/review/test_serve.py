"""Who decides, until told otherwise, and a port that is taken."""

import socket
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.review import server


@pytest.mark.parametrize(
    ("git", "name"),
    [("echo ' Ann of Kent '", "Ann of Kent"), ("exit 1", "ben"), (None, "ben")],
    ids=["known", "not told", "no git"],
)
def test_who_decides_is_whom_git_knows_or_the_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: str | None, name: str
) -> None:
    if git:
        tmp_path.joinpath("git").write_text(f"#!/bin/sh\n{git}\n", encoding="utf-8")
        tmp_path.joinpath("git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "ben")
    assert server._reviewer() == name


def test_a_port_that_is_taken_is_told(folders) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"Port {port} cannot be used \(Address already in use\): choose another"):
            server.serve(folders.raw, folders.out, port, print)


def test_the_addresses_of_a_document() -> None:
    site = server.Served("secret", "Ann")
    assert (site.documents(), site.document("kenya 2/3")) == ("/secret/", "/secret/documents/kenya%202%2F3/")
    assert site.live


def test_style_and_scripts_are_found_by_their_addresses() -> None:
    head = str(server.Served("secret", "Ann").head(["rows.js", "keys.js"]))
    assert head.splitlines() == [
        '<link rel="icon" href="/secret/static/icon.svg">',
        '<link rel="stylesheet" href="/secret/static/review.css">',
        '<script type="module" src="/secret/static/rows.js"></script>',
        '<script type="module" src="/secret/static/keys.js"></script>',
    ]


CHANGE = {
    "host": "127.0.0.1:8610",
    "origin": "http://127.0.0.1:8610",
    "content-type": "application/json",
    "content-length": "1000000",
}


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, None),
        ({"origin": "https://127.0.0.1:8610"}, 403),
        ({"origin": "http://elsewhere"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-length": "1000001"}, 413),
        ({"content-length": ""}, 413),
        ({"content-length": "-1"}, 413),
    ],
    ids=str,
)
def test_a_change_comes_from_the_page_as_json_and_is_short(changed: dict[str, str], status: int | None) -> None:
    refused = server._refusal_of_change({**CHANGE, **changed})
    assert (refused and refused.status_code) == status


@pytest.mark.parametrize(
    ("method", "path", "host", "status"),
    [
        ("GET", "/secret/", "127.0.0.1:8610", None),
        ("GET", "/secret/documents/a/", "localhost:8610", None),
        ("HEAD", "/secret/", "localhost:8610", None),
        ("GET", "/secret/", "localhost", 421),
        ("GET", "/secrets/", "localhost:8610", 403),
        ("GET", "/documents/secret/", "localhost:8610", 403),
        ("GET", "//secret/", "localhost:8610", 403),
        ("POST", "/secret/", "localhost:8610", 403),  # from no page of ours
    ],
)
def test_the_gate_lets_through_who_names_host_and_token(method: str, path: str, host: str, status: int | None) -> None:
    refused = server.Gate(lambda: None, "secret", 8610)._refusal(method, path, {"host": host})  # type: ignore[arg-type]
    assert (refused and refused.status_code) == status
