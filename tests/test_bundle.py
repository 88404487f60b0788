"""The committed script and style are what their sources make."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest

import bootstrap

GENERATOR = Path(bootstrap.__file__).parent
ASSETS = GENERATOR / "workleaf" / "outputs" / "web" / "assets"


@pytest.fixture(scope="session")
def node() -> str:
    """Node with the packages that bundle; only who changes browser code needs it."""
    found = shutil.which("node")
    if not found or not bootstrap.install_node_packages():
        pytest.skip("there is no Node here, so the browser bundle cannot be made again")
    return found


def test_the_committed_bundle_is_what_its_sources_make(node: str) -> None:
    done = subprocess.run(
        [node, "build.mjs", "--check"], cwd=GENERATOR, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "most"),
    [
        ("workleaf.js", 12_000),
        ("workleaf.logic.js", 12_000),
        ("workleaf.later.js", 12_000),
        ("workleaf.charts.js", 12_000),
        ("workleaf.offer.js", 12_000),
        ("workleaf.aids.js", 12_000),
        ("workleaf.lines.js", 1_000),
        ("workleaf.exports.js", 12_000),
        ("workleaf.former.js", 12_000),
        ("workleaf.css", 6_000),
    ],
)
def test_a_page_stays_light(file: str, most: int) -> None:
    packed = gzip.compress((ASSETS / file).read_bytes(), compresslevel=9, mtime=0)
    assert len(packed) <= most, f"{file} is {len(packed)} bytes gzipped"
