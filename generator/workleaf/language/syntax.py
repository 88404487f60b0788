"""What libyaml says about broken YAML, in words for authors."""

from __future__ import annotations

import re

import yaml

from workleaf.language.source import Report, Source

# The part of libyaml's message that tells the fault, and our code for it.
_FAULTS = (
    ("mapping values are not allowed", "second-colon"),
    ("alphabetic or numeric character", "needs-quotes"),
    ("did not find expected comment or line break", "needs-quotes"),
    ("found character that cannot start any token", "needs-quotes"),
    ("did not find expected '-' indicator", "list-item-expected"),
    ("could not find expected ':'", "colon-missing"),
    ("found unexpected end of stream", "quote-open"),
    ("found unexpected document indicator", "quote-open"),
    ("unknown escape character", "bad-escape"),
    ("did not find expected hexdecimal number", "bad-escape"),
    ("invalid Unicode character escape code", "bad-escape"),
    ("block sequence entries are not allowed", "list-in-text"),
    ("did not find expected <document start>", "text-after-keys"),
    ("while parsing a flow", "brackets-open"),
    ("did not find expected key", "key-expected"),
)
_VALUE = re.compile(r"""\s*(?:-\s+)*(?:[\w.-]+:\s+|-\s+)?([\[{*&!>|%@`'"])""")

_CONDITION = re.compile(r"\s*(?:-\s+)*(?:show_if|check|when|formula):\s")
_STARTS = {
    "!": "write: not answered(…)",
    '"': 'write the question first: name is "…"',
    "'": 'write the question first: name is "…"',
}
"""Sign that a condition cannot start with → how it is written."""
_LISTED = re.compile(
    r"\s*(?:-\s+)*(?:choices|rows|columns|fields|steps|results|tags|who|exports|reverse|sum|mean|of"
    r"|wording_tips|words|after|timer|start_with|claims|evidence|go|bands|chart|default):\s"
)
"""Keys whose value may be a list or keys in brackets."""
_GLUED = re.compile(r"\s*(?:(?P<dash>-)(?=[a-z])|(?P<colon>[a-z_]+:)(?=[^\s:/]))")
"""A dash or a colon without the space after it."""
_KEY_ALONE = re.compile(r"\s*[a-z_]+$")


def explain(error: yaml.YAMLError, source: Source, report: Report) -> None:
    """Note what libyaml found, at the place where an author would look for it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        report.add("yaml-broken", source.span(0, 1), reason=_plain(error))
        return
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for words, code in _FAULTS if words in said), "yaml-broken")
    mark = error.problem_mark
    if code in ("quote-open", "brackets-open", "colon-missing") and error.context_mark:
        mark = error.context_mark
    line = source.lines[mark.line] if mark.line < len(source.lines) else ""
    start = source.starts[min(mark.line, len(source.starts) - 1)]
    column = min(mark.column, len(line))
    if code == "second-colon" and _KEY_ALONE.match(line[:column]):
        # The line above took it for more of its text, because it is indented further.
        code, column = "key-expected", len(line) - len(line.lstrip())
    opens = _VALUE.match(line)
    if opens and (sign := opens[1]) and _blames(code, sign, line[opens.start(1) :]):
        code, column = "needs-quotes", opens.start(1)
        if sign in "'\"":
            code, column = "quote-closed-early", _after_quote(line, opens.start(1))
        elif line.startswith("{{", column):
            code = "braces-first"
    code, column = _closer(code, column, line)
    sign = line[column : column + 1]
    if code == "quote-closed-early" and opens and _CONDITION.match(line):
        column, sign = opens.start(1), opens[1]
    at = source.span(start + column, start + column + 1)
    code, instead = first_sign(code, sign, line)
    report.add(code, at, sign=sign, reason=_plain(error), instead=instead)


def _closer(code: str, column: int, line: str) -> tuple[str, int]:
    """What else explains it: a list whose bracket stays open, a space that is missing."""
    if code == "needs-quotes" and line[column : column + 1] in ("[", "{") and _LISTED.match(line):
        return "brackets-open", column
    glued = _GLUED.match(line)
    if glued and code in ("colon-missing", "list-item-expected"):
        end = glued.end("colon" if glued["colon"] else "dash")
        return ("space-after-colon" if glued["colon"] else "space-after-dash"), end - 1
    return code, column


def first_sign(code: str, sign: str, line: str) -> tuple[str, str]:
    """The code for a text that starts with a sign, and what to write; conditions need no quotes."""
    asked = code in ("needs-quotes", "quote-closed-early") and _CONDITION.match(line)
    instead = _STARTS.get(sign, "") if asked else ""
    return ("condition-first-sign" if instead else code), instead


def _blames(code: str, sign: str, rest: str) -> bool:
    """The sign that a text starts with explains the fault."""
    if sign in "'\"":
        return rest.count(sign) > 1 and code not in ("bad-escape",)
    if sign in "[{":
        return code in (
            "key-expected",
            "brackets-open",
            "colon-missing",
            "yaml-broken",
            "second-colon",
        )
    return True


def _after_quote(line: str, start: int) -> int:
    """The column of the first thing after the quoted text."""
    sign = line[start]
    closing = line.find(sign, start + 1)
    rest = line[closing + 1 :]
    return closing + 1 + len(rest) - len(rest.lstrip())


def _plain(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", "") or "it is no YAML").strip()
