"""Worksheets as HTML: forms to read, print and fill in, which scripts bring to life."""

from __future__ import annotations

from workleaf.outputs.web.form import form, sample

__all__ = ["form", "sample"]
