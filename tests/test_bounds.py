"""No worksheet file takes long or much room, whatever is in it, and none ends the process."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from projects import ROOT
from worst import WORST

pytestmark = pytest.mark.torture

SECONDS, MEBIBYTES = 2.0, 500
"""The most for one input, on a machine that has nothing else to do."""
GROUPS = 4


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_input_takes_more_than_two_seconds_or_500_mib(group: int) -> None:
    names = sorted(WORST)[group::GROUPS]
    found = run(*names)
    assert [each["name"] for each in found] == names
    for each in found:
        assert each["seconds"] <= SECONDS * each["slowness"], each
        assert each["mebibytes"] <= MEBIBYTES, each
        assert each["outside"] == [], each
        assert each["letters"] <= 1_500_000, each


def run(*names: str) -> list[dict[str, Any]]:
    """Read them in a process of its own that cannot take more than 1 GiB."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("worst.py")), *names],
        env={"PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30)),
    )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]
