"""Conditions, formulas and answers inside texts: read, checked, compiled to the tree of
`workleaf.worksheet.conditions` and said in words for paper."""

from __future__ import annotations

from workleaf.language.expressions.compiler import (
    Part,
    compile_branches,
    compile_condition,
    compile_number,
    compile_text,
    names,
    parts,
)
from workleaf.language.expressions.faults import ExpressionError, ExpressionProblems, Fault
from workleaf.language.expressions.finding import Found, Named
from workleaf.language.expressions.meaning import answer
from workleaf.language.expressions.nodes import Node
from workleaf.language.expressions.order import circles, in_order
from workleaf.language.expressions.parser import parse
from workleaf.language.expressions.scope import Compiled, Item, Scope, TipData
from workleaf.language.expressions.series import series
from workleaf.language.expressions.words import RESERVED

__all__ = [
    "RESERVED",
    "Compiled",
    "ExpressionError",
    "ExpressionProblems",
    "Fault",
    "Found",
    "Item",
    "Named",
    "Node",
    "Part",
    "Scope",
    "TipData",
    "answer",
    "circles",
    "compile_branches",
    "compile_condition",
    "compile_number",
    "compile_text",
    "in_order",
    "names",
    "parse",
    "parts",
    "series",
]
