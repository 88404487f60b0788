"""Small worksheet pages, made by hand, for tests of what happens in the reader's browser."""

from __future__ import annotations

import contextlib
import html
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from projects import ROOT
from workleaf.outputs.web.spoken import SPOKEN
from workleaf.strings import words

ASSETS = ROOT / "generator" / "workleaf" / "outputs" / "web" / "assets"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
DATABASE = "workleaf-test-site"
STORED = """async name => {
  const all = await indexedDB.databases();
  if (!all.some(each => each.name === name)) return {};
  const base = await new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const found = await new Promise((resolve, reject) => {
    const asked = base.transaction('answers').objectStore('answers').getAll();
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  base.close();
  return Object.fromEntries(found.map(each => [each.worksheet + '/' + each.path, each]));
}"""


def text(item: str, *, default: str = "", more: str = "") -> str:
    """A question with a line to write on."""
    return (
        f'<div class="wl-item" data-item="{item}" data-kind="text" {more}>'
        f'<label for="notes--{item}">About {item}</label>'
        f'<input type="text" id="notes--{item}" name="{item}" value="{default}"'
        f' autocomplete="off"><p data-wl-check hidden>Look at {item} again.</p></div>'
    )


def lines(item: str, *, more: str = "") -> str:
    """A question with a box for several lines."""
    return (
        f'<div class="wl-item" data-item="{item}" data-kind="text" {more}>'
        f'<label for="notes--{item}">About {item}</label>'
        f'<textarea id="notes--{item}" name="{item}" rows="2"></textarea></div>'
    )


def one(item: str, choices: Sequence[str], *, more: str = "") -> str:
    """A question with one answer of several."""
    options = "".join(
        f'<label><input type="radio" name="{item}" value="{each}">{each}</label>'
        for each in choices
    )
    return (
        f'<fieldset class="wl-item" data-item="{item}" data-kind="one" {more}>'
        f"<legend>About {item}</legend>{options}</fieldset>"
    )


def many(item: str, choices: Sequence[str]) -> str:
    """A question with any answers of several."""
    options = "".join(
        f'<label><input type="checkbox" name="{item}.{each}" value="yes">{each}</label>'
        for each in choices
    )
    return (
        f'<fieldset class="wl-item" data-item="{item}" data-kind="many">'
        f"<legend>About {item}</legend>{options}</fieldset>"
    )


def table(item: str, column: str, *, rows: int = 2, start_with: Sequence[str] = ()) -> str:
    """A table of one column whose rows come and go."""

    def row(number: int | str, value: str = "") -> str:
        return (
            f'<tr data-row="{number}"><th>Row <span data-wl-number>{number}</span></th>'
            f'<td data-cell="{column}" data-kind="text">'
            f'<input name="{item}.{number}.{column}" value="{value}" aria-label="{column}"></td>'
            "<td><button type=button data-wl-remove class=wl-live-only hidden>Remove</button></td>"
            "</tr>"
        )

    values = [*start_with, *[""] * rows][: max(rows, len(start_with))]
    body = "".join(row(number + 1, value) for number, value in enumerate(values))
    return (
        f'<fieldset class="wl-item" data-item="{item}" data-kind="rows" data-control="rows">'
        f"<legend>About {item}</legend><table><tbody data-wl-rows>{body}</tbody></table>"
        f"<template data-wl-row>{row('__row__')}</template>"
        "<p><span role=status data-wl-removed></span>"
        "<button type=button data-wl-undo hidden>Undo</button></p>"
        "<div class=wl-live-only hidden><button type=button data-wl-add>Add</button></div>"
        "</fieldset>"
    )


def result(name: str, shows: str, *, when: int | None = None, more: str = "") -> str:
    """A result; `when` is the number of its condition."""
    condition = "" if when is None else f'data-when="{when}"'
    return f'<div data-result="{name}" {condition} {more} hidden><p>{shows}</p></div>'


KEEP = """<div class="wl-keep" role="group" aria-label="Keeping" data-wl-keep hidden>
<button type="button" data-keep-choice="device">Keep on this device</button>
<button type="button" data-keep-choice="session">Only until I close this tab</button>
<button type="button" data-keep-choice="never">Do not keep</button></div>"""
FOOT = """<footer>
<button type="button" class="wl-live-only" data-wl-download hidden>Download my answers</button>
<button type="button" class="wl-live-only" data-wl-open hidden>Open my answers</button>
<input type="file" data-wl-file hidden>
<button type="button" class="wl-live-only" data-wl-print hidden>Print</button>
<p data-wl-status-foot aria-hidden="true"></p></footer>"""


def form(
    *parts: str,
    worksheet: str = "notes",
    privacy: str = "sensitive",
    keep: str = "device",
    version: int = 1,
    gate: str = "",
    role: str = "",
    results: str = "",
    trees: Sequence[Any] = (),
    site: str = "test-site",
) -> str:
    """A form as the generator writes it, without what a test does not need."""
    spoken = {key: words("en")[key] for key in SPOKEN}
    data = json.dumps({"trees": list(trees), "words": spoken})
    around = f'data-role="{role}"' if role else f'data-gate="{gate}"' if gate else ""
    kept = "" if role else f'<p data-wl-status role="status"></p>{KEEP}'
    return (
        f'<form class="wl-form{" wl-gate" if role else ""}" data-worksheet="{worksheet}"'
        f' data-version="{version}" data-hash="h" data-keep="{keep}" data-privacy="{privacy}"'
        f' data-site="{site}" {around} lang="en" autocomplete="off" novalidate>{kept}'
        f'<section class="wl-step">{"".join(parts)}</section>'
        f"<section data-wl-results>{results}<p data-wl-too-few hidden>Too few</p></section>"
        f'{"" if role else FOOT}<script type="application/json" class="wl-data">{data}</script>'
        "</form>"
    )


def page(*content: str, site: str = "test-site", title: str = "Notes") -> str:
    """A page with the exit and the delete button that every page has."""
    told = {key: words("en")[key] for key in SPOKEN if key.startswith("delete")}
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<script src="/workleaf.js" defer></script></head><body>'
        '<a data-wl-exit href="/weather/">Leave this page now</a> <a href="/other/">Other</a>'
        f"<main>{''.join(content)}</main>"
        f'<footer><button type="button" data-wl-delete data-site="{site}" hidden'
        f' data-words="{html.escape(json.dumps(told))}">Delete everything here</button></footer>'
        "</body></html>"
    )


class Pages:
    """A server of pages that stand in memory; a posted body goes to `posted`."""

    def __init__(self) -> None:
        """Nothing but the script and two pages without a form."""
        self.posted: Callable[[str, str], None] = lambda path, body: None
        self.requested: list[str] = []
        self.address = ""
        names = [path.name for path in sorted(ASSETS.glob("*.js"))]
        self._files = {
            f"/{name}": ("text/javascript", (ASSETS / name).read_bytes()) for name in names
        }
        self._files["/workleaf.css"] = ("text/css", (ASSETS / "workleaf.css").read_bytes())
        self.put("/weather/", "<!doctype html><title>Weather</title><p>Sunny.</p>")
        self.put("/other/", page("<p>Another page.</p>", title="Other"))

    def put(self, path: str, content: str, kind: str = "text/html; charset=utf-8") -> str:
        """Serve this at the path; returns its address."""
        self._files[path] = (kind, content.encode())
        return self.address + path

    def file(self, path: str) -> tuple[str, bytes] | None:
        """The kind and the bytes at a path."""
        return self._files.get(path)


@contextlib.contextmanager
def serving() -> Iterator[Pages]:
    """Serve pages on a free port of this machine."""
    pages = Pages()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Say nothing."""

        def do_GET(self) -> None:
            pages.requested.append(self.path)
            kind, body = pages.file(self.path.split("?")[0]) or ("text/plain", b"")
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            pages.posted(self.path, self.rfile.read(size).decode())
            self.send_response(204)
            self.send_header("Content-Length", "0")
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # A killed browser leaves half a request behind.
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    pages.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield pages
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
