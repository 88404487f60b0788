"""`python -m bench`: all, or those named: `builds`, `checks`, `pdf`, `pages`, `lighthouse`."""

from __future__ import annotations

import sys

from bench import builds, checks, lighthouse, pages

REPORTS = {
    "builds": builds.report,
    "checks": checks.report,
    "pdf": builds.pdf_report,
    "pages": pages.report,
    "lighthouse": lighthouse.report,
}

for name in sys.argv[1:] or REPORTS:
    REPORTS[name]()
