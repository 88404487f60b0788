"""Values that the type checker keeps frozen behave like any frozen dataclass otherwise."""

from __future__ import annotations

import dataclasses

import pytest

from workleaf.frozen import dataclass, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    left: int
    right: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Place:
    line: int


def test_equal_values_are_one_in_a_set() -> None:
    assert Pair(left=1) == Pair(left=1, right=())
    assert {Pair(left=1), Pair(left=1), Pair(left=2)} == {Pair(left=1), Pair(left=2)}
    assert len({Place(1), Place(1)}) == 2, "without eq each is itself"


def test_a_value_with_a_change_is_a_new_value() -> None:
    before = Pair(left=1, right=(2,))
    after = replace(before, left=3)
    assert (after, before) == (Pair(left=3, right=(2,)), Pair(left=1, right=(2,)))
    assert after == dataclasses.replace(before, left=3)


def test_an_open_class_is_refused() -> None:
    with pytest.raises(AssertionError):
        dataclass(frozen=False)
