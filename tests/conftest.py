"""What tests share: the real site, built once, a server for it and a browser."""

from __future__ import annotations

import fcntl
import importlib.resources
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import browsers
import projects


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the files in tests/golden instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


@cache
def _without_guide() -> bool:
    """Our guide was taken out of this copy, and another stands in its place."""
    file = projects.ROOT / "mkdocs.yml"
    return not file.is_file() or "site_id: reconnect-guide" not in file.read_text(encoding="utf-8")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Modules about our guide are not even read where it was taken out: they read it at once."""
    if collection_path.suffix != ".py" or not _without_guide():
        return None
    text = collection_path.read_text(encoding="utf-8")
    return bool(re.search(r"^pytestmark = .*mark\.guide", text, re.MULTILINE)) or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Single tests about our guide are left out with it."""
    gone = [each for each in items if _without_guide() and each.get_closest_marker("guide")]
    if gone:
        config.hook.pytest_deselected(items=gone)
        items[:] = [each for each in items if each not in gone]


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser's executable, for tests that start (and kill) it themselves."""
    return browsers.chromium()


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One Chromium for all tests of a worker; each test opens its own context."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium_path, args=list(browsers.FLAGS))
        yield found
        found.close()


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A copy of the project with its site built, shared by all workers: read it, never write."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder = shared / "built-project"
    with (shared / "built-project.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").is_dir():
            done = projects.run(projects.copy(folder), "workleaf", "build")
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site_dir(built_project: Path) -> Path:
    """The real site, built once a session; read it, never write."""
    return built_project / "site"


@pytest.fixture(scope="session")
def server(site_dir: Path) -> Iterator[str]:
    """The address of the served site, `/` at its end; it stands below `/my-repo/` too."""
    with browsers.serving(site_dir) as address:
        yield address


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The accessibility checker's script, to run in a page."""
    package = importlib.resources.files("axe_playwright_python")
    return (package / "axe.min.js").read_text(encoding="utf-8")
