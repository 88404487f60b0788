"""How long `workleaf check` takes, and how much memory, as worksheets get more."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench import sheets

COUNTS = (100, 1000, 5000)
COMMAND = """
import resource, sys
from workleaf.cli import main
try:
    main(["check", "worksheets"])
except SystemExit as ended:
    assert not ended.code, "the worksheets are good"
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def report() -> None:
    """Print CPU seconds and memory of one check of 40 items a worksheet."""
    print("| worksheets | check, CPU s | ms each | MB |")
    print("|---|---|---|---|")
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as name:
            folder = sheets.project(
                Path(name) / "p", pages=count, worksheets=True, search=False, pdf=False
            )
            done = subprocess.run(
                [sys.executable, "-c", COMMAND],
                cwd=folder,
                check=True,
                capture_output=True,
                text=True,
            )
        seconds, kilobytes = (float(each) for each in done.stdout.split()[-2:])
        each = 1000 * seconds / count
        print(f"| {count} | {seconds:.2f} | {each:.1f} | {kilobytes / 1024:.0f} |")
