"""`python -m workleaf`: the command."""

from __future__ import annotations

from workleaf.cli import main

main(prog_name="workleaf")
