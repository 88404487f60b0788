"""Building: the same bytes each time, by either way, and nothing half-done."""

from __future__ import annotations

from pathlib import Path

import pytest

import projects

pytestmark = [pytest.mark.guide, pytest.mark.site]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = projects.copy(tmp_path_factory.mktemp("first") / "project", translations=False)
    done = projects.run(
        folder, "workleaf", "build", environment={"TZ": "UTC", "PYTHONHASHSEED": "1"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_two_builds_are_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = projects.copy(tmp_path / "elsewhere" / "deeper", translations=False)
    environment = {"TZ": "Asia/Kathmandu", "LANG": "C", "PYTHONHASHSEED": "7"}
    done = projects.run(other, "workleaf", "build", environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert projects.digests(other / "site") == projects.digests(built / "site")


def test_plain_mkdocs_build_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = projects.copy(tmp_path / "project", translations=False)
    done = projects.run(other, "mkdocs", "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert projects.digests(other / "site") == projects.digests(built / "site")


def test_a_mistake_keeps_the_last_site_and_says_where_it_is(built: Path) -> None:
    before = projects.digests(built / "site")
    sheet = built / "worksheets" / "outside-view.yml"
    text = sheet.read_text(encoding="utf-8")
    try:
        sheet.write_text(text.replace("hint:", "hnit:").replace("lines:", "lnies:"), "utf-8")
        done = projects.run(built, "workleaf", "build")
    finally:
        sheet.write_text(text, "utf-8")
    assert done.returncode == 1
    assert "worksheets/outside-view.yml:" in done.stderr
    assert "did you mean 'lines'?" in done.stderr
    assert "Traceback" not in done.stderr
    assert projects.digests(built / "site") == before


def test_the_plugin_names_a_mistake_the_same_way(built: Path) -> None:
    page = built / "content" / "start-here.md"
    text = page.read_text(encoding="utf-8")
    try:
        page.write_text(text + "\n```worksheet\nuse: no-such-sheet\n```\n", "utf-8")
        done = projects.run(built, "mkdocs", "build", "--quiet")
    finally:
        page.write_text(text, "utf-8")
    assert done.returncode == 1
    assert "there is no worksheet 'no-such-sheet'" in done.stderr
    assert "content/start-here.md:" in done.stderr
    assert "Traceback" not in done.stderr
