"""What Lighthouse says of the guide on a phone: home, a section, a worksheet, median of five runs.

The site is served as a static host does it, text compressed. Lighthouse slows the processor down to
that of a phone: by four on a machine of usual speed, by less on a slow or busy one, as fast as that
was in the runs before, so that it is much the same phone everywhere.

Its package is installed for this only, where there is Node.
"""

from __future__ import annotations

import gzip
import json
import mimetypes
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from browsers import FLAGS, Pages, chromium, serving
from projects import copy, run

HERE: Final = Path(__file__).parent / "node"
PAGES: Final = {
    "home": "",
    "a section": "guide/rebuild-trust/",
    "a worksheet": "worksheets/trust-steps/",
}
ROUNDS: Final = 5
TRIES: Final = 3
"""The browser that Lighthouse starts is lost now and then; such a run says nothing of the page."""
TARGETS: Final = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}
USUAL_SPEED, USUAL_SLOWDOWN = 1500, 4.0
"""Lighthouse's measure of a usual machine, and how much slower a phone is."""
FRAMES: Final = "--disable-features=PaintHolding,CalculateNativeWinOcclusion"
"""Without a screen the browser holds a first frame back for whole seconds; a phone does not."""
PACKED: Final = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")


class Packed(Pages):
    """Serves a folder as a static host does: text compressed, one connection for many files."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the base's name
        """Answer with a file, compressed where that is worth it."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "text/plain")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


@dataclass(frozen=True)
class Run:
    """What one run of Lighthouse found on one page."""

    scores: dict[str, int]
    figures: dict[str, float]
    speed: float
    """How fast the machine was meanwhile."""
    missed: tuple[str, ...]
    """What keeps the page from full marks, performance apart."""


FIGURES: Final = {
    "first-contentful-paint": "first paint ms",
    "largest-contentful-paint": "largest paint ms",
    "total-blocking-time": "blocked ms",
    "cumulative-layout-shift": "shift",
}


def measure(address: str, *, slowdown: float, folder: Path) -> Run:
    """One run on one page, as on a phone."""
    file = folder / "report.json"
    command = [
        str(HERE / "node_modules" / ".bin" / "lighthouse"),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={file}",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(TARGETS)}",
        f"--throttling.cpuSlowdownMultiplier={slowdown:.1f}",
        f"--chrome-flags=--headless=new {' '.join(FLAGS)} {FRAMES}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium()}
    for _ in range(TRIES):
        done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
        if not done.returncode:
            break
    else:
        raise AssertionError(f"Lighthouse gave up: {done.stderr[-2000:]}")
    return _run(json.loads(file.read_text(encoding="utf-8")))


def _run(found: dict[str, Any]) -> Run:
    categories, audits = found["categories"], found["audits"]
    return Run(
        scores={name: round(100 * categories[name]["score"]) for name in TARGETS},
        figures={each: audits[each]["numericValue"] for each in FIGURES},
        speed=found["environment"]["benchmarkIndex"],
        missed=tuple(_missed(categories, audits)),
    )


def _missed(categories: dict[str, Any], audits: dict[str, Any]) -> Iterator[str]:
    for name in sorted(set(TARGETS) - {"performance"}):
        for each in categories[name]["auditRefs"]:
            score = audits[each["id"]]["score"]
            if each["weight"] and score is not None and score < 1:
                yield f"{name}: {audits[each['id']]['title']}"


def slowdown(speed: float) -> float:
    """How much to slow this machine down for it to be the phone that Lighthouse thinks of."""
    return max(1.0, min(USUAL_SLOWDOWN, USUAL_SLOWDOWN * speed / USUAL_SPEED))


def installed() -> bool:
    """Lighthouse is here; it is installed where there is Node."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return False
    if not (HERE / "node_modules" / ".bin" / "lighthouse").exists():
        quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run([npm, "ci", *quiet], cwd=HERE, check=True)
    return True


def report() -> None:
    """Print the scores of each page, and what a page misses."""
    if not installed():
        print("Lighthouse: skipped, there is no Node here")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        done = run(copy(folder / "project"), "workleaf", "build")
        assert done.returncode == 0, done.stdout + done.stderr
        with serving(folder / "project" / "site", pages=Packed) as address:
            _table(address, folder)


def _table(address: str, folder: Path) -> None:
    print(f"Lighthouse on a phone, median of {ROUNDS}; each performance (speed of the machine)")
    print(f"| page | {' | '.join(TARGETS)} | {' | '.join(FIGURES.values())} | each performance |")
    print("|---" * (len(TARGETS) + len(FIGURES) + 2) + "|")
    missed: set[str] = set()
    speeds = [measure(address, slowdown=1, folder=folder).speed]
    for name, page in PAGES.items():
        runs: list[Run] = []
        for _ in range(ROUNDS):
            rate = slowdown(statistics.median(speeds))
            runs.append(measure(address + page, slowdown=rate, folder=folder))
            speeds.append(runs[-1].speed)
        print(f"| {name} | {' | '.join(_cells(runs))} |", flush=True)
        missed |= {f"{name}: {each}" for run in runs for each in run.missed}
        for key, least in TARGETS.items():
            if _median(runs, key) < least:
                missed.add(f"{name}: {key} is below {least}")
    print("\n".join(f"- {each}" for each in sorted(missed)) or "all targets are met")


def _median(runs: list[Run], category: str) -> float:
    return statistics.median(run.scores[category] for run in runs)


def _cells(runs: list[Run]) -> Iterator[str]:
    for category in TARGETS:
        yield f"{_median(runs, category):.0f}"
    for figure in FIGURES:
        value = statistics.median(run.figures[figure] for run in runs)
        yield f"{value:.3f}" if FIGURES[figure] == "shift" else f"{value:.0f}"
    yield ", ".join(f"{run.scores['performance']} ({run.speed:.0f})" for run in runs)
