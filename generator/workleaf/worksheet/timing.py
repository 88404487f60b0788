"""Timers and calendar entries in words, for page and paper."""

from __future__ import annotations

from collections.abc import Mapping

from workleaf.worksheet.model import CalendarEntry


def take(timer: tuple[int, ...], strings: Mapping[str, str]) -> str:
    """`Take 2 minutes, then 1 minute.`; empty where there is no timer."""
    if not timer:
        return ""
    words, *rest = (minutes(each, strings) for each in timer)
    for each in rest:
        words = strings["timer_then"].format(first=words, next=each)
    return strings["timer_take"].format(time=words)


def minutes(count: int, strings: Mapping[str, str]) -> str:
    """`7 minutes`."""
    return strings["timer_minute" if count == 1 else "timer_minutes"].format(minutes=count)


def planned(entry: CalendarEntry, strings: Mapping[str, str]) -> str:
    """`12 times, every week from the day in “Start on a”`, before anybody has answered."""
    day = strings["calendar_today"]
    if entry.date:
        day = strings["calendar_question"].format(question=entry.asked)
    if entry.every is None:
        return day
    return strings[f"calendar_{entry.every}"].format(times=entry.times, day=day)
