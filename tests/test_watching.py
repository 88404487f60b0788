"""Long work shows a bar to a person who looks on, and to nobody else."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from workleaf import watching


class Terminal(io.StringIO):
    """Somebody sits before it."""

    def isatty(self) -> bool:
        return True


def _seconds(*each: float) -> Iterator[float]:
    yield from each
    while True:
        yield each[-1]


def _bar(stream: io.StringIO, *seconds: float) -> str:
    clock = _seconds(*seconds)
    with watching.shown(stream=stream, clock=lambda: next(clock)):
        assert list(watching.watched([1, 2, 3, 4], "Reading")) == [1, 2, 3, 4]
    return stream.getvalue()


def test_quick_work_is_silent() -> None:
    assert _bar(Terminal(), 0, 0.1, 0.2, 0.3, 1.9) == ""


def test_work_that_takes_long_shows_how_far_it_is() -> None:
    said = _bar(Terminal(), 0, 0.5, 1.0, 2.5)
    assert "Reading" in said
    assert "100%" in said


def test_a_log_gets_no_bar() -> None:
    assert _bar(io.StringIO(), 0, 10) == ""


def test_without_a_command_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watching.watched("ab", "Reading")) == ["a", "b"]
    assert capsys.readouterr().err == ""
