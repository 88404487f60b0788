"""Worksheets as HTML: forms to read, print and fill in, which scripts bring to life."""

from __future__ import annotations

from workleaf.outputs.web.form import form
from workleaf.worksheet.facts import facts

__all__ = ["facts", "form"]
