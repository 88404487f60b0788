"""A build that cannot go on keeps the last site, says why, and leaves nothing half done."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import projects

pytestmark = pytest.mark.site

CONFIG = """\
site_name: A small guide
docs_dir: content
theme: {name: material, font: false}
extra: {workleaf: {site_id: small-guide, pdf: no}}
plugins: [workleaf]
"""
SHEET = "title: Mood\nfields:\n  - text: What helps?\n    id: helps\n"
BUILD = (sys.executable, "-m", "workleaf", "build")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small guide, built once; each test changes it and must find it again as it was."""
    folder = tmp_path_factory.mktemp("small")
    for name in ("content", "worksheets"):
        (folder / name).mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "content" / "index.md").write_text("# Hello\n", encoding="utf-8")
    (folder / "worksheets" / "mood.yml").write_text(SHEET, encoding="utf-8")
    done = projects.run(folder, "workleaf", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def changed(folder: Path) -> None:
    """One more worksheet, so that there is something to build."""
    count = len([*(folder / "worksheets").iterdir()])
    text = SHEET.replace("Mood", f"Mood {count}")
    (folder / "worksheets" / f"mood-{count}.yml").write_text(text, encoding="utf-8")


def assert_told(done: subprocess.CompletedProcess[str]) -> None:
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert " = " in said


def test_a_disk_that_is_full_keeps_the_last_site(built: Path) -> None:
    before = projects.digests(built / "site")
    changed(built)
    done = subprocess.run(
        BUILD,
        cwd=built,
        capture_output=True,
        text=True,
        check=False,
        # No file can grow beyond this: writing fails in the middle, as on a full disk.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
    )
    assert_told(done)
    assert projects.digests(built / "site") == before
    _assert_builds(built)


def test_a_place_that_cannot_be_written_keeps_the_last_site(built: Path) -> None:
    before = projects.digests(built / "site")
    changed(built)
    (built / "build").rename(built / "aside")
    (built / "build").write_text("a file where a folder should be", encoding="utf-8")
    done = projects.run(built, "workleaf", "build")
    (built / "build").unlink()
    (built / "aside").rename(built / "build")
    assert_told(done)
    assert "build" in done.stderr
    assert projects.digests(built / "site") == before
    _assert_builds(built)


def test_a_build_that_is_stopped_keeps_the_last_site(built: Path) -> None:
    before = projects.digests(built / "site")
    changed(built)
    stage = built / "build" / "docs" / "worksheets"
    count = len([*stage.glob("*.md")])
    process = subprocess.Popen(
        BUILD, cwd=built, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    _until(lambda: len([*stage.glob("*.md")]) > count or process.poll() is not None)
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 128 + signal.SIGTERM, said
    assert "Traceback" not in said
    assert projects.digests(built / "site") == before
    _assert_builds(built)


def test_a_build_that_is_stopped_takes_its_engine_along(built: Path) -> None:
    changed(built)
    process = subprocess.Popen(
        BUILD, cwd=built, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    _until(lambda: bool(_children(process.pid)) or process.poll() is not None)
    engines = _children(process.pid)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert engines
    _until(lambda: not any(Path(f"/proc/{each}/cmdline").exists() for each in engines))


def test_a_site_that_was_taken_aside_comes_back(built: Path) -> None:
    """A build was killed between taking the last site away and putting the new one there."""
    before = projects.digests(built / "site")
    (built / "site").rename(built / ".site.old")
    (built / "worksheets" / "odd.yml").write_text("titel: x\n", encoding="utf-8")
    done = projects.run(built, "workleaf", "build")
    (built / "worksheets" / "odd.yml").unlink()
    assert done.returncode == 1
    assert projects.digests(built / "site") == before


def _assert_builds(folder: Path) -> None:
    """The next build is whole: nothing of the broken one is in its way."""
    done = projects.run(folder, "workleaf", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    names = {path.stem for path in (folder / "worksheets").iterdir()}
    assert {
        path.name for path in (folder / "site" / "worksheets").iterdir() if path.is_dir()
    } >= names
    assert not [*(folder / "build").rglob(".*.new")]


def _children(process: int) -> list[int]:
    file = Path(f"/proc/{process}/task/{process}/children")
    try:
        return [int(each) for each in file.read_text(encoding="utf-8").split()]
    except OSError:
        return []


def _until(condition: object, seconds: float = 60) -> None:
    assert callable(condition)
    end, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        assert time.monotonic() < end, "it does not come to that"
        pause.wait(0.01)
