"""The browser dies while somebody writes: hardly a word is lost, nothing that was called saved."""

from __future__ import annotations

import pytest

from torture import kill9

pytestmark = [pytest.mark.browser, pytest.mark.torture]


def test_five_kills_lose_less_than_half_a_second_and_no_promise_is_broken(
    chromium_path: str,
) -> None:
    found = kill9.runs(chromium_path, 5)
    assert [each for each in found if each.broken_promise] == []
    assert [each for each in found if each.lost > kill9.WORST] == []
    assert all(each.kept for each in found)
    assert any(each.saved for each in found)
