"""What tests share: the real site, built once, a server for it and a browser."""

from __future__ import annotations

import fcntl
import importlib.resources
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import browsers
import projects


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the files in tests/golden instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


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
