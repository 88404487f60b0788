"""How long a site of worksheets takes to build, against a site of plain pages."""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import sheets

ROUNDS = 3


def cpu_seconds(folder: Path) -> float:
    """CPU seconds of one `mkdocs build`, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


Times = dict[str, float]
"""Median CPU seconds: `plain` and `sheets` from nothing, `plain again` and `sheets again`."""


def compare(pages: int, *, search: bool, pdf: bool) -> Times:
    """Builds of plain pages and of worksheets in alternating runs, each from nothing and again."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        for round_number in range(ROUNDS):
            for kind in ("plain", "sheets"):
                folder = Path(name) / f"{round_number}-{kind}"
                sheets.project(
                    folder, pages=pages, worksheets=kind == "sheets", search=search, pdf=pdf
                )
                times.setdefault(kind, []).append(cpu_seconds(folder))
                times.setdefault(f"{kind} again", []).append(cpu_seconds(folder))
                shutil.rmtree(folder)
    return {name: statistics.median(found) for name, found in times.items()}


def report() -> None:
    """Print the table of builds."""
    print("CPU seconds of `mkdocs build`; again: once more, with nothing changed")
    print("| pages | search | PDFs | plain | sheets | ratio | plain again | sheets again | ratio |")
    print("|---|---|---|---|---|---|---|---|---|")
    for pages in (12, 100):
        for search in (False, True):
            for pdf in (False, True):
                found = compare(pages, search=search, pdf=pdf)
                marks = f"{'on' if search else 'off'} | {'with' if pdf else 'without'}"
                print(f"| {pages} | {marks} | {_pair(found, '')} | {_pair(found, ' again')} |")


def _pair(found: Times, when: str) -> str:
    plain, made = found[f"plain{when}"], found[f"sheets{when}"]
    return f"{plain:.2f} | {made:.2f} | {made / plain:.2f}"


def pdf_report() -> None:
    """Print how long one PDF takes, in a process that has made one before, and one of many."""
    from workleaf.language import project
    from workleaf.outputs import pdf
    from workleaf.publish import config, pdfs

    with tempfile.TemporaryDirectory() as name:
        folder = sheets.project(Path(name) / "p", pages=30, worksheets=True, search=False, pdf=True)
        found = project.read(folder / "worksheets", pages={}).worksheets
        start = time.perf_counter()
        pdf.make(found[0])
        cold = 1000 * (time.perf_counter() - start)
        times = []
        for worksheet in found[1:]:
            start = time.perf_counter()
            pdf.make(worksheet)
            times.append(1000 * (time.perf_counter() - start))
        start = time.perf_counter()
        pdfs.all_pdfs(found, site=config.load(folder / "mkdocs.yml"), addresses={})
        each = 1000 * (time.perf_counter() - start) / len(found)
    print(f"PDF of 40 fields: {statistics.median(times):.1f} ms warm, {cold:.0f} ms the first;")
    print(f"in a build, made and checked two at a time: {each:.1f} ms each")
