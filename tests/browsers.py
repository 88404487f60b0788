"""The browser that tests and benchmarks drive, and pages served to it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bootstrap import browser

FLAGS = (
    "--no-sandbox",  # as root in a container there is none
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BASE_PATH = "/my-repo/"
"""Where a project site lies on GitHub Pages, for example."""


def chromium() -> str:
    """The path of Chromium, Chrome or Edge. Raises `FileNotFoundError` where there is none."""
    found = browser()
    if not found:
        raise FileNotFoundError("no Chromium: `make test` installs one or says how")
    return found


class Pages(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: below a base path too, with 404.html."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the test says what went wrong."""

    def translate_path(self, path: str) -> str:
        """The file for an address; the base path in front is optional."""
        if path.startswith(BASE_PATH):
            path = "/" + path.removeprefix(BASE_PATH)
        return super().translate_path(path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own 404 page where it has one."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@contextlib.contextmanager
def serving(folder: Path, *, pages: type[Pages] = Pages) -> Iterator[str]:
    """Serve a folder on a free port of this machine; yields the address, with a `/` at its end.

    The same pages stand below `BASE_PATH`.
    """

    def handler(*values: Any) -> Pages:
        return pages(*values, directory=str(folder))

    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
