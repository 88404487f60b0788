"""The controls that can be drawn: a folder each, with template, style and sometimes behaviour."""

from __future__ import annotations

from typing import assert_never

from workleaf.worksheet.controls import (
    AnyControl,
    Compose,
    Dated,
    Grid,
    Group,
    Growing,
    Named,
    Order,
    Pick,
    Recall,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.model import Kind

CONTROLS = ("compose", "grid", "group", "order", "pick", "recall", "rows", "say", "tally", "write")
"""The folders here, written by hand and compared with them by a test."""


def folder(control: AnyControl) -> str:
    """The folder that draws a control."""
    match control:
        case Write():
            return "write"
        case Pick():
            return "pick"
        case Order():
            return "order"
        case Grid():
            return "grid"
        case Rows():
            return "rows"
        case Tally():
            return "tally"
        case Compose():
            return "compose"
        case Say():
            return "say"
        case Group():
            return "group"
        case Recall():
            return "recall"
        case _:
            assert_never(control)


def kind(control: AnyControl) -> Kind | None:
    """How scripts read the answer; None where there is none."""
    match control:
        case Write(kind="number"):
            return "number"
        case Write(kind="date"):
            return "date"
        case Write(kind="time"):
            return "time"
        case Write() | Compose(editable=True):
            return "text"
        case Pick(many=True):
            return "many"
        case Pick():
            return "one"
        case Order():
            return "order"
        case Grid():
            return "grid"
        case Rows(plan=Named()):
            return "cells"
        case Rows(plan=Growing()):
            return "rows"
        case Rows(plan=Dated()):
            return "entries"
        case Group(look="sentence" | "signature"):
            return "parts"
        case Rows() | Group() | Tally() | Compose() | Say() | Recall():
            return None
        case _:
            assert_never(control)
