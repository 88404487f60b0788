"""`python -m bench`: every benchmark, or those named (`builds`, `checks`, `pdf`, `pages`)."""

from __future__ import annotations

import sys

from bench import builds, checks, pages

REPORTS = {
    "builds": builds.report,
    "checks": checks.report,
    "pdf": builds.pdf_report,
    "pages": pages.report,
}

for name in sys.argv[1:] or REPORTS:
    REPORTS[name]()
