"""Who may ask, and what a browser may do with the answer.

The page shows texts of PDFs that anyone may have sent, and writes files; other pages in the same browser, other users
of the machine and names that point to 127.0.0.1 must get nothing of it. So every address begins with a secret token,
the Host must be the one that is served, and a change must come from the page itself.
"""

from __future__ import annotations

import hmac

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
LARGEST_BODY = 100_000  # bytes of a change
SAFE_METHODS = {"GET", "HEAD"}
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Gate:
    """Lets requests through to `app` that name the token and the served host, and sets the headers of all answers."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = {f"{LOOPBACK}:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        answer = self._refusal(scope["method"], scope["path"], headers) or self._app

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *ENCODED]
            await send(message)

        await answer(scope, receive, with_headers)

    def _refusal(self, method: str, path: str, headers: dict[str, str]) -> Response | None:
        if headers.get("host") not in self._hosts:
            return PlainTextResponse("This host name is not served here.", 421)
        if not hmac.compare_digest(path.removeprefix("/").partition("/")[0].encode(), self._token.encode()):
            return PlainTextResponse("Open the address that `donor-profiles review` printed.", 403)
        return None if method in SAFE_METHODS else _refusal_of_change(headers)


def _refusal_of_change(headers: dict[str, str]) -> Response | None:
    if headers.get("origin") != f"http://{headers['host']}":
        return PlainTextResponse("A change must come from the review page itself.", 403)
    if headers.get("content-type") != "application/json":
        return PlainTextResponse("A change is JSON.", 415)
    length = headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        return PlainTextResponse("A change states its length and is short.", 413)
    return None


ENCODED = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
