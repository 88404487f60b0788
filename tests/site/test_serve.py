"""`mkdocs serve`: a change shows, and building does not wake itself."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import projects

pytestmark = [pytest.mark.guide, pytest.mark.site]
PATIENCE = 90.0
"""Seconds until a change must show on a slow machine."""


class Preview:
    """A running preview of a small project."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder = folder
        self.lines: list[str] = []
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command, cwd=folder, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.lines.append(line)

    @property
    def builds(self) -> int:
        return sum("Building documentation" in line for line in self.lines)

    def page(self, address: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}") as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def until_shown(self, address: str, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if text in self.page(address):
                return
            assert self.process.poll() is None, "".join(self.lines)
        raise AssertionError(f"{text!r} never stood on {address}: " + "".join(self.lines[-20:]))

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    folder = projects.copy(tmp_path / "project", translations=False)
    running = Preview(folder)
    yield running
    running.stop()


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_changes_to_worksheets_and_pages_show_and_nothing_loops(preview: Preview) -> None:
    preview.until_shown("worksheets/outside-view/", "The outside view (7 minutes)")
    _change(
        preview.folder / "worksheets" / "outside-view.yml",
        "The outside view (7 minutes)",
        "The outside view, changed",
    )
    preview.until_shown("worksheets/outside-view/", "The outside view, changed")
    page = preview.folder / "content" / "closing.md"
    page.write_text(page.read_text("utf-8") + "\nA freshly written line.\n", "utf-8")
    preview.until_shown("closing/", "A freshly written line.")
    # One build at the start and one for each change; a loop would never come to rest.
    settled = preview.builds
    preview.until_shown("worksheets/outside-view/", "The outside view, changed")
    assert settled <= 3
    assert preview.builds == settled
